// node search.mjs SITE_DIR: searches the example site in a real browser, as a
// reader would. Prints a line for each check; exits with 1 where one failed.
import {axeProblems, open, report} from './checks.mjs';
import {checkSite} from './site_checks.mjs';

const PHRASE = '注意力';   // in a few papers of the example site
const COMMON = '的';      // in more of them than a page shows at once
const PATIENCE = 5000;    // milliseconds for an answer
const PAUSE = 250;        // milliseconds after which the page has begun
const asked = (query) => '?' + new URLSearchParams({q: query});

// A search page at `query`, "" or "?q=…", with what a reader does on it.
async function visit(context, site, query = '') {
  const {page, complaints} = await open(context, site, site.search);
  if (query) await page.goto(page.url() + query);
  const found = page.locator('#found');
  return {
    page, complaints, found,
    box: page.locator('.find.page input'),
    hits: page.locator('#hits article'),
    links: page.locator('#hits h2 a'),
    // The status, once what was typed has been searched for.
    async answer() {
      await page.waitForTimeout(PAUSE);
      await page.locator('#found:not(:empty)')
          .waitFor({state: 'attached', timeout: PATIENCE}).catch(() => {});
      await page.locator('#hits:not([aria-busy])')
          .waitFor({state: 'attached', timeout: PATIENCE});
      return found.textContent();
    },
    focused: () => page.evaluate(
        () => [...document.querySelectorAll('#hits h2 a')].indexOf(
            document.activeElement)),
  };
}

// Runs `steps` on a fresh page and reports what does not hold; `expect(what,
// holds)` is for the steps to say what should.
async function check(name, browser, steps, settings = {}) {
  const context = await browser.newContext(
      {viewport: {width: 1280, height: 900}, ...settings});
  const problems = [];
  const expect = (what, holds) => {
    if (!holds) problems.push(what);
  };
  try {
    await steps(context, expect);
  } catch (error) {
    problems.push(String(error));
  }
  report(name, problems);
  await context.close();
}

async function checkTyping(browser, site) {
  await check('hits as one types', browser, async (context, expect) => {
    const {page, box, hits, complaints, answer} = await visit(context, site);
    await box.pressSequentially(PHRASE);
    const said = await answer();
    const count = await hits.count();
    expect(`the status says "${said}" of ${count} hits`,
           count > 0 && said.includes(count));
    const marks = await page.locator('#hits mark').allTextContents();
    expect(`no mark is on ${PHRASE}: ${marks}`, marks.includes(PHRASE));
    expect('the address forgets what is typed',
           page.url().endsWith(asked(PHRASE)));
    await page.reload();
    await answer();
    expect('a reload has other hits', await hits.count() === count);
    await page.goBack();
    await page.waitForTimeout(300);
    expect('back does not lead to the empty page',
           await box.inputValue() === '' && await hits.count() === 0);
    expect(`complaints: ${complaints}`, !complaints.length);
  });
}

// An input method shows pinyin until the reader has chosen among its words.
async function checkComposing(browser, site) {
  await check('pinyin on its way to a word is not searched for', browser,
              async (context, expect) => {
    const {page, box, hits, answer} = await visit(context, site);
    const keyboard = await context.newCDPSession(page);
    await box.focus();
    await keyboard.send('Input.imeSetComposition',
                        {text: 'zhuyi', selectionStart: 5, selectionEnd: 5});
    await page.waitForTimeout(PAUSE);
    expect('it is searched for', !page.url().includes('zhuyi'));
    await keyboard.send('Input.insertText', {text: PHRASE});
    await answer();
    expect('the word is not', await hits.count() > 0);
  });
}

