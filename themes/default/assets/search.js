// The search page: what is typed goes to the client, its answers go to the
// page. The address bar holds the whole state, so that "back", a reload and a
// link bring it back. The page names its parts, because their addresses may
// carry fingerprints.
const FIRST = 20;              // hits that are asked for at once
const MOST_BY_SCROLLING = 100; // from here on a button asks, or nobody ever
                               // gets to the end of the page
const PAUSE = 120;             // milliseconds without a key before a search
const PATIENCE = 400;          // milliseconds before the page says it waits

const $ = (id) => document.getElementById(id);
const parts = JSON.parse($('parts').textContent);
const worker = startWorker();
const loading = import(parts.client).then(
    (client) => new client.Search({worker}),
    () => {
      throw Object.assign(new Error('no client'), {
        kind: navigator.onLine ? 'missing' : 'offline', reload: true});
    });
loading.then((search) => search.warm(),
             () => { /* reported by the first search */ });
const [states, view, facets, kept, keys] = await Promise.all(
    ['state', 'view', 'facets', 'kept', 'keys'].map(
        (part) => import(parts[part])));
const {words, element} = view;
facets.use(view);
kept.use(view);

const box = document.querySelector('.find.page input');
const counts = $('facets').querySelector('div');

let state = states.read(location.search);
let running = new AbortController();
let shown = 0;        // hits on the page
let fetching = null;  // the signal of a search whose next hits are coming
let failed = false;
let timer;            // until what is typed is searched for

// The worker of our own index starts while the client comes. Where it can not,
// the client does without.
function startWorker() {
  try {
    return parts.own &&
        new Worker(parts.client, {type: 'module', name: 'offprint-search'});
  } catch {
    return undefined;
  }
}

// --- Asking -----------------------------------------------------------------

function question(typing) {
  return {typing, sort: state.sort, facets: states.facets(state),
          signal: running.signal};
}

// Searches for the state; resolves to the answer, or to null where there is
// none or the reader has gone on.
async function run({typing = false, count = FIRST} = {}) {
  running.abort();
  running = new AbortController();
  const {signal} = running;
  showState();
  if (states.isEmpty(state)) {
    $('hits').removeAttribute('aria-busy');
    showStart();
    return null;
  }
  $('hits').setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => { $('found').textContent = words.waiting; },
                          PATIENCE);
  try {
    const search = await loading;
    const answer =
        await search.find(state.q, {...question(typing), from: 0, count});
    if (signal.aborted) return null;
    showAnswer(answer);
    countFacets(typing);
    return answer;
  } catch (error) {
    if (!signal.aborted) showFailure(error);
    return null;
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) $('hits').removeAttribute('aria-busy');
  }
}

async function more() {
  const {signal} = running;
  if (fetching === signal || $('more').hidden) return;
  fetching = signal;
  const typing = Boolean(history.state?.typing);
  try {
    const search = await loading;
    const answer = await search.find(
        state.q, {...question(typing), from: shown, count: FIRST});
    if (!signal.aborted) append(answer);
  } catch (error) {
    if (signal.aborted) return;
    // The button stays, to try again.
    scrolling.disconnect();
    $('found').textContent = view.failure(error);
  } finally {
    if (fetching === signal) fetching = null;
  }
}

async function countFacets(typing) {
  if (!$('facets').open || states.isEmpty(state)) return;
  const {signal} = running;
  try {
    const search = await loading;
    const counted = await search.facets(state.q, question(typing));
    if (!signal.aborted) facets.draw(counts, counted, states.facets(state));
  } catch {
    if (signal.aborted) return;
    counts.replaceChildren(element('p', {}, words.uncounted));
  }
}

// The client knows topics as it compares them; this is how they are written.
function learn(topic) {
  facets.call(states.fold(topic), topic);
}

// --- Showing ----------------------------------------------------------------

const addressOf = (changes) => states.address({...state, ...changes});
const without = (kind, value) =>
    states.address(states.toggled(state, kind, value));
