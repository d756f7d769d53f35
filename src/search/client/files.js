// Files of the index: each comes over the network once, is shared by all who
// ask for it, and stays in memory until others need the place.
import {failure, inTime, leaving} from './waiting.js';

const MEMORY = 32 << 20;
const INFLATED_MOST = 64 << 20;

// The parts are one zlib stream. No Blob has a part in it: those are kept by
// another process, which takes longer than to inflate.
async function inflate(parts, file) {
  const {readable, writable} = new DecompressionStream('deflate');
  const writer = writable.getWriter();
  const ignore = () => {};  // the reader sees what is wrong
  for (const part of parts) writer.write(part).catch(ignore);
  writer.close().catch(ignore);
  const reader = readable.getReader();
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
    reader.cancel().catch(ignore);
    throw failure('damaged', file, 'does not inflate');
  }
  return joined(chunks, size);
}

function joined(chunks, size) {
  if (chunks.length === 1) return chunks[0];
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) bytes.set(chunk, at), at += chunk.length;
  return bytes;
}

export const ROOT = 'index.json';

export class Files {
  constructor(root, fetch) {
    this.root = root;
    this.fetch = fetch;
    this.entries = new Map();
    this.size = 0;
  }

  // The bytes of an answer.
  request(file, cache, controller = new AbortController()) {
    return inTime(file, controller, async (signal) => {
      const answer =
          await this.fetch(new URL(file, this.root).href, {cache, signal});
      if (!answer.ok) throw failure('missing', file, 'is not there');
      return new Uint8Array(await answer.arrayBuffer());
    });
  }

  requestRoot() {
    return this.request(ROOT, 'no-cache');
  }

  // What `read(bytes, file)` makes of a file. `head` is a file that the
  // stream begins with.
  get(file, read, signal, head, caches) {
    let entry = this.entries.get(file);
    this.entries.delete(file);
    if (!entry) {
      entry = {users: 0, size: 0, controller: new AbortController()};
      entry.value = this.load(entry, file, read, head, caches);
      entry.value.then(() => this.keep(entry), () => this.drop(file, entry));
    }
    this.entries.set(file, entry);
    ++entry.users;
    return leaving(entry.value, signal, () => {
      if (--entry.users > 0 || entry.done) return;
      this.drop(file, entry);
      entry.controller.abort();
    });
  }

  // What of the browser's cache is damaged is asked for again.
  async load(entry, file, read, head, caches = ['force-cache', 'reload']) {
    const {controller} = entry;
    for (const cache of caches) {
      try {
        const parts = await Promise.all([
          head ? this.get(head, null, controller.signal, null, [cache]) :
                 new Uint8Array(0),
          this.request(file, cache, controller),
        ]);
        const data = read ? await inflate(parts, file) : parts[1];
        entry.size = data.length;
        return read ? read(data, file) : data;
      } catch (error) {
        if (error.kind !== 'damaged' || cache === caches[caches.length - 1]) {
          throw error;
        }
        this.drop(head, this.entries.get(head));
      }
    }
  }

  drop(file, entry) {
    if (!entry || this.entries.get(file) !== entry) return;
    this.entries.delete(file);
    if (entry.done) this.size -= entry.size;
  }

  keep(entry) {
    entry.done = true;
    this.size += entry.size;
    for (const [file, other] of this.entries) {
      if (this.size <= MEMORY) break;
      if (other.done) this.drop(file, other);
    }
  }
}
