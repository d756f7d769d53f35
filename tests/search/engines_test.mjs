// What search servers are asked, and what the page gets of their answers.
import assert from 'node:assert/strict';
import test from 'node:test';

import {clients, engineServer} from './engine_server.mjs';

const PAPER = {
  url: 'papers/2601.02360/', title: '扩散模型 survey', other_titles: ['Other'],
  authors: ['Ada Lovelace'], topics: ['大模型', 'LLM'], sources: ['arxiv'],
  last_seen: '2026-01-23', score: 8.5, code: true,
  texts: ['A <b>text</b> of 扩散模型 here.'],
};
const OPEN = {id: '2601.02360', ...PAPER};
const openFound = (documents = [OPEN], total = {value: 1, relation: 'eq'}) => ({
  took: 3, timed_out: false, _shards: {total: 1, successful: 1, failed: 0},
  hits: {total, max_score: null, hits: documents.map(
      (_source) => ({_index: 'papers', _id: _source?.id, _source}))},
});
const meiliFound = (hits = [{paper_id: '2601.02360', ...PAPER}]) => ({
  hits, query: '', processingTimeMs: 1, limit: 21, offset: 0,
  estimatedTotalHits: 31,
});
const plain = (marked) => marked.map(
    ([piece, isMatch]) => isMatch ? `[${piece}]` : piece).join('');

const OPENSEARCH = {engine: 'opensearch'};
const MEILISEARCH = {engine: 'meilisearch'};

