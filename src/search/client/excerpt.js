// What is shown of a hit: texts as they were written, in pieces that say of
// themselves whether they match.
import {findTerm, normalise} from './text.js';

const EXCERPT = 160;
const LEAD = 40;
const SPANS_MOST = 200;
const SPANS_NEAR = 30;

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
    to = Math.min(to, end);
    if (to <= begin) return;
    const last = result[result.length - 1];
    const piece = text.slice(begin, to);
    if (last && last[1] === isMatch) last[0] += piece;
    else result.push([piece, isMatch]);
    begin = to;
  };
  for (const [from, to] of spans) {
    add(from, false);
    add(to, true);
  }
  add(end, false);
  return result;
}

export function marked(text, terms) {
  return pieces(text, spansOf(text, terms), 0, text.length);
}

// The passage of the texts in which most terms match, from word to word; the
// beginning of the first text where none does.
export function excerptOf(texts, terms) {
  let best = {text: texts[0] || '', spans: [], span: [0, 0], near: 0};
  for (const text of texts) {
    const spans = spansOf(text, terms);
    spans.forEach((span, i) => {
      const found = spans.slice(i, i + SPANS_NEAR).filter(
          ([, end]) => end < span[0] + EXCERPT - LEAD);
      const near = 1 + new Set(found.map(([, , term]) => term)).size;
      if (near > best.near) best = {text, spans, span, near};
    });
  }
  const {text, spans, span} = best;
  const lead = Math.max(0, span[0] - LEAD);
  const begin = lead &&
      lead - /[^\s\u2e80-\ud7ff]{0,20}$/u.exec(text.slice(0, lead))[0].length;
  const most = Math.max(begin + EXCERPT,
                        Math.min(span[1], begin + 2 * EXCERPT));
  const end = Math.min(text.length, most +
      /^[^\s\u2e80-\ud7ff]{0,20}/u.exec(text.slice(most))[0].length);
  return [
    ...(begin > 0 ? [['…', false]] : []), ...pieces(text, spans, begin, end),
    ...(end < text.length ? [['…', false]] : []),
  ];
}
