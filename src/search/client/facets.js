// How many of the papers found have each topic, year, source and score.
import {intersect, unite} from './sets.js';
import {AFTER} from './tier.js';
import {textOf} from './text.js';

const SHARDS_MOST = 64;
const KINDS = {topic: 't', year: 'd', source: 's', score: 'c', code: 'k'};
const NAMES = {
  year: (key) => key.slice(1, 5),
  score: (key) => String(Math.floor(Number(key.slice(1)) / 100)),
};

// A kind's own narrowing does not count for its own numbers.
export async function countFacets(run, signal) {
  run.signal = signal;
  const facets = {exact: !run.partial};
  await Promise.all(Object.entries(KINDS).map(async ([kind, letter]) => {
    const counts = new Map();
    await Promise.all(run.tiers.map(
        (tier, i) => countKind(run, i, kind, letter, counts, facets)));
    facets[kind] = listOfCounts(kind, counts);
  }));
  return facets;
}

async function papersOf(run, i, kind, facets) {
  const narrowed = run.required[i].some((one) => one.kind === kind);
  if (run.done && !run.exact && !narrowed) {
    return Uint32Array.from(run.accepted[i]).sort();
  }
  if (!run.exact) facets.exact = false;
  return run.within(i, [0, run.tiers[i].papers], [], kind);
}

async function countKind(run, i, kind, letter, counts, facets) {
  const tier = run.tiers[i];
  const papers = await papersOf(run, i, kind, facets);
  const {entries, complete} = await tier.range(
      letter, letter + AFTER, SHARDS_MOST, run.signal);
  if (!complete) facets.exact = false;
  const found = new Map();
  await Promise.all(entries.map(async ({key, all}) => {
    const name = (NAMES[kind] || ((text) => textOf(text.slice(1))))(key);
    const numbers = intersect(papers, await tier.numbers(
        [all], 0, tier.papers, papers, run.signal));
    found.set(name, [...found.get(name) || [], numbers]);
  }));
  for (const [name, sets] of found) {
    const {length} = unite(sets);
    if (length) counts.set(name, (counts.get(name) || 0) + length);
  }
}

function listOfCounts(kind, counts) {
  if (kind === 'code') return {count: counts.get('') || 0};
  const list = Array.from(counts, ([value, count]) => (
      {value, label: value, count}));
  if (kind === 'year') return list.sort((a, b) => b.value > a.value ? 1 : -1);
  if (kind !== 'score') return list.sort((a, b) => b.count - a.count);
  let sum = 0;
  return list.sort((a, b) => b.value - a.value).map(
      ({value, count}) => ({value: Number(value), count: sum += count}));
}
