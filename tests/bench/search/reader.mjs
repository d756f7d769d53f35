// A reader in Chromium who comes with an empty cache, asks a question, and then
// another.
import {chromium} from '../../browser/node_modules/playwright-core/index.mjs';

const TIMEOUT = 120_000;

export async function openBrowser({fingerprint}) {
  const trusted = fingerprint ?
      [`--ignore-certificate-errors-spki-list=${fingerprint}`] : [];
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync',
           '--disable-background-networking', '--disable-component-update',
           ...trusted],
  });
}

// Both run in the page: they return {ids, total} and leave the client there.
// Ours starts as it does on the search page: the root of the index and the
// worker come while the client does.
async function askOurs([address, query, shown]) {
  const begin = performance.now();
  if (!window.search) {
    const root = Object.assign(document.createElement('link'), {
      rel: 'preload', as: 'fetch', crossOrigin: 'anonymous',
      href: new URL('index.json', new URL(address, location.href)).href});
    document.head.append(root);
    const worker =
        new Worker(address, {type: 'module', name: 'offprint-search'});
    const {Search} = await import(address);
    window.search = new Search({worker});
  }
  const {hits, total, exact} =
      await window.search.find(query, {count: shown});
  return {ms: performance.now() - begin, ids: hits.map(({id}) => id), total,
          exact};
}

async function askPagefind([address, query, shown]) {
  const begin = performance.now();
  if (!window.search) window.search = await import(address);
  const {results} = await window.search.search(query);
  const pages = await Promise.all(
      results.slice(0, shown).map((result) => result.data()));
  return {ms: performance.now() - begin, ids: pages.map(({meta}) => meta.id),
          total: results.length, exact: true};
}

export const CLIENTS = {
  ours: {address: '/search/client.js', ask: askOurs},
  pagefind: {address: '/pagefind/pagefind.js', ask: askPagefind},
};

// Asks the queries one after the other; for each {ids, total, exact, ms, files},
// the first with nothing in the cache.
export async function read(browser, server, client, queries, shown) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT);
  server.taken = [];  // the last reader's list is its own
  await page.goto(server.origin + '/bench.html');
  const answers = [];
  try {
    for (const query of queries) {
      server.taken = [];
      const answer = await page.evaluate(client.ask,
                                         [client.address, query, shown]);
      answers.push({...answer, files: server.taken});
    }
  } finally {
    await context.close();
  }
  return answers;
}
