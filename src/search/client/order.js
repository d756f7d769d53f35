// The candidates of a query in order, in batches of {list: [{tier, number}]}.
// Numbers ascend from the newest and best on, so that equals keep their order.
import {WEIGHTS} from './rank.js';
import {WINDOW_SEGMENTS} from './run.js';
import {intersect, lowerBound} from './sets.js';
import {beginning} from './plan.js';

const TITLE_SEGMENTS = 2;

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
      .filter((number) => !run.seen[i].has(number));
  const list = listed(i, numbers);
  for (const {found, idf} of plain) {
    for (const field of ['titles', 'authors']) {
      // A single term in a title was had before.
      const isHad = field === 'titles' && run.terms.length < 2;
      if (!found.length || isHad) continue;
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

export async function* byScore(run) {
  const lists = await Promise.all(run.tiers.map(async (tier, i) => {
    const list = listed(i, await run.within(i, [0, tier.papers]));
    const numbers = Uint32Array.from(list, ({number}) => number);
    const {entries} = await tier.lookUp(beginning('c'));
    await Promise.all(entries.map(async ({key, all}) => {
      const found = await tier.numbers([all], 0, tier.papers, numbers);
      for (const number of intersect(numbers, found)) {
        list[lowerBound(numbers, number)].score = 1 + Number(key.slice(1));
      }
    }));
    return list;
  }));
  yield {list: lists.flat().sort((a, b) => b.score - a.score)};
}
