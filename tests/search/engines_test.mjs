// What the page gets of search servers, whichever it is.
import assert from 'node:assert/strict';

import {check, checkBoth, OPEN, openFound, OPENSEARCH, PAPER,
        rejects} from './engine_server.mjs';

check('queries are read as ever', (t, {parseQuery}) => {
  assert.equal(parseQuery('title:x').items[0].kind, 'title');
});

checkBoth('an identity leads to its paper', async ({start, isOpen, found}) => {
  const {search, asked} = await start(() => found());
  const {direct, hits} = await search.find(
      'https://arxiv.org/abs/2601.02360v2');
  assert.equal(direct.id, '2601.02360');
  assert.equal(direct.title, '扩散模型 survey');
  assert.equal(direct.url, hits[0].url);
  const {body} = asked[0];
  assert.deepEqual(isOpen ? body.query.bool.filter : body.filter, [
    isOpen ? {terms: {id: ['2601.02360']}} : 'paper_id IN ["2601.02360"]']);
});

checkBoth('an unknown identity is searched for', async ({start, found}) => {
  const {search, asked} = await start(() => found([]));
  const {direct, hits} = await search.find('2601.09999');
  assert.deepEqual([direct, hits, asked.length], [null, [], 2]);
});

checkBoth('links stay in the site', async ({start, isOpen, found}) => {
  const urls = ['../../evil/', '//evil.example/', 'javascript:alert(1)',
                'https://evil.example/', '\\\\evil.example/'];
  const id = isOpen ? 'id' : 'paper_id';
  const {search, site} = await start(() => found(
      urls.map((url) => ({...PAPER, [id]: url, url}))));
  const {hits} = await search.find('x');
  assert.equal(hits[0].url, null);
  for (const {url} of hits) assert.ok(!url || url.startsWith(site), url);
});

checkBoth('errors have kinds', async ({start, isOpen, found}) => {
  const kinds = {400: 'format', 401: 'missing', 403: 'missing',
                 404: 'missing', 429: 'offline', 503: 'offline'};
  let given;
  const {search} = await start(() => given);
  for (const [status, kind] of Object.entries(kinds)) {
    given = {status: Number(status), body: {error: {}}};
    await rejects(search.find('x'), kind);
    await rejects(search.facets('x'), kind);
  }
  const bodies = ['<html>', '{}', 'null', JSON.stringify(found([{}])),
                  JSON.stringify(found([null])),
                  JSON.stringify(found([{...OPEN, paper_id: 'x',
                                         texts: [{}]}]))];
  for (const body of bodies) {
    given = {status: 200, body};
    await rejects(search.find('x'), 'damaged');
  }
  given = found([]);
  await rejects(search.facets('x'), 'damaged');
  assert.deepEqual((await search.find('x')).hits, []);
});

check('what engine.json may be', async (t, {start}) => {
  const none = await start(t, null, () => null);
  await none.search.warm();
  await rejects(none.search.find('x'), 'missing');
  for (const about of [{engine: 'solr'}, {engine: '__proto__'},
                       {...OPENSEARCH, url: 'file:///etc/'}]) {
    const {search} = await start(t, about, () => null);
    await rejects(search.find('x'), 'format');
  }
  const {search} = await start(t, {...OPENSEARCH, url: 'nowhere'});
  await rejects(search.find('x'), 'damaged');
  const closed = {...OPENSEARCH, url: 'http://127.0.0.1:9'};
  await rejects((await start(t, closed)).search.find('x'), 'offline');
});

check('nothing asked is not asked', async (t, {start}) => {
  const {search, asked} = await start(t, OPENSEARCH, () => openFound());
  const answer = await search.find('!!! score:x');
  assert.deepEqual(answer.problems.map(({kind}) => kind),
                   ['bad-filter', 'empty-term']);
  assert.deepEqual([answer.hits, answer.total, asked], [[], 0, []]);
});

check('a search can be given up', async (t, {start}) => {
  const controller = new AbortController();
  const {search, asked} = await start(t, OPENSEARCH, () => {
    controller.abort();
    return null;
  });
  const {signal} = controller;
  const isAbort = {name: 'AbortError'};
  await assert.rejects(search.find('x', {signal}), isAbort);
  await assert.rejects(search.find('x', {signal}), isAbort);
  await assert.rejects(search.facets('x', {signal}), isAbort);
  assert.equal(asked.length, 1);
});

check('no search waits for ever, no cookies go', async (t, {Search}) => {
  const sent = [];
  t.mock.timers.enable({apis: ['setTimeout']});
  const search = new Search({
    root: 'https://example.org/search/',
    fetch: (url, options) => {
      sent.push(options);
      if (url.endsWith('engine.json')) {
        return new Response(JSON.stringify(
            {...OPENSEARCH, url: 'https://e.org', index: 'papers'}));
      }
      setImmediate(() => t.mock.timers.tick(20_000));
      return new Promise((_, reject) => options.signal.addEventListener(
          'abort', () => reject(options.signal.reason)));
    },
  });
  await rejects(search.find('x'), 'offline');
  assert.equal(sent[1].credentials, 'omit');
});
