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
  await page.evaluate(() => {
    window.mark = 'kept';
    scrollTo(0, 600);
  });
  await page.waitForTimeout(200);  // the events have begun
  const began = Date.now();
  preview.put('content/2026-01-23.md', digestOf('2026-01-23', '盘子'));
  await hasTitle(page, '盘子');
  console.log(`  ${Date.now() - began} ms from saving a digest to its page`);
  await page.waitForTimeout(100);
  const at = await page.evaluate(() => scrollY);
  expect(`the page is where it was scrolled to, not at ${at}`,
         Math.abs(at - 600) < 50);
  expect('the page is not loaded anew',
         await page.evaluate(() => window.mark) === 'kept');
}

// Null while the page is loaded anew.
const textOf = (page) => page.evaluate(
    () => document.title + document.body.innerText.replace(/\s+/g, ' '))
    .catch(() => null);

// Whatever changes, the page is the one that loading it anew would give.
async function checkEdits({preview, page, address, expect}) {
  const other = await page.context().browser().newPage();
  const day = address + 'days/2026-01-23/';
  await page.goto(day);
  await page.waitForTimeout(200);
  const whole = digestOf('2026-01-23', '杯子');
  const papers = whole.split(/(?=^### )/m);
  const edits = {
    'a paper goes': papers.filter((_, i) => i !== 4).join(''),
    'a paper comes': whole,
    'papers change places': [papers[0], ...papers.slice(1).reverse()].join(''),
    'a topic comes': whole.replace(/(?=^### .*第 20 篇)/m, '## 新主题\n\n'),
    'a paper has more to say': whole.replace('压缩。', '压缩，见 <b>此处</b>。'),
    'one paper is left': papers.slice(0, 2).join(''),
  };
  for (const [edit, text] of Object.entries(edits)) {
    preview.put('content/2026-01-23.md', text + `\n<!-- ${edit} -->\n`);
    let last;
    for (let tries = 0; tries < 40; ++tries) {
      await page.waitForTimeout(100);
      // It may be on its way anew by itself.
      await other.goto(day).catch(() => null);
      last = [await textOf(page), await textOf(other)];
      if (tries > 3 && last[0] && last[0] === last[1]) break;
    }
    expect(`${edit}: as loaded anew`, last[0] && last[0] === last[1]);
  }
  await other.close();
}

// Scripts of a page may have changed it: then it is loaded anew.
async function checkChangedByScript({preview, page, address, expect}) {
  await page.goto(address + 'days/2026-01-23/');
  await page.evaluate(() => {
    const list = document.querySelector('article').parentNode;
    list.append(list.querySelector('article'));
  });
  await page.waitForTimeout(200);
  preview.put('content/2026-01-23.md',
              digestOf('2026-01-23', '杯子').replace('杯子 第 1 篇', '盘子 第 1 篇'));
  await hasTitle(page, '盘子 第 1 篇');
  const titles = await page.locator('article h3').allTextContents();
  expect(`the titles are in their order: ${titles.slice(0, 3)}`,
         titles[0].includes('杯子 第 0 篇') && titles[1].includes('盘子 第 1 篇'));
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
await check('a changed page is as it would be when loaded anew', browser, [],
            checkEdits);
await check('a page that its scripts have changed is loaded anew', browser, [],
            checkChangedByScript);
await check('a style sheet is swapped in place', browser, [], checkStyle);
await check('an error is a panel that goes when it is mended', browser, [],
            checkError);
await check('--navigate goes to the changed day', browser, ['--navigate'],
            checkNavigation);
await browser.close();
process.exit(hasFailures() ? 1 : 0);
