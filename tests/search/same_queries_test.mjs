// The client and the program, which makes feeds of saved searches, read queries
// alike: 20,000 random ones. $PRINT_QUERIES names the program's side.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import test from 'node:test';

import {parseQuery} from '../../src/search/client/query.js';

// A random number below `end`, the same in every run.
let state = 20260123;
function below(end) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor(state / 2 ** 32 * end);
}

const PARTS = [
  'author', 'topic', 'TITLE', 'id', 'date', 'score', 'ｓｏｕｒｃｅ', 'ſource', 'toKen', 'code',
  ':', '：', '"', '“', '”', '„', '＂', '-', '－', ' ', ' ', '　', '\u0085', '\ufeff', '\n',
  'a', 'Diffusion', '扩散', '模型', 'é', '😀', '\u200b', 'ﬁ', '½',
  '2026', '2026-02', '2024-02-29', '2023-02-29', '0000-02-29', '2026-1', '..', '...', '.',
  '8', '8.5', '8.505', '0.1234567', '99999', '>', '>=', '<', '<=', '≥', '≤', '0',
  'yes', 'no', 'true', '1',
  'arXiv:', 'doi:', '2601.02360', 'v2', 'V1234', '.pdf', 'q-bio/0601001', '10.1101/2024.09.01',
  'https://', 'http://', 'www.', 'arxiv.org/', 'export.arxiv.org/', 'doi.org/', 'biorxiv.org/',
  'abs/', 'pdf/', 'content/', 'early/', '10.48550/arXiv.', 'v3.full-text', '.full.pdf', '?x', '#y',
  '/', '<b>', '&', '\\', "'",
];

function randomQuery() {
  let text = '';
  for (let i = 1 + below(9); i > 0; --i) text += PARTS[below(PARTS.length)];
  return text;
}

test('20,000 random queries are read alike', () => {
  const queries = Array.from({length: 20000}, randomQuery);
  const {status, stdout} = spawnSync(process.env.PRINT_QUERIES, {
    input: queries.map((query) => JSON.stringify(query)).join('\n') + '\n',
    maxBuffer: 1 << 30, encoding: 'utf8',
  });
  assert.equal(status, 0);
  const answers = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(answers.length, queries.length);
  const differ = queries.flatMap((query, i) => {
    const client = JSON.parse(JSON.stringify(parseQuery(query)));
    return JSON.stringify(client) === JSON.stringify(answers[i]) ? [] :
        [{query, client, program: answers[i]}];
  });
  assert.deepEqual(differ.slice(0, 5), [], `${differ.length} queries differ`);
});
