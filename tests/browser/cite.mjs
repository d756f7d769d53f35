// node cite.mjs SITE_DIR: exports citations from pages of the example site, built
// with few papers a page, and compares the files with what $OFFPRINT exports.
// Prints a line for each check; exits with 1 where one has failed.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {axeProblems, open, report} from './checks.mjs';
import {longestOfEachKind} from './site.mjs';
import {checkSite} from './site_checks.mjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const FORMATS = [['BibTeX', 'bibtex', 'bib'], ['RIS', 'ris', 'ris'],
                 ['CSL-JSON', 'csl-json', 'json']];

const exported = (...args) => execFileSync(
    process.env.OFFPRINT, ['export', '--quiet', '--format', ...args],
    {cwd: PROJECT, encoding: 'utf8', maxBuffer: 1 << 28});

// The file of the papers with those ids, in their order, made of the records of
// the program's own file of all.
function fileOf(format, ids) {
  const all = exported(format);
  const [head, between, tail, apart] = {
    'bibtex': ['', '\n', '', /\n(?=@)/],
    'ris': ['', '\r\n', '', /\r\n(?=TY {2}- )/],
    'csl-json': ['[\n', ',\n', '\n]\n', /,\n/],
  }[format];
  const records = all.slice(head.length, all.length - tail.length).split(apart);
  const places = new Map(exported('jsonl').trimEnd().split('\n').map(
      (line, place) => [JSON.parse(line).id, place]));
  return head + ids.map((id) => records[places.get(id)]).join(between) + tail;
}

// Opens the fold by keyboard and presses the format's button; its file.
async function download(page, name) {
  const fold = page.locator('details.cites');
  if (!await fold.evaluate((element) => element.open)) {
    await fold.locator('summary').focus();
    await page.keyboard.press('Enter');
  }
  const button = fold.getByRole('button', {name, exact: true});
  await button.focus();
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await waiting;
  return {name: file.suggestedFilename(),
          text: fs.readFileSync(await file.path(), 'utf8')};
}

// `wanted` gives the text of a format's file, `base` is the name of all.
async function checkFiles(browser, site, what, address, base, wanted) {
  const context = await browser.newContext({acceptDownloads: true});
  const {page, complaints} = await open(context, site, address);
  const problems = [];
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  const isLoaded = await page.evaluate(
      () => performance.getEntriesByType('resource')
                .some(({name}) => name.includes('/assets/cite.js')));
  if (isLoaded) problems.push('cite.js is loaded before it is needed');
  for (const [name, format, extension] of FORMATS) {
    const file = await download(page, name);
    if (file.text !== wanted(format)) problems.push(`${name} is another`);
    if (file.name !== `${base}.${extension}`) problems.push(file.name);
  }
  report(`${what} exports the program's bytes: ${address}`,
         [...problems, ...complaints]);
  await context.close();
}

const readJson = (root, file) =>
    JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

async function checkPaper(browser, site, page) {
  const id = /<dt>arXiv<\/dt><dd>([^<]*)</.exec(page.html)[1];
  const key = /<pre>@\w+\{([^,]*),/.exec(page.html)[1];
  await checkFiles(browser, site, 'a paper', page.address, key,
                   (format) => fileOf(format, [id]));
}

async function checkDay(browser, site, root, page) {
  const [date] = /\d{4}-\d\d-\d\d/.exec(page.address);
  const {entries} = readJson(root, `api/days/${date}.json`);
  // The page has an order of its own; the ids are those of the day.
  const ids = [...page.html.matchAll(/data-cite="([^\t"]*)\t/g)]
                  .map(([, id]) => id);
  const unique = [...new Set(ids)];
  const same = JSON.stringify([...unique].sort()) ===
      JSON.stringify([...new Set(entries.map(({id}) => id))].sort());
  report('a day has the papers of its JSON', same ? [] : [page.address]);
  await checkFiles(browser, site, 'a day', page.address, date,
                   (format) => fileOf(format, unique));
}

// From its oldest page too, the list as a whole.
async function checkTopic(browser, site, root, pages) {
  const {topics} = readJson(root, 'api/index.json');
  const topic = topics[0];
  const first = decodeURIComponent(
      new URL(topic.url, site.origin).pathname).slice(site.baseUrl.length);
  const oldest = pages.find(({address}) => address === `${first}page/1/`);
  const base = first.split('/').at(-2);
  for (const address of [first, oldest.address]) {
    await checkFiles(browser, site, 'a topic', address, base,
                     (format) => exported(format, '--topic', topic.name));
  }
  await checkOffline(browser, site, oldest.address);
}

async function checkOffline(browser, site, address) {
  const context = await browser.newContext();
  const {page} = await open(context, site, address);
  await page.locator('details.cites summary').click();
  await page.locator('details.cites button').first().waitFor();
  await context.setOffline(true);
  await page.locator('details.cites button').first().click();
  const told = page.locator('details.cites output');
  const failed = await page.locator('details.cites').getAttribute('data-failed');
  await page.waitForFunction(
      ([text]) => document.querySelector('.cites output').textContent === text,
      [failed], {timeout: 5000}).catch(() => {});
  const text = await told.textContent();
  report('a list that cannot be read is told',
         text === failed ? [] : [`it says "${text}"`]);
  await context.close();
}

async function checkOpen(browser, site, pages) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext(
        {colorScheme, viewport: {width: 360, height: 800}});
    const problems = [];
    for (const {address} of pages) {
      const {page, complaints} = await open(context, site, address);
      await page.locator('details.cites summary').click();
      await page.locator('details.cites button').first().waitFor();
      problems.push(...complaints, ...await axeProblems(page, address));
      const wide = await page.evaluate(
          () => document.documentElement.scrollWidth);
      if (wide > 360) problems.push(`${address}: ${wide} pixels wide`);
      await page.close();
    }
    report(`an open export is accessible and fits into 360 pixels, ${
               colorScheme}`, problems);
    await context.close();
  }
}

async function checkWithoutScripts(browser, site, pages) {
  const context = await browser.newContext({javaScriptEnabled: false});
  const problems = [];
  for (const {address, kind} of pages) {
    const {page} = await open(context, site, address);
    if (await page.locator('details.cites').isVisible()) problems.push(address);
    if (kind === 'paper') {
      await page.locator('.cite summary').first().click();
      if (!await page.locator('.cite pre').first().isVisible()) {
        problems.push(`${address}: no BibTeX`);
      }
    }
    await page.close();
  }
  report('without scripts there is BibTeX, and no export', problems);
  await context.close();
}

await checkSite('cite.mjs', async ({browser, site, root, pages}) => {
  const kinds = longestOfEachKind(pages).filter(
      ({kind}) => ['paper', 'day', 'topic'].includes(kind));
  const of = (wanted) => kinds.find(({kind}) => kind === wanted);
  await checkPaper(browser, site, of('paper'));
  await checkDay(browser, site, root, of('day'));
  await checkTopic(browser, site, root, pages);
  await checkOpen(browser, site, kinds);
  await checkWithoutScripts(browser, site, kinds);
});
