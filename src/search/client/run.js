// One query on its way through the index: candidates in the order of what the
// index knows, their records, and what of them really matches. It goes on where
// it stopped when the next page is asked for.
import {beginning, planFacets, planFilter, planTerm} from './plan.js';
import {byDate, byRelevance, byScore} from './order.js';
import {formsOf, idfOf, isIn, scoreOf} from './rank.js';
import {intersect, subtract} from './sets.js';
import {findTerm, textOf} from './text.js';
import {fromEntries, tiersOf} from './tier.js';

const RANGE_SHARDS = 4;
const FILTER_SHARDS = 64;
export const WINDOW_SEGMENTS = 12;
const COUNTED_SEGMENTS = 4;
const SPARE_FROM = 30;
const SPARE_MOST = 4;
const CHUNK = 10;
const AT_ONCE = 40;
const CHECKED_MOST = 300;

export const countOf = (lists) =>
    lists.reduce((sum, {count}) => sum + count, 0);
const segmentsOf = (lists) => lists.reduce(
    (sum, {segments}) => sum + (segments ? segments.length : 0), 0);

export class Run {
  constructor(index, files, query, options) {
    this.index = index;
    this.tiers = tiersOf(index.root, files);
    this.query = query;
    this.options = options;
    this.hits = [];
    this.seen = this.tiers.map(() => new Set());  // became hits, or never will
    this.batch = {list: []};
    this.at = this.looked = this.checked = 0;
    this.done = this.partial = this.tight = false;
  }

  set signal(signal) {
    for (const tier of this.tiers) tier.signal = signal;
  }

  // Looks up what the query needs and counts the candidates.
  async prepare() {
    const open = this.options.typing && this.query.open;
    const planned = this.query.items.map((item) => {
      const typing = item === open && !item.exclude;
      return /^(term|title|author)$/.test(item.kind) ?
          planTerm(item, typing, this.index.common) :
          {...item, typing, ranges: [planFilter(item, typing)]};
    });
    const terms = planned.filter(({form}) => form);
    this.terms = terms.filter(({exclude}) => !exclude);
    this.unwanted = terms.filter(({exclude}) => exclude);
    this.filters = planned.filter(({form}) => !form)
                       .concat(planFacets(this.options.facets));
    await Promise.all([
      ...terms.map((term) => this.look(
          term, term.exclude && !term.exact ? [] : term.lookups)),
      ...this.filters.map((filter) => this.filter(filter)),
    ]);
    await this.settle();
    const order = {date: byDate, score: byScore}[this.options.sort];
    this.batches = (order || byRelevance)(this);
  }

  // For each range what each tier has.
  lookUp(ranges, most) {
    return Promise.all(ranges.map((range) => Promise.all(
        this.tiers.map((tier) => tier.lookUp(range, most)))));
  }

  async look(term, lookups) {
    const found = await this.lookUp(lookups, RANGE_SHARDS);
    term.found = [...term.found || [], ...found];
  }

  async filter(filter) {
    const {kind, text, typing, ranges} = filter;
    filter.found = await this.lookUp(ranges, FILTER_SHARDS);
    // A topic's own name goes before all that contain the text.
    if (text && kind === 'topic' &&
        !filter.found[0].some(({all}) => all.length)) {
      const [all] = await this.lookUp([beginning('t')], FILTER_SHARDS);
      filter.found = [all.map(({entries, complete}) => fromEntries(
          entries.filter(({key}) => findTerm(
              text, textOf(key.slice(1)), typing) >= 0), complete))];
    }
    if (!filter.found.flat().every(({complete}) => complete)) {
      this.partial = true;
    }
  }

