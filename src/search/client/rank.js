// The order of what was found. The index alone tells in which field a term
// stands; that orders all candidates. The records of a window of them are then
// ordered by BM25F (Robertson, Zaragoza, Taylor 2004), and by whether the terms
// stand together as the query has them.
import {findTerm, normalForm} from './text.js';

export const WEIGHTS = {titles: 4, authors: 2, texts: 1};
const K1 = 1.2;
const B = 0.75;
const COUNTED_MOST = 100;

export function idfOf(papers, found) {
  return Math.log(1 + Math.max(0.5, papers - found + 0.5) / (found + 0.5));
}

// The texts of a record's fields in normal form.
export function formsOf(record) {
  record.forms = record.forms || {
    titles: [record.title, ...record.otherTitles].map(normalForm),
    authors: record.authors.map(normalForm),
    texts: record.texts.map(normalForm),
  };
  return record.forms;
}

export function isIn(forms, {form, typing}) {
  return forms.some((text) => findTerm(form, text, typing) >= 0);
}

function countIn(forms, {form, typing}) {
  let count = 0;
  for (const text of forms) {
    let at = findTerm(form, text, typing);
    while (at >= 0 && count < COUNTED_MOST) {
      ++count;
      at = findTerm(form, text, typing, at + form.length);
    }
  }
  return count;
}

const lengthOf = (forms) => forms.reduce((sum, form) => sum + form.length, 0);

// The terms as one phrase, written with or without blanks between them.
function togetherIn(forms, terms) {
  return ['', ' '].some((blank) => isIn(forms, {
    form: terms.map(({form}) => form).join(blank),
    typing: terms[terms.length - 1].typing,
  }));
}

export function scoreOf(record, terms, lengths) {
  const forms = formsOf(record);
  const fields = Object.keys(WEIGHTS);
  const norms = fields.map((field, i) =>
      1 - B + B * lengthOf(forms[field]) / Math.max(1, lengths[i] || 0));
  let score = 0;
  let best = 0;
  for (const term of terms) {
    let often = 0;
    fields.forEach((field, i) => {
      if (term.field && term.field !== field) return;
      often += WEIGHTS[field] * countIn(forms[field], term) / norms[i];
    });
    score += term.idf * often * (K1 + 1) / (often + K1);
    best += term.idf;
  }
  const plain = terms.filter(({field}) => !field);
  if (plain.length < 2) return score;
  if (togetherIn(forms.titles, plain)) return score + best;
  return score + (togetherIn(forms.texts, plain) ? best / 2 : 0);
}
