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

// The golden section puts far from each other what comes next to each other:
// pairs that stand apart say more than neighbours.
const spread = (pairs) => [...new Set(pairs)]
    .map((pair, i) => [i * 0.618 % 1, pair]).sort((a, b) => a[0] - b[0])
    .map(([, pair]) => pair);

// {form, typing, lookups, spare, exact, field}: `exact` where a paper has the
// keys if and only if the term matches.
export function planTerm({kind, text, exclude}, typing, common) {
  const {words, pairs} = partsOf(text);
  const points = [...text];
  const end = points[points.length - 1];
  const last = partsOf(end);
  const open = typing && last.words.length ? words.pop() : '';
  if (last.pairs.length) pairs.pop();  // what follows the term is not known
  const rare = spread(pairs.filter((pair) => !common.has(pair)));
  const queue = rare.concat(pairs.filter((pair) => common.has(pair)));
  const first = Math.min(PAIRS_FIRST, Math.max(2, rare.length));
  const keys = words.slice(0, WORDS_MOST).map((word) => 'w' + cutWord(word))
      .concat(queue.splice(0, first).map((pair) => 'g' + pair));
  const lookups = [...new Set(keys)].map(exactly);
  if (open) {
    lookups.push([...open].length < WORD_MOST ? beginning('w' + open) :
                                                exactly('w' + cutWord(open)));
  }
  if (!lookups.length && last.pairs.length) lookups.push(beginning('g' + end));
  const whole =
      [...words, ...pairs, open].includes(text) || points.length === 1;
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

const FACETS = {
  topic: (text) => exactly('t' + normalForm(String(text))),
  source: (text) => exactly('s' + normalForm(String(text))),
  year: (year) => beginning(`d${year}-`),
  score: (from) => planFilter({kind: 'score', from}),
  code: () => exactly('k'),
};

// What the page narrows the answer to: {kind, ranges}, any of each.
export const planFacets = (facets = {}) => Object.keys(FACETS).map((kind) => (
    {kind, ranges: [].concat(facets[kind] || []).map(FACETS[kind])}
)).filter(({ranges}) => ranges.length);
