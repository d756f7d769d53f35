// One query on its way through the index: candidates in the order of what the
// index knows, their records, and what of them really matches. It goes on where
// it stopped when the next page is asked for.
import {lookUp, planFacets, planFilter, planTerm, topicLists} from './plan.js';
import {byDate, byRelevance, byScore} from './order.js';
import {formsOf, idfOf, isIn, scoreOf} from './rank.js';
import {intersect, subtract} from './sets.js';

const RANGE_SHARDS = 4;
const FILTER_SHARDS = 64;
export const WINDOW_SEGMENTS = 12;
const SPARE_FROM = 60;
const SPARE_MOST = 4;
const CHUNK = 10;
const AT_ONCE = 40;
const CHECKED_MOST = 600;

export const countOf = (lists) =>
    lists.reduce((sum, {count}) => sum + count, 0);
const segmentsOf = (lists) => lists.reduce(
    (sum, {segments}) => sum + (segments ? segments.length : 0), 0);

export class Run {
  constructor(index, query, options) {
    this.index = index;
    this.tiers = index.tiers;
    this.query = query;
    this.options = options;
    this.required = this.tiers.map(() => []);  // {lists} that all are in
    this.minus = this.tiers.map(() => []);     // {lists} that none is in
    this.hits = [];
    this.accepted = this.tiers.map(() => new Set());
    this.batch = {list: []};
    this.at = 0;
    this.checked = 0;
    this.passed = 0;
    this.done = false;
    this.partial = false;
  }

  // Looks up what the query needs and counts the candidates.
  async prepare(signal) {
    this.signal = signal;
    const open = this.options.typing ? this.query.open : null;
    const all = this.query.items.map((item) => ({
      item, typing: item === open && !item.exclude,
      isTerm: ['term', 'title', 'author'].includes(item.kind),
    }));
    const terms = all.filter(({isTerm}) => isTerm).map(
        ({item, typing}) => planTerm(item, typing, this.index.common));
    for (const term of terms) term.found = this.tiers.map(() => []);
    this.terms = terms.filter(({item}) => !item.exclude);
    this.unwanted = terms.filter(({item}) => item.exclude);
    await Promise.all([
      ...terms.filter(({item, exact}) => !item.exclude || exact)
          .map((term) => this.look(term, term.lookups)),
      ...all.filter(({isTerm}) => !isTerm).map((one) => this.filter(one)),
      this.narrow(),
    ]);
    this.settle();
    await this.count();
    const spare = this.terms.filter((term) => term.spare.length);
    if (this.candidates > SPARE_FROM && spare.length) {
      await Promise.all(spare.map(
          (term) => this.look(term, term.spare.splice(0, SPARE_MOST))));
      this.settle();
      await this.count();
    }
    const order = {date: byDate, score: byScore}[this.options.sort];
    this.batches = (order || byRelevance)(this);
  }

  async look(term, lookups) {
    const found = await Promise.all(this.tiers.map((tier) => Promise.all(
        lookups.map((range) => lookUp(tier, range, RANGE_SHARDS, this.signal)))));
    found.forEach((entries, i) => term.found[i].push(...entries));
  }

  async filter({item, typing}) {
    const found = item.kind === 'topic' ?
        await topicLists(this.tiers, item.text, typing, this.signal) :
        await Promise.all(this.tiers.map((tier) => lookUp(
            tier, planFilter(item, typing), FILTER_SHARDS, this.signal)));
    found.forEach(({all, complete}, i) => {
      this.partial = this.partial || !complete;
      (item.exclude ? this.minus : this.required)[i].push({lists: all});
    });
  }

  // What the page narrows the answer to: any of a kind's values, of all kinds.
  narrow() {
    const facets = planFacets(this.options.facets);
    return Promise.all(this.tiers.flatMap((tier, i) => facets.map(
        async ({kind, ranges}) => {
          const found = await Promise.all(ranges.map(
              (range) => lookUp(tier, range, FILTER_SHARDS, this.signal)));
          this.required[i].push(
              {kind, lists: found.flatMap(({all}) => all)});
        })));
  }

