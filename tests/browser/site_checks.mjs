// What scripts have in common that check a built site in a browser.
import {launch} from './browser.mjs';
import {hasFailures} from './checks.mjs';
import {baseUrlOf, listPages, serve} from './site.mjs';

// Serves the site that the command line names and runs `checks` on it, with
// {browser, site, root, pages}; sets the exit code: 1 where a check has failed,
// 2 where no site is named. `script` is the name of who calls.
export async function checkSite(script, checks) {
  const [root] = process.argv.slice(2);
  if (!root) {
    console.error(`usage: node ${script} SITE_DIR`);
    process.exitCode = 2;
    return;
  }
  const pages = listPages(root);
  const baseUrl = baseUrlOf(pages);
  const site = {baseUrl, ...await serve(root, baseUrl)};
  const browser = await launch();
  try {
    await checks({browser, site, root, pages});
  } finally {
    await browser.close();
    site.close();
  }
  process.exitCode = hasFailures() ? 1 : 0;
}
