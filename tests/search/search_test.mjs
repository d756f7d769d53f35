// What a reader of a small archive gets.
import assert from 'node:assert/strict';
import test from 'node:test';

import {Search} from './client.mjs';
import {fetchFrom, makeIndex} from './index_maker.mjs';

const ROOT = 'https://example.org/site/search/';

const paper = (id, title, text, more = {}) => ({
  id, address: `papers/${id}/`, title, otherTitles: [], authors: [],
  date: '2026-01-10', published: null, score: null, code: false,
  sources: ['arxiv'], topics: ['大模型'], texts: [text], days: ['2026-01-10'],
  ...more,
});

const PAPERS = () => [
  paper('2601.00001', '扩散模型综述', 'A survey of diffusion models.',
        {date: '2026-01-12', days: ['2026-01-12'], score: 7.5, code: true}),
  paper('2601.00002', 'Graph networks', 'Not of 扩散模型 at all. Neural, network.',
        {date: '2026-01-11', days: ['2026-01-11', '2025-12-30'], score: 9}),
  paper('2601.00003', 'A neural network', 'LLM推理 with KV cache压缩 works.',
        {authors: ['Geoffrey Hinton', '李飞飞'], topics: ['图像 生成', 'LLM']}),
  paper('2601.00004', 'Network of neural things', 'plain words',
        {sources: ['biorxiv'], score: 6}),
  paper('10.1101/2024.09.01.610000', 'Proteins <b>fold</b>', '<script>x</script>',
        {address: 'papers/10.1101-2024/', date: '2024-09-02',
         days: ['2024-09-02']}),
];

async function searchOf(papers = PAPERS(), asked = []) {
  const files = await makeIndex([papers]);
  return new Search({root: ROOT, fetch: fetchFrom(files, ROOT, asked)});
}

const idsOf = ({hits}) => hits.map(({id}) => id.slice(-1));
const plain = (marked) => marked.map(([piece, isMatch]) =>
    isMatch ? `[${piece}]` : piece).join('');

test('a title goes before a text', async () => {
  const answer = await (await searchOf()).find('扩散模型');
  assert.deepEqual(idsOf(answer), ['1', '2']);
  assert.equal(plain(answer.hits[0].title), '[扩散模型]综述');
  assert.equal(plain(answer.hits[1].excerpt),
               'Not of [扩散模型] at all. Neural, network.');
  assert.deepEqual([answer.total, answer.exact, answer.more], [2, true, false]);
});

test('a phrase goes before scattered words', async () => {
  const answer = await (await searchOf()).find('neural network');
  assert.deepEqual(idsOf(answer), ['3', '4', '2']);
  assert.deepEqual(idsOf(await (await searchOf()).find('"neural network"')),
                   ['3']);
});

test('a word is found by its beginning only while it is typed', async () => {
  const search = await searchOf();
  assert.deepEqual(idsOf(await search.find('netw')), []);
  const answer = await search.find('netw', {typing: true});
  assert.deepEqual(idsOf(answer).sort(), ['2', '3', '4']);
  assert.deepEqual(idsOf(await search.find('netw ', {typing: true})), []);
});

test('mixed terms stand as they are', async () => {
  const search = await searchOf();
  for (const query of ['LLM推理', 'ｋｖ　cache压缩', 'cache压', '压缩', '压']) {
    assert.deepEqual(idsOf(await search.find(query)), ['3'], query);
  }
  assert.deepEqual(idsOf(await search.find('LM推理')), []);
});

test('filters', async () => {
  const search = await searchOf();
  const expected = {
    'author:hinton': '3', 'author:飞飞': '3', 'title:network': '34',
    'network -title:network': '2', 'topic:llm': '3', 'topic:图像': '3',
    'source:bioRxiv': '4', 'score:>=7.5': '21', 'score:6..8': '14',
    'code:yes': '1', 'date:2025': '2', 'date:2026-01-11': '2',
    'id:2601.00004v3': '4', 'network -source:biorxiv': '32',
    'date:..2024': '0', '-topic:大模型': '3',
  };
  for (const [query, ids] of Object.entries(expected)) {
    const answer = await search.find(query);
    assert.deepEqual(idsOf(answer).sort().join(''),
                     [...ids].sort().join(''), query);
    assert.equal(answer.total, ids.length, query);
  }
});

test('what the page narrows to, and the counts of it', async () => {
  const search = await searchOf();
  const narrow = async (facets) =>
      idsOf(await search.find('network', {facets})).sort().join('');
  assert.equal(await narrow({source: ['biorxiv']}), '4');
  assert.equal(await narrow({source: ['biorxiv', 'arxiv']}), '234');
  assert.equal(await narrow({year: ['2025'], score: [8]}), '2');
  assert.equal(await narrow({topic: ['LLM', '图像 生成']}), '3');
  const counts = await search.facets('network', {facets: {source: ['biorxiv']}});
  assert.deepEqual(counts.source.map(({value, count}) => [value, count]),
                   [['arxiv', 2], ['biorxiv', 1]]);
  assert.deepEqual(counts.topic, [{value: '大模型', label: '大模型', count: 1}]);
  const all = await search.facets('network');
  assert.deepEqual(all.score.map(({value, count}) => [value, count]),
                   [[9, 1], [6, 2]]);
  assert.deepEqual(all.year.map(({value, count}) => [value, count]),
                   [['2026', 3], ['2025', 1]]);
  assert.deepEqual([all.code.count, all.exact], [0, true]);
});

