// What OpenSearch is asked, and what the page gets of its answers.
import assert from 'node:assert/strict';

import {check, OPEN, openFound, OPENSEARCH, plain} from './engine_server.mjs';

check('a hit of OpenSearch is as the page knows hits', async (t, {start}) => {
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

check('terms are phrases in fields', async (t, {bodyOf}) => {
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

check('filters and facets of OpenSearch', async (t, {bodyOf}) => {
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

check('pages of hits, and none beyond the window', async (t, {start}) => {
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

check('OpenSearch counts facets', async (t, {start}) => {
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
