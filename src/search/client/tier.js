// A tier of the index: where its keys, lists and records are. What is asked of
// it is given up when `signal` comes.
import {readNode, readRecords, readSegment, Shard} from './decode.js';
import {between, lowerBound, unite} from './sets.js';

const NODE_SHARDS = 512;
// Behind all keys that begin with what stands before it.
export const AFTER = '\xff';

// The last place whose key is not above `key`, 0 where all are.
function placeOf(keys, key) {
  const at = lowerBound(keys, key);
  return keys[at] === key ? at : Math.max(0, at - 1);
}

export class Tier {
  constructor(about, replaced, files) {
    this.papers = about.papers;
    this.about = about;
    this.files = files;
    this.replaced = replaced.filter((number) => number < this.papers);
  }
  path(name) {
    return `${this.about.folder}/${name}.bin`;
  }
  get(name, read, head) {
    return this.files.get(this.path(name), read, this.signal, head);
  }
  node(i) {
    return this.about.starts || this.get('n/' + i, readNode);
  }
  head() {
    return this.get('dict', null);
  }

  // The numbers of the shards that may hold keys from `low` to below `high`,
  // `most` of them.
  async shardsOf({low, high}, most) {
    const found = [];
    const nodes = this.about.starts ? [''] : this.about.nodes;
    const start = placeOf(nodes, low);
    for (let i = start; i < nodes.length; ++i) {
      if (i > start && nodes[i] >= high) break;
      const keys = await this.node(i);
      for (let j = i > start ? 0 : placeOf(keys, low); keys[j] < high; ++j) {
        if (found.length === most) return {found, complete: false};
        found.push(i * NODE_SHARDS + j);
      }
    }
    return {found, complete: true};
  }

  // The entries of shard `i` whose keys are from `low` to below `high`.
  async entriesOf(i, {low, high}) {
    const shard = await this.get('k/' + i, (...data) => new Shard(...data));
    // What every record needs has the link while records are asked for.
    this.head().catch(() => {});
    const entries = [];
    for (let j = placeOf(shard.keys, low); shard.keys[j] < high; ++j) {
      if (shard.keys[j] >= low) entries.push(shard.entry(j, this.papers));
    }
    return entries;
  }

  // What is there for a range of keys, that of `most` shards: {entries,
  // complete, all, titles, authors}, the last three lists.
  async lookUp(range, most) {
    const {found, complete} = await this.shardsOf(range, most);
    const all = await Promise.all(found.map((i) => this.entriesOf(i, range)));
    return fromEntries(all.flat(), complete);
  }

  // The numbers in some lists, from `first` to below `end`. Given `near`, only
  // those segments are read that may hold a number of it.
  async numbers(lists, first = 0, end = this.papers, near = null) {
    const sets = await Promise.all(lists.flatMap(({numbers, segments}) =>
        numbers || this.segments(segments, first, end, near)));
    return unite(sets.map((set) => between(set, first, end)));
  }

  segments(segments, first, end, near) {
    return segments.filter((segment, i) => {
      const next =
          i + 1 < segments.length ? segments[i + 1].first : this.papers;
      if (segment.first >= end || next <= first) return false;
      return !near || near[lowerBound(near, segment.first)] < next;
    }).map((segment) => this.get('s/' + segment.file, (data, file) =>
        readSegment(data, file, segment, this.papers)));
  }

  async record(number) {
    const {pack, dictionary} = this.about;
    const records = await this.get(
        'p/' + Math.floor(number / pack),
        (data, file) => readRecords(data, file, dictionary), this.path('dict'));
    return records[number % pack];
  }
}

export function fromEntries(entries, complete) {
  const lists = (field) =>
      entries.map((entry) => entry[field]).filter((list) => list);
  return {entries, complete, all: lists('all'), titles: lists('titles'),
          authors: lists('authors')};
}

// The tiers of a root, newest first.
export function tiersOf(root, files) {
  return root.tiers.map((about, i) => {
    let number = 0;
    const steps = i ? root.tiers[i - 1].replaces : [];
    const replaced = Uint32Array.from(steps, (step) => number += step);
    return new Tier(about, replaced, files);
  });
}
