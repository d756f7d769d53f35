// What the files of a tier hold; FORMAT.md, "Files". Whatever bytes come, the
// work is bounded by their number, and what can not be is thrown as damage.

export function failure(kind, file, why) {
  return Object.assign(new Error(`${file}: ${why}`), {kind, file});
}

class Bytes {
  constructor(bytes, file) {
    this.bytes = bytes;
    this.file = file;
    this.at = 0;
  }
  demand(truth) {
    if (!truth) throw failure('damaged', this.file, 'is damaged');
  }
  varint() {
    let value = 0;
    for (let scale = 1; scale < 2 ** 35; scale *= 128) {
      this.demand(this.at < this.bytes.length);
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    return this.demand(false);
  }
  // A number of things that each take at least a byte.
  count() {
    const count = this.varint();
    this.demand(count <= this.bytes.length - this.at);
    return count;
  }
  key(before) {
    const shared = this.varint();
    const length = this.count();
    this.demand(shared <= before.length);
    const end = this.at + length;
    let key = before.slice(0, shared);
    while (this.at < end) key += String.fromCharCode(this.bytes[this.at++]);
    return key;
  }
  // Numbers below `limit`, each larger than the one before.
  numbers(count, limit) {
    const numbers = new Uint32Array(count);
    let number = -1;
    for (let i = 0; i < count; ++i) {
      const step = this.varint();
      this.demand(i === 0 || step > 0);
      number = i ? number + step : step;
      this.demand(number < limit);
      numbers[i] = number;
    }
    return numbers;
  }
}

// {count, numbers} or {count, segments: [{file, first, count}]}.
function listOf(bytes, papers) {
  const head = bytes.varint();
  const count = Math.floor(head / 2);
  bytes.demand(count <= papers);
  if (head % 2 === 0) {
    bytes.demand(count <= bytes.bytes.length - bytes.at);
    return {count, numbers: bytes.numbers(count, papers)};
  }
  const file = bytes.varint();
  const segments = [];
  let first = 0;
  let sum = 0;
  for (let left = bytes.count(); left > 0; --left) {
    first += bytes.varint();
    const size = bytes.varint();
    segments.push({file: file + segments.length, first, count: size});
    sum += size;
  }
  bytes.demand(sum === count && first < papers);
  return {count, segments};
}

function skipList(bytes) {
  const head = bytes.varint();
  let left = Math.floor(head / 2);
  if (head % 2) {
    bytes.varint();
    left = 2 * bytes.varint();
  }
  bytes.demand(left <= bytes.bytes.length - bytes.at);
  for (; left > 0; --left) bytes.varint();
}

export function readNode(data, file) {
  const bytes = new Bytes(data, file);
  const keys = [];
  for (let left = bytes.count(); left > 0; --left) {
    keys.push(bytes.key(keys[keys.length - 1] || ''));
  }
  bytes.demand(bytes.at === data.length);
  return keys;
}

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
      for (let lists = this.listsOf(key); lists > 0; --lists) skipList(bytes);
    }
    bytes.demand(bytes.at === data.length);
  }
  listsOf(key) {
    return key[0] === 'w' || key[0] === 'g' ? 3 : 1;
  }
  // {key, all, titles, authors} of the i-th key.
  entry(i, papers) {
    const bytes = new Bytes(this.data, this.file);
    bytes.at = this.at[i];
    const key = this.keys[i];
    const entry = {key, all: listOf(bytes, papers)};
    if (this.listsOf(key) === 3) {
      entry.titles = listOf(bytes, papers);
      entry.authors = listOf(bytes, papers);
    }
    return entry;
  }
}

export function readSegment(data, file, segment, papers) {
  const bytes = new Bytes(data, file);
  bytes.demand(segment.count <= data.length);
  const numbers = bytes.numbers(segment.count, papers);
  bytes.demand(bytes.at === data.length && numbers[0] === segment.first);
  return numbers;
}

const isText = (value) => typeof value === 'string';
const areTexts = (value) => Array.isArray(value) && value.every(isText);
const isMaybe = (value, type) => value === null || typeof value === type;

function recordOf(row) {
  if (!Array.isArray(row)) return null;
  const [id, address, title, otherTitles, authors, date, published, score, code,
         sources, topics, texts] = row;
  const good = [id, address, title].every(isText) &&
      [otherTitles, authors, sources, topics, texts].every(areTexts) &&
      isMaybe(date, 'string') && isMaybe(published, 'string') &&
      isMaybe(score, 'number');
  return good && {id, address, title, otherTitles, authors, date, published,
                  score, code: Boolean(code), sources, topics, texts};
}

export function readRecords(data, file, skipped) {
  let rows;
  try {
    rows = JSON.parse(new TextDecoder().decode(data.subarray(skipped)));
  } catch {
    rows = null;
  }
  const records = Array.isArray(rows) ? rows.map(recordOf) : [null];
  if (records.includes(null) || records.includes(false)) {
    throw failure('damaged', file, 'holds no records');
  }
  return records;
}

const isCount = (value) => Number.isInteger(value) && value >= 0;

function tierIsGood(tier) {
  return tier && /^[\w-]+$/.test(tier.folder) && isCount(tier.papers) &&
      tier.papers < 2 ** 32 && tier.pack > 0 && isCount(tier.pack) &&
      isCount(tier.dictionary) && isCount(tier.shards) &&
      areTexts(tier.nodes) && Array.isArray(tier.lengths) &&
      Array.isArray(tier.replaces) && tier.replaces.every(isCount);
}

// The root, checked; throws where it is none or of another format.
export function readRoot(text, file) {
  let root = null;
  try {
    root = JSON.parse(text);
  } catch { /* reported below */ }
  if (!root || typeof root !== 'object') {
    throw failure('damaged', file, 'is no index');
  }
  if (root.format !== 1) throw failure('format', file, 'has another format');
  if (!isCount(root.papers) || !isText(root.common) ||
      !Array.isArray(root.tiers) || !root.tiers.every(tierIsGood)) {
    throw failure('damaged', file, 'is no index');
  }
  return root;
}
