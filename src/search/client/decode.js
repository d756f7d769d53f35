// What the files of a tier hold; FORMAT.md, "Files". Whatever bytes come, the
// work is bounded by their number, and what can not be is thrown as damage.
import {bytesOf} from './text.js';
import {failure} from './waiting.js';

class Bytes {
  constructor(bytes, file, at = 0) {
    this.bytes = bytes;
    this.file = file;
    this.at = at;
  }
  demand(truth) {
    if (!truth) throw failure('damaged', this.file, 'is damaged');
  }
  varint() {
    let value = 0;
    let scale = 1;
    for (;;) {
      this.demand(this.at < this.bytes.length && scale < 2 ** 35);
      const byte = this.bytes[this.at++];
      value += byte % 128 * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
  // A number of things that each take at least a byte.
  count(value = this.varint()) {
    this.demand(value <= this.bytes.length - this.at);
    return value;
  }
  key(before) {
    const shared = this.varint();
    this.demand(shared <= before.length);
    let key = before.slice(0, shared);
    for (let left = this.count(); left > 0; --left) {
      key += String.fromCharCode(this.bytes[this.at++]);
    }
    return key;
  }
  // Numbers below `limit`, each larger than the one before.
  numbers(count, limit) {
    const numbers = new Uint32Array(this.count(count));
    let number = -1;
    for (let i = 0; i < count; ++i) {
      const step = this.varint();
      this.demand(!i || step);
      number = i ? number + step : step;
      this.demand(number < limit);
      numbers[i] = number;
    }
    return numbers;
  }
  // {count, numbers} or {count, segments: [{file, first, count}]}.
  list(papers) {
    const head = this.varint();
    const count = head >>> 1;
    if (head % 2 === 0) return {count, numbers: this.numbers(count, papers)};
    let file = this.varint();
    const segments = [];
    let first = 0;
    let left = count;
    for (let parts = this.count(); parts > 0; --parts) {
      first += this.varint();
      const size = this.varint();
      segments.push({file: file++, first, count: size});
      left -= size;
    }
    this.demand(left === 0 && first < papers);
    return {count, segments};
  }
  skipList() {
    const head = this.varint();
    if (head % 2) this.varint();
    let left = this.count(head % 2 ? 2 * this.varint() : head >>> 1);
    for (; left > 0; --left) this.varint();
  }
  end() {
    this.demand(this.at === this.bytes.length);
  }
}

export function readNode(data, file) {
  const bytes = new Bytes(data, file);
  const keys = [];
  let key = '';
  for (let left = bytes.count(); left > 0; --left) {
    keys.push(key = bytes.key(key));
  }
  bytes.end();
  return keys;
}

const FIELDS = ['all', 'titles', 'authors'];
const fieldsOf = (key) => FIELDS.slice(0, /^[wg]/.test(key) ? 3 : 1);

// The keys of a shard and where their lists begin; the lists are read when
// they are asked for.
export class Shard {
  constructor(data, file) {
    this.data = data;
    this.file = file;
    this.keys = [];
    this.at = [];
    const bytes = new Bytes(data, file);
    let before = '';
    for (let left = bytes.count(); left > 0; --left) {
      const key = bytes.key(before);
      bytes.demand(key > before);
      this.keys.push(before = key);
      this.at.push(bytes.at);
      for (const _ of fieldsOf(key)) bytes.skipList();
    }
    bytes.end();
  }
  // {key, all, titles, authors} of the i-th key.
  entry(i, papers) {
    const bytes = new Bytes(this.data, this.file, this.at[i]);
    const entry = {key: this.keys[i]};
    for (const field of fieldsOf(entry.key)) entry[field] = bytes.list(papers);
    return entry;
  }
}

export function readSegment(data, file, segment, papers) {
  const bytes = new Bytes(data, file);
  const numbers = bytes.numbers(segment.count, papers);
  bytes.end();
  bytes.demand(numbers[0] === segment.first);
  return numbers;
}

// Names of a record's values; what may be null, is a number, or a list.
const RECORD = {
  id: 's', address: 's', title: 's', otherTitles: 'l', authors: 'l',
  date: '-s', published: '-s', score: '-n', code: 'n', sources: 'l',
  topics: 'l', texts: 'l',
};

function recordOf(row) {
  const record = {};
  Object.entries(RECORD).forEach(([name, type], i) => {
    const value = row[i];
    const good = type === 'l' ?
        value.every((text) => typeof text === 'string') :
        type.endsWith((typeof value)[0]) || (value === null && type[0] === '-');
    if (!good) throw name;
    record[name] = value;
  });
  return record;
}

export function readRecords(data, file, skipped) {
  try {
    return JSON.parse(new TextDecoder().decode(data.subarray(skipped)))
        .map(recordOf);
  } catch {
    throw failure('damaged', file, 'holds no records');
  }
}

// The root, checked; throws where it is none or of another format.
export function readRoot(data, file) {
  let good = false;
  let root;
  try {
    root = JSON.parse(new TextDecoder().decode(data));
    good = root.format !== 1 || root.papers >= 0 && root.common.at &&
        root.tiers.every((tier) => tier.papers < 2 ** 32 && tier.pack > 0 &&
                                   tier.folder && (tier.starts || tier.nodes).at &&
                                   tier.lengths.map && tier.replaces.map);
  } catch { /* reported below */ }
  if (!good) throw failure('damaged', file, 'is no index');
  if (root.format !== 1) throw failure('format', file, 'has another format');
  for (const tier of root.tiers) {
    for (const name of ['starts', 'nodes']) {
      if (tier[name] !== undefined) tier[name] = bytesOf(tier[name]).split('\n');
    }
  }
  return root;
}
