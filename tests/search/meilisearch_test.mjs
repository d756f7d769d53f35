// What Meilisearch is asked, and what the page gets of its answers.
import assert from 'node:assert/strict';

import {check, MEILISEARCH, meiliFound} from './engine_server.mjs';

check('Meilisearch is asked with its key', async (t, {start}) => {
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

check("Meilisearch's fields and words being typed", async (t, {bodyOf}) => {
  const one = await bodyOf(t, MEILISEARCH, 'title:neu', {typing: true});
  assert.deepEqual([one.q, one.attributesToSearchOn],
                   ['neu', ['title', 'other_titles']]);
  const two = await bodyOf(t, MEILISEARCH, 'title:neu ada');
  assert.deepEqual([two.q, two.attributesToSearchOn],
                   ['neu ada ', undefined]);
});

check('no text leaves its quotes', async (t, {bodyOf}) => {
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

check('Meilisearch counts facets', async (t, {start}) => {
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
