// node serve.mjs: shows a site with `offprint serve` in a real browser while its
// files change. Prints a line for each check; exits with 1 where one failed.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import {launch} from './browser.mjs';
import {hasFailures, report} from './checks.mjs';

const PATIENCE = 10_000;  // milliseconds

const digestOf = (day, title) => `# ArXiv 每日推荐 - ${day}

## 多模态

${Array.from({length: 30}, (_, i) => `### [Score: ${9 - i / 10}/10] ${title} 第 ${i} 篇
- **Authors:** Ada Alpha
- **Link:** [https://arxiv.org/abs/2601.${String(i).padStart(5, '0')}](https://arxiv.org/abs/2601.${String(i).padStart(5, '0')})
- **Reason:** 它讲的是压缩。
`).join('\n')}`;

class Preview {
  constructor() {
    this.site = fs.mkdtempSync(path.join(os.tmpdir(), 'offprint-serve-'));
    this.put('site.yml', 'title: T\nurl: https://example.org\nbaseurl: /x\n');
    this.put('content/2026-01-23.md', digestOf('2026-01-23', '杯子'));
  }
  put(file, text) {
    const place = path.join(this.site, file);
    fs.mkdirSync(path.dirname(place), {recursive: true});
    fs.writeFileSync(place, text);
  }
  remove(file) {
    fs.rmSync(path.join(this.site, file));
  }
  // Resolves with the address when the site can be looked at.
  start(...flags) {
    this.process = spawn(process.env.OFFPRINT,
                         ['serve', '--source', this.site, ...flags]);
    return new Promise((resolve, reject) => {
      let said = '';
      this.process.stdout.on('data', (bytes) => {
        said += bytes;
        const found = /http:\S+/.exec(said);
        if (found) resolve(found[0]);
      });
      this.process.on('exit', (code) => reject(new Error(`exit ${code}`)));
    });
  }
  async end() {
    const ended = new Promise((resolve) => this.process.once('close', resolve));
    this.process.removeAllListeners('exit');
    this.process.kill('SIGTERM');
    await ended;
    fs.rmSync(this.site, {recursive: true});
  }
}

// Runs `steps` on a page of a preview of its own and reports what does not hold.
async function check(name, browser, flags, steps) {
  const preview = new Preview();
  const problems = [];
  const expect = (what, holds) => {
    if (!holds) problems.push(what);
  };
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  try {
    const address = await preview.start(...flags);
    await steps({preview, page, address, expect});
  } catch (error) {
    problems.push(String(error));
  }
  await page.close();
  await preview.end();
  report(name, problems);
}

const hasTitle = (page, title) =>
    page.getByText(title).first().waitFor();

async function checkDigest({preview, page, address, expect}) {
  await page.goto(address + 'days/2026-01-23/');
  await page.evaluate(() => scrollTo(0, 600));
  await page.waitForTimeout(200);  // the events have begun
  const began = Date.now();
  preview.put('content/2026-01-23.md', digestOf('2026-01-23', '盘子'));
  await hasTitle(page, '盘子');
  console.log(`  ${Date.now() - began} ms from saving a digest to its page`);
  await page.waitForTimeout(100);
  const at = await page.evaluate(() => scrollY);
  expect(`the page is where it was scrolled to, not at ${at}`,
         Math.abs(at - 600) < 50);
}

async function checkStyle({preview, page, address, expect}) {
  await page.goto(address);
  await page.evaluate(() => { window.mark = 'kept'; });
  await page.waitForTimeout(200);
  preview.put('assets/offprint.css', 'body { background: rgb(1, 2, 3) }');
  await page.waitForFunction(
      () => getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)');
  expect('the page is not loaded anew',
         await page.evaluate(() => window.mark) === 'kept');
}

async function checkError({preview, page, address, expect}) {
  await page.goto(address + 'days/2026-01-23/');
  await page.waitForTimeout(200);
  preview.put('_bodies/day.html', '<img src=x onerror="window.hit=1">\n{% if %}');
  const panel = page.locator('#offprint-problem');
  await panel.waitFor();
  const text = await panel.evaluate((host) => host.shadowRoot.textContent);
  expect(`the panel has the place: ${text}`, text.includes('_bodies/day.html:2:'));
  expect('the good page is below it',
         await page.getByText('杯子').count() > 0);
  await page.reload();
  await panel.waitFor();
  expect('what it says is no markup', !(await page.evaluate(() => window.hit)));
  preview.remove('_bodies/day.html');
  await panel.waitFor({state: 'detached'});
}

async function checkNavigation({preview, page, address}) {
  await page.goto(address);
  await page.waitForTimeout(200);
  preview.put('content/2026-01-24.md', digestOf('2026-01-24', '勺子'));
  await page.waitForURL('**/days/2026-01-24/');
  await hasTitle(page, '勺子');
}

const browser = await launch();
await check('a changed digest is shown where the page was', browser, [],
            checkDigest);
await check('a style sheet is swapped in place', browser, [], checkStyle);
await check('an error is a panel that goes when it is mended', browser, [],
            checkError);
await check('--navigate goes to the changed day', browser, ['--navigate'],
            checkNavigation);
await browser.close();
process.exit(hasFailures() ? 1 : 0);
