// The facets of a search: lists of boxes to tick with the numbers of papers,
// and what is ticked once more above the hits, to be taken out again.
const MOST_OPEN = 10;  // values of a facet that show without unfolding
const topics = new Map();  // from what the client calls them to their names
let view;

export function use(the) {
  view = the;
}

export function call(value, name) {
  topics.set(value, name);
}

// What a value is called.
function label(kind, value, given) {
  if (kind === 'source') return view.sources[value] ?? given ?? value;
  if (kind === 'score') return view.say(view.words.at_least, value);
  if (kind === 'topic') return topics.get(value) ?? given ?? value;
  if (kind === 'code') return view.words.with_code;
  return given ?? value;
}

function choice(kind, {value, label: given, count}, isChosen, exact) {
  const box = view.element('input', {
    type: kind === 'score' ? 'radio' : 'checkbox', name: kind, value});
  box.checked = isChosen;
  const number = typeof count !== 'number' ? '' :
      (exact ? '' : '≈ ') + view.count(count);
  return view.element('li', {}, view.element('label', {},
      box, view.element('bdi', {}, label(kind, value, given)),
      view.element('i', {}), view.element('span', {}, number)));
}

// A facet as a list; values that are chosen but not counted stay in it, so
// that they can be taken out.
function group(kind, counted, chosen, exact) {
  const values = counted.map(({value}) => String(value));
  const lost = chosen.filter((value) => !values.includes(String(value)));
  const items = [...lost.map((value) => ({value})), ...counted];
  if (!items.length) return '';
  const isChosen = (item) => chosen.map(String).includes(String(item.value));
  if (kind === 'topic') items.sort((a, b) => isChosen(b) - isChosen(a));
  const rows = items.map((item) => choice(kind, item, isChosen(item), exact));
  const {words} = view;
  if (kind === 'score') {
    const any = choice(kind, {value: 0}, !chosen.length, exact);
    any.querySelector('bdi').textContent = words.any;
    rows.unshift(any);
  }
  const open = Math.max(MOST_OPEN, chosen.length);
  const fieldset = view.element('fieldset', {},
      view.element('legend', {}, words.facet[kind]),
      view.element('ul', {}, ...rows.slice(0, open)));
  if (rows.length > open) {
    fieldset.append(view.element('details', {'data-kind': kind},
        view.element('summary', {},
                     view.say(words.rest, view.count(rows.length - open))),
        view.element('ul', {}, ...rows.slice(open))));
  }
  return fieldset;
}

// Draws `counts` into `place`; what the reader has unfolded stays so, and the
// focus stays on its box.
export function draw(place, counts, chosen) {
  const unfolded = [...place.querySelectorAll('details[open]')]
                       .map((fold) => fold.dataset.kind);
  const {name, value} = document.activeElement;
  const hadFocus = place.contains(document.activeElement);
  const code = counts.code?.count || chosen.code ?
      [{value: '1', count: counts.code?.count ?? 0}] : [];
  place.replaceChildren(
      ...['topic', 'year', 'source', 'score'].map((kind) => group(
          kind, counts[kind] ?? [], chosen[kind] ?? [], counts.exact)),
      group('code', code, chosen.code ? ['1'] : [], counts.exact));
  for (const fold of place.querySelectorAll('details')) {
    fold.open = unfolded.includes(fold.dataset.kind);
  }
  if (!hadFocus) return;
  const boxes = [...place.querySelectorAll('input')];
  boxes.find((box) => box.name === name && box.value === value)?.focus();
}

// What narrows the search, as names.
export function names(chosen) {
  return Object.entries(chosen).flatMap(([kind, values]) => [values].flat().map(
      (value) => ({kind, value, name: label(kind, value)})));
}

// The same as links; `without(kind, value)` is the address without one of
// them, `all` that without any.
export function chips(chosen, without, all) {
  const chip = ({kind, value, name}) => view.element('a', {
    class: 'c', href: without(kind, value),
    'aria-label': view.say(view.words.remove, name),
  }, view.element('bdi', {}, name), ' ×');
  const items = names(chosen).map((one) => view.element('li', {}, chip(one)));
  if (items.length > 1) {
    items.push(view.element('li', {},
        view.element('a', {href: all}, view.words.clear)));
  }
  return items;
}
