// What is asked of a server, whichever it is: terms, conditions, and which of
// the hits.
import {readQuery} from '../../search/client/query.js';
import {normalForm, partsOf} from '../../search/client/text.js';

const COUNT_MOST = 200;
const WINDOW = 10_000;  // both engines show no hits beyond
export const SHOWN = ['url', 'title', 'other_titles', 'authors', 'topics',
                      'sources', 'last_seen', 'published', 'score', 'code',
                      'texts'];

const isText = ({kind}) => /^(term|title|author)$/.test(kind);

function hasWord({text}) {
  const {words, pairs} = partsOf(text);
  return words.length + pairs.length > 0;
}

// What the page narrows to, and what the address bar makes of it. A year that
// is none has no papers.
const NARROWINGS = {
  topic: (values) => ({values: values.map(String).map(normalForm)}),
  source: (values) => ({values: values.map(String).map(normalForm)}),
  year: (values) =>
      ({values: values.filter((year) => /^\d{4}$/.test(year)).map(Number)}),
  score: (values) => ({from: Math.min(...values.map((one) => +one || 0))}),
  code: () => ({}),
};
const narrowedBy = (facets = {}) => Object.keys(NARROWINGS).map(
    (kind) => [kind, [].concat(facets[kind] || [])]
).filter(([, values]) => values.length).map(
    ([kind, values]) => ({kind, ...NARROWINGS[kind](values)}));

// {items, terms, conditions, narrowed, problems, direct} and {sort, from, size,
// count}. A condition has {kind}, and {values} or {from, to}; it and a term may
// have `exclude` and `typing`. One hit more than `count` tells of the rest.
export function readAsked(text, {typing, sort, facets, from = 0,
                                 count = 20} = {}) {
  const {items, open, problems, direct} = readQuery(text);
  const read = items.map((item) => (
      {...item, typing: Boolean(typing && item === open && !item.exclude)}));
  const texts = read.filter(isText);
  const wanted = Math.min(COUNT_MOST, count);
  const size = Math.max(0, Math.min(wanted + 1, WINDOW - from));
  return {
    items: items.filter((item) => isText(item) && !item.exclude), direct,
    problems: problems.concat(texts.filter((item) => !hasWord(item)).map(
        (item) => ({kind: 'empty-term', text: item.text}))),
    terms: texts.filter(hasWord).map((item) => ({
      ...item, form: item.text,
      field: {title: 'titles', author: 'authors'}[item.kind],
    })),
    conditions: read.filter((item) => !isText(item)).map(
        ({text: value, ...item}) =>
            value === undefined ? item : {...item, values: [value]}),
    narrowed: narrowedBy(facets),
    sort, from: size ? from : 0, size, count: wanted,
  };
}

export const askedFor = (id) => ({
  terms: [], conditions: [{kind: 'id', values: [normalForm(id)]}],
  narrowed: [], sort: 'date', from: 0, size: 1,
});
