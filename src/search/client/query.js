// What was typed, as terms and filters.
import {directId} from './ids.js';
import {normalForm} from './text.js';

const QUERY_MOST = 1000;
const ITEMS_MOST = 32;
const QUOTE = '["\\u201c\\u201d\\u201e\\uff02]';
const BLANKS = /^\p{White_Space}+/u;
const ITEM = new RegExp(
    '^([-\\uff0d]?)(?:([a-z\\uff21-\\uff3a\\uff41-\\uff5a]+)[:\\uff1a])?' +
    `(?:${QUOTE}([^"\\u201c\\u201d\\u201e\\uff02]*)(${QUOTE}?)|` +
    '(\\P{White_Space}*))', 'iu');
const PLAIN = /^([-\uff0d]?)(\P{White_Space}*)/u;
const KINDS = ['author', 'topic', 'title', 'id', 'date', 'score', 'source',
               'code'];

// {items, problems, direct, open}: `open` is the item that is still typed.
export function readQuery(text) {
  const query = {items: [], problems: [], direct: directId(text), open: null};
  const points = [...text];
  if (points.length > QUERY_MOST) {
    text = points.slice(0, QUERY_MOST).join('');
    query.problems.push({kind: 'too-long', text: ''});
  }
  while ((text = text.replace(BLANKS, ''))) {
    if (query.items.length === ITEMS_MOST) {
      query.problems.push({kind: 'too-long', text});
      break;
    }
    text = text.slice(readItem(text, query));
  }
  return query;
}

export function parseQuery(text) {
  const {items, problems, direct} = readQuery(String(text));
  return {items, problems, direct};
}

// Reads the item at the head of the text; returns how much of it that is.
function readItem(text, query) {
  let [whole, minus, key, quoted, close, bare] = ITEM.exec(text);
  let kind = key && normalForm(key);
  if (kind && !KINDS.includes(kind)) {
    [whole, minus, bare] = PLAIN.exec(text);
    quoted = kind = undefined;
  }
  const phrase = quoted !== undefined;
  const item = {kind: kind || 'term'};
  const value = normalForm(phrase ? quoted : bare);
  const good = FILTERS[item.kind] ? FILTERS[item.kind](value, item) :
                                    (item.text = value);
  item.exclude = (item.exclude || false) !== Boolean(minus);
  item.phrase = phrase;
  if (!good) {
    query.problems.push({kind: kind ? 'bad-filter' : 'empty-term',
                         text: whole});
  } else if (!query.items.some((other) => sameItem(other, item))) {
    query.items.push(item);
  }
  const last = whole.length === text.length && !close && good;
  query.open = last ? query.items[query.items.length - 1] : null;
  return whole.length;
}

function sameItem(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

// Each puts what a filter's value says into the item; false where it says
// nothing.
const FILTERS = {
  __proto__: null,
  id(value, item) {
    item.text = normalForm(directId(value) || value);
    return value;
  },
  date(value, item) {
    return readBounds(value, item, dayBounds);
  },
  score(value, item) {
    const [, sign, number] = /^(>=?|<=?|≥|≤)(.*)$/.exec(value) || [];
    if (!sign) return readBounds(value, item, scoreBounds, true);
    const hundredths = hundredthsOf(number);
    if (hundredths < 0) return false;
    if (sign === '>') item.from = (Math.floor(hundredths) + 1) / 100;
    else if (sign === '<') item.to = (Math.ceil(hundredths) - 1) / 100;
    else if (/[>≥]/.test(sign)) item.from = Math.ceil(hundredths) / 100;
    else item.to = Math.floor(hundredths) / 100;
    return true;
  },
  code(value, item) {
    item.exclude = /^(no|false|0)$/.test(value);
    return item.exclude || /^(yes|true|1)$/.test(value);
  },
};

// "a", "a..b", "a.." or "..b".
function readBounds(value, item, boundsOf, isLeast) {
  const [low, high, more] = value.split('..');
  if (more !== undefined || !(low || high)) return false;
  const first = low && boundsOf(low);
  const last = high === undefined && !isLeast ? first : high && boundsOf(high);
  if ((low && !first) || (high && !last)) return false;
  if (first) item.from = first[0];
  if (last) item.to = last[1];
  return !(first && last) || item.from <= item.to;
}

function hundredthsOf(text) {
  if (!/^\d{1,4}(\.\d{1,6})?$/.test(text)) return -1;
  return Math.round(Number(text) * 1e6) / 1e4;
}
function scoreBounds(text) {
  const hundredths = hundredthsOf(text);
  if (hundredths < 0) return null;
  return [Math.ceil(hundredths) / 100, Math.floor(hundredths) / 100];
}

// The first and the last day of a year, a month or a day.
function dayBounds(text) {
  const [, year, month, day] =
      /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) || [];
  if (!year) return null;
  if (!month) return [year + '-01-01', year + '-12-31'];
  const days = month > 0 && month < 13 &&
      new Date(Date.UTC(2000 + year % 400, month, 0)).getUTCDate();
  if (!days || (day && (day < 1 || day > days))) return null;
  const head = `${year}-${month}-`;
  return [head + (day || '01'), head + (day || days)];
}
