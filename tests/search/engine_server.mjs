// A search server that answers as it is told, and keeps what it was asked; it
// serves the site's engine.json too.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

// `answer(request)` gives {status, body} or a body; null never answers.
export async function engineServer(t, about, answer) {
  const asked = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const send = ({status = 200, body}) => {
      response.writeHead(status, {'Content-Type': 'application/json'});
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (request.url === '/site/search/engine.json') {
      const url = `http://127.0.0.1:${server.address().port}/find`;
      send(about ? {body: {url, index: 'papers', key: null, ...about}} :
                   {status: 404, body: ''});
      return;
    }
    const {method, url, headers} = request;
    asked.push({method, url, headers, body: text && JSON.parse(text)});
    const given = await answer(asked[asked.length - 1]);
    if (given) send(given.status || given.body ? given : {body: given});
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const site = `http://127.0.0.1:${server.address().port}/site/`;
  return {site, root: site + 'search/', asked};
}

// The module of the parts, and the joined one that a site gets.
export async function clients() {
  const found =
      {parts: await import('../../src/engines/client/engine_search.js')};
  const {OFFPRINT} = process.env;
  if (!OFFPRINT) return found;
  const folder = mkdtempSync(join(tmpdir(), 'engines-'));
  try {
    writeFileSync(join(folder, 'site.yml'), 'search:\n  engine: opensearch\n' +
                  '  url: https://find.example.org\n');
    execFileSync(OFFPRINT, ['build', '--quiet', '-s', folder,
                            '-d', join(folder, 'public')], {stdio: 'ignore'});
    const module = join(folder, 'public/search/client.js');
    found.joined = await import(pathToFileURL(module).href);
  } finally {
    rmSync(folder, {recursive: true});
  }
  return found;
}
