// What is found in random archives is what reading all of them finds.
import assert from 'node:assert/strict';
import test from 'node:test';

import {readQuery} from '../../src/search/client/query.js';
import {Search} from './client.mjs';
import {classOf} from '../../src/search/client/text.js';

import {bruteForce, papersOf, randomOf, randomPaper, randomText} from
    './archive_maker.mjs';
import {fetchFrom, makeIndex, SMALL} from './index_maker.mjs';

const ROOT = 'https://example.org/site/search/';
const SEEDS = Number(process.env.SEARCH_SEEDS || 6);
const QUERIES = 60;

export function randomTiers(random) {
  const old = Array.from({length: 20 + random(60)},
                         (_, i) => randomPaper(random, i));
  const newer = Array.from({length: random(20)}, (_, i) =>
      randomPaper(random, random(2) ? random(20) : 100 + i, 3));
  const byId = new Map(newer.map((paper) => [paper.id, paper]));
  return [[...byId.values()], old];
}

function randomTerm(random, papers) {
  const paper = papers[random(papers.length)];
  const text = [paper.title, ...paper.authors, ...paper.texts].join(' ');
  const points = [...text];
  const from = random(points.length);
  const term = points.slice(from, from + 1 + random(random(3) ? 4 : 12)).join('');
  return random(6) ? term : randomText(random, 2);
}

const FILTERS = ['score:>=5', 'score:2..6', 'code:yes', 'date:2025', 'topic:llm',
                 'date:2025-03..2026-04', 'source:arxiv', 'topic:大', '-code:yes',
                 'id:2601.00000', '-topic:图像', 'source:biorxiv'];

function randomQuery(random, papers) {
  const parts = [];
  for (let i = random(3) + 1; i > 0; --i) {
    const head = ['', '', '', '', '-', 'title:', 'author:', '-title:'][random(8)];
    const term = randomTerm(random, papers).replace(/"/g, '');
    parts.push(head + (random(3) ? term : `"${term}"`));
  }
  if (!random(4)) parts.push(FILTERS[random(FILTERS.length)]);
  return parts.join(' ') + (random(3) ? '' : ' ');
}

// All hits of a query, page by page.
async function findAll(search, query, options) {
  const ids = [];
  let answer = null;
  do {
    answer = await search.find(query, {...options, from: ids.length, count: 7});
    ids.push(...answer.hits.map(({id}) => id));
    if (answer.more) assert.equal(answer.hits.length, 7, query);
  } while (answer.more);
  return {ids, answer};
}

const hasKey = (text) => Array.from(text, classOf).some((kind) => kind !== 'O');

function isAskable(items) {
  return items.some(({kind, text, exclude}) =>
      !['term', 'title', 'author'].includes(kind) ? !exclude :
          !exclude && hasKey(text)) || items.every(({exclude}) => exclude);
}

for (let seed = 1; seed <= SEEDS; ++seed) {
  test(`random archive ${seed}`, async () => {
    const random = randomOf(seed * 7919);
    const tiers = randomTiers(random);
    const files = await makeIndex(tiers, {
      ...SMALL, shardBytes: [1, 60, 4000][random(3)],
    });
    const search = new Search({root: ROOT, fetch: fetchFrom(files, ROOT)});
    for (let i = 0; i < QUERIES; ++i) {
      const query = randomQuery(random, papersOf(tiers));
      const typing = random(2) > 0;
      const sort = ['relevance', 'relevance', 'date', 'score'][random(4)];
      const {items, open} = readQuery(query);
      if (!items.length || !isAskable(items)) continue;
      const expected = bruteForce(tiers, items, typing && open && !open.exclude ?
          open : null);
      const {ids, answer} = await findAll(search, query, {typing, sort});
      const said = JSON.stringify({query, typing, sort, seed});
      assert.equal(new Set(ids).size, ids.length, `twice: ${said}`);
      const wrong = ids.filter((id) => !expected.includes(id));
      assert.deepEqual(wrong, [], `not a match: ${said}`);
      const lost = expected.filter((id) => !ids.includes(id));
      if (answer.exact) assert.deepEqual(lost, [], `lost: ${said}`);
      if (answer.exact) assert.equal(answer.total, expected.length, said);
      if (sort === 'date') {
        assert.deepEqual(ids, expected.filter((id) => ids.includes(id)), said);
      }
    }
  });
}