  // Whether the query says anything that the index knows.
  isAsked() {
    const nothing = this.required.every((all) => !all.length);
    return !nothing || (!this.terms.length && this.query.items.length > 0);
  }

  // Makes of what was looked up what all have and none has.
  settle() {
    const {root} = this.index;
    for (const term of [...this.terms, ...this.unwanted]) this.dropOpen(term);
    this.exact = this.unwanted.every(({exact}) => exact) &&
        this.terms.every(({exact}) => exact);
    this.tiers.forEach((tier, i) => {
      this.required[i] = this.required[i].filter(({term}) => !term);
      this.minus[i] = this.minus[i].filter(({term}) => !term);
      for (const term of this.terms) {
        for (const lists of this.listsOf(term, i)) {
          this.required[i].push({lists, term});
        }
      }
      for (const term of this.unwanted.filter(({exact}) => exact)) {
        this.minus[i].push({lists: this.listsOf(term, i)[0], term});
      }
    });
    for (const term of this.terms) {
      const counts = (term.found[0] || []).map((_, key) => this.tiers.reduce(
          (sum, tier, i) => sum + countOf(this.listsOf(term, i)[key]), 0));
      term.idf = idfOf(root.papers, Math.min(root.papers, ...counts));
    }
  }

  listsOf(term, i) {
    return term.found[i].map((found) => found[term.field || 'all']);
  }

  // A range that is not read to its end is no help where other keys are.
  dropOpen(term) {
    const isOpen = (one, key) => one.found.some(
        (found) => !found[key].complete);
    const closed = (one) => (one.found[0] || []).some(
        (_, key) => !isOpen(one, key));
    const keys = (term.found[0] || []).map((_, key) => isOpen(term, key));
    if (!keys.includes(true)) return;
    term.exact = false;
    const others = this.terms.some(closed) || this.required.some(
        (all) => all.some((one) => !one.term));
    if (others) {
      term.found = term.found.map((found) => found.filter(
          (_, key) => !keys[key]));
    } else if (!term.item.exclude) {
      this.partial = true;
    }
  }

  // Parts of a tier in each of which at most `most` segments of the rarest
  // list are.
  windowsOf(i, more, most) {
    const {papers} = this.tiers[i];
    const rarest = [...this.required[i].map(({lists}) => lists), ...more]
        .reduce((a, b) => !a || countOf(b) < countOf(a) ? b : a, null);
    const parts = rarest ? Math.ceil(segmentsOf(rarest) / most) : 1;
    const step = Math.ceil(papers / Math.max(1, parts)) || 1;
    const windows = [];
    for (let first = 0; first < papers; first += step) {
      windows.push([first, Math.min(papers, first + step)]);
    }
    return windows;
  }

  // The papers of a part of a tier that have all keys, and those in `more`.
  async within(i, [first, end], more = [], except = null) {
    const tier = this.tiers[i];
    const wanted = this.required[i].filter(({kind}) => !kind || kind !== except)
        .map(({lists}) => lists).concat(more)
        .sort((a, b) => countOf(a) - countOf(b));
    let near = null;
    for (const lists of wanted) {
      const numbers = await tier.numbers(lists, first, end, near, this.signal);
      near = near ? intersect(near, numbers) : numbers;
      if (!near.length) return near;
    }
    near = near || Uint32Array.from({length: end - first}, (_, n) => first + n);
    near = subtract(near, tier.replaced);
    for (const {lists} of this.minus[i]) {
      near = subtract(
          near, await tier.numbers(lists, first, end, near, this.signal));
    }
    return near;
  }

  // How many candidates there are; of a long list alone without reading it.
  async count() {
    const counts = await Promise.all(this.tiers.map(async (tier, i) => {
      const only = this.required[i].length === 1 && !this.minus[i].length &&
          this.required[i][0].lists;
      if (only && only.length === 1 && segmentsOf(only) > 4) {
        const part = 1 - tier.replaced.length / tier.papers;
        return {count: only[0].count * part, sure: part === 1};
      }
      const windows = this.windowsOf(i, [], WINDOW_SEGMENTS);
      if (!windows.length) return {count: 0, sure: true};
      const {length} = await this.within(i, windows[0]);
      return {count: length * windows.length, sure: windows.length === 1};
    }));
    this.candidates = counts.reduce((sum, {count}) => sum + count, 0);
    this.sure = counts.every(({sure}) => sure);
  }

