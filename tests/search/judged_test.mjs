// The order of what is found in the example archive, held to 50 queries that
// its keeper judged by reading it: judged/queries.tsv grades 3 what a query is
// after, 2 what deals with it, 1 what has something on it; all others are 0.
// The yardstick is nDCG at 10 (Järvelin, Kekäläinen 2002), the rival the order of
// the index, newest first and best scored of a day, over the same hits.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

import {Search} from './client.mjs';
import {fetchFrom} from './index_maker.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const SOURCE = path.resolve(HERE, '../..');
const ROOT = 'https://example.org/search/';
const {OFFPRINT} = process.env;
const SHOWN = 10;
const QUERIES = 50;

// query → id → grade.
function readJudgements() {
  const judgements = new Map();
  const text = fs.readFileSync(path.join(HERE, 'judged/queries.tsv'), 'utf8');
  for (const line of text.trim().split('\n').slice(1)) {
    const [query, id, grade] = line.split('\t');
    if (!judgements.has(query)) judgements.set(query, new Map());
    judgements.get(query).set(id, Number(grade));
  }
  return judgements;
}

// The files of the example's index, by their paths in it.
function buildIndex(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'judged-'));
  t.after(() => fs.rmSync(folder, {recursive: true}));
  execFileSync(path.resolve(OFFPRINT), [
    'build', '--quiet', '--source', SOURCE, '--format', 'html',
    '--destination', path.join(folder, 'site'),
  ]);
  const root = path.join(folder, 'site/search');
  return new Map(fs.readdirSync(root, {recursive: true})
      .filter((name) => /\.(bin|json)$/.test(name))
      .map((name) => [name, fs.readFileSync(path.join(root, name))]));
}

const gainOf = (grades) => grades.slice(0, SHOWN).reduce(
    (sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

function ndcg(ids, grades) {
  const best = [...grades.values()].sort((a, b) => b - a);
  return gainOf(ids.map((id) => grades.get(id) || 0)) / gainOf(best);
}

async function compare(search, judgements) {
  const rows = [];
  for (const [query, grades] of judgements) {
    const of = async (sort) => {
      const {hits, total} = await search.find(query, {sort, count: 200});
      assert.equal(hits.length, total, query);
      return hits.map(({id}) => id);
    };
    const [ranked, newest] = [await of('relevance'), await of('date')];
    assert.deepEqual([...ranked].sort(), [...newest].sort(), query);
    rows.push({query, hits: ranked.length, ranked: ndcg(ranked, grades),
               newest: ndcg(newest, grades)});
  }
  return rows;
}

const mean = (rows, order) =>
    rows.reduce((sum, row) => sum + row[order], 0) / rows.length;

function report(t, rows) {
  const count = (is) => rows.filter(is).length;
  for (const {query, hits, ranked, newest} of rows) {
    t.diagnostic(`${ranked.toFixed(3)} ${newest.toFixed(3)} ` +
                 `${String(hits).padStart(3)} ${query}`);
  }
  t.diagnostic(
      `nDCG@${SHOWN} of ${rows.length}: ${mean(rows, 'ranked').toFixed(3)}, ` +
      `newest first ${mean(rows, 'newest').toFixed(3)}; better for ` +
      `${count((row) => row.ranked > row.newest + 1e-9)}, worse for ` +
      `${count((row) => row.ranked < row.newest - 1e-9)}`);
}

test('judged queries are ordered better than newest first',
     {skip: !OFFPRINT && 'OFFPRINT names no program'}, async (t) => {
  const files = buildIndex(t);
  const search = new Search({root: ROOT, fetch: fetchFrom(files, ROOT)});
  const judgements = readJudgements();
  assert.equal(judgements.size, QUERIES);
  const rows = await compare(search, judgements);
  report(t, rows);
  assert.ok(mean(rows, 'ranked') > mean(rows, 'newest'));
});
