// The search of a page: `new Search()` starts the engine in a worker, or runs it
// in the page where there are none. The same module is the worker's.
import {Engine} from './engine.js';
import {abortError} from './files.js';
export {parseQuery} from './query.js';

const WORKER = 'offprint-search';
const START_MOST = 3000;

export class Search {
  constructor({root, fetch} = {}) {
    this.root = new URL(root || '.', import.meta.url).href;
    this.calls = new Map();
    this.last = 0;
    this.worker = null;
    if (fetch || typeof Worker === 'undefined') this.stay(fetch);
    else this.startWorker();
  }

  warm() {
    return this.call('warm', [], {}).catch(() => {});
  }
  find(query, options = {}) {
    return this.call('find', [String(query)], options);
  }
  facets(query, options = {}) {
    return this.call('facets', [String(query)], options);
  }

  startWorker() {
    try {
      this.worker = new Worker(import.meta.url, {type: 'module', name: WORKER});
    } catch {
      this.stay();
      return;
    }
    const timer = setTimeout(() => this.stay(), START_MOST);
    this.worker.onerror = () => this.stay();
    this.worker.onmessage = ({data}) => {
      clearTimeout(timer);
      if (data.id) this.settle(data);
    };
  }

  // The engine in the page; what the worker was asked is asked of it.
  stay(fetch) {
    if (this.engine) return;
    if (this.worker) this.worker.terminate();
    this.worker = null;
    this.engine = new Engine(this.root, fetch ||
                             ((url, options) => globalThis.fetch(url, options)));
    for (const call of this.calls.values()) this.post(call);
  }

  call(name, args, {signal, ...options}) {
    return new Promise((resolve, reject) => {
      if (signal && signal.aborted) {
        reject(abortError());
        return;
      }
      const call = {id: ++this.last, name, args: [...args, options], resolve,
                    reject, abort: new AbortController()};
      this.calls.set(call.id, call);
      call.leave = () => {
        call.abort.abort();
        if (this.worker) this.worker.postMessage({id: call.id, abort: true});
        this.settle({id: call.id, error: abortError()});
      };
      call.signal = signal;
      if (signal) signal.addEventListener('abort', call.leave);
      this.post(call);
    });
  }

  post({id, name, args, abort}) {
    if (this.worker) {
      this.worker.postMessage({id, name, args, root: this.root});
    } else {
      answerCall(this.engine, {name, args}, abort.signal)
          .then((data) => this.settle({id, ...data}));
    }
  }

  settle({id, value, error}) {
    const call = this.calls.get(id);
    if (!call) return;
    this.calls.delete(id);
    if (call.signal) call.signal.removeEventListener('abort', call.leave);
    if (!error) call.resolve(value);
    else if (error.name === 'AbortError') call.reject(abortError());
    else call.reject(Object.assign(new Error(error.message), error));
  }
}

async function answerCall(engine, {name, args: [...args]}, signal) {
  try {
    args[args.length - 1] = {...args[args.length - 1], signal};
    return {value: await engine[name](...args)};
  } catch ({name: kindOfError, kind, file, message}) {
    return {error: {name: kindOfError, kind, file, message}};
  }
}

function serve() {
  const aborts = new Map();
  let engine = null;
  onmessage = async ({data: {id, name, args, root, abort}}) => {
    if (abort) {
      if (aborts.has(id)) aborts.get(id).abort();
      return;
    }
    engine = engine ||
        new Engine(root, (url, options) => fetch(url, options));
    const controller = new AbortController();
    aborts.set(id, controller);
    const data = await answerCall(engine, {name, args}, controller.signal);
    aborts.delete(id);
    postMessage({id, ...data});
  };
  postMessage({ready: true});
}

if (typeof WorkerGlobalScope !== 'undefined' && self.name === WORKER) serve();
