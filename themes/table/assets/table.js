// Sorts and filters the table of papers. Without it the table is whole and in
// the order of the site. What is chosen stands in the address's fragment, so
// that it can be kept and sent: #q=words&topic=cs.CL&score=8&sort=-0.
(function () {
  'use strict';

  var table = document.querySelector('table.papers');
  var bar = document.querySelector('.filter');
  if (!table || !bar) return;
  var fields = {
    q: bar.querySelector('[name=q]'),
    topic: bar.querySelector('[name=topic]'),
    score: bar.querySelector('[name=score]')
  };
  var body = table.tBodies[0];
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var rows = Array.prototype.map.call(body.rows, function (row, at) {
    return {
      row: row,
      at: at,
      text: row.textContent.toLowerCase(),
      score: parseFloat(row.cells[0].textContent),
      topics: Array.prototype.map.call(
          row.cells[3].querySelectorAll('a'),
          function (link) { return link.textContent; })
    };
  });
  var collator = new Intl.Collator(document.documentElement.lang || undefined,
                                   {numeric: true});
  var sort = null;  // {column, down}

  function fillTopics() {
    var counts = new Map();
    rows.forEach(function (item) {
      item.topics.forEach(function (topic) {
        counts.set(topic, (counts.get(topic) || 0) + 1);
      });
    });
    Array.from(counts.keys()).sort(collator.compare).forEach(function (topic) {
      fields.topic.add(new Option(topic + ' (' + counts.get(topic) + ')', topic));
    });
    fields.topic.parentNode.hidden = counts.size < 2;
    fields.score.parentNode.hidden = !rows.some(function (item) {
      return item.score >= 0;
    });
  }

  function keyOf(item) {
    if (sort.column === 0) return isNaN(item.score) ? -Infinity : item.score;
    var cell = item.row.cells[sort.column];
    var link = cell.querySelector('a');
    return (sort.column === 1 && link ? link : cell).textContent.trim();
  }

  function order() {
    var sorted = rows.slice();
    if (sort) {
      var sign = sort.down ? -1 : 1;
      sorted.forEach(function (item) { item.key = keyOf(item); });
      sorted.sort(function (a, b) {
        var by = sort.column === 0 ? (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
                                   : collator.compare(a.key, b.key);
        return sign * by || a.at - b.at;
      });
    }
    var fragment = document.createDocumentFragment();
    sorted.forEach(function (item) { fragment.appendChild(item.row); });
    body.appendChild(fragment);
    heads.forEach(function (head, column) {
      if (!sort || sort.column !== column) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', sort.down ? 'descending' : 'ascending');
    });
  }

  function filter() {
    var words = fields.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    var least = parseFloat(fields.score.value);
    var shown = 0;
    rows.forEach(function (item) {
      var fits = (isNaN(least) || item.score >= least) &&
          (!fields.topic.value || item.topics.indexOf(fields.topic.value) >= 0) &&
          words.every(function (word) { return item.text.indexOf(word) >= 0; });
      item.row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    var output = bar.querySelector('output');
    output.textContent =
        output.dataset.of.replace('%1', shown).replace('%2', rows.length);
  }

  function remember() {
    var state = new URLSearchParams();
    ['q', 'topic', 'score'].forEach(function (name) {
      if (fields[name].value) state.set(name, fields[name].value);
    });
    if (sort) state.set('sort', (sort.down ? '-' : '') + sort.column);
    var fragment = state.toString();
    history.replaceState(null, '', fragment ? '#' + fragment
                                            : location.pathname + location.search);
  }

  function recall() {
    var fragment = location.hash.slice(1);
    if (fragment.indexOf('=') < 0) return;
    var state = new URLSearchParams(fragment);
    ['q', 'topic', 'score'].forEach(function (name) {
      fields[name].value = state.get(name) || '';
    });
    var by = /^(-?)([0-4])$/.exec(state.get('sort') || '');
    sort = by ? {column: +by[2], down: by[1] === '-'} : null;
  }

  function onHead(column) {
    var first_down = column === 0 || column === 4;
    if (!sort || sort.column !== column) sort = {column: column, down: first_down};
    else if (sort.down === first_down) sort.down = !first_down;
    else sort = null;  // the third time: the site's order again
    order();
    remember();
  }

  function move(by) {
    var shown = rows.map(function (item) { return item.row; })
        .filter(function (row) { return !row.hidden; })
        .sort(function (a, b) { return a.rowIndex - b.rowIndex; });
    if (!shown.length) return;
    var at = shown.indexOf(document.activeElement.closest('tr'));
    var next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
    var row = shown[Math.max(0, Math.min(shown.length - 1, next))];
    row.querySelector('.ti a').focus({preventScroll: true});
    row.scrollIntoView({block: 'nearest'});
  }

  function unfold() {
    var row = document.activeElement.closest('tbody tr');
    var details = row && row.querySelector('details');
    if (details) details.open = !details.open;
  }

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest('input, select, textarea')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (event.key === 'j') move(1);
    else if (event.key === 'k') move(-1);
    else if (event.key === 'o') unfold();
    else if (event.key === '/') {
      event.preventDefault();
      fields.q.focus();
    }
  }

  fillTopics();
  heads.forEach(function (head, column) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.textContent = '';
    head.appendChild(button);
    button.addEventListener('click', function () { onHead(column); });
  });
  recall();
  if (sort) order();
  filter();
  bar.hidden = false;
  bar.addEventListener('input', function () { filter(); remember(); });
  addEventListener('hashchange', function () { recall(); order(); filter(); });
  document.addEventListener('keydown', onKey);
})();
