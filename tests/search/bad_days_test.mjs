// Half a deployment, a missing or damaged file, no network, a reader who types
// on: an answer or a clear error, never a hang.
import assert from 'node:assert/strict';
import test from 'node:test';

import {randomOf, randomPaper} from './archive_maker.mjs';
import {Search} from './client.mjs';
import {fetchFrom, makeIndex, SMALL} from './index_maker.mjs';

const ROOT = 'https://example.org/search/';
const KINDS = ['missing', 'damaged', 'offline', 'format'];
const QUERIES = ['扩散', 'model', 'LLM推理', '图 -model', 'score:>=3', 'mo',
                 'topic:llm', '"KV cache"', '2601.00000'];

const archive = (seed, name) => {
  const random = randomOf(seed);
  const papers = Array.from({length: 40}, (_, i) => randomPaper(random, i));
  return makeIndex([papers.slice(0, 9), papers.slice(5)], SMALL, name);
};
const searchIn = (files, asked) =>
    new Search({root: ROOT, fetch: fetchFrom(files, ROOT, asked)});

async function errorOf(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail('no error');
}

test('an old page goes on with the new index', async () => {
  const files = await archive(1, 'old');
  const search = searchIn(files);
  await search.find('model');
  const fresh = await archive(2, 'new');
  files.clear();
  for (const [name, bytes] of fresh) files.set(name, bytes);
  const {hits, total} = await search.find('扩散');
  assert.deepEqual({hits, total}, await searchIn(fresh).find('扩散').then(
      (answer) => ({hits: answer.hits, total: answer.total})));
});

test('a missing file is told after the root was read once more', async () => {
  const files = await archive(3);
  for (const name of files.keys()) if (/\/k\//.test(name)) files.delete(name);
  const asked = [];
  const error = await errorOf(searchIn(files, asked).find('扩散'));
  assert.equal(error.kind, 'missing');
  assert.match(error.file, /^tier\d\/k\/\d+\.bin$/);
  assert.equal(asked.filter(({url}) => url.endsWith('index.json')).length, 2);
});

test('what failed is asked for again', async () => {
  const files = await archive(4);
  const root = files.get('index.json');
  files.set('index.json', 'offline');
  const search = searchIn(files);
  assert.equal((await errorOf(search.find('扩散'))).kind, 'offline');
  files.set('index.json', root);
  assert.ok((await search.find('扩散')).total > 0);
});

test('a page of errors in place of the root', async () => {
  const text = (body) => new Map([['index.json', Buffer.from(body)]]);
  for (const [body, kind] of [
    ['<!doctype html>', 'damaged'], ['', 'damaged'], ['null', 'damaged'],
    ['{"format":2}', 'format'], ['{"format":1}', 'damaged'],
    ['{"format":1,"papers":1,"common":"","tiers":[null]}', 'damaged'],
  ]) {
    const error = await errorOf(searchIn(text(body)).find('扩散'));
    assert.deepEqual([error.kind, error.file], [kind, 'index.json'], body);
  }
  const error = await errorOf(searchIn(new Map()).find('x'));
  assert.equal(error.kind, 'missing');
});

test('typing on cancels', async () => {
  const files = await archive(5);
  const aborted = [];
  const fetch = async (url, {signal}) => {
    if (url.endsWith('.json')) return fetchFrom(files, ROOT)(url, {signal});
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        aborted.push(url);
        reject(signal.reason);
      });
    });
  };
  const search = new Search({root: ROOT, fetch});
  const controller = new AbortController();
  const found = search.find('扩散', {signal: controller.signal});
  await new Promise((resolve) => setTimeout(resolve, 20));
  controller.abort();
  assert.equal((await errorOf(found)).name, 'AbortError');
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.ok(aborted.length > 0);
  const late = await errorOf(search.find('x', {signal: controller.signal}));
  assert.equal(late.name, 'AbortError');
});

test('who types on leaves others their files', async () => {
  const search = searchIn(await archive(6));
  const controller = new AbortController();
  const left = search.find('model', {signal: controller.signal});
  const stays = search.find('model');
  const other = search.find('model 扩散');
  controller.abort();
  assert.equal((await errorOf(left)).name, 'AbortError');
  assert.ok((await stays).total > 0);
  assert.ok((await other).total >= 0);
  assert.ok((await search.find('model')).hits.length > 0);
});

// Changes a file as bad networks and disks do.
function damage(random, bytes) {
  const bad = Uint8Array.from(bytes);
  const how = random(4);
  if (how === 0) return bad.slice(0, random(bad.length));
  if (how === 1) return Uint8Array.from([...bad, ...bad.slice(0, 9)]);
  if (how === 2) return bad.map(() => random(256));
  for (let i = random(4) + 1; i > 0; --i) bad[random(bad.length)] ^= 1 << random(8);
  return bad;
}

test('damaged files are told, or make no difference', async () => {
  const random = randomOf(77);
  const files = await archive(7);
  const names = [...files.keys()].filter((name) => name.endsWith('.bin'));
  for (let i = 0; i < 150; ++i) {
    const bad = new Map(files);
    const name = names[random(names.length)];
    bad.set(name, damage(random, files.get(name)));
    const search = searchIn(bad);
    for (const query of QUERIES) {
      const right = await searchIn(files).find(query);
      try {
        const answer = await search.find(query);
        assert.deepEqual(answer, right, `${name} ${query}`);
      } catch (error) {
        assert.ok(KINDS.includes(error.kind), `${name} ${query}: ${error.stack}`);
      }
    }
  }
});

test('no answer at all is told in time', {timeout: 5000}, async (t) => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const fetch = (url, {signal}) => new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  const found = errorOf(new Search({root: ROOT, fetch}).find('x'));
  t.mock.timers.tick(20_000);
  assert.equal((await found).kind, 'offline');
});
