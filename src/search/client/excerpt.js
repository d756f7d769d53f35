// What is shown of a hit: texts as they were written, in pieces that say of
// themselves whether they match.
import {findTerm, normalise} from './text.js';

const EXCERPT = 160;
const LEAD = 40;
const SPANS_MOST = 200;

// [begin, end, term] for each match in the text as written, by begin.
function spansOf(text, terms) {
  const {form, from, to} = normalise(text);
  const spans = [];
  terms.forEach((term, i) => {
    const length = term.form.length;
    let at = findTerm(term.form, form, term.typing);
    for (let left = SPANS_MOST; at >= 0 && left > 0; --left) {
      spans.push([from[at], to[at + length - 1], i]);
      at = findTerm(term.form, form, term.typing, at + length);
    }
  });
  return spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

// The text from `begin` to `end` as [[piece, isMatch], …].
function pieces(text, spans, begin, end) {
  const result = [];
  const add = (to, isMatch) => {
    if (to > begin) result.push([text.slice(begin, to), isMatch]);
    begin = Math.max(begin, to);
  };
  let last = null;
  for (const [from, to] of spans) {
    const stop = Math.min(to, end);
    if (stop <= begin) continue;
    if (last && from <= begin && last[1]) {
      last[0] += text.slice(begin, stop);
      begin = stop;
      continue;
    }
    add(Math.min(from, end), false);
    add(stop, true);
    last = result[result.length - 1];
  }
  add(end, false);
  return result;
}

export function marked(text, terms) {
  return pieces(text, spansOf(text, terms), 0, text.length);
}

// Where a span stands from which on most terms are near.
function bestSpan(spans) {
  let best = {span: null, terms: 0};
  spans.forEach((span, i) => {
    const near = new Set();
    for (let j = i; j < spans.length && spans[j][1] <= span[0] + EXCERPT - LEAD;
         ++j) {
      near.add(spans[j][2]);
    }
    const terms = Math.max(1, near.size);
    if (terms > best.terms) best = {span, terms};
  });
  return best;
}

// The next place from `at` that is no middle of a code point or a word.
function breakAt(text, at, step) {
  const limit = at + step * 20;
  for (let i = at; i !== limit && i > 0 && i < text.length; i += step) {
    if (/\s/.test(text[i - (step < 0 ? 1 : 0)])) return i;
    if (/[\u2e80-\ud7ff]/.test(text[i - 1]) && text[i] < '\ud800') return i;
  }
  const low = at > 0 && text[at] >= '\udc00' && text[at] < '\ue000';
  return Math.max(0, Math.min(text.length, low ? at - 1 : at));
}

// The passage of the texts in which most terms match; the beginning of the
// first text where none does.
export function excerptOf(texts, terms) {
  let chosen = {text: texts[0] || '', spans: [], span: null, terms: 0};
  for (const text of texts) {
    const spans = spansOf(text, terms);
    const best = bestSpan(spans);
    if (best.terms > chosen.terms) chosen = {text, spans, ...best};
  }
  const {text, spans, span} = chosen;
  const begin = span && span[0] > LEAD ?
      Math.min(span[0], breakAt(text, span[0] - LEAD, -1)) : 0;
  const end = begin + EXCERPT >= text.length ? text.length :
      breakAt(text, Math.max(begin + EXCERPT,
                             span ? Math.min(span[1], begin + 400) : 0), 1);
  const result = pieces(text, spans, begin, end);
  if (begin > 0) result.unshift(['…', false]);
  if (end < text.length) result.push(['…', false]);
  return result;
}
