// Writes a search index by src/search/FORMAT.md, slowly and plainly, into a Map
// of path to bytes: what the client is tested with.
import zlib from 'node:zlib';

import {bytesOf, normalForm, textOf} from
    '../../src/search/client/text.js';

import {keysOf} from './keys.mjs';

const NODE_SHARDS = 512;

export const SMALL = {
  pack: 3, dictionary: 64, shardBytes: 200, listMost: 8, segment: 4,
};

function varint(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) {
    bytes.push(value % 128 + 128);
  }
  return [...bytes, value];
}

const steps = (numbers) =>
    numbers.flatMap((number, i) => varint(i ? number - numbers[i - 1] : number));

const latin = (key) => Array.from(key, (unit) => unit.charCodeAt(0));

function frontCoded(key, before) {
  let shared = 0;
  while (shared < before.length && key[shared] === before[shared]) ++shared;
  const rest = latin(key.slice(shared));
  return [...varint(shared), ...varint(rest.length), ...rest];
}

const deflated = (bytes) => zlib.deflateSync(Uint8Array.from(bytes));

// {id, address, title, otherTitles, authors, date, published, score, code,
// sources, topics, texts, days} of a paper, as a record's array.
export function rowOf(paper) {
  const {id, address, title, otherTitles, authors, date, published, score, code,
         sources, topics, texts} = paper;
  return [id, address, title, otherTitles, authors, date, published, score,
          code ? 1 : 0, sources, topics, texts];
}

const textsOf = ({title, otherTitles, authors, texts}) => ({
  titles: [title, ...otherTitles], authors, texts,
});

// byte key → {all, titles, authors}, each a sorted array of numbers.
function postingsOf(papers) {
  const postings = new Map();
  const add = (key, field, number) => {
    const bytes = bytesOf(key);
    if (!postings.has(bytes)) {
      postings.set(bytes, {all: [], titles: [], authors: []});
    }
    const list = postings.get(bytes)[field];
    if (list[list.length - 1] !== number) list.push(number);
  };
  papers.forEach((paper, number) => {
    for (const [field, texts] of Object.entries(textsOf(paper))) {
      for (const key of texts.flatMap(keysOf)) {
        add(key, 'all', number);
        if (field !== 'texts') add(key, field, number);
      }
    }
    for (const topic of paper.topics) add('t' + normalForm(topic), 'all', number);
    for (const source of paper.sources) {
      add('s' + normalForm(source), 'all', number);
    }
    for (const day of paper.days) add('d' + day, 'all', number);
    if (paper.score !== null) {
      const score = String(Math.round(paper.score * 100)).padStart(5, '0');
      add('c' + score, 'all', number);
    }
    if (paper.code) add('k', 'all', number);
    add('i' + normalForm(paper.id), 'all', number);
  });
  return postings;
}

function inOrder(a, b) {
  if (a.date !== b.date) return (a.date || '') < (b.date || '') ? 1 : -1;
  if (a.score !== b.score) return (b.score ?? -1) - (a.score ?? -1);
  return a.id < b.id ? -1 : 1;
}

