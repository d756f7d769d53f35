// What of the index a query needs: for each term the keys to look up, for each
// filter ranges of keys.
import {AFTER} from './tier.js';
import {bytesOf, cutWord, normalForm, partsOf, WORD_MOST} from './text.js';

const PAIRS_FIRST = 3;
const WORDS_MOST = 12;

export const exactly = (key) =>
    ({low: bytesOf(key), high: bytesOf(key) + '\0'});
export const beginning = (key) =>
    ({low: bytesOf(key), high: bytesOf(key) + AFTER});

// The first, the last, the middle one and so on: pairs that stand apart say
// more than neighbours.
function spread(pairs) {
  const chosen = new Set();
  for (let parts = 1; parts < 2 * pairs.length; parts *= 2) {
    for (let i = 0; i <= parts; ++i) {
      chosen.add(pairs[Math.round(i * (pairs.length - 1) / parts)]);
    }
  }
  return [...chosen];
}

// {form, typing, lookups, spare, exact, field}: `exact` where a paper has the
// keys if and only if the term matches.
export function planTerm({kind, text, exclude}, typing, common) {
  const {words, pairs} = partsOf(text);
  const points = [...text];
  const end = points[points.length - 1];
  const last = partsOf(end);
  const open = typing && last.words.length ? words.pop() : '';
  if (last.pairs.length) pairs.pop();  // what follows the term is not known
  const queue = [...spread(pairs.filter((pair) => !common.has(pair))),
                 ...pairs.filter((pair) => common.has(pair))];
  const rare = queue.findIndex((pair) => common.has(pair));
  const first = rare < 0 ? PAIRS_FIRST :
                           Math.max(1, Math.min(rare, PAIRS_FIRST));
  const keys = words.slice(0, WORDS_MOST).map((word) => 'w' + cutWord(word))
      .concat(queue.splice(0, first).map((pair) => 'g' + pair));
  const lookups = [...new Set(keys)].map(exactly);
  if (open) {
    lookups.push([...open].length < WORD_MOST ? beginning('w' + open) :
                                                exactly('w' + cutWord(open)));
  }
  if (!lookups.length && last.pairs.length) lookups.push(beginning('g' + end));
  const whole = [...words, ...pairs, open].includes(text) || points.length === 1;
  return {
    form: text, typing, exclude, lookups,
    spare: queue.map((pair) => exactly('g' + pair)),
    exact: whole && lookups.length === 1 && points.length < WORD_MOST,
    field: {title: 'titles', author: 'authors'}[kind],
  };
}

const scoreKey = (score) => 'c' + String(
    Math.round(Math.min(Math.max(score * 100, 0), 99999))).padStart(5, '0');

// The range of keys of a filter.
export function planFilter({kind, text, from, to}, typing) {
  if (kind === 'date') {
    return {low: 'd' + (from || ''), high: 'd' + (to || '') + AFTER};
  }
  if (kind === 'score') {
    return {low: scoreKey(from || 0), high: scoreKey(to ?? 1e3) + AFTER};
  }
  if (kind === 'code') return exactly('k');
  return (typing && kind === 'source' ? beginning : exactly)(kind[0] + text);
}

// What the page narrows the answer to: {kind, ranges}, any of each.
export function planFacets(facets = {}) {
  const plan = (kind, rangeOf) => ({
    kind, ranges: [].concat(facets[kind] || []).map(rangeOf),
  });
  return [
    plan('topic', (text) => exactly('t' + normalForm(String(text)))),
    plan('source', (text) => exactly('s' + normalForm(String(text)))),
    plan('year', (year) => beginning(`d${year}-`)),
    plan('score', (from) => planFilter({kind: 'score', from: Number(from)})),
    plan('code', () => exactly('k')),
  ].filter(({ranges}) => ranges.length);
}
