// What servers answer, as the page wants it. An answer that is not as it
// should be throws.
import {normalForm} from '../../search/client/text.js';

const textsIn = (value) => [].concat(value ?? []).map((text) => {
  if (typeof text !== 'string') throw text;
  return text;
});
const textIn = (value) => textsIn(value)[0] ?? null;

export function recordFrom(document) {
  const {id, url, title} = document;
  if (!textIn(id) || !textIn(url)) throw document;
  return {
    id, address: url, title: textIn(title) || id,
    otherTitles: textsIn(document.other_titles),
    authors: textsIn(document.authors), date: textIn(document.last_seen),
    published: textIn(document.published),
    score: typeof document.score === 'number' ? document.score : null,
    code: document.code === true, sources: textsIn(document.sources),
    topics: textsIn(document.topics), texts: textsIn(document.texts),
  };
}

export function numberIn(value) {
  if (!Number.isFinite(value)) throw value;
  return value;
}

const VALUES = {
  topic: (name) => normalForm(textIn(name)),
  source: (name) => normalForm(textIn(name)),
  year: String,
  score: (score) => Math.floor(numberIn(Number(score))),
};

// Values that are the same to a reader are one; scores count from there up.
function listOf(kind, counts) {
  const list = new Map();
  for (const [name, count] of counts) {
    const value = VALUES[kind](name);
    const one = list.get(value) || {
      value, label: String(kind === 'score' ? value : name), count: 0};
    one.count += numberIn(count);
    list.set(value, one);
  }
  const sorted = [...list.values()].sort((a, b) =>
      /year|score/.test(kind) ? b.value - a.value : b.count - a.count);
  let sum = 0;
  if (kind === 'score') for (const one of sorted) one.count = sum += one.count;
  return sorted;
}

export function facetsFrom(counted) {
  const [, count = 0] = counted.code.find(([value]) => value === 'true') || [];
  const facets = {exact: counted.exact, code: {count: numberIn(count)}};
  for (const kind of Object.keys(VALUES)) {
    facets[kind] = listOf(kind, counted[kind]);
  }
  return facets;
}