const narrowed = (topic) => states.address(states.narrowed(state, topic));

// What is not the answer's: the controls.
function showState() {
  $('sort').querySelector(`[value=${state.sort}]`).checked = true;
  $('search').hidden = states.isEmpty(state);
  const saved = kept.has('saved', states.address(state));
  $('star').setAttribute('aria-pressed', String(saved));
  $('star').textContent = saved ? words.saved : words.save;
  $('chosen').replaceChildren(...facets.chips(
      states.facets(state), without, states.address(states.widened(state))));
}

function showAnswer(answer) {
  failed = false;
  const {direct} = answer;
  $('found').textContent = view.total(answer);
  const notes = answer.problems.map(view.problem);
  const hasNone = !answer.hits.length && !direct;
  if (direct) notes.unshift(view.direct(direct));
  if (hasNone && answer.suggestions.length) {
    notes.push(view.nearMisses(answer.suggestions,
                               (q) => addressOf({q})));
  }
  if (hasNone && states.isNarrowed(state) && state.q.trim()) {
    notes.push(element('p', {}, element('a',
        {href: states.address(states.widened(state))}, words.without_facets)));
  }
  $('notes').replaceChildren(...notes);
  $('hits').replaceChildren();
  shown = 0;
  append(answer);
  const isBare = !answer.hits.length && !states.isNarrowed(state);
  $('facets').hidden = isBare;
  document.querySelector('.tools').hidden = isBare;
  $('kept').hidden = true;
  $('browse').hidden = !hasNone;
}

function append({hits, more: hasMore}) {
  hits.forEach((found) => found.topics.forEach(learn));
  const articles = hits.map((found) => view.hit(found, narrowed));
  $('hits').append(...articles);
  if (document.activeElement === $('more')) keys.goTo(articles[0]);
  shown += hits.length;
  $('more').hidden = !hasMore;
  scrolling.disconnect();
  if (hasMore && shown < MOST_BY_SCROLLING) scrolling.observe($('more'));
}

function showFailure(error) {
  failed = true;
  const reload = error.reload || error.kind === 'format';
  const again = reload ? () => location.reload() : () => run();
  $('found').textContent = view.failure(error);
  $('notes').replaceChildren(
      view.button(reload ? words.reload : words.again, again));
  $('more').hidden = true;
  $('facets').hidden = shown === 0;
  document.querySelector('.tools').hidden = shown === 0;
  $('kept').hidden = true;
  $('browse').hidden = shown > 0;
}

// Nothing is asked for: what was, and topics.
function showStart() {
  $('found').textContent = '';
  $('hits').replaceChildren();
  shown = 0;
  kept.draw($('kept'), nameOf, () => box.focus());
  $('kept').hidden = false;
  $('browse').hidden = false;
}

// What a kept search is called.
function nameOf(address) {
  const other = states.read(address);
  const names = facets.names(states.facets(other)).map(({name}) => name);
  if (other.sort !== 'relevance') names.push(words.by[other.sort]);
  return [view.short(other.q.trim()) || words.everything, names.join(' · ')];
}

// --- Going ------------------------------------------------------------------

// Notes how far the reader has come, for "back".
function remember() {
  const hits = [...$('hits').children];
  const at = hits.indexOf(document.activeElement.closest('article'));
  write('replaceState', {...history.state, shown, at, y: scrollY});
}
// Browsers refuse too many changes in a row; the page goes on without.
function write(how, note, address) {
  try {
    history[how](note, '', address);
  } catch { /* the address will be right again after the next pause */ }
}

// Goes to another state. What is typed, up to Enter, makes one entry of the
// history, however many keys it takes; each choice makes one.
function go(next, how) {
  clearTimeout(timer);
  const typing = how === 'typing';
  const address = states.address(next);
  const isNew = address !== states.address(state);
  const goesOn = history.state?.typing && how !== 'choice';
  state = next;
  if (isNew && !goesOn) remember();
  if (isNew || !typing) {
    write(isNew && !goesOn ? 'pushState' : 'replaceState', {typing},
          address === '?' ? location.pathname : address);
  }
  if (!typing && !states.isEmpty(state)) kept.add('recent', address);
  return run({typing});
}

