// The search of a page whose engine is a server: what the page knows of it is
// as with the index of the site itself.
import {facetsFrom, numberIn, recordFrom} from './answers.js';
import {askedFor, readAsked} from './asked.js';
import {Server} from './server.js';
import {directTo, hitOf, NOTHING} from '../../search/client/hit.js';
import {parseQuery} from '../../search/client/query.js';

export {parseQuery};

export class Search {
  constructor({root, fetch} = {}) {
    const folder = new URL(root || '.', import.meta.url);
    this.site = new URL('..', folder);
    this.server = new Server(
        folder, fetch || ((...request) => globalThis.fetch(...request)));
  }

  async warm() {
    await this.server.open().catch(() => {});
  }

  async find(query, {signal, ...options} = {}) {
    const asked = readAsked(String(query), options);
    return asked.direct && await this.direct(asked, signal) ||
        this.answer(asked, signal);
  }

  async facets(query, {signal, ...options} = {}) {
    const asked = readAsked(String(query), options);
    return this.server.ask(
        (kind) => kind.counts(asked),
        (kind, answers) => facetsFrom(kind.counted(answers, asked)), signal);
  }

  // {records, total, exact}.
  found(asked, signal) {
    return this.server.ask((kind) => [kind.find(asked)], (kind, [answer]) => {
      const {documents, total, exact} = kind.found(answer);
      return {records: documents.map(recordFrom), total: numberIn(total),
              exact};
    }, signal);
  }

  async direct({direct, problems}, signal) {
    const {records: [record]} = await this.found(askedFor(direct), signal);
    const answer = record && directTo(record, this.site);
    return answer && answer.direct.url ? {...answer, problems} : null;
  }

  async answer(asked, signal) {
    const {items, terms, conditions, narrowed, problems, count} = asked;
    const answer = {...NOTHING, problems, terms: items};
    if (!terms.length && !conditions.length && !narrowed.length) return answer;
    const {records, total, exact} = await this.found(asked, signal);
    const wanted = terms.filter(({exclude}) => !exclude);
    return {
      ...answer, total, exact, more: records.length > count,
      hits: records.slice(0, count).map(
          (record) => hitOf(record, wanted, this.site)),
    };
  }
}
