// Questions as Meilisearch takes them; ENGINES.md says what the fields are. No
// text of a reader's may leave the quotes that it is put into.
import {SHOWN} from './asked.js';

const ATTRIBUTES = {topic: 'topics', source: 'sources', id: 'paper_id',
                    year: 'years', date: 'day_numbers', score: 'score',
                    code: 'code'};
const FACETS = ['topic', 'year', 'source', 'score', 'code'];
const RANKS = {__proto__: null, date: ['last_seen:desc'],
               score: ['score:desc', 'last_seen:desc']};

const literal = (value) => typeof value === 'number' ? String(value) :
    `"${value.replace(/["\\]/g, '\\$&')}"`;

// Of several days one has to lie within: "TO" asks that, two comparisons do
// not.
function expressionOf({kind, values, from, to, exclude}) {
  const field = ATTRIBUTES[kind];
  const bound = (value) => kind === 'date' ? value.replace(/-/g, '') : value;
  const text = kind === 'code' ? 'code=true' :
      values ? `${field} IN [${values.map(literal).join()}]` :
      from === undefined ? `${field}<=${bound(to)}` :
      to === undefined ? `${field}>=${bound(from)}` :
      `${field} ${bound(from)} TO ${bound(to)}`;
  return exclude ? 'NOT ' + text : text;
}

// A word that is not being typed is whole: a blank behind it says so.
function wordsOf(terms) {
  const parts = terms.map(({text, phrase, exclude}) => {
    const words = text.split(/["\s]+/).map((word) => word.replace(/^-+/, ''))
        .filter((word) => word).join(' ');
    return (exclude ? '-' : '') +
        (phrase || exclude ? `"${words}"` : words);
  });
  const isOpen = terms.some(({typing, phrase}) => typing && !phrase);
  return parts.join(' ') + (isOpen || !parts.length ? '' : ' ');
}

// One question has one choice of fields: terms of several kinds are looked for
// in all.
function fieldsFor([first, ...others]) {
  const isSame = first && others.every(({kind}) => kind === first.kind);
  return isSame && {title: ['title', 'other_titles'],
                    author: ['authors']}[first.kind] || undefined;
}

const questionOf = ({terms, conditions, narrowed}) => ({
  q: wordsOf(terms), matchingStrategy: 'all',
  filter: [...conditions, ...narrowed].map(expressionOf),
  attributesToSearchOn: fieldsFor(terms),
});

export const meilisearch = {
  path: (index) => `indexes/${encodeURIComponent(index)}/search`,
  find: (asked) => ({
    ...questionOf(asked), offset: asked.from, limit: asked.size,
    sort: RANKS[asked.sort], attributesToRetrieve: ['paper_id', ...SHOWN],
  }),
  found: ({hits, estimatedTotalHits}) => ({
    documents: hits.map(({paper_id: id, ...rest}) => ({...rest, id})),
    total: estimatedTotalHits, exact: false,
  }),
  // A kind's own narrowing does not count for its own numbers: it has a
  // question of its own.
  counts: (asked) => [null, ...asked.narrowed].map((left) => ({
    ...questionOf({...asked, narrowed: asked.narrowed.filter(
        (one) => one !== left)}),
    limit: 0,
    facets: (left ? [left.kind] : FACETS).map((kind) => ATTRIBUTES[kind]),
  })),
  counted(answers, {narrowed}) {
    const counted = {exact: false};
    for (const kind of FACETS) {
      const own = 1 + narrowed.findIndex((one) => one.kind === kind);
      counted[kind] = Object.entries(
          answers[own].facetDistribution[ATTRIBUTES[kind]] || {});
    }
    return counted;
  },
};
