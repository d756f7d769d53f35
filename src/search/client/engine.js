// The search itself, wherever it runs: answers queries from the files of the
// index.
import {checkAbort, Files} from './files.js';
import {readRoot} from './decode.js';
import {countFacets} from './facets.js';
import {excerptOf, marked} from './excerpt.js';
import {exactly, lookUp} from './plan.js';
import {readQuery} from './query.js';
import {Run} from './run.js';
import {suggestionsFor} from './suggest.js';
import {normalForm} from './text.js';
import {tiersOf} from './tier.js';

const ROOT = 'index.json';
const RUNS_MOST = 8;
const COUNT_MOST = 200;

export class Engine {
  constructor(root, fetch) {
    this.site = new URL('..', root);
    this.files = new Files(root, fetch);
    this.index = null;
    this.runs = new Map();
  }

  // The root and its tiers; a failure is not kept. Nobody's leaving ends it.
  open() {
    if (this.index) return this.index;
    const index = this.readIndex();
    this.index = index;
    index.catch(() => {
      if (this.index === index) this.index = null;
    });
    return index;
  }

  async readIndex() {
    const bytes = await this.files.request(ROOT, 'no-cache');
    const text = new TextDecoder().decode(bytes);
    const root = readRoot(text, ROOT);
    const points = [...root.common];
    const common = new Set();
    for (let i = 0; i + 1 < points.length; i += 2) {
      common.add(points[i] + points[i + 1]);
    }
    return {text, root, common, tiers: tiersOf(root, this.files)};
  }

  // What each query needs: the root, the tiers' dictionaries and first nodes.
  async warm() {
    const {tiers} = await this.open();
    await Promise.all(tiers.flatMap((tier) => [
      this.files.get(tier.dictionary, null),
      ...(tier.nodes.length === 1 ? [tier.node(0)] : []),
    ]));
  }

  // Where a file is missing or damaged the site may be newer than the root:
  // that is read once more.
  async attempt(signal, task) {
    const opened = this.open();
    const index = await left(opened, signal);
    try {
      return await task(index);
    } catch (error) {
      if (error.kind !== 'missing' && error.kind !== 'damaged') throw error;
      if (this.index === opened) this.index = null;
      const fresh = await left(this.open(), signal);
      if (fresh.text === index.text) throw error;
      return task(fresh);
    }
  }

  find(text, options = {}) {
    const query = readQuery(String(text));
    return this.attempt(options.signal, async (index) => {
      const direct = query.direct &&
          await this.direct(index, query.direct, options.signal);
      if (direct) return this.directAnswer(query, direct);
      return this.withRun(index, String(text), query, options,
                          (run) => this.answer(run, options));
    });
  }

  facets(text, options = {}) {
    const query = readQuery(String(text));
    return this.attempt(options.signal, (index) => this.withRun(
        index, String(text), query, {...options, sort: 'relevance'},
        (run) => countFacets(run, options.signal)));
  }

  // A query's run goes on page by page; one at a time has it.
  async withRun(index, text, query, {typing, sort, facets, signal}, task) {
    const key = JSON.stringify([text, Boolean(typing), sort, facets]);
    let held = this.runs.get(key);
    this.runs.delete(key);
    if (!held || held.index !== index) {
      const run = new Run(index, query, {typing, sort, facets});
      held = {index, run, ready: false, turn: Promise.resolve()};
    }
    this.runs.set(key, held);
    if (this.runs.size > RUNS_MOST) {
      this.runs.delete(this.runs.keys().next().value);
    }
    const mine = held.turn.then(async () => {
      checkAbort(signal);
      if (!held.ready) await held.run.prepare(signal);
      held.ready = true;
      return task(held.run);
    });
    held.turn = mine.catch(() => {
      // What was cut off in its midst is begun anew.
      held.run = new Run(index, query, {typing, sort, facets});
      held.ready = false;
    });
    return mine;
  }

  async direct(index, id, signal) {
    for (const tier of index.tiers) {
      const {all} = await lookUp(tier, exactly('i' + normalForm(id)), 1, signal);
      const numbers = await tier.numbers(all, 0, tier.papers, null, signal);
      const number = numbers.find((one) => !tier.replaced.includes(one));
      if (number !== undefined) return tier.record(number, signal);
    }
    return null;
  }

  directAnswer(query, record) {
    const hit = this.hitOf(record, []);
    return {
      hits: [hit], total: 1, exact: true, more: false,
      direct: {id: record.id, url: hit.url, title: record.title},
      problems: query.problems, suggestions: [], terms: [],
    };
  }

  async answer(run, {from = 0, count = 20, signal}) {
    const {query, terms} = run;
    from = Math.max(0, Math.floor(from) || 0);
    count = Math.min(COUNT_MOST, Math.max(0, Math.floor(count) || 0));
    const asked = run.isAsked();
    const answer = {
      hits: [], total: 0, exact: true, more: false, direct: null,
      problems: [...query.problems], suggestions: [],
      terms: terms.map(({item}) => item),
    };
    if (!asked) {
      for (const {text} of answer.terms) {
        answer.problems.push({kind: 'empty-term', text});
      }
      return answer;
    }
    const hits = await run.page(from, count, signal);
    answer.hits = hits.map(({record}) => this.hitOf(record, terms));
    Object.assign(answer, run.total());
    answer.more = run.hits.length > from + count || !run.done;
    if (run.hits.length < from + count && !run.done) {
      answer.problems.push({kind: 'unfinished', text: ''});
    }
    if (!run.hits.length && run.done && query.items.length) {
      answer.suggestions = await suggestionsFor(
          run.tiers, query.items, (text) => this.totalOf(run, text, signal),
          signal);
    }
    return answer;
  }

  async totalOf({index, options}, text, signal) {
    const run = new Run(index, readQuery(text),
                        {typing: false, facets: options.facets});
    await run.prepare(signal);
    if (!run.isAsked()) return 0;
    if (!run.exact) await run.page(0, 1, signal);
    return run.exact || run.hits.length ? run.total().total : 0;
  }

  // Links lead into the site or nowhere.
  urlOf(address) {
    try {
      const url = new URL('./' + address.replace(/^[/\\]+/, ''), this.site);
      return url.href.startsWith(this.site.href) ? url.href : null;
    } catch {
      return null;
    }
  }

  hitOf(record, terms) {
    const {id, date, published, score, code, sources, topics} = record;
    const of = (field) => terms.filter(
        (term) => !term.field || term.field === field);
    const titles = of('titles');
    const authors = of('authors');
    return {
      id, url: this.urlOf(record.address), date, published, score, code,
      sources, topics,
      title: marked(record.title, titles),
      otherTitles: record.otherTitles.map((title) => marked(title, titles)),
      authors: record.authors.map((name) => marked(name, authors)),
      excerpt: excerptOf(record.texts, of('texts')),
    };
  }
}

// A promise that others wait for too, left when the signal comes.
function left(promise, signal) {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const leave = () => {
      try {
        checkAbort(signal);
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', leave);
    leave();
    promise.then(resolve, reject).then(
        () => signal.removeEventListener('abort', leave));
  });
}