class TierMaker {
  constructor(files, folder, sizes) {
    Object.assign(this, {files, folder, sizes, segments: 0});
  }
  put(name, bytes) {
    this.files.set(`${this.folder}/${name}`, Uint8Array.from(bytes));
  }
  list(numbers) {
    const {listMost, segment} = this.sizes;
    if (numbers.length <= listMost) {
      return [...varint(2 * numbers.length), ...steps(numbers)];
    }
    const parts = [];
    for (let i = 0; i < numbers.length; i += segment) {
      parts.push(numbers.slice(i, i + segment));
    }
    const head = [...varint(2 * numbers.length + 1), ...varint(this.segments),
                  ...varint(parts.length)];
    parts.forEach((part, i) => {
      this.put(`s/${this.segments++}.bin`, deflated(steps(part)));
      head.push(...varint(i ? part[0] - parts[i - 1][0] : part[0]),
                ...varint(part.length));
    });
    return head;
  }
  shards(postings) {
    const firsts = [];
    let keys = [];
    let bytes = [];
    const close = () => {
      if (!keys.length) return;
      this.put(`k/${firsts.length}.bin`,
               deflated([...varint(keys.length), ...bytes]));
      firsts.push(keys[0]);
      keys = [];
      bytes = [];
    };
    for (const key of [...postings.keys()].sort()) {
      const {all, titles, authors} = postings.get(key);
      bytes.push(...frontCoded(key, keys[keys.length - 1] || ''),
                 ...this.list(all));
      if ('wg'.includes(key[0])) {
        bytes.push(...this.list(titles), ...this.list(authors));
      }
      keys.push(key);
      if (bytes.length >= this.sizes.shardBytes) close();
    }
    close();
    return firsts;
  }
  // As a small archive names its shards, or a large one.
  directory(firsts, large) {
    if (!large) return {starts: textOf(firsts.join('\n'))};
    const nodes = [];
    for (let i = 0; i < firsts.length; i += NODE_SHARDS) {
      const keys = firsts.slice(i, i + NODE_SHARDS);
      this.put(`n/${nodes.length}.bin`, deflated([
        ...varint(keys.length),
        ...keys.flatMap((key, j) => frontCoded(key, j ? keys[j - 1] : '')),
      ]));
      nodes.push(textOf(keys[0]));
    }
    return {nodes: nodes.join('\n')};
  }
  async packs(papers) {
    const {pack, dictionary} = this.sizes;
    const words = Buffer.alloc(dictionary, 'title, texts and the like ');
    let head = null;
    for (let i = 0; i < papers.length; i += pack) {
      const rows = JSON.stringify(papers.slice(i, i + pack).map(rowOf));
      const [dict, rest] = await primed(words, Buffer.from(rows));
      head = dict;
      this.put(`p/${i / pack}.bin`, rest);
    }
    if (head) this.put('dict.bin', head);
  }
}

// A zlib stream in two parts: what `head` and what `body` makes.
function primed(head, body) {
  return new Promise((resolve, reject) => {
    const stream = zlib.createDeflate();
    let first = null;
    let chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
    stream.on('end', () => resolve([first, Buffer.concat(chunks)]));
    stream.write(head);
    stream.flush(zlib.constants.Z_SYNC_FLUSH, () => {
      const read = stream.read();
      if (read) chunks.push(read);
      first = Buffer.concat(chunks);
      chunks = [];
      stream.end(body);
    });
  });
}

function meanLengths(papers) {
  return ['titles', 'authors', 'texts'].map((field) => {
    const sum = papers.reduce((total, paper) => total + textsOf(paper)[field]
        .reduce((all, text) => all + [...normalForm(text)].length, 0), 0);
    return papers.length ? sum / papers.length : 0;
  });
}

// `tiers`: arrays of papers, the newest tier first; a paper of the next tier
// with an id of this one is replaced. Puts the papers into their order.
export async function makeIndex(tiers, sizes = SMALL, name = 'tier') {
  const files = new Map();
  const root = {format: 1, papers: new Set(tiers.flat().map(({id}) => id)).size,
                common: '', tiers: []};
  const counts = new Map();
  tiers.forEach((papers) => papers.sort(inOrder));
  for (const [i, papers] of tiers.entries()) {
    const folder = `${name}${i}`;
    const maker = new TierMaker(files, folder, sizes);
    const postings = postingsOf(papers);
    for (const [key, {all}] of postings) {
      const text = textOf(key);
      if (/^g\p{Script=Han}{2}$/u.test(text)) {
        counts.set(text, (counts.get(text) || 0) + all.length);
      }
    }
    const firsts = maker.shards(postings);
    await maker.packs(papers);
    const ids = new Set(papers.map(({id}) => id));
    const replaced = (tiers[i + 1] || []).flatMap(
        ({id}, number) => ids.has(id) ? [number] : []);
    root.tiers.push({
      folder, papers: papers.length, pack: sizes.pack,
      dictionary: sizes.dictionary, shards: firsts.length,
      ...maker.directory(firsts, i > 0), lengths: meanLengths(papers),
      replaces: replaced.map((number, j) => j ? number - replaced[j - 1] : number),
    });
  }
  root.common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3)
                    .map(([key]) => key.slice(1)).join('');
  files.set('index.json', Buffer.from(JSON.stringify(root)));
  return files;
}

// A fetch that answers from the files of an index below `root`, and notes what
// it was asked for.
export function fetchFrom(files, root, asked = []) {
  return async (url, {signal, cache} = {}) => {
    asked.push({url, cache});
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal && signal.aborted) throw new DOMException('', 'AbortError');
    const bytes = url.startsWith(root) && files.get(url.slice(root.length));
    if (bytes === 'offline') throw new TypeError('fetch failed');
    return bytes ? new Response(bytes) : new Response('', {status: 404});
  };
}
