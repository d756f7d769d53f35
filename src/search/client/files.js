// Files of the index: each comes over the network once, is shared by all who
// ask for it, and stays in memory until others need the place.
import {failure} from './decode.js';

const TIMEOUT = 20_000;
const MEMORY = 32 << 20;
const INFLATED_MOST = 64 << 20;

export function checkAbort(signal) {
  if (signal && signal.aborted) throw abortError();
}
export function abortError() {
  return new DOMException('The search was cancelled', 'AbortError');
}

// The parts are one zlib stream.
async function inflate(parts, file) {
  const reader = new Blob(parts).stream()
      .pipeThrough(new DecompressionStream('deflate')).getReader();
  const chunks = [];
  let size = 0;
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
      if (size > INFLATED_MOST) throw size;
    }
  } catch {
    reader.cancel().catch(() => {});
    throw failure('damaged', file, 'does not inflate');
  }
  const all = new Uint8Array(size);
  size = 0;
  for (const chunk of chunks) all.set(chunk, size), size += chunk.length;
  return all;
}

export class Files {
  constructor(root, fetch) {
    this.root = root;
    this.fetch = fetch;
    this.entries = new Map();
    this.size = 0;
  }

  // The bytes of an answer; an error that says what is wrong for none.
  async request(file, cache, signal) {
    const controller = new AbortController();
    const stop = () => controller.abort();
    const timer = setTimeout(stop, TIMEOUT);
    if (signal) signal.addEventListener('abort', stop);
    try {
      const answer = await this.fetch(new URL(file, this.root).href,
                                      {cache, signal: controller.signal});
      if (!answer.ok) throw failure('missing', file, 'is not there');
      return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      checkAbort(signal);
      throw error.kind ? error : failure('offline', file, 'did not come');
    } finally {
      clearTimeout(timer);
      if (signal) signal.removeEventListener('abort', stop);
    }
  }

  // What `read(bytes, file)` makes of a file. `head` is a file that the
  // stream begins with. A file of the browser's cache that is damaged is asked
  // for again.
  get(file, read, signal, head, caches = ['force-cache', 'reload']) {
    checkAbort(signal);
    let entry = this.entries.get(file);
    if (entry) this.entries.delete(file);
    else entry = this.start(file, read, head, caches);
    this.entries.set(file, entry);
    return entry.done ? entry.value : this.share(file, entry, signal);
  }

  start(file, read, head, caches) {
    const entry = {users: 0, size: 0, done: false, abort: new AbortController()};
    entry.value = this.load(entry, file, read, head, caches);
    entry.value.then(() => {
      entry.done = true;
      if (this.entries.get(file) === entry) this.makeRoom(entry.size);
    }, () => this.drop(file, entry));
    return entry;
  }

  async load(entry, file, read, head, caches) {
    const {signal} = entry.abort;
    for (const cache of caches) {
      try {
        const parts = await Promise.all([
          ...(head ? [this.get(head, null, signal, null, [cache])] : []),
          this.request(file, cache, signal),
        ]);
        const data = read ? await inflate(parts, file) : parts[0];
        entry.size = data.length;
        return read ? read(data, file) : data;
      } catch (error) {
        if (error.kind !== 'damaged' || cache === 'reload') throw error;
        if (head) this.drop(head, this.entries.get(head));
      }
    }
  }

  // An entry's value for one who may leave; with the last one the fetch ends.
  share(file, entry, signal) {
    ++entry.users;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(abortError());
        if (--entry.users > 0 || entry.done) return;
        this.drop(file, entry);
        entry.abort.abort();
      };
      if (signal) signal.addEventListener('abort', leave);
      entry.value.then(resolve, reject).then(() => {
        if (signal) signal.removeEventListener('abort', leave);
      });
    });
  }

  drop(file, entry) {
    if (!entry || this.entries.get(file) !== entry) return;
    this.entries.delete(file);
    if (entry.done) this.size -= entry.size;
  }

  makeRoom(size) {
    this.size += size;
    for (const [file, entry] of this.entries) {
      if (this.size <= MEMORY) break;
      if (entry.done) this.drop(file, entry);
    }
  }
}
