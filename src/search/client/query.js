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
  const read = key && FILTERS[normalForm(key)];
  if (key && !read) {
    [whole, minus, bare] = PLAIN.exec(text);
    quoted = key = undefined;
  }
  const phrase = quoted !== undefined;
  const item = {kind: key ? normalForm(key) : 'term'};
  const good = (read || readText)(normalForm(phrase ? quoted : bare), item);
  item.exclude = Boolean(item.exclude) !== Boolean(minus);
  item.phrase = phrase;
  const known = query.items.find(
      (other) => JSON.stringify(other) === JSON.stringify(item));
  if (!good) {
    query.problems.push({kind: key ? 'bad-filter' : 'empty-term', text: whole});
  } else if (!known) {
    query.items.push(item);
  }
  query.open = good && !close && whole.length === text.length ? known || item :
                                                                null;
  return whole.length;
}

const readText = (value, item) => (item.text = value);

// Each puts what a filter's value says into the item; false where it says
// nothing.
const FILTERS = {
  __proto__: null,
  title: readText,
  author: readText,
  topic: readText,
  source: readText,
  id: (value, item) =>
      (item.text = value && normalForm(directId(value) || value)),
  date: (value, item) => readBounds(value, item, dayBounds),
  score: (value, item) => readBounds(
      value.replace(/^(>=?|≥)?([^.<≤]+(\.\d+)?)$/, '$2..')
          .replace(/^(<=?|≤)/, '..'),
      item, (text) => scoreBounds(text, /^[<>][^=]/.test(value))),
  code: (value, item) => {
    item.exclude = /^(no|false|0)$/.test(value);
    return item.exclude || /^(yes|true|1)$/.test(value);
  },
};

// "a", "a..b", "a.." or "..b".
function readBounds(value, item, boundsOf) {
  const [low, high = low, more] = value.split('..');
  const first = low ? boundsOf(low) : [];
  const last = high ? boundsOf(high) : [];
  if (!first || !last || !(low || high) || more !== undefined) return false;
  if (low) item.from = first[0];
  if (high) item.to = last[1];
  return !(item.from > item.to);
}

// In hundredths, so that what is to be above or below is a step away.
function scoreBounds(text, isBeyond) {
  if (!/^\d{1,4}(\.\d{1,6})?$/.test(text)) return null;
  const hundredths = Math.round(text * 1e6) / 1e4;
  const above = Math.ceil(hundredths);
  const below = Math.floor(hundredths);
  return [(isBeyond ? below + 1 : above) / 100,
          (isBeyond ? above - 1 : below) / 100];
}

// The first and the last day of a year, a month or a day.
function dayBounds(text) {
  const [, year, month = '', day = ''] =
      /^(\d{4})(-\d\d)?(-\d\d)?$/.exec(text) || [];
  const last = [31, 30, 29, 28].find((one) =>
      new Date(`${year}${month || '-12'}-${one}`).getUTCDate() === one);
  if (!year || !last || (day && (-day < 1 || -day > last))) return null;
  return [year + (month || '-01') + (day || '-01'),
          year + (month || '-12') + (day || '-' + last)];
}
