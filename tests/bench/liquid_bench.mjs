// The templates of liquid_bench in liquidjs, which is found from the working
// directory (npm install liquidjs@10):
//   node liquid_bench.mjs TEMPLATES_FOLDER SECONDS
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

const {Liquid} = createRequire(path.resolve('package.json'))('liquidjs');
const [folder, seconds] = process.argv.slice(2);
const values = JSON.parse(fs.readFileSync(path.join(folder, 'values.json')));
const engine = new Liquid();
engine.registerFilter('relative_url', (input) => '/archive' + input);
engine.registerFilter('jsonify', (input) => JSON.stringify(input));

// How often a second the work is done.
function rate(work) {
  const start = performance.now();
  for (let times = 1;; ++times) {
    work();
    const past = (performance.now() - start) / 1000;
    if (past >= seconds) return times / past;
  }
}

console.log('template          parse/s     render/s');
for (const name of fs.readdirSync(folder).sort()) {
  if (!name.endsWith('.html')) continue;
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  let parsed;
  let out;
  const parses = rate(() => { parsed = engine.parse(text); });
  const renders = rate(() => { out = engine.renderSync(parsed, values); });
  console.log(path.basename(name, '.html').padEnd(12),
              parses.toFixed(0).padStart(12), renders.toFixed(0).padStart(12),
              ` ${Buffer.byteLength(out)} bytes`);
}
