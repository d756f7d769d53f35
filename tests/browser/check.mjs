// node check.mjs SITE_DIR: checks a site built with `--format html` in a real
// browser. Prints a line for each check; exits with 1 where one has failed.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

import {HtmlValidate} from 'html-validate';

import {axeProblems, open, report} from './checks.mjs';
import {longestOfEachKind} from './site.mjs';
import {checkSite} from './site_checks.mjs';

const MOST_VALIDATED = 60;
const MOST_BYTES = 60_000;

// The longest page of each kind, and of the others as many as make `most`.
function sample(pages, most) {
  const chosen = new Set(longestOfEachKind(pages));
  const step = Math.max(1, pages.length / (most - chosen.size));
  for (let i = 0; i < pages.length; i += step) {
    if (chosen.size < most) chosen.add(pages[Math.floor(i)]);
  }
  return [...chosen];
}

async function checkHtml(pages) {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Titles of papers are as long as their authors made them.
      'long-title': 'off',
      // White space at the end of a line comes with the digests' own text.
      'no-trailing-whitespace': 'off',
      // An arXiv id has a dot, which HTML allows in an id.
      'valid-id': ['error', {relaxed: true}],
    },
  });
  const problems = [];
  for (const page of pages) {
    const {results} = await validator.validateString(page.html, page.file);
    for (const {messages} of results) {
      for (const {line, column, message, ruleId} of messages) {
        problems.push(`${page.file}:${line}:${column}: ${message} (${ruleId})`);
      }
    }
  }
  report(`HTML of ${pages.length} pages is valid`, problems);
}

// What a reader loads with the page, the papers of a day left out. The search
// page has parts of its own.
function checkSizes(root, pages) {
  const gzipped = (text) => zlib.gzipSync(text).length;
  const sum = (files) => files
      .map((file) => gzipped(fs.readFileSync(path.join(root, file))))
      .reduce((all, bytes) => all + bytes, 0);
  const assets = sum(['offprint.css', 'offprint.js', 'favicon.svg']
                         .map((name) => path.join('assets', name)));
  const search = sum(fs.readdirSync(path.join(root, 'assets'))
                         .filter((name) => name.startsWith('search'))
                         .map((name) => path.join('assets', name)));
  const problems = [];
  for (const {file, kind, html} of pages) {
    const text = kind === 'day' ?
        html.replace(/<article [^]*?<\/article>/g, '') : html;
    const bytes = gzipped(text) + assets + (kind === 'search' ? search : 0);
    if (bytes >= MOST_BYTES) problems.push(`${file}: ${bytes} bytes gzipped`);
  }
  report(`a page with its assets is below ${MOST_BYTES} bytes`, problems);
}

async function checkAccess(browser, site, pages) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext(
        {colorScheme, viewport: {width: 1280, height: 900}});
    const violations = [];
    const noise = [];
    for (const {address} of pages) {
      const {page, complaints} = await open(context, site, address);
      violations.push(...await axeProblems(page, address));
      noise.push(...complaints);
      await page.close();
    }
    report(`no axe violation, ${colorScheme}`, violations);
    report(`quiet console, no other host, ${colorScheme}`, noise);
    await context.close();
  }
}

async function checkWidths(browser, site, pages) {
  for (const width of [360, 768, 1280]) {
    const context =
        await browser.newContext({viewport: {width, height: 800}});
    const problems = [];
    for (const {address} of pages) {
      const {page} = await open(context, site, address);
      const wide = await page.evaluate(
          () => document.documentElement.scrollWidth);
      if (wide > width) problems.push(`${address}: ${wide} pixels wide`);
      await page.close();
    }
    report(`no horizontal scrolling at ${width} pixels`, problems);
    await context.close();
  }
}

// Without scripts every text of a paper is there or one fold away, and no
// control shows that would do nothing.
async function checkWithoutScripts(browser, site, pages) {
  const context = await browser.newContext({javaScriptEnabled: false});
  const problems = [];
  for (const {address, kind} of pages) {
    const {page} = await open(context, site, address);
    if (!await page.locator('main h1').isVisible()) {
      problems.push(`${address}: the heading does not show`);
    }
    if (await page.locator('button:visible').count()) {
      problems.push(`${address}: a button shows that does nothing`);
    }
    const fold = page.locator('article details').first();
    if (kind === 'day' && await fold.count()) {
      const height = async () => (await fold.boundingBox()).height;
      const before = await height();
      await fold.locator('summary').click();
      if (await height() <= before) {
        problems.push(`${address}: a text does not unfold`);
      }
    }
    await page.close();
  }
  report('reading works without scripts', problems);
  await context.close();
}

