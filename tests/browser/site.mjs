// A built site on a loopback port, under its base URL, as a static host would
// serve it to a browser that allows nothing but the site itself.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

// Every HTML file below `root`: {file, address, kind, html}, in the order of
// their addresses. The address lacks the base URL.
export function listPages(root) {
  const files = fs.readdirSync(root, {recursive: true})
                    .filter((file) => file.endsWith('.html'))
                    .sort();
  return files.map((file) => {
    const html = fs.readFileSync(path.join(root, file), 'utf8');
    const address = '/' + file.split(path.sep).join('/');
    return {
      file,
      html,
      address: address.replace(/\/index\.html$/, '/'),
      kind: /<body class="k-([a-z]+)"/.exec(html)?.[1],
    };
  });
}

// One page of each kind, the longest of its kind: what is hard for a layout is
// on it.
export function longestOfEachKind(pages) {
  const byKind = new Map();
  for (const page of pages) {
    const longest = byKind.get(page.kind);
    if (!longest || page.html.length > longest.html.length) {
      byKind.set(page.kind, page);
    }
  }
  return [...byKind.values()];
}

// "/repository", or "" for a site at the root: what the canonical address of
// the home page says.
export function baseUrlOf(pages) {
  const home = pages.find((page) => page.address === '/');
  if (!home) throw new Error('the site has no index.html');
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(home.html)[1];
  return new URL(canonical, 'http://localhost/').pathname.replace(/\/$/, '');
}

function answer(root, baseUrl, request, response) {
  const {pathname} = new URL(request.url, 'http://localhost/');
  const inside = pathname === baseUrl || pathname.startsWith(baseUrl + '/');
  let file = path.join(root, decodeURIComponent(pathname)
                                 .slice(baseUrl.length));
  if (file.endsWith('/')) file += 'index.html';
  if (!inside || !fs.existsSync(file)) {
    response.writeHead(404);
    response.end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': 'default-src \'self\'',
  });
  response.end(fs.readFileSync(file));
}

// Serves `root`; resolves to {origin, close}.
export function serve(root, baseUrl) {
  const server = http.createServer(
      (request, response) => answer(root, baseUrl, request, response));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({
      origin: `http://127.0.0.1:${server.address().port}`,
      close: () => server.close(),
    }));
  });
}
