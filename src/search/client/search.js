// The search of a page: `new Search()` starts the engine in a worker, or runs
// it in the page where there are none. The same module is the worker's; a page
// may start that while the module comes, `new Search({worker})`.
import {Engine} from './engine.js';
import {Files} from './files.js';
import {parseQuery} from './query.js';
import {leaving} from './waiting.js';

export {parseQuery};

const WORKER = 'offprint-search';
const START_MOST = 3000;
const fetchFile = (...request) => fetch(...request);

export class Search {
  constructor({root, fetch, worker} = {}) {
    this.root = new URL(root || '.', import.meta.url).href;
    this.calls = new Map();
    this.last = 0;
    if (fetch) this.stay(fetch);
    else this.startWorker(worker);
  }

  warm() {
    return this.call('warm').catch(() => {});
  }
  find(query, options) {
    return this.call('find', query, options);
  }
  facets(query, options) {
    return this.call('facets', query, options);
  }

  startWorker(started) {
    try {
      const worker = started ||
          new Worker(import.meta.url, {type: 'module', name: WORKER});
      const stay = () => {
        worker.terminate();
        this.stay();
      };
      const timer = setTimeout(stay, START_MOST);
      worker.onerror = stay;
      worker.onmessage = ({data}) => {
        clearTimeout(timer);
        this.settle(data);
      };
      this.post = (message) => worker.postMessage(message);
      this.post({});  // it answers when it is there
      // The root is under way while the worker starts.
      new Files(this.root, fetchFile).requestRoot().catch(() => null)
          .then((early) => this.post({early}));
    } catch {
      this.stay();
    }
  }

  // The engine in the page; what the worker was asked is asked of it.
  stay(fetch) {
    this.post = serviceOf((answer) => this.settle(answer), fetch);
    for (const {message} of this.calls.values()) this.post(message);
  }

  call(name, query, {signal, ...options} = {}) {
    const id = ++this.last;
    const message = {id, name, query: String(query), options, root: this.root};
    const answer = new Promise((resolve, reject) => {
      this.calls.set(id, {message, resolve, reject});
    });
    this.post(message);
    return leaving(answer, signal, () => {
      this.calls.delete(id);
      this.post({id});
    });
  }

  settle({id, value, error}) {
    const call = this.calls.get(id);
    this.calls.delete(id);
    if (!call) return;
    if (error) call.reject(Object.assign(new Error(error.message), error));
    else call.resolve(value);
  }
}

// Takes messages {id, name, query, options, root}, or {id} alone to give up,
// and replies {id, value} or {id, error}.
function serviceOf(reply, get = fetchFile, early = null) {
  const calls = new Map();
  let engine;
  return async ({id, name, query, options, root}) => {
    if (!name) {
      if (calls.has(id)) calls.get(id).abort();
      return;
    }
    engine = engine || new Engine(root, get, early);
    const controller = new AbortController();
    calls.set(id, controller);
    try {
      const {signal} = controller;
      reply({id, value: await engine[name](query, {...options, signal})});
    } catch ({name: type, kind, file, message}) {
      reply({id, error: {name: type, kind, file, message}});
    }
    calls.delete(id);
  };
}

if (typeof WorkerGlobalScope !== 'undefined' && self.name === WORKER) {
  const serve = serviceOf(
      (answer) => postMessage(answer), fetchFile, new Promise((take) => {
    onmessage = ({data}) => {
      if ('early' in data) take(data.early);
      else if ('id' in data) serve(data);
      else postMessage({});
    };
  }));
}
