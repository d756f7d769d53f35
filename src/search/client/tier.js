// A tier of the index: where its keys, lists and records are.
import {readNode, readRecords, readSegment, Shard} from './decode.js';
import {between, lowerBound, unite} from './sets.js';
import {bytesOf} from './text.js';

const NODE_SHARDS = 512;
// Behind all keys that begin with what stands before it.
export const AFTER = '\xff';

// The last place whose key is not above `key`, or -1.
function placeOf(keys, key) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export class Tier {
  constructor(about, replaced, files) {
    this.papers = about.papers;
    this.about = about;
    this.files = files;
    this.nodes = about.nodes.map(bytesOf);
    this.replaced = replaced.filter((number) => number < this.papers);
    this.dictionary = this.path('dict.bin');
  }
  path(name) {
    return `${this.about.folder}/${name}`;
  }

  node(i, signal) {
    return this.files.get(this.path(`n/${i}.bin`), readNode, signal);
  }
  shard(i, signal) {
    return this.files.get(this.path(`k/${i}.bin`),
                          (data, file) => new Shard(data, file), signal);
  }

  // The numbers of the shards that may hold keys from `low` to below `high`,
  // `most` of them.
  async shardsOf(low, high, most, signal) {
    const found = [];
    const start = Math.max(0, placeOf(this.nodes, low));
    for (let i = start; i < this.nodes.length; ++i) {
      if (i > start && this.nodes[i] >= high) break;
      const keys = await this.node(i, signal);
      let j = i === start ? Math.max(0, placeOf(keys, low)) : 0;
      for (; j < keys.length && keys[j] < high; ++j) {
        if (found.length === most) return {found, complete: false};
        found.push(i * NODE_SHARDS + j);
      }
    }
    return {found, complete: true};
  }

  // The entries of shard `i` whose keys are from `low` to below `high`.
  async entriesOf(i, low, high, signal) {
    const shard = await this.shard(i, signal);
    const entries = [];
    for (let at = Math.max(0, placeOf(shard.keys, low)); at < shard.keys.length;
         ++at) {
      if (shard.keys[at] >= high) break;
      if (shard.keys[at] >= low) entries.push(shard.entry(at, this.papers));
    }
    return entries;
  }

  // The entries of the keys from `low` to below `high`, those of `most` shards.
  async range(low, high, most, signal) {
    const {found, complete} = await this.shardsOf(low, high, most, signal);
    const entries = await Promise.all(
        found.map((i) => this.entriesOf(i, low, high, signal)));
    return {entries: entries.flat(), complete};
  }

  // The numbers in some lists, from `first` to below `end`. Given `near`, only
  // those segments are read that may hold a number of it.
  async numbers(lists, first, end, near, signal) {
    const reads = [];
    for (const {numbers, segments} of lists) {
      if (numbers) reads.push(numbers);
      else if (segments) {
        reads.push(...this.segments(segments, first, end, near, signal));
      }
    }
    const sets = await Promise.all(reads);
    return unite(sets.map((set) => between(set, first, end)));
  }

  segments(segments, first, end, near, signal) {
    return segments.filter((segment, i) => {
      const next = i + 1 < segments.length ? segments[i + 1].first : this.papers;
      if (segment.first >= end || next <= first) return false;
      const at = near ? lowerBound(near, segment.first) : 0;
      return !near || (at < near.length && near[at] < next);
    }).map((segment) => this.files.get(
        this.path(`s/${segment.file}.bin`),
        (data, file) => readSegment(data, file, segment, this.papers), signal));
  }

  async record(number, signal) {
    const {pack, dictionary} = this.about;
    const file = this.path(`p/${Math.floor(number / pack)}.bin`);
    const records = await this.files.get(
        file, (data, name) => readRecords(data, name, dictionary), signal,
        this.dictionary);
    return records[number % pack];
  }
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