async function checkKeys(browser, site) {
  await check('the keyboard leads to a paper and back', browser,
              async (context, expect) => {
    const {page, box, links, hits, answer, focused} =
        await visit(context, site, asked(PHRASE));
    await answer();
    const count = await hits.count();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    expect('/ does not go to the box',
           await box.evaluate((it) => it === document.activeElement));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect('arrows do not go to the second hit', await focused() === 1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect('arrows do not go back to the box',
           await box.evaluate((it) => it === document.activeElement));
    await page.keyboard.press('ArrowDown');
    const target = await links.first().evaluate((it) => it.href);
    await page.keyboard.press('Enter');
    await page.waitForURL(target);
    await page.goBack();
    await answer();
    expect('back does not bring the hits', await hits.count() === count);
    expect('back does not bring the focus', await focused() === 0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(300);
    expect('Escape does not clear the box',
           await box.inputValue() === '' && await hits.count() === 0);
  });
}

async function checkFacets(browser, site) {
  await check('facets narrow, and the address keeps them', browser,
              async (context, expect) => {
    const {page, hits, answer, complaints} =
        await visit(context, site, asked(COMMON));
    const before = parseInt((await answer()).match(/[\d,]+/)[0], 10);
    const topic = page.locator('#facets input[name=topic]').first();
    await topic.waitFor();
    const name = await topic.getAttribute('value');
    await topic.focus();
    await page.keyboard.press('Space');
    const after = parseInt((await answer()).match(/[\d,]+/)[0], 10);
    expect(`${name}: ${after} of ${before}`, after > 0 && after < before);
    expect('the focus is lost', await page.evaluate(
        () => document.activeElement.name === 'topic' &&
            document.activeElement.checked));
    const address = new URL(page.url());
    expect('the address forgets the topic',
           address.searchParams.get('topic') === name);
    expect('nothing to take the topic out again',
           await page.locator('#chosen a').count() === 1);
    await page.locator('#sort [value=date]').check();
    await answer();
    const dates = await hits.locator('time').allTextContents();
    expect(`not by date: ${dates}`,
           String(dates) === String([...dates].sort().reverse()));
    await page.goBack();
    await page.goBack();
    expect('back keeps the topic',
           parseInt((await answer()).match(/[\d,]+/)[0], 10) === before);
    expect(`complaints: ${complaints}`, !complaints.length);
  });
}

async function checkMore(browser, site) {
  await check('more hits on scrolling, the same ones after a paper', browser,
              async (context, expect) => {
    const {page, hits, links, answer} =
        await visit(context, site, asked(COMMON));
    await answer();
    expect(`${await hits.count()} at once`, await hits.count() === 20);
    await hits.last().scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    const count = await hits.count();
    expect('scrolling brings no more', count > 20);
    await links.nth(20).click();
    await page.waitForURL(/papers/);
    await page.goBack();
    await answer();
    expect('back has fewer hits', await hits.count() >= count);
    expect('back is at the top', await page.evaluate(() => scrollY > 0));
  });
}

async function checkOddQueries(browser, site) {
  const odd = {
    markup: '<script>window.ran = 1</script><img src=x onerror=window.ran=1>',
    emoji: '🧠🔥',
    'right to left': 'שלום عليكم \u202e',
    '10 KB': 'transformer '.repeat(900),
    '10 KB without a blank': '注'.repeat(3500),
    'a letter': 'a',
    'a quote': '"',
    filters: 'date:x score:y code:',
    blanks: ' \u3000 ',
  };
  await check('odd queries get an answer and never run', browser,
              async (context, expect) => {
    const {page, box, found, complaints} = await visit(context, site);
    for (const [name, query] of Object.entries(odd)) {
      await box.fill('x');
      await box.fill(query);
      await page.waitForTimeout(700);
      if (name !== 'blanks') {
        expect(`${name}: no word of it`, await found.textContent() !== '');
      }
      expect(`${name}: became markup`, await page.evaluate(
          () => !window.ran && !document.querySelector('#search script')));
      await box.press('Enter');
      await page.waitForTimeout(100);
    }
    expect(`complaints: ${complaints}`, !complaints.length);
  });
}

async function checkNearMisses(browser, site) {
  await check('what finds nothing leads on', browser,
              async (context, expect) => {
    const {page, hits, answer} =
        await visit(context, site, asked(`${PHRASE} qqqzzz`));
    await answer();
    const nearby = page.locator('#notes a').first();
    expect('nothing nearby', await nearby.count() > 0);
    expect('no topics either', await page.locator('#browse').isVisible());
    await nearby.click();
    await answer();
    expect('what is nearby finds nothing', await hits.count() > 0);
  });
}

async function checkDirect(browser, site, pages) {
  const paper = pages.find(
      ({address}) => /^\/papers\/\d{4}\.\d{5}\/$/.test(address));
  if (!paper) return;
  const id = paper.address.split('/')[2];
  await check('an identity leads to its paper', browser,
              async (context, expect) => {
    const {page, box, answer} = await visit(context, site);
    await box.fill(id);
    await answer();
    expect('no line says so', await page.locator('.direct a').isVisible());
    await box.press('Enter');
    const isPaper = (url) => url.pathname.endsWith(paper.address);
    await page.waitForURL(isPaper);
    const {page: home} = await open(context, site, '/');
    await home.locator('.find input').fill(id);
    await home.keyboard.press('Enter');
    await home.waitForURL(isPaper);
    await home.goBack();
    expect('back does not skip the search page',
           await home.locator('body.k-home').count() === 1);
  });
}

async function checkMemory(browser, site) {
  await check('searches are kept and forgotten', browser,
              async (context, expect) => {
    const {page, box, answer} = await visit(context, site);
    await box.fill(PHRASE);
    await box.press('Enter');
    await answer();
    await page.locator('#star').click();
    await box.fill('');
    const kept = page.locator('.kept a');
    await kept.first().waitFor();
    expect('not one saved and one recent', await kept.count() === 2);
    for (const _ of [1, 2]) await page.locator('.kept button').first().click();
    expect('they stay', await kept.count() === 0 &&
           await page.evaluate(() => localStorage.length) === 0);
  });
  await check('a browser without storage searches', browser,
              async (context, expect) => {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('no', 'SecurityError'); }});
    });
    const {hits, answer} = await visit(context, site, asked(PHRASE));
    await answer();
    expect('no hits', await hits.count() > 0);
  });
}

