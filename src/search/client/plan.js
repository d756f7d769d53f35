// What of the index a query needs: for each term the keys to look up, for each
// filter a range of keys.
import {AFTER} from './tier.js';
import {bytesOf, cutWord, findTerm, normalForm, partsOf, textOf, WORD_MOST}
    from './text.js';

const PAIRS_FIRST = 3;
const WORDS_MOST = 12;
const RANGE_SHARDS = 4;
const FILTER_SHARDS = 64;
const FIELDS = {title: 'titles', author: 'authors'};

export const exactly = (key) => ({low: bytesOf(key), high: bytesOf(key) + '\0'});
export const beginning = (key) => ({low: bytesOf(key), high: bytesOf(key) + AFTER});

// The first, the last, the middle one and so on: pairs that stand apart say
// more than neighbours.
function spread(pairs) {
  const chosen = new Set();
  for (let parts = 1; parts < 2 * pairs.length; parts *= 2) {
    for (let i = 0; i <= parts; ++i) {
      chosen.add(Math.round(i * (pairs.length - 1) / parts));
    }
  }
  return [...chosen].map((i) => pairs[i]);
}

// {item, lookups, spare, exact, field}: `exact` where a paper has the keys if
// and only if the term matches.
export function planTerm(item, typing, common) {
  const form = item.text;
  const points = [...form];
  const {words, pairs} = partsOf(form);
  const last = words[words.length - 1];
  const open = typing && last && form.endsWith(last) ? words.pop() : '';
  if (!open && pairs.length && form.endsWith(pairs[pairs.length - 1]) &&
      [...pairs[pairs.length - 1]].length === 1) {
    pairs.pop();  // what follows the last C of a term is not known
  }
  words.sort((a, b) => b.length - a.length);
  const rare = spread([...new Set(pairs)].filter((pair) => !common.has(pair)));
  const often = pairs.filter((pair) => common.has(pair));
  const queue = [...rare, ...often];
  const first = Math.max(1, Math.min(rare.length, PAIRS_FIRST));
  const lookups = [
    ...[...new Set(words)].slice(0, WORDS_MOST)
        .map((word) => exactly('w' + cutWord(word))),
    ...queue.splice(0, first).map((pair) => exactly('g' + pair)),
  ];
  if (open) {
    lookups.push([...open].length < WORD_MOST ? beginning('w' + open) :
                                                exactly('w' + cutWord(open)));
  }
  const end = points[points.length - 1];
  if (!lookups.length && partsOf(end).pairs.length) {
    lookups.push(beginning('g' + end));
  }
  const whole = words.concat(open)[0] === form ? points.length < WORD_MOST :
      pairs.length ? pairs[0] === form : points.length === 1;
  return {
    item, typing, form, lookups,
    spare: queue.map((pair) => exactly('g' + pair)),
    exact: whole && lookups.length === 1, field: FIELDS[item.kind],
  };
}

// The range of keys of a filter, null for a topic that is to be searched.
export function planFilter({kind, text, from, to}, typing) {
  if (kind === 'date') {
    return {low: 'd' + (from || ''), high: 'd' + (to || '') + AFTER};
  }
  if (kind === 'score') {
    return {low: 'c' + (from === undefined ? '' : scoreKey(from)),
            high: 'c' + (to === undefined ? '' : scoreKey(to)) + AFTER};
  }
  if (kind === 'code') return exactly('k');
  return (typing && kind === 'source' ? beginning : exactly)(kind[0] + text);
}

function scoreKey(score) {
  const hundredths = Math.round(Math.min(Math.max(score * 100, 0), 99999));
  return String(hundredths).padStart(5, '0');
}

// The ranges of what the page narrows the answer to, by kind.
export function planFacets(facets = {}) {
  const listed = (values) => (Array.isArray(values) ? values : []).map(String);
  const kinds = {
    topic: listed(facets.topic).map((text) => exactly('t' + normalForm(text))),
    source: listed(facets.source).map((text) => exactly('s' + normalForm(text))),
    year: listed(facets.year).map((year) => beginning(`d${year}-`)),
    score: listed(facets.score).slice(0, 1)
               .map((from) => planFilter({kind: 'score', from: Number(from)})),
    code: facets.code ? [exactly('k')] : [],
  };
  return Object.entries(kinds).filter(([, ranges]) => ranges.length)
      .map(([kind, ranges]) => ({kind, ranges}));
}

// A topic's own name goes before all that contain the text.
export async function topicLists(tiers, text, typing, signal) {
  const own = await Promise.all(tiers.map(
      (tier) => lookUp(tier, exactly('t' + text), 1, signal)));
  if (own.some(({all}) => all.length)) return own;
  return Promise.all(tiers.map((tier) => lookUp(
      tier, beginning('t'), FILTER_SHARDS, signal,
      (key) => findTerm(text, textOf(key.slice(1)), typing) >= 0)));
}

// What a tier has for a range of keys: lists of papers, by field.
export async function lookUp(tier, {low, high}, most, signal, isWanted) {
  const result = {all: [], titles: [], authors: [], complete: true};
  const {entries, complete} = await tier.range(low, high, most, signal);
  result.complete = complete;
  for (const entry of entries) {
    if (isWanted && !isWanted(entry.key)) continue;
    for (const field of ['all', 'titles', 'authors']) {
      if (entry[field]) result[field].push(entry[field]);
    }
  }
  return result;
}