test('an order by date or score', async () => {
  const search = await searchOf();
  assert.equal(idsOf(await search.find('network', {sort: 'date'})).join(''), '243');
  assert.equal(idsOf(await search.find('network', {sort: 'score'})).join(''), '243');
});

test('a pasted identity goes to its paper', async () => {
  const search = await searchOf();
  for (const query of ['2601.00002', 'https://arxiv.org/pdf/2601.00002v2.pdf',
                       'arXiv:2601.00002v1']) {
    const {direct, hits} = await search.find(query);
    assert.deepEqual(direct, {id: '2601.00002', title: 'Graph networks',
                              url: 'https://example.org/site/papers/2601.00002/'});
    assert.equal(hits.length, 1);
  }
  const {direct} = await search.find('https://doi.org/10.1101/2024.09.01.610000');
  assert.equal(direct.url, 'https://example.org/site/papers/10.1101-2024/');
  assert.equal((await search.find('2601.99999')).direct, null);
});

test('links stay within the site', async () => {
  const addresses = ['//evil.example/', 'https://evil.example/', '../../x',
                     'javascript:alert(1)', '\\\\evil.example', '/papers/x/'];
  const search = await searchOf(addresses.map((address, i) =>
      paper(`2601.0000${i}`, 'link', '', {address})));
  const {hits} = await search.find('link');
  assert.equal(hits.length, addresses.length);
  for (const {url} of hits) {
    assert.ok(url === null || url.startsWith('https://example.org/site/'), url);
  }
});

test('text is never markup, only pieces of text', async () => {
  const search = await searchOf();
  const {hits: [hit]} = await search.find('<script>x</script>');
  assert.deepEqual(hit.excerpt, [['<script>x</script>', true]]);
  assert.deepEqual((await search.find('fold')).hits[0].title,
                   [['Proteins <b>', false], ['fold', true], ['</b>', false]]);
});

test('nothing found leads to what would be', async () => {
  const search = await searchOf();
  const dropped = await search.find('扩散模型 proteins');
  assert.deepEqual(dropped.suggestions, [{query: 'proteins', total: 1},
                                         {query: '扩散模型', total: 2}]);
  const spelt = await search.find('difusion');
  assert.deepEqual(spelt.suggestions, [{query: 'diffusion', total: 1}]);
  assert.deepEqual((await search.find('zzzz')).suggestions, []);
});

test('what says nothing is told', async () => {
  const search = await searchOf();
  for (const query of ['😀', '-', '""', '\u200d', '!!']) {
    const answer = await search.find(query);
    assert.deepEqual(answer.hits, [], query);
    assert.equal(answer.problems[0].kind, 'empty-term', query);
  }
  assert.equal((await search.find('date:x network')).problems[0].kind,
               'bad-filter');
  assert.deepEqual(await search.find(''), {
    hits: [], total: 0, exact: true, more: false, direct: null, suggestions: [],
    terms: [], problems: [],
  });
});

test('hard queries have an answer', async () => {
  const search = await searchOf();
  const queries = ['中'.repeat(10_000), 'a b '.repeat(3000), '"'.repeat(5000),
                   '-'.repeat(9999), '\u0301\u0302'.repeat(400), '\ud800',
                   'א'.repeat(300), '__proto__', 'constructor:x', '\0', '%00',
                   'title:'.repeat(200), '..'.repeat(500), '(((((a+)+)+)+)+)$'];
  for (const query of queries) {
    const answer = await search.find(query, {typing: true});
    assert.deepEqual(answer.hits.filter(({id}) => !id), [], query.slice(0, 20));
  }
});

test('pages neither repeat nor lose a hit', async () => {
  const papers = Array.from({length: 95}, (_, i) => paper(
      `2601.${String(i).padStart(5, '0')}`, i % 3 ? 'other' : 'same thing',
      'thing same thing'.slice(0, 5 + i % 12)));
  const search = await searchOf(papers);
  const whole = (await search.find('thing', {count: 95})).hits;
  for (const size of [1, 7, 20]) {
    const other = await searchOf(papers);
    const hits = [];
    for (let from = 0; from < 95; from += size) {
      hits.push(...(await other.find('thing', {from, count: size})).hits);
    }
    assert.deepEqual(hits, whole);
  }
  const far = await (await searchOf(papers)).find('thing', {from: 60, count: 9});
  assert.deepEqual(far.hits, whole.slice(60, 69));
});

test('no file comes twice', async () => {
  const asked = [];
  const search = await searchOf(PAPERS(), asked);
  await Promise.all([search.warm(), search.find('network'), search.find('neural'),
                     search.find('network', {sort: 'date'})]);
  await search.find('neural network');
  const files = asked.map(({url}) => url);
  assert.deepEqual(files, [...new Set(files)]);
  assert.equal(asked[0].cache, 'no-cache');
  assert.ok(asked.slice(1).every(({cache}) => cache === 'force-cache'));
});

test('an archive without papers', async () => {
  const search = new Search({root: ROOT, fetch: fetchFrom(
      await makeIndex([]), ROOT)});
  assert.equal((await search.find('扩散')).total, 0);
  assert.equal((await search.find('2601.00001')).direct, null);
  assert.equal((await search.facets('扩散')).code.count, 0);
});
