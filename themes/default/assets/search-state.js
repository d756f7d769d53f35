// What is searched for, as the address bar has it:
// ?q=words&sort=date&topic=cs.cl&topic=cs.lg&year=2026&source=arxiv&score=8
// &code=1
export const LISTS = ['topic', 'year', 'source'];  // facets of several values
const SORTS = ['relevance', 'date', 'score'];
const LONGEST = 800;  // of a query in the address; servers refuse long ones

// Topics are compared as the client compares texts, or nearly so.
export const fold = (text) => text.normalize('NFKC').toLowerCase();

export function read(search) {
  const params = new URLSearchParams(search);
  const sort = params.get('sort');
  const state = {
    q: params.get('q') ?? '',
    sort: SORTS.includes(sort) ? sort : 'relevance',
    score: Number(params.get('score')) || 0,
    code: params.has('code'),
  };
  for (const kind of LISTS) {
    state[kind] = [...new Set(params.getAll(kind).map(fold))];
  }
  return state;
}

// The part of the address from its "?" on, which is there for the empty state
// too, so that it serves as a link.
export function address(state) {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q.slice(0, LONGEST));
  if (state.sort !== 'relevance') params.set('sort', state.sort);
  for (const kind of LISTS) {
    for (const value of state[kind]) params.append(kind, value);
  }
  if (state.score) params.set('score', state.score);
  if (state.code) params.set('code', '1');
  return '?' + params;
}

// What narrows the search, as the client wants it.
export function facets(state) {
  const chosen = {};
  for (const kind of LISTS) {
    if (state[kind].length) chosen[kind] = state[kind];
  }
  if (state.score) chosen.score = [state.score];
  if (state.code) chosen.code = true;
  return chosen;
}

export function isNarrowed(state) {
  return Object.keys(facets(state)).length > 0;
}
export function isEmpty(state) {
  return !state.q.trim() && !isNarrowed(state);
}
export function widened(state) {
  return {...state, topic: [], year: [], source: [], score: 0, code: false};
}

export function narrowed(state, topic) {
  return {...state, topic: [...new Set([...state.topic, fold(topic)])]};
}

// The state with one value of a facet put in, or taken out.
export function toggled(state, kind, value) {
  if (kind === 'code') return {...state, code: !state.code};
  if (kind === 'score') {
    return {...state, score: state.score === value ? 0 : value};
  }
  const folded = fold(value);
  const without = state[kind].filter((other) => other !== folded);
  const has = without.length < state[kind].length;
  return {...state, [kind]: has ? without : [...without, folded]};
}
