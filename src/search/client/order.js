// The candidates of a query in order, in batches of {list: [{tier, number}]}.
// Numbers ascend from the newest and best on, so that equals keep their order.
import {WEIGHTS} from './rank.js';
import {countOf, WINDOW_SEGMENTS} from './run.js';
import {intersect, lowerBound, subtract} from './sets.js';
import {AFTER} from './tier.js';

const TITLE_SEGMENTS = 2;
const SCORED_LEAST = 20;

const listed = (tier, numbers) =>
    Array.from(numbers, (number) => ({tier, number}));

export async function* byDate(run) {
  for (let i = 0; i < run.tiers.length; ++i) {
    for (const part of run.windowsOf(i, [], WINDOW_SEGMENTS)) {
      yield {list: listed(i, await run.within(i, part))};
    }
  }
}

// First those that have all terms in their titles, then the others, by where
// the terms stand.
export async function* byRelevance(run) {
  const plain = run.terms.filter(({field}) => !field);
  for (let i = 0; i < run.tiers.length; ++i) {
    const titles = plain.flatMap(
        (term) => term.found[i].map((found) => found.titles));
    if (!titles.length) continue;
    for (const part of run.windowsOf(i, titles, TITLE_SEGMENTS)) {
      const numbers = await run.within(i, part, titles);
      yield {titled: true, list: listed(i, numbers)};
    }
  }
  const parts = run.tiers.map((_, i) => run.windowsOf(i, [], WINDOW_SEGMENTS));
  const most = Math.max(0, ...parts.map(({length}) => length));
  for (let w = 0; w < most; ++w) {
    const lists = await Promise.all(parts.map(
        (windows, i) => w < windows.length ? scored(run, i, windows[w]) : []));
    yield {list: lists.flat().sort((a, b) => b.score - a.score)};
  }
}

async function scored(run, i, part) {
  const {accepted, tiers, terms, signal} = run;
  const all = await run.within(i, part);
  const numbers = all.filter((number) => !accepted[i].has(number));
  const list = listed(i, numbers);
  for (const one of list) one.score = 0;
  const plain = terms.filter(({field, found}) => !field && found[i].length);
  for (const term of plain) {
    for (const field of ['titles', 'authors']) {
      // A single term in a title was had before.
      if (field === 'titles' && terms.length < 2) continue;
      let near = numbers;
      for (const found of term.found[i]) {
        if (!near.length || !countOf(found[field])) near = near.subarray(0, 0);
        else near = intersect(near, await tiers[i].numbers(
            found[field], part[0], part[1], near, signal));
      }
      for (const number of near) {
        const one = list[lowerBound(numbers, number)];
        one.score += term.idf * (WEIGHTS[field] - WEIGHTS.texts);
      }
    }
  }
  return list;
}

// The lists of a tier's scores, best first.
async function* scoresOf(run, tier) {
  const end = 'c' + AFTER;
  const {found} = await tier.shardsOf('c', end, Infinity, run.signal);
  for (const i of found.reverse()) {
    yield* (await tier.entriesOf(i, 'c', end, run.signal)).reverse();
  }
}

export async function* byScore(run) {
  const left = await Promise.all(run.tiers.map(
      (tier, i) => run.within(i, [0, tier.papers])));
  const walks = run.tiers.map((tier) => scoresOf(run, tier));
  const heads = await Promise.all(walks.map((walk) => walk.next()));
  let list = [];
  while (left.some(({length}) => length) && heads.some(({done}) => !done)) {
    const best = heads.reduce(
        (key, {value}) => value && value.key > key ? value.key : key, '');
    for (let i = 0; i < heads.length; ++i) {
      if (heads[i].done || heads[i].value.key !== best) continue;
      const {papers} = run.tiers[i];
      const numbers = intersect(left[i], await run.tiers[i].numbers(
          [heads[i].value.all], 0, papers, left[i], run.signal));
      left[i] = subtract(left[i], numbers);
      list.push(...listed(i, numbers));
      heads[i] = await walks[i].next();
    }
    if (list.length < SCORED_LEAST) continue;
    yield {list};
    list = [];
  }
  yield {list: list.concat(...left.map((numbers, i) => listed(i, numbers)))};
}
