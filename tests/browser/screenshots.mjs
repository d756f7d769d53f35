// node screenshots.mjs SITE_DIR OUT_DIR: pictures of a built site for the
// README: home, day, topic, paper and a search, light and dark, wide and narrow.
// They are quantised where Debian's pngquant is installed.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import {launch} from './browser.mjs';
import {baseUrlOf, listPages, serve} from './site.mjs';

const SCREENS = {
  wide: {viewport: {width: 1280, height: 860}, deviceScaleFactor: 1},
  narrow: {viewport: {width: 390, height: 760}, deviceScaleFactor: 1.5},
};

// The page of `kind` that has most of what makes such a page.
function pick(pages, kind, sign) {
  const count = ({html}) => html.split(sign).length;
  return pages.filter((page) => page.kind === kind)
      .reduce((best, page) => count(page) > count(best) ? page : best);
}

function quantise(file) {
  spawnSync('pngquant',
            ['--force', '--skip-if-larger', '--ext', '.png', file]);
}

async function main([root, out]) {
  if (!root || !out) {
    console.error('usage: node screenshots.mjs SITE_DIR OUT_DIR');
    return 2;
  }
  const pages = listPages(root);
  const baseUrl = baseUrlOf(pages);
  const chosen = [
    pick(pages, 'home', '<li>'),
    pick(pages, 'day', '<p class="s'),
    pick(pages, 'topic', '<div class="ex">'),
    pick(pages, 'paper', '<article'),
    {kind: 'search', address: '/search/?q=注意力'},
  ];
  const site = await serve(root, baseUrl);
  const browser = await launch();
  fs.mkdirSync(out, {recursive: true});
  for (const [screen, settings] of Object.entries(SCREENS)) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({...settings, colorScheme});
      for (const {kind, address} of chosen) {
        const page = await context.newPage();
        await page.goto(site.origin + baseUrl + encodeURI(address));
        if (kind === 'search') await page.waitForSelector('#hits article');
        const file = path.join(out, `${kind}-${screen}-${colorScheme}.png`);
        await page.screenshot({path: file});
        quantise(file);
        console.log(`${file} ${fs.statSync(file).size} bytes, ${address}`);
        await page.close();
      }
      await context.close();
    }
  }
  await browser.close();
  site.close();
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
