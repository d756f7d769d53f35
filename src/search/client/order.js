// The candidates of a query in order, in batches of {list: [{tier, number}]}.
// Numbers ascend from the newest and best on, so that equals keep their order.
import {WEIGHTS} from './rank.js';
import {WINDOW_SEGMENTS} from './run.js';
import {intersect, lowerBound, subtract} from './sets.js';
import {beginning} from './plan.js';

const TITLE_SEGMENTS = 2;
const SCORED_LEAST = 20;

const listed = (tier, numbers) =>
    Array.from(numbers, (number) => ({tier, number, score: 0}));

export async function* byDate(run) {
  for (const i of run.tiers.keys()) {
    for (const part of run.windowsOf(i, [], WINDOW_SEGMENTS)) {
      yield {list: listed(i, await run.within(i, part))};
    }
  }
}

// First those that have all terms in their titles, then the others, by where
// the terms stand.
export async function* byRelevance(run) {
  const plain = run.terms.filter(({field}) => !field);
  for (const i of run.tiers.keys()) {
    const titles = plain.flatMap(({found}) => found.map(
        (tiers) => ({lists: tiers[i].titles})));
    if (!titles.length) continue;
    for (const part of run.windowsOf(i, titles, TITLE_SEGMENTS)) {
      const numbers = await run.within(i, part, titles);
      yield {titled: true, list: listed(i, numbers)};
    }
  }
  const parts = run.tiers.map((_, i) => run.windowsOf(i, [], WINDOW_SEGMENTS));
  for (let w = 0; parts.some(({length}) => w < length); ++w) {
    const lists = await Promise.all(parts.map(
        (windows, i) => windows[w] ? scored(run, i, windows[w], plain) : []));
    yield {list: lists.flat().sort((a, b) => b.score - a.score)};
  }
}

async function scored(run, i, part, plain) {
  const numbers = (await run.within(i, part))
      .filter((number) => !run.accepted[i].has(number));
  const list = listed(i, numbers);
  for (const {found, idf} of plain) {
    for (const field of ['titles', 'authors']) {
      // A single term in a title was had before.
      if (!found.length || (field === 'titles' && run.terms.length < 2)) continue;
      let near = numbers;
      for (const tiers of found) {
        near = intersect(near, await run.tiers[i].numbers(
            tiers[i][field], ...part, near));
      }
      for (const number of near) {
        list[lowerBound(numbers, number)].score +=
            idf * (WEIGHTS[field] - WEIGHTS.texts);
      }
    }
  }
  return list;
}

// The lists of a tier's scores, best first.
async function* scoresOf(tier) {
  const range = beginning('c');
  const {found} = await tier.shardsOf(range);
  for (const i of found.reverse()) {
    yield* (await tier.entriesOf(i, range)).reverse();
  }
}

export async function* byScore(run) {
  const left = await Promise.all(run.tiers.map(
      (tier, i) => run.within(i, [0, tier.papers])));
  const walks = run.tiers.map(scoresOf);
  const next = async (i) => (await walks[i].next()).value;
  const heads = await Promise.all(walks.map((_, i) => next(i)));
  let list = [];
  while (left.some(({length}) => length) && heads.some((head) => head)) {
    const best = heads.reduce(
        (key, head) => head && head.key > key ? head.key : key, '');
    for (const [i, head] of heads.entries()) {
      if (!head || head.key !== best) continue;
      const numbers = intersect(left[i], await run.tiers[i].numbers(
          [head.all], 0, run.tiers[i].papers, left[i]));
      left[i] = subtract(left[i], numbers);
      list.push(...listed(i, numbers));
      heads[i] = await next(i);
    }
    if (list.length < SCORED_LEAST) continue;
    yield {list};
    list = [];
  }
  yield {list: list.concat(...left.map((numbers, i) => listed(i, numbers)))};
}
