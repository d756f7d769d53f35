// What the checks share: a line for each, and pages that are listened to.
import fs from 'node:fs';
import {createRequire} from 'node:module';

const AXE = fs.readFileSync(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let failures = 0;
export const hasFailures = () => failures > 0;

// Reports a check; `problems` are the lines that say what is wrong.
export function report(name, problems) {
  console.log(`${problems.length ? 'FAIL' : 'ok  '} ${name}`);
  for (const problem of problems.slice(0, 20)) console.log(`     ${problem}`);
  if (problems.length > 20) console.log(`     … ${problems.length - 20} more`);
  if (problems.length) failures += 1;
}

// Opens a page and gathers what it asked of other hosts and wrote to the
// console.
export async function open(context, site, address) {
  const page = await context.newPage();
  const complaints = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin + site.baseUrl + '/')) {
      complaints.push(`${address}: requests ${request.url()}`);
    }
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${address}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`${address}: ${error}`));
  await page.goto(site.origin + site.baseUrl + encodeURI(address));
  return {page, complaints};
}

// What axe finds wrong with the page as it stands.
export async function axeProblems(page, name) {
  await page.evaluate(AXE);
  const {violations} = await page.evaluate(() => axe.run());
  return violations.map(({id, help, nodes}) => `${name}: ${id}: ${help}: ${
      nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
}