  // Makes of what was looked up what all have and none has: for each tier
  // {lists, kind}. Counts the candidates.
  async settle() {
    const wanted = this.filters.filter(({exclude}) => !exclude);
    this.dropOpen(wanted);
    this.exact = [...this.terms, ...this.unwanted].every(({exact}) => exact);
    this.asked = wanted.length || this.terms.some(({found}) => found.length) ||
        (!this.terms.length && this.query.items.length);
    const any = (filters, i) => filters.map(({kind, found}) => (
        {kind, lists: found.flatMap((range) => range[i].all)}));
    this.required = this.tiers.map((_, i) => [
      ...any(wanted, i),
      ...this.terms.flatMap((term) => this.listsOf(term, i)),
    ]);
    this.minus = this.tiers.map((_, i) => [
      ...any(this.filters.filter(({exclude}) => exclude), i),
      ...this.unwanted.filter(({exact}) => exact)
          .flatMap((term) => this.listsOf(term, i)),
    ]);
    const {papers} = this.index.root;
    for (const term of this.terms) {
      term.idf = idfOf(papers, Math.min(papers, ...term.found.map(
          (found) => countOf(found.flatMap(({all}) => all)))));
    }
    await this.count();
  }

  listsOf(term, i) {
    return term.found.map(
        (found) => ({lists: found[i][term.field || 'all']}));
  }

  // A range that is not read to its end is no help where other keys are.
  dropOpen(filters) {
    const isWhole = (found) => found.every(({complete}) => complete);
    const others = filters.length ||
        this.terms.some(({found}) => found.some(isWhole));
    for (const term of [...this.terms, ...this.unwanted]) {
      if (term.found.every(isWhole)) continue;
      term.exact = false;
      if (others) term.found = term.found.filter(isWhole);
      else this.partial = true;
    }
  }

  // Parts of a tier in each of which at most `most` segments of the rarest
  // list are.
  windowsOf(i, more, most) {
    const {papers} = this.tiers[i];
    const counted = [...this.required[i], ...more].map(
        ({lists}) => [countOf(lists), segmentsOf(lists)]);
    const [, segments] = counted.sort((a, b) => a[0] - b[0])[0] || [0, 0];
    const step = Math.ceil(papers / Math.max(1, Math.ceil(segments / most)));
    const windows = [];
    for (let first = 0; first < papers; first += step) {
      windows.push([first, Math.min(papers, first + step)]);
    }
    return windows;
  }

  // The papers of a part of a tier that have all keys, and those in `more`.
  async within(i, [first, end], more = [], except = '') {
    const tier = this.tiers[i];
    const wanted = this.required[i].filter(({kind}) => !kind || kind !== except)
        .concat(more).sort((a, b) => countOf(a.lists) - countOf(b.lists));
    let near = null;
    for (const {lists} of wanted) {
      const numbers = await tier.numbers(lists, first, end, near);
      near = near ? intersect(near, numbers) : numbers;
      if (!near.length) return near;
    }
    near = near || Uint32Array.from({length: end - first}, (_, n) => first + n);
    near = subtract(near, tier.replaced);
    for (const {lists} of this.minus[i]) {
      near = subtract(near, await tier.numbers(lists, first, end, near));
    }
    return near;
  }

  // How many candidates there are; of a long list alone without reading it.
  async count() {
    this.sure = true;
    const counts = await Promise.all(this.tiers.map(async (tier, i) => {
      const {lists} = this.required[i][0] || {lists: []};
      if (this.required[i].length === 1 && !this.minus[i].length &&
          lists.length === 1 && segmentsOf(lists) > COUNTED_SEGMENTS) {
        if (tier.replaced.length) this.sure = false;
        return countOf(lists) * (1 - tier.replaced.length / tier.papers);
      }
      const windows = this.windowsOf(i, [], WINDOW_SEGMENTS);
      if (windows.length > 1) this.sure = false;
      return windows.length &&
          (await this.within(i, windows[0])).length * windows.length;
    }));
    this.candidates = counts.reduce((sum, count) => sum + count, 0);
  }