// Files of the index that are not what they should be.
async function checkBadDays(browser, site) {
  const damaged = (route) => route.fulfill(
      {status: 200, contentType: 'application/octet-stream', body: 'PK?'});
  const gone = (route) => route.fulfill({status: 404, body: ''});
  const days = {
    'no client': ['**/search/client.js', gone],
    'no root': ['**/search/index.json', gone],
    'a root that is none': ['**/search/index.json', damaged],
    'no shards': ['**/search/*/*/*.bin', gone],
    'damaged shards': ['**/search/*/*/*.bin', damaged],
    offline: ['**/search/**/*.{bin,json}', (route) => route.abort()],
  };
  for (const [name, [files, answerWith]] of Object.entries(days)) {
    await check(`bad days: ${name}`, browser, async (context, expect) => {
      await context.route(files, answerWith);
      const {page, found} = await visit(context, site, asked(PHRASE));
      const button = page.locator('#notes button');
      await button.waitFor({timeout: PATIENCE}).catch(() => {});
      expect('nothing to press', await button.count() === 1);
      expect('nothing said', (await found.textContent()).length > 5);
      await context.unroute(files);
      await button.click();
      await page.locator('#hits article').first().waitFor({timeout: PATIENCE});
    });
  }
}

async function checkBoxes(browser, site, pages) {
  const day = pages.find(({kind}) => kind === 'day');
  await check('boxes of other pages ask the search page', browser,
              async (context, expect) => {
    const {page, complaints} = await open(context, site, '/');
    await page.keyboard.press('/');
    await page.keyboard.type(PHRASE);
    await page.keyboard.press('Enter');
    await page.locator('#hits article').first().waitFor({timeout: PATIENCE});
    expect('the box forgets',
           await page.locator('.find.page input').inputValue() === PHRASE);
    expect(`complaints: ${complaints}`, !complaints.length);
  });
  await check('/ opens the search page where there is no box', browser,
              async (context) => {
    const {page} = await open(context, site, '/topics/');
    await page.keyboard.press('/');
    await page.waitForURL((url) => url.pathname.endsWith(site.search));
  }, {viewport: {width: 360, height: 800}});
}

async function checkLooks(browser, site) {
  for (const colorScheme of ['light', 'dark']) {
    await check(`no axe violation among hits, ${colorScheme}`, browser,
                async (context, expect) => {
      const {page, answer} = await visit(context, site,
                                         asked(COMMON) + '&score=1&sort=date');
      await answer();
      await page.locator('.help summary').click();
      for (const problem of await axeProblems(page, 'hits')) {
        expect(problem, false);
      }
    }, {colorScheme});
  }
  await check('hits and facets fit into 360 pixels', browser,
              async (context, expect) => {
    const {page, answer} = await visit(context, site, asked(COMMON));
    await answer();
    await page.locator('#facets > summary').click();
    await page.locator('#facets input').first().waitFor();
    await page.locator('.help summary').click();
    const wide = await page.evaluate(
        () => document.documentElement.scrollWidth);
    expect(`${wide} pixels wide`, wide <= 360);
  }, {viewport: {width: 360, height: 800}});
  await check('without scripts the page says what else one can do', browser,
              async (context, expect) => {
    const {page} = await open(context, site, site.search);
    await page.locator('.off').waitFor({timeout: PATIENCE});
    const topic = page.locator('#browse .toc a').first();
    expect('no topic', await topic.isVisible());
  }, {javaScriptEnabled: false});
}

await checkSite('search.mjs', async ({browser, site, pages}) => {
  site.search = pages.find(({kind}) => kind === 'search').address;
  await checkTyping(browser, site);
  await checkComposing(browser, site);
  await checkKeys(browser, site);
  await checkFacets(browser, site);
  await checkMore(browser, site);
  await checkOddQueries(browser, site);
  await checkNearMisses(browser, site);
  await checkDirect(browser, site, pages);
  await checkMemory(browser, site);
  await checkBoxes(browser, site, pages);
  await checkLooks(browser, site);
  await checkBadDays(browser, site);
});
