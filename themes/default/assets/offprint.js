// The theme is set before the page is painted; everything else waits for it.
(function () {
  'use strict';
  var root = document.documentElement;
  var address = document.currentScript.src;
  var system = matchMedia('(prefers-color-scheme: dark)');

  function stored() {
    try { return localStorage.getItem('theme'); } catch (e) { return null; }
  }
  function store(theme) {
    try {
      if (theme) localStorage.setItem('theme', theme);
      else localStorage.removeItem('theme');
    } catch (e) { /* a page without storage keeps the theme until it closes */ }
  }
  function isDark() {
    var theme = root.dataset.theme;
    return theme ? theme === 'dark' : system.matches;
  }
  function apply(theme) {
    if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
    else delete root.dataset.theme;
  }
  apply(stored());

  function setUpSwitch() {
    var button = document.getElementById('theme');
    var metas = document.querySelectorAll('meta[name="theme-color"]');
    var colors = Array.prototype.map.call(metas, function (meta) {
      return meta.content;
    });
    function show() {
      var dark = isDark();
      button.setAttribute('aria-pressed', String(dark));
      metas.forEach(function (meta, i) {
        meta.content = root.dataset.theme ? colors[dark ? 1 : 0] : colors[i];
      });
    }
    button.hidden = false;
    button.addEventListener('click', function () {
      var dark = !isDark();
      // What the system asks for anyway needs no note of its own.
      var theme = dark === system.matches ? null : dark ? 'dark' : 'light';
      apply(theme);
      store(theme);
      show();
    });
    system.addEventListener('change', show);
    addEventListener('storage', function (event) {
      if (event.key !== 'theme') return;
      apply(event.newValue);
      show();
    });
    show();
  }

  function setUpFolding() {
    var button = document.getElementById('fold');
    var folds = document.querySelectorAll('article details');
    if (!button || !folds.length) return;
    var labels = [button.textContent, button.dataset.on];
    var open = false;
    button.hidden = false;
    button.addEventListener('click', function () {
      open = !open;
      folds.forEach(function (fold) { fold.open = open; });
      button.textContent = labels[open ? 1 : 0];
    });
  }

  function setUpCopying() {
    if (!navigator.clipboard) return;
    document.querySelectorAll('[data-copy]').forEach(function (button) {
      var label = button.textContent;
      button.hidden = false;
      button.addEventListener('click', function () {
        var text = button.parentNode.querySelector('pre').textContent;
        navigator.clipboard.writeText(text).then(function () {
          button.textContent = button.dataset.copy;
          setTimeout(function () { button.textContent = label; }, 2000);
        });
      });
    });
  }

  // What an export of citations holds is made when a reader opens it.
  function setUpCiting() {
    document.querySelectorAll('details.cites').forEach(function (fold) {
      var print = fold.dataset.v ? '?v=' + fold.dataset.v : '';
      fold.hidden = false;
      fold.addEventListener('toggle', function () {
        if (!fold.open) return;
        import(new URL('cite.js' + print, address)).then(function (cite) {
          cite.fill(fold);
        }).catch(function () { fold.open = false; });
      });
    });
  }

  // The search is loaded when the reader goes to a box, so that its page finds
  // it there.
  function setUpSearch() {
    document.querySelectorAll('.find').forEach(function (form) {
      var box = form.elements.q;
      form.querySelector('button').hidden = false;
      // Said here, not in each page.
      box.autocomplete = 'off';
      box.autocapitalize = 'none';
      box.spellcheck = false;
      box.enterKeyHint = 'search';
      if (!form.dataset.client) return;
      box.addEventListener('focus', function () {
        import(form.dataset.client).then(function (client) {
          return new client.Search().warm();
        }).catch(function () { /* the search page says what is wrong */ });
      }, {once: true});
    });
  }
  function goToSearch(event) {
    var box = document.querySelector('.find input');
    var link = document.querySelector('a.ask');
    if (!link) return;
    event.preventDefault();
    if (box && box.offsetParent) {
      box.focus();
      box.select();
    } else location.href = link.href;
  }

  function turn(rel) {
    var link = document.querySelector('link[rel="' + rel + '"]');
    if (link) location.href = link.href;
  }
  function step(by) {
    var papers = Array.prototype.slice.call(
        document.querySelectorAll('article'));
    if (!papers.length) return;
    var at = papers.indexOf(document.activeElement.closest('article'));
    if (at < 0) {
      // From where the reader is: the first paper below the window's top.
      var next = papers.findIndex(function (paper) {
        return paper.getBoundingClientRect().top > 1;
      });
      at = (next < 0 ? papers.length : next) - (by > 0 ? 1 : 0);
    }
    var paper = papers[Math.max(0, Math.min(papers.length - 1, at + by))];
    var link = paper.querySelector('a');
    if (link) link.focus({preventScroll: true});
    paper.scrollIntoView({block: 'start'});
  }
  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey ||
        event.defaultPrevented) {
      return;
    }
    if (event.target.closest('input, textarea, select, pre')) return;
    // Some keyboards have it with Shift.
    if (event.key === '/') goToSearch(event);
    else if (event.shiftKey) return;
    else if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 'ArrowLeft') turn('prev');
    else if (event.key === 'ArrowRight') turn('next');
  }

  document.addEventListener('DOMContentLoaded', function () {
    setUpSwitch();
    setUpFolding();
    setUpCopying();
    setUpCiting();
    setUpSearch();
    document.addEventListener('keydown', onKey);
    var keys = document.getElementById('keys');
    if (keys) keys.hidden = false;
  });
})();
