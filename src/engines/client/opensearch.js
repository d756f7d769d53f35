// Questions as OpenSearch, and Elasticsearch, take them; ENGINES.md says what
// the fields are.
import {SHOWN} from './asked.js';
import {classOf} from '../../search/client/text.js';

const WEIGHED = {title: 4, other_titles: 4, authors: 2, texts: 1};
const SEARCHED = {term: ['title', 'other_titles', 'authors', 'texts'],
                  title: ['title', 'other_titles'], author: ['authors']};
const PLACES = {topic: 'topics.folded', source: 'sources', id: 'id',
                year: 'years', date: 'days', score: 'score'};
const BEGINNINGS_MOST = 200;
const VALUES_MOST = 200;

const descending = (field) => ({[field]: {order: 'desc', missing: '_last'}});
const LAST = [descending('last_seen'), {id: 'asc'}];
const ORDERS = {__proto__: null, date: LAST,
                score: [descending('score'), ...LAST]};

// A text is indexed by pairs of ideographs: one by itself has fields of its
// own, and one behind other letters is the beginning of a pair.
function clauseOf({kind, text, typing}) {
  const points = [...text];
  const [before, last] = ['', ...points].slice(-2).map(
      (char) => char && classOf(char));
  const isSingle = last === 'C' && points.length === 1;
  const isOpen = typing || (last === 'C' && before !== 'C');
  const fields = SEARCHED[kind].map((field) =>
      `${field}${isSingle ? '.single' : ''}^${WEIGHED[field]}`);
  const match = {query: text, fields};
  if (isSingle) return {multi_match: match};
  return {multi_match: isOpen ?
      {...match, type: 'phrase_prefix', max_expansions: BEGINNINGS_MOST} :
      {...match, type: 'phrase'}};
}

function conditionOf({kind, values, from, to, typing}) {
  const field = PLACES[kind];
  if (kind === 'code') return {term: {code: true}};
  if (!values) return {range: {[field]: {gte: from, lte: to}}};
  return typing ? {prefix: {[field]: values[0]}} : {terms: {[field]: values}};
}

function queryOf({terms, conditions}, narrowed) {
  const wanted = ({exclude}) => !exclude;
  const unwanted = ({exclude}) => exclude;
  return {bool: {
    must: terms.filter(wanted).map(clauseOf),
    filter: [...conditions.filter(wanted), ...narrowed].map(conditionOf),
    must_not: [...terms.filter(unwanted).map(clauseOf),
               ...conditions.filter(unwanted).map(conditionOf)],
  }};
}

const listing = (field) => ({terms: {field, size: VALUES_MOST}});
const COUNTED = {
  topic: listing('topics'), year: listing('years'), source: listing('sources'),
  score: {histogram: {field: 'score', interval: 1, min_doc_count: 1}},
  code: {filter: {term: {code: true}}},
};

// A kind's own narrowing does not count for its own numbers.
function countingOf(kind, narrowed) {
  const others = narrowed.filter((one) => one.kind !== kind).map(conditionOf);
  return {filter: {bool: {filter: others}}, aggs: {values: COUNTED[kind]}};
}

const isWhole = (answer) =>
    !answer.timed_out && !(answer._shards && answer._shards.failed);

export const openSearch = {
  path: (index) => encodeURIComponent(index) + '/_search',
  find: (asked) => ({
    query: queryOf(asked, asked.narrowed), from: asked.from, size: asked.size,
    sort: ORDERS[asked.sort] || ['_score', ...LAST],
    _source: ['id', ...SHOWN],
  }),
  found: (answer) => ({
    documents: answer.hits.hits.map(({_source}) => _source),
    total: answer.hits.total.value,
    exact: answer.hits.total.relation === 'eq' && isWhole(answer),
  }),
  counts: (asked) => [{
    query: queryOf(asked, []), size: 0,
    aggs: Object.fromEntries(Object.keys(COUNTED).map(
        (kind) => [kind, countingOf(kind, asked.narrowed)])),
  }],
  // {exact}, and of each kind [[value, count], …].
  counted([answer]) {
    const counted = {exact: isWhole(answer)};
    for (const kind of Object.keys(COUNTED)) {
      const {values} = answer.aggregations[kind];
      if (values.doc_count_error_upper_bound) counted.exact = false;
      counted[kind] = kind === 'code' ? [['true', values.doc_count]] :
          values.buckets.map(({key, doc_count: count}) => [key, count]);
    }
    return counted;
  },
};
