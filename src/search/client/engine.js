// The search itself, wherever it runs: answers queries from the files of the
// index.
import {Files, ROOT} from './files.js';
import {readRoot} from './decode.js';
import {countFacets} from './facets.js';
import {directTo, hitOf, NOTHING} from './hit.js';
import {exactly} from './plan.js';
import {readQuery} from './query.js';
import {Run} from './run.js';
import {subtract} from './sets.js';
import {suggestionsFor} from './suggest.js';
import {normalForm} from './text.js';
import {tiersOf} from './tier.js';
import {abortError, leaving} from './waiting.js';

const RUNS_MOST = 8;
const COUNT_MOST = 200;

export class Engine {
  // `early`: the root's bytes, if it is asked for already, or null.
  constructor(root, fetch, early) {
    this.site = new URL('..', root);
    this.files = new Files(root, fetch);
    this.early = early;
    this.index = null;
    this.runs = new Map();
  }

  // The root; a failure is not kept. Nobody's leaving ends it.
  open() {
    if (!this.index) {
      const index = this.index = this.readIndex();
      index.catch(() => this.close(index));
    }
    return this.index;
  }
  close(index) {
    if (this.index === index) this.index = null;
  }

  async readIndex() {
    const early = this.early && await this.early;
    this.early = null;
    const bytes = early || await this.files.requestRoot();
    const root = readRoot(bytes, ROOT);
    return {root, name: String(root.tiers.map(({folder}) => folder)),
            common: new Set(root.common.match(/../gu))};
  }

  // What each query needs: the root, the tiers' dictionaries and first nodes.
  async warm() {
    const {root} = await this.open();
    await Promise.all(tiersOf(root, this.files).flatMap(
        (tier) => tier.papers ? [tier.head(), tier.node(0)] : []));
  }

  // Where a file is missing or damaged the site may be newer than the root:
  // that is read once more.
  async attempt(signal, task) {
    const opened = this.open();
    const index = await leaving(opened, signal);
    try {
      return await task(index);
    } catch (error) {
      if (!/missing|damaged/.test(error.kind)) throw error;
      this.close(opened);
      const fresh = await leaving(this.open(), signal);
      if (fresh.name === index.name) throw error;
      return task(fresh);
    }
  }

  async find(text, options) {
    const query = readQuery(text);
    return this.attempt(options.signal, async (index) =>
        query.direct && await this.direct(index, query, options.signal) ||
        this.withRun(index, text, query, options,
                     (run) => this.answer(run, options)));
  }

  async facets(text, options) {
    return this.attempt(options.signal, (index) => this.withRun(
        index, text, readQuery(text), {...options, sort: 'relevance'},
        countFacets));
  }

  // A query's run goes on page by page; one at a time has it.
  withRun(index, text, query, {typing, sort, facets, signal}, task) {
    const key = JSON.stringify([text, Boolean(typing), sort, facets]);
    let held = this.runs.get(key);
    if (!held || held.index !== index) {
      held = {index, run: null, turn: Promise.resolve()};
    }
    this.runs.delete(key);
    this.runs.set(key, held);
    if (this.runs.size > RUNS_MOST) {
      this.runs.delete(this.runs.keys().next().value);
    }
    const mine = held.turn.then(async () => {
      if (signal && signal.aborted) throw abortError();
      const run = held.run ||
          new Run(index, this.files, query, {typing, sort, facets});
      held.run = null;  // what is cut off in its midst is begun anew
      run.signal = signal;
      if (!run.batches) await run.prepare();
      const answer = await task(run);
      held.run = run;
      return answer;
    });
    held.turn = mine.catch(() => {});
    return mine;
  }

  // All tiers are asked at once; the newest that has the paper knows it best.
  async direct({root}, {direct: id, problems}, signal) {
    const found = await Promise.all(tiersOf(root, this.files).map(
        async (tier) => {
      tier.signal = signal;
      const {all} = await tier.lookUp(exactly('i' + normalForm(id)), 1);
      const [number] = subtract(await tier.numbers(all), tier.replaced);
      return number === undefined ? null : [tier, number];
    }));
    const [tier, number] = found.find((one) => one) || [];
    if (!tier) return null;
    return {...directTo(await tier.record(number), this.site), problems};
  }

  async answer(run, {from = 0, count = 20}) {
    const {query, terms} = run;
    const answer = {
      ...NOTHING, problems: [...query.problems],
      terms: query.items.filter(({kind, exclude}) =>
          !exclude && /term|title|author/.test(kind)),
    };
    if (!run.asked) {
      answer.problems.push(...answer.terms.map(
          ({text}) => ({kind: 'empty-term', text})));
      return answer;
    }
    const end = from + Math.min(COUNT_MOST, count);
    const hits = await run.page(from, end);
    answer.hits = hits.map(
        ({record}) => hitOf(record, terms, this.site));
    Object.assign(answer, run.total());
    answer.more = run.hits.length > end || !run.done;
    if (run.hits.length < end && !run.done) {
      answer.problems.push({kind: 'unfinished', text: ''});
    }
    if (!run.hits.length && run.done) {
      answer.suggestions = await suggestionsFor(
          run, (text) => this.totalOf(run, text));
    }
    return answer;
  }

  async totalOf({index, options: {facets}, tiers: [{signal}]}, text) {
    const run = new Run(index, this.files, readQuery(text), {facets});
    run.signal = signal;
    await run.prepare();
    if (!run.asked) return 0;
    await run.extend(1);
    return run.hits.length && run.total().total;
  }
}
