// What texts are compared as: the normal form, its classes C, W and O, the keys
// of a text, and where a term matches. FORMAT.md, "Normal form" and "Keys".
const IGNORED = /\p{Default_Ignorable_Code_Point}/gu;
const BLANK = /\p{White_Space}/u;
const WORD = /^[\p{L}\p{M}\p{Nd}]/u;
// What takes part in the composition with the code point before it.
const JOINS = /^[\p{M}\u1160-\u11ff]/u;
const IDEOGRAPH = new RegExp(
    '^[\\u2e80-\\u2fdf\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u303b' +
    '\\u3041-\\u3096\\u3099\\u309a\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff' +
    '\\u3105-\\u312f\\u3131-\\u318e\\u31a0-\\u31bf\\u31f0-\\u31ff' +
    '\\u3400-\\u4dbf\\u4e00-\\u9fff\\u1100-\\u11ff\\ua960-\\ua97f' +
    '\\uac00-\\ud7ff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]', 'u');
export const WORD_MOST = 32;

// A function of a code point that knows what it was asked before.
function remembering(make) {
  const known = new Map();
  return (char) => {
    if (!known.has(char)) known.set(char, make(char));
    return known.get(char);
  };
}

// Unicode's full case folding, but for the letters it folds another way.
function foldCase(char) {
  if (char === '\u0131') return char;
  const upper = char.toUpperCase();
  if (/[\u13a0-\u13fd\uab70-\uabbf]/.test(char)) return upper;
  return char.toLowerCase().toUpperCase().toLowerCase();
}

// NFKC_Casefold of one code point.
const foldOne = remembering((char) => {
  const fold = (form) =>
      Array.from(form.normalize('NFKC'), foldCase).join('');
  return fold(fold(char)).normalize('NFKC').replace(IGNORED, '');
});

// 'C', 'W' or 'O' of a code point of the normal form.
export const classOf = remembering(
    (char) => IDEOGRAPH.test(char) ? 'C' : WORD.test(char) ? 'W' : 'O');

// The normal form, and for each of its units where the original text that it
// was made from begins and ends.
export function normalise(text) {
  const result = {form: '', from: [], to: []};
  let segment = '';
  let begin = 0;
  let at = 0;
  for (const char of text) {
    const form = foldOne(char);
    if (form && !JOINS.test(form)) {
      addSegment(result, segment, begin, at);
      segment = '';
      begin = at;
    }
    segment += form;
    at += char.length;
  }
  addSegment(result, segment, begin, at);
  if (result.form.endsWith(' ')) result.form = result.form.slice(0, -1);
  return result;
}

// A code point with what composes with it goes as a whole.
function addSegment(result, segment, begin, end) {
  const form = segment.length > 1 ? segment.normalize('NFC') : segment;
  for (let i = 0; i < form.length; ++i) {
    const blank = BLANK.test(form[i]);
    if (blank && (!result.form || result.form.endsWith(' '))) continue;
    result.form += blank ? ' ' : form[i];
    result.from.push(begin);
    result.to.push(end);
  }
}

export function normalForm(text) {
  return normalise(text).form;
}

// The code points of a normal form as runs of words, and pairs.
export function partsOf(form) {
  const words = [];
  const pairs = [];
  let before = '';
  let kind = 'O';
  let word = '';
  for (const char of [...form, '']) {
    const next = classOf(char);
    if (next === 'W') word += char;
    else if (word) words.push(word), word = '';
    if (kind === 'C' || next === 'C') {
      if (kind === 'C' && next === 'O') pairs.push(before);
      else if (kind !== 'O') pairs.push(before + char);
    }
    before = char;
    kind = next;
  }
  return {words, pairs};
}

export function cutWord(word) {
  return [...word].slice(0, WORD_MOST).join('');
}

// A key or its bounds as the index orders them: a unit for each byte.
export function bytesOf(text) {
  return Array.from(new TextEncoder().encode(text), (byte) =>
      String.fromCharCode(byte)).join('');
}

export function textOf(bytes) {
  return new TextDecoder().decode(
      Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)));
}

// Whether the code point behind or before `at` is of a word.
const isWordAt = (form, at) =>
    classOf([...form.slice(at, at + 2), ''][0]) === 'W';
const isWordBefore = (form, at) =>
    classOf(['', ...form.slice(Math.max(0, at - 2), at)].pop()) === 'W';

// Where a term in normal form matches a text in normal form, from `at` on; -1
// for nowhere. While it is typed, its end may be within a word.
export function findTerm(term, form, typing, at = 0) {
  if (!term) return -1;
  const headed = isWordAt(term, 0);
  const tailed = !typing && isWordBefore(term, term.length);
  for (at = form.indexOf(term, at); at >= 0; at = form.indexOf(term, at + 1)) {
    if (headed && isWordBefore(form, at)) continue;
    if (tailed && isWordAt(form, at + term.length)) continue;
    return at;
  }
  return -1;
}
