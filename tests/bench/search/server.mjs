// A folder as GitHub Pages serves it, behind a slow link: over HTTP/2, or 1.1,
// texts compressed, and all kept by the browser for ten minutes.
import {execFileSync} from 'node:child_process';
import {createHash, X509Certificate} from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';

const PAGE = '<!doctype html><title>Search</title><link rel="icon" href="data:,">';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

// A key and a certificate for it that nobody but this run trusts.
function makeCertificate() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const [key, cert] = ['key', 'cert'].map((name) => path.join(folder, name));
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256',
    '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext',
    'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert,
  ], {stdio: 'ignore'});
  const pair = {key: fs.readFileSync(key), cert: fs.readFileSync(cert)};
  fs.rmSync(folder, {recursive: true});
  return pair;
}

// What the browser knows the certificate by.
const fingerprintOf = (cert) => createHash('sha256').update(
    new X509Certificate(cert).publicKey.export({type: 'spki', format: 'der'}))
    .digest('base64');

class Folder {
  constructor(root) {
    this.root = root;
    this.compressed = new Map();
  }

  // {body, headers}, or null for what is not there.
  read(pathname) {
    const headers = {'Cache-Control': 'max-age=600'};
    const type = TYPES[path.extname(pathname)];
    headers['Content-Type'] = type ?? 'application/octet-stream';
    if (pathname === '/bench.html') return {body: Buffer.from(PAGE), headers};
    const file = path.join(this.root, path.normalize(pathname));
    if (!fs.existsSync(file)) return null;
    if (!type) return {body: fs.readFileSync(file), headers};
    if (!this.compressed.has(file)) {
      this.compressed.set(file, zlib.gzipSync(fs.readFileSync(file)));
    }
    headers['Content-Encoding'] = 'gzip';
    return {body: this.compressed.get(file), headers};
  }
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Server {
  constructor(root, link, version) {
    this.folder = new Folder(root);
    this.link = link;
    this.taken = [];  // {path, bytes} of each answer, headers apart
    const secure = version === '2';
    const answer = (request, response) => this.answer(request, response);
    const pair = secure ? makeCertificate() : null;
    this.fingerprint = pair && fingerprintOf(pair.cert);
    this.server = secure ? http2.createSecureServer(pair, answer) :
                           http.createServer({keepAliveTimeout: 60_000}, answer);
    // The handshakes of TCP and TLS 1.3 take a round trip each.
    this.handshake = (secure ? 2 : 1) * link.roundTrip;
    this.server.on(secure ? 'session' : 'connection', (connection) => {
      connection.usableFrom = performance.now() + this.handshake;
    });
  }

  async open() {
    await new Promise((resolve) => this.server.listen(0, 'localhost', resolve));
    const scheme = this.fingerprint ? 'https' : 'http';
    this.origin = `${scheme}://localhost:${this.server.address().port}`;
    return this;
  }

  close() {
    this.server.close();
  }

  async answer(request, response) {
    const connection = request.stream?.session ?? request.socket;
    const wait = Math.max(0, connection.usableFrom - performance.now());
    await sleep(wait + this.link.roundTrip);
    const {pathname} = new URL(request.url, 'http://localhost');
    const found = this.folder.read(decodeURIComponent(pathname));
    response.writeHead(found ? 200 : 404, {
      ...found?.headers, 'Content-Length': found?.body.length ?? 0,
    });
    const body = found?.body ?? Buffer.alloc(0);
    this.taken.push({path: pathname, bytes: body.length});
    await this.link.send(body, (slice) => response.write(slice));
    response.end();
  }
}