  // Goes on until there are `goal` hits, all are found, or it is enough.
  async extend(goal, signal) {
    this.signal = signal;
    let left = CHECKED_MOST;
    while (this.hits.length < goal && left > 0) {
      if (!await this.fill()) return;
      const rate = Math.max(0.2, (this.passed + 2) / (this.checked + 2));
      const wanted = Math.ceil((goal - this.hits.length) / rate / CHUNK) * CHUNK;
      const some = this.batch.list.slice(
          this.at, this.at + (this.exact ? wanted : Math.min(wanted, AT_ONCE)));
      if (!this.exact) {
        await this.fetch(some);
        left -= some.length;
      }
      for (let i = 0; i < some.length; i += CHUNK) {
        this.take(some.slice(i, i + CHUNK));
      }
      this.at += some.length;
    }
    await this.fill();
  }

  // Whether there are candidates yet.
  async fill() {
    while (!this.done && this.at >= this.batch.list.length) {
      const {done, value} = await this.batches.next();
      this.done = done;
      this.batch = value || {list: []};
      this.at = 0;
    }
    return !this.done;
  }

  fetch(some) {
    return Promise.all(some.map(async (one) => {
      one.record = one.record ||
          await this.tiers[one.tier].record(one.number, this.signal);
    }));
  }

  // A chunk of candidates becomes hits. Where the index alone decides, their
  // records wait until they are shown.
  take(chunk) {
    if (this.exact) {
      const group = {at: this.hits.length, size: chunk.length, ranked: false};
      for (const one of chunk) one.group = group;
    } else {
      chunk = this.ranked(chunk.filter((one) => this.passes(one)));
    }
    for (const one of chunk) this.accepted[one.tier].add(one.number);
    this.hits.push(...chunk);
  }

  passes(one) {
    const fields = one.record && formsOf(one.record);
    const anywhere = fields && Object.values(fields).flat();
    const has = (term) =>
        isIn(term.field ? fields[term.field] : anywhere, term);
    const passed = fields && this.terms.every(has) && !this.unwanted.some(has);
    // A paper that does not have all terms in its titles has its turn later.
    if (passed && this.batch.titled && !this.terms.every(
        (term) => term.field || isIn(fields.titles, term))) {
      return false;
    }
    ++this.checked;
    this.passed += passed ? 1 : 0;
    return passed;
  }

  ranked(chunk) {
    if (this.options.sort === 'date' || this.options.sort === 'score') {
      return chunk;
    }
    for (const one of chunk) {
      one.score = scoreOf(one.record, this.terms,
                          this.tiers[one.tier].about.lengths);
    }
    return chunk.sort((a, b) => b.score - a.score);
  }

  // The hits of a page, with their records.
  async page(from, count, signal) {
    await this.extend(from + count, signal);
    if (this.exact) {
      const groups = new Set(
          this.hits.slice(from, from + count).map(({group}) => group));
      await Promise.all(Array.from(groups, async (group) => {
        if (group.ranked) return;
        const {at, size} = group;
        const chunk = this.hits.slice(at, at + size);
        await this.fetch(chunk);
        this.hits.splice(at, size, ...this.ranked(chunk));
        group.ranked = true;
      }));
    }
    return this.hits.slice(from, from + count);
  }

  // {total, exact}: counted, or guessed from those that were checked.
  total() {
    const found = this.hits.length;
    if (this.done) return {total: found, exact: !this.partial};
    if (this.exact) {
      return {total: Math.max(found, Math.round(this.candidates)),
              exact: this.sure && !this.partial};
    }
    const rate = (this.passed + 1) / (this.checked + 1);
    const left = Math.max(1, this.candidates - this.checked);
    return {total: Math.round(found + left * Math.min(1, rate)), exact: false};
  }
}
