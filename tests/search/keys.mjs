// What a text is found by, for the table of cases and the maker of indexes.
import {bytesOf, cutWord, findTerm, normalForm, partsOf, textOf} from
    '../../src/search/client/text.js';

// All keys `w` and `g` of a text, in the order of their bytes.
export function keysOf(text) {
  const {words, pairs} = partsOf(normalForm(text));
  const keys = new Set([
    ...words.map((word) => bytesOf('w' + cutWord(word))),
    ...pairs.map((pair) => bytesOf('g' + pair)),
  ]);
  return [...keys].sort().map(textOf);
}

export function matches(term, text, typing) {
  return findTerm(normalForm(term), normalForm(text), typing) >= 0;
}
