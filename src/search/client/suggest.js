// What to try where nothing is found: one term less, or a word of the archive
// that is written almost so.
import {beginning, exactly, lookUp} from './plan.js';
import {countOf} from './run.js';
import {cutWord, partsOf, textOf} from './text.js';

const DROPPED_MOST = 4;
const WORDS_TRIED = 4;
const SUGGESTED_MOST = 3;
const WORD_SHARDS = 2;

function written({kind, text, from, to, exclude, phrase}) {
  let value = text;
  if (kind === 'code') value = exclude ? 'no' : 'yes';
  if (kind === 'date' || kind === 'score') value = `${from ?? ''}..${to ?? ''}`;
  const key = kind === 'term' ? '' : kind + ':';
  const quote = phrase || / /.test(value) ? '"' : '';
  return (exclude && kind !== 'code' ? '-' : '') + key + quote + value + quote;
}

export const writtenAll = (items) => items.map(written).join(' ');

// How many insertions, deletions, changes and swaps of neighbours lead from
// one word to the other; `most` + 1 for more.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    before = row;
    row = next;
  }
  return row[b.length];
}

// The word of the archive that is most likely meant, '' for none.
async function neighbour(tiers, word, signal) {
  const most = word.length < 5 ? 1 : 2;
  const heads = [word.slice(0, 2), word.slice(0, Math.ceil(word.length * 0.6))];
  const counts = new Map();
  await Promise.all(tiers.flatMap((tier) => heads.map(async (head) => {
    const {low, high} = beginning('w' + head);
    const {entries} = await tier.range(low, high, WORD_SHARDS, signal);
    for (const {key, all} of entries) {
      const other = textOf(key.slice(1));
      const far = distance(word, other, most);
      if (far <= most && far) counts.set(other, all.count / 8 ** far);
    }
  })));
  return [...counts].reduce((a, b) => b[1] > a[1] ? b : a, ['', 0])[0];
}

async function isUnknown(tiers, word, signal) {
  const found = await Promise.all(tiers.map(
      (tier) => lookUp(tier, exactly('w' + cutWord(word)), 1, signal)));
  return !found.some(({all}) => countOf(all));
}

async function respelt(tiers, items, signal) {
  let changed = false;
  const result = [];
  let left = WORDS_TRIED;
  for (const item of items) {
    let {text} = item;
    const words = ['term', 'title', 'author'].includes(item.kind) &&
        !item.exclude ? partsOf(text).words : [];
    for (const word of words.filter(({length}) => length > 2)) {
      if (--left < 0 || !await isUnknown(tiers, word, signal)) continue;
      const other = await neighbour(tiers, word, signal);
      if (other) text = text.replace(word, () => other), changed = true;
    }
    result.push({...item, text});
  }
  return changed ? [result] : [];
}

// `count(query)` says how much a query finds.
export async function suggestionsFor(tiers, items, count, signal) {
  const tries = await respelt(tiers, items, signal);
  if (items.length > 1) {
    for (const item of items.slice(0, DROPPED_MOST)) {
      tries.push(items.filter((other) => other !== item));
    }
  }
  const queries = [...new Set(tries.map(writtenAll))];
  const found = await Promise.all(queries.map(
      async (query) => ({query, total: await count(query)})));
  return found.filter(({total}) => total > 0).slice(0, SUGGESTED_MOST);
}
