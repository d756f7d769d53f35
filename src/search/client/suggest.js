// What to try where nothing is found: one term less, or words of the archive
// that are written almost so.
import {beginning} from './plan.js';
import {partsOf, textOf} from './text.js';

const DROPPED_MOST = 4;
const WORDS_TRIED = 4;
const SUGGESTED_MOST = 3;
const WORD_SHARDS = 2;

// Items as one would type them.
const written = (items) => items.map(
    ({kind, text, from, to, exclude, phrase}) => {
  const value = text ??
      (kind !== 'code' ? `${from ?? ''}..${to ?? ''}` :
       exclude ? 'no' : 'yes');
  return (exclude && kind !== 'code' ? '-' : '') +
      (kind === 'term' ? '' : kind + ':') +
      (phrase || / /.test(value) ? `"${value}"` : value);
}).join(' ');

// How many insertions, deletions, changes and swaps of neighbours lead from
// one word to the other.
export function distance(a, b) {
  let before;
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1,
                         row[j - 1] + (a[i - 1] !== b[j - 1]));
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    before = row;
    row = next;
  }
  return row[b.length];
}

// The word of the archive that is most likely meant; the word itself where it
// is there.
async function neighbour(tiers, word) {
  const heads = [word, word.slice(0, Math.ceil(word.length * 0.6)),
                 word.slice(0, 2)];
  const most = word.length < 5 ? 1 : 2;
  let best = [0, word];
  await Promise.all(tiers.flatMap((tier) => heads.map(async (head) => {
    const {entries} = await tier.lookUp(beginning('w' + head), WORD_SHARDS);
    for (const {key, all} of entries) {
      const other = textOf(key.slice(1));
      if (Math.abs(other.length - word.length) > most) continue;
      const far = distance(word, other);
      const weight = far ? all.count / 8 ** far : Infinity;
      if (far <= most && weight > best[0]) best = [weight, other];
    }
  })));
  return best[1];
}

async function respelt(tiers, items) {
  let left = WORDS_TRIED;
  return Promise.all(items.map(async (item) => {
    let {text} = item;
    if (!/term|title|author/.test(item.kind) || item.exclude) return item;
    for (const word of partsOf(text).words) {
      if (word.length < 3 || --left < 0) continue;
      const other = await neighbour(tiers, word);
      text = text.replace(word, () => other);
    }
    return {...item, text};
  }));
}

// `count(query)` says how much a query finds.
export async function suggestionsFor({tiers, query: {items}}, count) {
  const tries = [await respelt(tiers, items)];
  for (const item of items.slice(0, DROPPED_MOST)) {
    tries.push(items.filter((other) => other !== item));
  }
  const queries = new Set(tries.map(written));
  queries.delete('');
  queries.delete(written(items));
  const found = await Promise.all(Array.from(
      queries, async (query) => ({query, total: await count(query)})));
  return found.filter(({total}) => total > 0).slice(0, SUGGESTED_MOST);
}
