// How many of the papers found have each topic, year, source and score.
import {beginning} from './plan.js';
import {intersect, unite} from './sets.js';
import {textOf} from './text.js';

const SHARDS_MOST = 64;
const KINDS = {topic: 't', year: 'd', source: 's', score: 'c', code: 'k'};

const nameOf = (key) => key[0] === 'd' ? key.slice(1, 5) :
    key[0] === 'c' ? Math.floor(key.slice(1) / 100) : textOf(key.slice(1));

// A kind's own narrowing does not count for its own numbers.
export async function countFacets(run) {
  const facets = {exact: !run.partial};
  await Promise.all(Object.keys(KINDS).map(async (kind) => {
    const counts = new Map();
    await Promise.all(run.tiers.map(
        (_, i) => countKind(run, i, kind, counts, facets)));
    const list = Array.from(counts, ([value, count]) => (
        {value, label: String(value), count}));
    list.sort((a, b) => /year|score/.test(kind) ? b.value - a.value :
                                                  b.count - a.count);
    let sum = 0;
    if (kind === 'score') for (const one of list) one.count = sum += one.count;
    facets[kind] = kind === 'code' ? list[0] || {count: 0} : list;
  }));
  return facets;
}

function papersOf(run, i, kind, facets) {
  const narrowed = run.required[i].some((one) => one.kind === kind);
  if (run.done && !run.exact && !narrowed) {
    return Uint32Array.from(
        run.hits.filter(({tier}) => tier === i), ({number}) => number).sort();
  }
  facets.exact = facets.exact && run.exact;
  return run.within(i, [0, run.tiers[i].papers], [], kind);
}

async function countKind(run, i, kind, counts, facets) {
  const tier = run.tiers[i];
  const papers = await papersOf(run, i, kind, facets);
  const {entries, complete} = await tier.lookUp(
      beginning(KINDS[kind]), SHARDS_MOST);
  if (!complete) facets.exact = false;
  const found = new Map();
  await Promise.all(entries.map(async ({key, all}) => {
    const name = nameOf(key);
    const numbers = intersect(papers, await tier.numbers(
        [all], 0, tier.papers, papers));
    found.set(name, [...found.get(name) || [], numbers]);
  }));
  for (const [name, sets] of found) {
    const {length} = unite(sets);
    if (length) counts.set(name, (counts.get(name) || 0) + length);
  }
}
