// The search itself, wherever it runs: answers queries from the files of the
// index.
import {abortError, Files, leaving} from './files.js';
import {readRoot} from './decode.js';
import {countFacets} from './facets.js';
import {excerptOf, marked} from './excerpt.js';
import {exactly} from './plan.js';
import {readQuery} from './query.js';
import {Run} from './run.js';
import {subtract} from './sets.js';
import {suggestionsFor} from './suggest.js';
import {normalForm} from './text.js';
import {tiersOf} from './tier.js';

const ROOT = 'index.json';
const RUNS_MOST = 8;
const COUNT_MOST = 200;
const NOTHING = {hits: [], total: 0, exact: true, more: false, direct: null,
                 suggestions: [], terms: []};

export class Engine {
  constructor(root, fetch) {
    this.site = new URL('..', root);
    this.files = new Files(root, fetch);
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
    const bytes = await this.files.request(ROOT, 'no-cache');
    const root = readRoot(bytes, ROOT);
    return {root, text: String(bytes),
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
      if (fresh.text === index.text) throw error;
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
    const hit = this.hitOf(await tier.record(number), []);
    const {url, title} = hit;
    return {...NOTHING, problems, hits: [hit], total: 1,
            direct: {id: hit.id, url, title: title[0][0]}};
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
    answer.hits = hits.map(({record}) => this.hitOf(record, terms));
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

  // Links lead into the site or nowhere.
  urlOf(address) {
    const url = new URL('./' + address.replace(/^[/\\]+/, ''), this.site).href;
    return url.startsWith(this.site.href) ? url : null;
  }

  hitOf(record, terms) {
    const {forms, address, texts, ...shown} = record;
    const mark = (field) => {
      const own = terms.filter((term) => (term.field || field) === field);
      return (text) => marked(text, own);
    };
    return {
      ...shown, url: this.urlOf(address), code: Boolean(shown.code),
      title: mark('titles')(shown.title),
      otherTitles: shown.otherTitles.map(mark('titles')),
      authors: shown.authors.map(mark('authors')),
      excerpt: excerptOf(texts, terms.filter(({field}) => !field)),
    };
  }
}