  // Goes on until there are `goal` hits, all are found, or it is enough.
  async extend(goal) {
    let left = CHECKED_MOST;
    while (await this.fill() && this.hits.length < goal && left > 0) {
      const rate = Math.max(
          0.2, (this.hits.length + 2) / (this.checked + 2));
      const wanted =
          Math.ceil((goal - this.hits.length) / rate / CHUNK) * CHUNK;
      const most = this.exact ? wanted : this.tight ? AT_ONCE : 2 * CHUNK;
      const some = this.batch.list.slice(
          this.at, this.at + Math.min(wanted, most));
      if (!this.exact) {
        await this.fetch(some);
        left -= some.length;
        this.looked += some.length;
      }
      for (let i = 0; i < some.length; i += CHUNK) {
        this.take(some.slice(i, i + CHUNK));
      }
      this.at += some.length;
      if (!this.tight) await this.tighten();
    }
  }

  // Where few of the first candidates match and many are left, the keys that
  // were spared are looked up too.
  async tighten() {
    const spare = this.terms.filter((term) => term.spare.length);
    this.tight = !spare.length || this.looked >= CHUNK;
    const failed = this.checked - this.hits.length;
    if (!spare.length || failed < this.looked / 2 ||
        this.candidates - this.checked < SPARE_FROM) {
      return;
    }
    await Promise.all(spare.map(
        (term) => this.look(term, term.spare.splice(0, SPARE_MOST))));
    await this.settle();
    const left = await Promise.all(this.tiers.map(async (tier, i) =>
        new Set(await this.within(i, [0, tier.papers]))));
    this.batch.list = this.batch.list.slice(this.at)
        .filter(({tier, number}) => left[tier].has(number));
    this.at = 0;
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
      one.record = await this.tiers[one.tier].record(one.number);
    }));
  }

  // A chunk of candidates becomes hits. Where the index alone decides, their
  // records wait until they are shown.
  take(chunk) {
    const group = {at: this.hits.length, size: chunk.length};
    const hits = this.exact ? chunk :
        this.ranked(chunk.filter((one) => this.passes(one)));
    for (const one of hits) {
      this.see(one);
      if (this.exact) one.group = group;
    }
    this.hits.push(...hits);
  }

  see({tier, number}) {
    ++this.checked;
    this.seen[tier].add(number);
  }

  passes(one) {
    const forms = one.record && formsOf(one.record);
    const has = (term) => isIn(
        term.field ? forms[term.field] : Object.values(forms).flat(), term);
    if (!forms || !this.terms.every(has) || this.unwanted.some(has)) {
      this.see(one);
      return false;
    }
    // A paper that does not have all terms in its titles has its turn later.
    return !this.batch.titled || this.terms.every(
        (term) => term.field || isIn(forms.titles, term));
  }

  ranked(chunk) {
    if (/date|score/.test(this.options.sort)) return chunk;
    for (const one of chunk) {
      one.score = scoreOf(one.record, this.terms,
                          this.tiers[one.tier].about.lengths);
    }
    return chunk.sort((a, b) => b.score - a.score);
  }

  // The hits of a page, with their records.
  async page(from, end) {
    await this.extend(end);
    const groups = new Set(this.hits.slice(from, end).map(({group}) => group));
    await Promise.all(Array.from(groups, async (group) => {
      if (!group || group.ranked) return;
      const chunk = this.hits.slice(group.at, group.at + group.size);
      await this.fetch(chunk);
      this.hits.splice(group.at, group.size, ...this.ranked(chunk));
      group.ranked = true;
    }));
    return this.hits.slice(from, end);
  }

  // {total, exact}: counted, or guessed from those that were checked.
  total() {
    const found = this.hits.length;
    if (this.done) return {total: found, exact: !this.partial};
    const rate = (found + 1) / (this.checked + 1);
    const left = Math.max(1, this.candidates - this.checked);
    return {total: Math.round(found + left * rate),
            exact: this.exact && this.sure && !this.partial};
  }
}
