// Search servers for tests of the page's client: they answer as they are told.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join, resolve as absolute} from 'node:path';
import test from 'node:test';
import {pathToFileURL} from 'node:url';

export const OPENSEARCH = {engine: 'opensearch'};
export const MEILISEARCH = {engine: 'meilisearch'};

export const PAPER = {
  url: 'papers/2601.02360/', title: '扩散模型 survey',
  other_titles: ['Other'], authors: ['Ada Lovelace'],
  topics: ['大模型', 'LLM'], sources: ['arxiv'],
  last_seen: '2026-01-23', score: 8.5, code: true,
  texts: ['A <b>text</b> of 扩散模型 here.'],
};
export const OPEN = {id: '2601.02360', ...PAPER};

// Answers as the engines' own pages show them.
const ONE = {value: 1, relation: 'eq'};
export const openFound = (documents = [OPEN], total = ONE) => ({
  took: 3, timed_out: false, _shards: {total: 1, successful: 1, failed: 0},
  hits: {total, max_score: null, hits: documents.map(
      (_source) => ({_index: 'papers', _id: _source?.id, _source}))},
});
export const meiliFound = (hits = [{paper_id: '2601.02360', ...PAPER}]) => ({
  hits, query: '', processingTimeMs: 1, limit: 21, offset: 0,
  estimatedTotalHits: 31,
});

export const plain = (marked) => marked.map(
    ([piece, isMatch]) => isMatch ? `[${piece}]` : piece).join('');
export const rejects = (promise, kind) => assert.rejects(
    promise, (error) => error instanceof Error && error.kind === kind &&
                        Boolean(error.file));

// Serves engine.json, says `about` it, and keeps what the engine is asked;
// `answer(request)` gives {status, body} or a body; null never answers.
async function engineServer(t, about, answer) {
  const asked = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const send = ({status = 200, body}) => {
      response.writeHead(status, {'Content-Type': 'application/json'});
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (request.url === '/site/search/engine.json') {
      const url = `http://127.0.0.1:${server.address().port}/find`;
      send(about ? {body: {url, index: 'papers', key: null, ...about}} :
                   {status: 404, body: ''});
      return;
    }
    const {method, url, headers} = request;
    asked.push({method, url, headers, body: text && JSON.parse(text)});
    const given = await answer(asked[asked.length - 1]);
    if (given) send(given.status || given.body ? given : {body: given});
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const site = `http://127.0.0.1:${server.address().port}/site/`;
  return {site, root: site + 'search/', asked};
}

// The module of the parts, and the joined one that a site gets.
async function clients() {
  const found =
      {parts: await import('../../src/engines/client/engine_search.js')};
  const {OFFPRINT} = process.env;
  if (!OFFPRINT) return found;
  const folder = mkdtempSync(join(tmpdir(), 'engines-'));
  try {
    writeFileSync(join(folder, 'site.yml'), 'search:\n  engine: opensearch\n' +
                  '  url: https://find.example.org\n');
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'content/2026-01-24.md'), '# ArXiv\n\n' +
                  '### [Score: 9/10] A cup\n- **Link:** https://e.org/a\n');
    execFileSync(absolute(OFFPRINT), ['build', '--quiet', '-s', folder,
                            '-d', join(folder, 'public')], {stdio: 'ignore'});
    const module = join(folder, 'public/search/client.js');
    found.joined = await import(pathToFileURL(module).href);
  } finally {
    rmSync(folder, {recursive: true});
  }
  return found;
}

const CLIENTS = Object.entries(await clients());

// `run(t, {Search, parseQuery, start, bodyOf})`, with each module.
export function check(what, run) {
  for (const [name, {Search, parseQuery}] of CLIENTS) {
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
    test(`${name}: ${what}`, (t) =>
        run(t, {Search, parseQuery, start, bodyOf}));
  }
}

// `run({start, isOpen, found})` with each engine.
export function checkBoth(what, run) {
  for (const about of [OPENSEARCH, MEILISEARCH]) {
    const isOpen = about === OPENSEARCH;
    check(`${what}, ${about.engine}`, (t, {start}) => run({
      start: (answer) => start(t, about, answer), isOpen,
      found: isOpen ? openFound : meiliFound}));
  }
}
