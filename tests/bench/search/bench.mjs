// Times searches as readers meet them: in Chromium, with an empty cache, over a
// link of 10 Mbit/s and 50 ms, on archives that nobody wrote.
//
//   tests/bench/search/run [--papers 10000,50000,110000] [--queries 100]
//       [--source generator|corpora] [--pagefind] [--http 2|1.1] [--seed 1]
//       [--corpora FOLDER] [--folder FOLDER] [--show] [--site FOLDER]
//
// --site is a site that is there already; --show prints each query.
//
// Recall is of what is shown: all that is true of at most 20 papers, or 20 true
// ones; precision is how much of it is true. The truth is what reading all
// records finds. Bytes are those of the answers' bodies as they are sent, and
// the time is from where a page begins to load the client to the answer.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';

import {build, SOURCES} from './archive.mjs';
import * as pagefind from './pagefind.mjs';
import {cutQueries} from './queries.mjs';
import {CLIENTS, openBrowser, read} from './reader.mjs';
import {Server} from './server.mjs';
import {SlowLink} from './slow_link.mjs';
import {printFiles, printIndex, printQueries} from './tables.mjs';
import {judge, readPapers, Truth} from './truth.mjs';

const LINK = {megabits: 10, milliseconds: 50};
const SHOWN = 20;

function readOptions() {
  const {values} = parseArgs({options: {
    papers: {type: 'string', default: '10000'},
    queries: {type: 'string', default: '100'},
    source: {type: 'string', default: 'generator'},
    corpora: {type: 'string', default: process.env.CORPORA},
    http: {type: 'string', default: '2'},
    seed: {type: 'string', default: '1'},
    folder: {type: 'string', default: os.tmpdir()},
    site: {type: 'string'},
    pagefind: {type: 'boolean', default: false},
    show: {type: 'boolean', default: false},
  }});
  const programs = {offprint: process.env.OFFPRINT,
                    makeArchive: process.env.MAKE_ARCHIVE};
  return {...values, queries: Number(values.queries), seed: Number(values.seed),
          programs};
}

// Asks each query first and another one next; both are judged.
async function askAll(root, client, queries, truth, options) {
  const server = await new Server(root, new SlowLink(LINK), options.http).open();
  const browser = await openBrowser(server);
  const asked = [];
  try {
    for (const [i, {kind, query}] of queries.entries()) {
      const other = queries[(i * 7 + 3) % queries.length].query;
      const [first, next] =
          await read(browser, server, client, [query, other], SHOWN);
      const found = truth.get(query);
      asked.push({kind, query, first, next, ...judge(first.ids, found, SHOWN),
                  found: found.size});
    }
  } finally {
    await browser.close();
    server.close();
  }
  return asked;
}

function showAll(asked) {
  for (const {kind, query, found, recall, precision, first, next} of asked) {
    console.log([kind, query, found, `${first.exact ? '' : '~'}${first.total}`,
                 recall.toFixed(2), precision.toFixed(2), first.ms.toFixed(0),
                 first.files.length, next.ms.toFixed(0)].join('\t'));
  }
}

function report(asked, options) {
  printQueries(asked);
  printFiles(asked);
  if (options.show) showAll(asked);
}

async function benchPagefind(papers, queries, truth, options, folder) {
  const program = pagefind.install(path.join(folder, 'npm'));
  if (!program) return console.log('Pagefind can not be had here.\n');
  const site = path.join(folder, 'pagefind');
  const {cpu, memory} = await pagefind.index(program, papers, site);
  const size = fs.readdirSync(path.join(site, 'pagefind'), {recursive: true})
      .reduce((sum, name) => sum +
          fs.statSync(path.join(site, 'pagefind', name)).size, 0);
  console.log(`Pagefind: ${(size / 1e6).toFixed(1)} MB, CPU ${cpu.toFixed(1)} s, ` +
              `${memory.toFixed(0)} MB\n`);
  report(await askAll(site, CLIENTS.pagefind, queries, truth, options), options);
}

// Where the site of a new archive is; prints what its index takes.
function makeSite(count, options, folder) {
  const [source, site] = ['source', 'site'].map((name) => path.join(folder, name));
  SOURCES[options.source](options, count, source);
  console.log(`\n### ${options.source}, HTTP/${options.http}\n`);
  printIndex(build(options, source, site));
  return site;
}

async function bench(count, options, folder) {
  const site = options.site ?? makeSite(count, options, folder);
  const papers = readPapers(path.join(site, 'search'));
  const queries = cutQueries(papers, options.queries, options.seed);
  const all = new Truth(papers);
  const truth = new Map(queries.map(({query}) => [query, all.find(query)]));
  report(await askAll(site, CLIENTS.ours, queries, truth, options), options);
  if (options.pagefind) {
    await benchPagefind(papers, queries, truth, options, folder);
  }
}

const options = readOptions();
for (const count of options.papers.split(',').map(Number)) {
  const folder = fs.mkdtempSync(path.join(options.folder, 'search-bench-'));
  try {
    await bench(count, options, folder);
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}
