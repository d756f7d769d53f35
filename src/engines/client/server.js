// The server that engine.json names. It is not told who asks: no cookies.
import {meilisearch} from './meilisearch.js';
import {openSearch} from './opensearch.js';
import {abortError, failure, inTime, leaving} from
    '../../search/client/waiting.js';

const ENGINE_FILE = 'engine.json';
const KINDS = {__proto__: null, opensearch: openSearch, meilisearch};

// The server is busy or down, refuses, or does not understand.
const kindOf = (status) => status === 429 || status >= 500 ? 'offline' :
    [401, 403, 404, 410].includes(status) ? 'missing' : 'format';

// What `read` makes of an answer; what it can not read is damaged.
function sound(file, read) {
  try {
    return read();
  } catch (error) {
    throw error && error.kind ? error :
        failure('damaged', file, 'is not as it should be');
  }
}

function serverFrom({engine, url, index, key}) {
  const kind = KINDS[engine];
  if (!kind || !/^https?:$/.test(new URL(url).protocol)) {
    throw failure('format', ENGINE_FILE, 'names no engine');
  }
  const headers = {'Content-Type': 'application/json'};
  if (key && kind === meilisearch) headers.Authorization = 'Bearer ' + key;
  return {kind, headers, url: url.replace(/\/+$/, '') + '/' + kind.path(index)};
}

export class Server {
  constructor(root, get) {
    this.root = root;
    this.get = get;
    this.opened = null;
  }

  // Who is to be asked; a failure is not kept. Nobody's leaving ends it.
  open() {
    if (!this.opened) {
      const opened = this.opened = this.readFile();
      opened.catch(() => this.close(opened));
    }
    return this.opened;
  }
  close(opened) {
    if (this.opened === opened) this.opened = null;
  }
  readFile() {
    const file = ENGINE_FILE;
    return inTime(file, new AbortController(), async (signal) => {
      const answer = await this.get(new URL(file, this.root).href,
                                    {cache: 'no-cache', signal});
      if (!answer.ok) throw failure('missing', file, 'is not there');
      const text = await answer.text();
      return sound(file, () => serverFrom(JSON.parse(text)));
    });
  }

  // What `read(kind, answers)` makes of the answers to `bodies(kind)`. After a
  // refusal the file is read anew: the server may have moved.
  async ask(bodies, read, signal) {
    if (signal && signal.aborted) throw abortError();
    const opened = this.open();
    const server = await leaving(opened, signal);
    const {kind, url} = server;
    try {
      const answers = await Promise.all(bodies(kind).map(
          (body) => this.post(server, body, signal)));
      return sound(url, () => read(kind, answers));
    } catch (error) {
      if (/missing|damaged|format/.test(error.kind)) this.close(opened);
      throw error;
    }
  }

  post({url, headers}, body, signal) {
    const controller = new AbortController();
    const answer = inTime(url, controller, async (given) => {
      const got = await this.get(url, {
        method: 'POST', headers, body: JSON.stringify(body), cache: 'no-store',
        credentials: 'omit', signal: given,
      });
      if (!got.ok) {
        throw failure(kindOf(got.status), url, 'answers ' + got.status);
      }
      const text = await got.text();
      return sound(url, () => JSON.parse(text));
    });
    return leaving(answer, signal, () => controller.abort());
  }
}
