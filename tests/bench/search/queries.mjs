// Queries cut at random from the texts of papers: what a reader might remember
// of one.
import {randomOf} from '../../search/archive_maker.mjs';

const words = new Intl.Segmenter('zh', {granularity: 'word'});
const MOST_TRIES = 1000;
const LONGEST = 8;

const pick = (random, list) => list[random(list.length)];

// A run of ideographs in a text, and where its words begin.
function wordsOfRun(random, text) {
  const runs = text.match(/\p{Script=Han}{4,}/gu);
  if (!runs) return null;
  const points = [...pick(random, runs)];
  const starts = new Set([points.length]);
  let at = 0;
  for (const {segment} of words.segment(points.join(''))) {
    starts.add(at);
    at += [...segment].length;
  }
  return {points, starts};
}

// From one word's beginning to another's, or from within one into another.
function cutChinese(random, text, across) {
  const run = wordsOfRun(random, text);
  if (!run) return null;
  const from = random(run.points.length - 1);
  const end = from + 2 + random(LONGEST - 1);
  if (end > run.points.length) return null;
  const [begins, ends] = [from, end].map((at) => run.starts.has(at));
  if (across ? begins || ends : !begins || !ends) return null;
  return run.points.slice(from, end).join('');
}

function cutEnglish(random, text) {
  const runs = text.match(/(?<![\w-])[A-Za-z]{3,}( [A-Za-z]{2,})*(?![\w-])/g);
  if (!runs) return null;
  const run = pick(random, runs).split(' ');
  const from = random(run.length);
  const cut = run.slice(from, from + 1 + random(3)).join(' ');
  return cut.includes(' ') && random(2) ? `"${cut}"` : cut;
}

function cutMixed(random, text) {
  const cuts = text.match(
      /\p{Script=Han}{1,4} ?(?<![\w-])[A-Za-z][A-Za-z0-9]+(?![\w-])( ?\p{Script=Han}{1,3})?/gu);
  return cuts && pick(random, cuts);
}

const KINDS = {
  'Chinese, whole words': [20, (random, paper) =>
      cutChinese(random, pick(random, paper.texts), false)],
  'Chinese, across words': [20, (random, paper) =>
      cutChinese(random, pick(random, paper.texts), true)],
  'mixed': [20, (random, paper) => cutMixed(random, pick(random, paper.texts))],
  'English': [20, (random, paper) =>
      cutEnglish(random, pick(random, paper.texts))],
  'author': [10, (random, {authors}) =>
      pick(random, authors.concat(''))?.replace(/[^\p{L} ]/gu, '').trim()],
  'id': [10, (random, {id}) => id],
};

// `count` of {kind, query}, the same for the same papers and seed.
export function cutQueries(papers, count, seed) {
  const random = randomOf(seed * 7919);
  const queries = [];
  for (const [kind, [share, cut]] of Object.entries(KINDS)) {
    const known = new Set();
    for (let tries = MOST_TRIES; tries > 0; --tries) {
      if (known.size * 100 >= share * count) break;
      const query = cut(random, pick(random, papers));
      if (query) known.add(query);
    }
    queries.push(...Array.from(known, (query) => ({kind, query})));
  }
  return queries;
}