// Back, forward, or a first visit.
async function arrive() {
  const isFirst = !history.state;
  const note = history.state ?? {};
  state = states.read(location.search);
  box.value = state.q;
  if (isFirst && !states.isEmpty(state)) {
    kept.add('recent', states.address(state));
  }
  const count = Math.max(FIRST, note.shown ?? 0);
  const answer = await run({typing: note.typing, count});
  // From a box of another page, Enter has been pressed already.
  if (isFirst && answer?.direct) location.replace(answer.direct.url);
  if (note.at >= 0) keys.goTo($('hits').children[note.at]);
  if (note.y !== undefined) scrollTo(0, note.y);
}

// The state with what is in the box, be it searched for or not.
const typed = () => ({...state, q: box.value});

async function enter() {
  const answer = await go(typed(), 'enter');
  if (answer?.direct) location.assign(answer.direct.url);
}
function onType(event) {
  clearTimeout(timer);
  // Pinyin on its way to a word is not what the reader looks for.
  if (event.isComposing) return;
  timer = setTimeout(() => go(typed(), 'typing'), PAUSE);
}

function onTick({target}) {
  if (target.name === 'score') {
    go({...typed(), score: Number(target.value)}, 'choice');
  } else {
    go(states.toggled(typed(), target.name, target.value), 'choice');
  }
}

// Links of the form "?q=…" lead to another state of this page.
function onClick(event) {
  const chosen = event.target.closest?.('a');
  if (!chosen || event.button || event.ctrlKey || event.metaKey ||
      event.shiftKey || event.altKey) {
    return;
  }
  if (chosen.closest('#hits h2')) {
    kept.add('recent', states.address(state));
  }
  if (!chosen.getAttribute('href').startsWith('?')) return;
  event.preventDefault();
  const next = states.read(chosen.search);
  box.value = next.q;
  go(next, 'choice');
  if (!chosen.isConnected) box.focus();
}

// --- The page ---------------------------------------------------------------

const scrolling = new IntersectionObserver(
    (entries) => { if (entries.some((entry) => entry.isIntersecting)) more(); },
    {rootMargin: '600px'});

function listen() {
  box.addEventListener('input', onType);
  box.addEventListener('compositionend', onType);
  box.form.addEventListener('submit', (event) => {
    event.preventDefault();
    enter();
  });
  $('sort').addEventListener(
      'change', ({target}) => go({...typed(), sort: target.value}, 'choice'));
  counts.addEventListener('change', onTick);
  $('facets').addEventListener(
      'toggle', () => countFacets(Boolean(history.state?.typing)));
  $('more').addEventListener('click', more);
  $('star').addEventListener('click', () => {
    const address = states.address(state);
    if (kept.has('saved', address)) kept.remove('saved', address);
    else kept.add('saved', address);
    showState();
  });
  document.addEventListener('click', onClick);
  keys.listen(box, $('hits'), {
    more,
    clear() {
      box.value = '';
      go(typed(), 'typing');
    },
  });
  addEventListener('popstate', () => {
    // A step to a fragment of the page is none to another search.
    const address = states.address(states.read(location.search));
    if (address !== states.address(state)) arrive();
  });
  addEventListener('pagehide', remember);
  addEventListener('online', () => { if (failed) run(); });
}

document.querySelectorAll('#browse .toc a').forEach(
    ({textContent}) => learn(textContent));
document.querySelector('.off')?.remove();
history.scrollRestoration = 'manual';
$('facets').open = matchMedia('(min-width: 60rem)').matches;
listen();
if (!location.search || matchMedia('(pointer: fine)').matches) {
  box.focus({preventScroll: true});
}
arrive();