for (const [name, {Search, parseQuery}] of Object.entries(await clients())) {
  const start = async (t, about, answer) => {
    const server = await engineServer(t, about, answer);
    return {...server, search: new Search({root: server.root})};
  };
  // The body of the only question that a search asks.
  const bodyOf = async (t, about, query, options) => {
    const {search, asked} = await start(t, about, () =>
        about === OPENSEARCH ? openFound() : meiliFound());
    await search.find(query, options);
    assert.equal(asked.length, 1);
    return asked[0].body;
  };
  const rejects = (promise, kind) => assert.rejects(
      promise, (error) => error instanceof Error && error.kind === kind &&
                          Boolean(error.file));

  test(`${name}: queries are read as ever`, () => {
    assert.equal(parseQuery('title:x').items[0].kind, 'title');
  });

  test(`${name}: a hit of OpenSearch is as the page knows hits`, async (t) => {
    const {search, asked, site} = await start(t, OPENSEARCH, () => openFound());
    await search.warm();
    const answer = await search.find('扩散模型');
    assert.equal(asked[0].method, 'POST');
    assert.equal(asked[0].url, '/find/papers/_search');
    assert.equal(asked[0].headers['content-type'], 'application/json');
    assert.equal(asked[0].headers.authorization, undefined);
    const {title, excerpt, otherTitles, authors, ...hit} = answer.hits[0];
    assert.equal(plain(title), '[扩散模型] survey');
    assert.equal(plain(excerpt), 'A <b>text</b> of [扩散模型] here.');
    assert.deepEqual([otherTitles, authors],
                     [[[['Other', false]]], [[['Ada Lovelace', false]]]]);
    assert.deepEqual(hit, {
      id: '2601.02360', url: site + 'papers/2601.02360/', date: '2026-01-23',
      published: null, score: 8.5, code: true, sources: ['arxiv'],
      topics: ['大模型', 'LLM']});
    const {total, exact, more, direct, problems, suggestions, terms} = answer;
    assert.deepEqual({total, exact, more, direct, problems, suggestions},
                     {total: 1, exact: true, more: false, direct: null,
                      problems: [], suggestions: []});
    assert.equal(terms[0].text, '扩散模型');
  });

  test(`${name}: terms are phrases in fields`, async (t) => {
    const body = await bodyOf(t, OPENSEARCH,
                              'title:"neural nets" author:Ada -bad 图 A股 net',
                              {typing: true, from: 20, count: 20});
    const all = ['title^4', 'other_titles^4', 'authors^2', 'texts^1'];
    assert.deepEqual(body.query.bool.must.map((one) => one.multi_match), [
      {query: 'neural nets', fields: all.slice(0, 2), type: 'phrase'},
      {query: 'ada', fields: ['authors^2'], type: 'phrase'},
      {query: '图', fields: ['title.single^4', 'other_titles.single^4',
                             'authors.single^2', 'texts.single^1']},
      {query: 'a股', fields: all, type: 'phrase_prefix', max_expansions: 200},
      {query: 'net', fields: all, type: 'phrase_prefix', max_expansions: 200},
    ]);
    assert.deepEqual(body.query.bool.must_not, [
      {multi_match: {query: 'bad', fields: all, type: 'phrase'}}]);
    assert.deepEqual([body.from, body.size], [20, 21]);
    assert.ok(!('highlight' in body));
  });

  test(`${name}: filters and facets of OpenSearch`, async (t) => {
    const body = await bodyOf(
        t, OPENSEARCH, 'topic:LLM date:2026-01 score:>=8 code:no -source:x', {
          sort: 'score', facets: {topic: ['ＬＬＭ', 'b'], year: ['2026', '}]'],
                                  source: ['arxiv'], score: [7], code: true}});
    const {filter, must_not: unwanted} = body.query.bool;
    assert.deepEqual(filter, [
      {terms: {'topics.folded': ['llm']}},
      {range: {days: {gte: '2026-01-01', lte: '2026-01-31'}}},
      {range: {score: {gte: 8}}},
      {terms: {'topics.folded': ['llm', 'b']}}, {terms: {sources: ['arxiv']}},
      {terms: {years: [2026]}}, {range: {score: {gte: 7}}},
      {term: {code: true}},
    ]);
    assert.deepEqual(unwanted, [{term: {code: true}},
                                {terms: {sources: ['x']}}]);
    assert.deepEqual(body.sort.map((one) => Object.keys(one)[0]),
                     ['score', 'last_seen', 'id']);
  });

  test(`${name}: pages of hits, and none beyond the window`, async (t) => {
    const many = Array.from({length: 3}, (_, i) => ({...OPEN, id: 'x' + i}));
    const {search, asked} = await start(t, OPENSEARCH, () => openFound(
        many, {value: 10000, relation: 'gte'}));
    const answer = await search.find('x', {count: 2});
    assert.deepEqual([answer.hits.length, answer.more], [2, true]);
    assert.deepEqual([answer.total, answer.exact], [10000, false]);
    await search.find('x', {from: 9990, count: 20});
    await search.find('x', {from: 10000, count: 20});
    assert.deepEqual(asked.map(({body: {from, size}}) => [from, size]),
                     [[0, 3], [9990, 10], [0, 0]]);
  });

  test(`${name}: OpenSearch counts facets`, async (t) => {
    const buckets = (...pairs) => ({doc_count: 9, values: {
      doc_count_error_upper_bound: 0, sum_other_doc_count: 0,
      buckets: pairs.map(([key, count]) => ({key, doc_count: count}))}});
    const {search, asked} = await start(t, OPENSEARCH, () => ({
      ...openFound([]), aggregations: {
        topic: buckets(['LLM', 2], ['llm', 3], ['图像', 9]),
        year: buckets([2025, 7], [2026, 1]), source: buckets(['arxiv', 5]),
        score: buckets([7, 4], [9, 1]),
        code: {doc_count: 9, values: {doc_count: 6}},
      }}));
    const facets = await search.facets('x', {facets: {year: ['2026']}});
    assert.deepEqual(facets.topic, [{value: '图像', label: '图像', count: 9},
                                    {value: 'llm', label: 'LLM', count: 5}]);
    assert.deepEqual(facets.year.map(({value, count}) => [value, count]),
                     [['2026', 1], ['2025', 7]]);
    assert.deepEqual(facets.score.map(({value, count}) => [value, count]),
                     [[9, 1], [7, 5]]);
    assert.deepEqual([facets.code, facets.exact], [{count: 6}, true]);
    const {aggs, query, size} = asked[0].body;
    assert.deepEqual([query.bool.filter, size], [[], 0]);
    assert.deepEqual(aggs.year.filter.bool.filter, []);
    assert.deepEqual(aggs.topic.filter.bool.filter, [{terms: {years: [2026]}}]);
  });

  test(`${name}: Meilisearch is asked with its key`, async (t) => {
    const {search, asked} = await start(
        t, {...MEILISEARCH, key: 'k1'}, () => meiliFound());
    const answer = await search.find('neural "of nets" -"bad one"',
                                     {sort: 'date', from: 20});
    assert.equal(asked[0].url, '/find/indexes/papers/search');
    assert.equal(asked[0].headers.authorization, 'Bearer k1');
    assert.equal(asked[0].headers.cookie, undefined);
    const {attributesToRetrieve, ...body} = asked[0].body;
    assert.ok(attributesToRetrieve.includes('paper_id'));
    assert.deepEqual(body, {
      q: 'neural "of nets" -"bad one" ', matchingStrategy: 'all', filter: [],
      offset: 20, limit: 21, sort: ['last_seen:desc']});
    assert.equal(answer.hits[0].id, '2601.02360');
    assert.deepEqual([answer.total, answer.exact], [31, false]);
  });

  test(`${name}: Meilisearch's fields and words being typed`, async (t) => {
    const one = await bodyOf(t, MEILISEARCH, 'title:neu', {typing: true});
    assert.deepEqual([one.q, one.attributesToSearchOn],
                     ['neu', ['title', 'other_titles']]);
    const two = await bodyOf(t, MEILISEARCH, 'title:neu ada');
    assert.deepEqual([two.q, two.attributesToSearchOn],
                     ['neu ada ', undefined]);
  });

  test(`${name}: no text leaves its quotes`, async (t) => {
    const evil = '" OR code=true OR topics="\\';
    const {filter} = await bodyOf(
        t, MEILISEARCH, 'date:2026-01..2026-02 -score:8..9 score:<=3',
        {facets: {topic: [evil], source: ['a\\', ']'], year: ['1] OR 1=1'],
                  score: ['1 OR 1=1'], code: 'x OR y'}});
    assert.deepEqual(filter, [
      'day_numbers 20260101 TO 20260228', 'NOT score 8 TO 9', 'score<=3',
      'topics IN ["\\" or code=true or topics=\\"\\\\"]',
      'sources IN ["a\\\\","]"]', 'years IN []', 'score>=0', 'code=true']);
    const bare = await bodyOf(t, MEILISEARCH, 'a"-b --c topic:x"y\\');
    assert.equal(bare.q, 'a b -"c" ');
    assert.deepEqual(bare.filter, ['topics IN ["x\\"y\\\\"]']);
  });

  test(`${name}: Meilisearch counts facets`, async (t) => {
    const {search, asked} = await start(t, MEILISEARCH, ({body}) => ({
      ...meiliFound([]), facetDistribution: body.facets.length > 1 ? {
        topics: {LLM: 2}, years: {2025: 4, 2026: 5}, sources: {arxiv: 3},
        score: {'7.25': 1, '7.5': 2, 9: 4}, code: {false: 1, true: 8},
      } : {topics: {LLM: 2, 图像: 6}}}));
    const facets = await search.facets('x', {facets: {topic: ['llm']}});
    assert.deepEqual(facets.topic.map(({value, count}) => [value, count]),
                     [['图像', 6], ['llm', 2]]);
    assert.deepEqual(facets.score.map(({value, count}) => [value, count]),
                     [[9, 4], [7, 7]]);
    assert.deepEqual([facets.code, facets.exact], [{count: 8}, false]);
    const filters = asked.map(({body}) => [body.filter.length, body.limit]);
    assert.deepEqual(filters.sort(), [[0, 0], [1, 0]]);
  });

  for (const about of [OPENSEARCH, MEILISEARCH]) {
    const isOpen = about === OPENSEARCH;
    const found = (...all) => isOpen ? openFound(...all) : meiliFound(...all);

    test(`${name}: an identity leads to its paper, ${about.engine}`,
         async (t) => {
      const {search, asked} = await start(t, about, () => found());
      const {direct, hits} = await search.find(
          'https://arxiv.org/abs/2601.02360v2');
      assert.equal(direct.id, '2601.02360');
      assert.equal(direct.title, '扩散模型 survey');
      assert.equal(direct.url, hits[0].url);
      const {body} = asked[0];
      assert.deepEqual(isOpen ? body.query.bool.filter : body.filter, [
        isOpen ? {terms: {id: ['2601.02360']}} : 'paper_id IN ["2601.02360"]']);
    });

    test(`${name}: an unknown identity is searched for, ${about.engine}`,
         async (t) => {
      const {search, asked} = await start(t, about, () => found([]));
      const {direct, hits} = await search.find('2601.09999');
      assert.deepEqual([direct, hits, asked.length], [null, [], 2]);
    });

    test(`${name}: links stay in the site, ${about.engine}`, async (t) => {
      const urls = ['../../evil/', '//evil.example/', 'javascript:alert(1)',
                    'https://evil.example/', '\\\\evil.example/'];
      const id = isOpen ? 'id' : 'paper_id';
      const {search, site} = await start(t, about, () => found(
          urls.map((url) => ({...PAPER, [id]: url, url}))));
      const {hits} = await search.find('x');
      assert.equal(hits[0].url, null);
      for (const {url} of hits) assert.ok(!url || url.startsWith(site), url);
    });

    test(`${name}: errors have kinds, ${about.engine}`, async (t) => {
      const kinds = {400: 'format', 401: 'missing', 403: 'missing',
                     404: 'missing', 429: 'offline', 503: 'offline'};
      let given;
      const {search} = await start(t, about, () => given);
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
  }

  test(`${name}: what engine.json may be`, async (t) => {
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

  test(`${name}: nothing asked is not asked`, async (t) => {
    const {search, asked} = await start(t, OPENSEARCH, () => openFound());
    const answer = await search.find('!!! score:x');
    assert.deepEqual(answer.problems.map(({kind}) => kind),
                     ['bad-filter', 'empty-term']);
    assert.deepEqual([answer.hits, answer.total, asked], [[], 0, []]);
  });

  test(`${name}: a search can be given up`, async (t) => {
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

  test(`${name}: no search waits for ever, no cookies go`, async (t) => {
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
}