async function checkSwitch(browser, site) {
  const context = await browser.newContext({colorScheme: 'light'});
  const {page} = await open(context, site, '/');
  const paper = () => page.evaluate(
      () => getComputedStyle(document.body).backgroundColor);
  const pressed = () => page.locator('#theme').getAttribute('aria-pressed');
  const problems = [];
  const expect = (name, actual, wanted) => {
    if (actual !== wanted) problems.push(`${name}: ${actual}, not ${wanted}`);
  };
  const light = await paper();
  await page.locator('#theme').click();
  const dark = await paper();
  expect('the switch changes the page', dark !== light, true);
  expect('the switch says so', await pressed(), 'true');
  await page.reload();
  expect('a reload keeps the theme', await paper(), dark);
  expect('a reload keeps the switch', await pressed(), 'true');
  await page.locator('#theme').click();
  expect('the switch goes back', await paper(), light);
  expect('nothing stays stored',
         await page.evaluate(() => localStorage.length), 0);
  await page.emulateMedia({colorScheme: 'dark'});
  expect('the system is followed again', await paper(), dark);
  report('the theme switch works and persists', problems);
  await context.close();
}

async function checkKeys(browser, site, pages) {
  const day = pages.find(
      ({kind, html}) => kind === 'day' && html.includes('<link rel="prev"'));
  if (!day) return;
  const context = await browser.newContext();
  const {page} = await open(context, site, day.address);
  const problems = [];
  const inArticle = () => page.evaluate(
      () => [...document.querySelectorAll('article, tbody tr')].indexOf(
          document.activeElement.closest('article, tbody tr')));
  await page.keyboard.press('j');
  if (await inArticle() !== 0) problems.push('j does not go to a paper');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  if (await inArticle() !== 0) problems.push('k does not go back');
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL((url) => !url.pathname.endsWith(day.address))
      .catch(() => problems.push('← does not turn to the day before'));
  report('the keys j, k and ← work', problems);
  await context.close();
}

// The table of a theme that has one: filters, order, and both in the address.
async function checkTable(browser, site, pages) {
  const day = longestOfEachKind(pages).find(({kind}) => kind === 'day');
  if (!day?.html.includes('<table class="papers')) return;
  const context = await browser.newContext();
  const {page} = await open(context, site, day.address);
  const problems = [];
  const rows = page.locator('.papers tbody tr:visible');
  const all = await rows.count();
  await page.keyboard.press('/');
  const word = (await rows.nth(1).locator('.ti a').textContent()).slice(0, 4);
  await page.keyboard.type(word);
  const found = await rows.count();
  if (found < 1 || found >= all) problems.push(`"${word}" finds ${found}`);
  const said = await page.locator('.filter output').textContent();
  if (!said.includes(`${found}`)) problems.push(`the count says ${said}`);
  await page.reload();
  if (await rows.count() !== found) problems.push('the address forgets words');
  await page.locator('.filter [name=q]').fill('');
  await page.locator('.papers th.n button').click();
  const scores = (await page.locator('.papers td.n').allTextContents())
                     .map((text) => parseFloat(text) || 0);
  if (scores.some((score, i) => i > 0 && score > scores[i - 1])) {
    problems.push(`not in the order of scores: ${scores}`);
  }
  if (await page.locator('[aria-sort=descending]').count() !== 1) {
    problems.push('no head says how the table is sorted');
  }
  report('the table filters, sorts and keeps both in its address', problems);
  await context.close();
}

await checkSite('check.mjs', async ({browser, site, root, pages}) => {
  const kinds = longestOfEachKind(pages);
  await checkHtml(sample(pages, MOST_VALIDATED));
  checkSizes(root, pages);
  await checkAccess(browser, site, kinds);
  await checkWidths(browser, site, kinds);
  await checkWithoutScripts(browser, site, kinds);
  await checkSwitch(browser, site);
  await checkKeys(browser, site, pages);
  await checkTable(browser, site, pages);
});
