// The records of an index, and what a query finds by reading all of them.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

import {readQuery} from '../../../src/search/client/query.js';
import {findTerm, normalForm} from '../../../src/search/client/text.js';

function* recordsOfTier(folder, tier) {
  const read = (name) => fs.readFileSync(path.join(folder, tier.folder, name));
  const head = read('dict.bin');
  for (let i = 0; i * tier.pack < tier.papers; ++i) {
    const bytes = zlib.inflateSync(Buffer.concat([head, read(`p/${i}.bin`)]));
    yield* JSON.parse(bytes.subarray(tier.dictionary));
  }
}

// Papers {id, authors, texts}; texts are all that is searched.
export function readPapers(folder) {
  const root = JSON.parse(fs.readFileSync(path.join(folder, 'index.json')));
  const papers = new Map();
  for (const tier of root.tiers) {
    for (const [id, , title, titles, authors, , , , , , , texts] of
         recordsOfTier(folder, tier)) {
      if (papers.has(id)) continue;
      papers.set(id, {id, title, authors, texts: [title, ...titles, ...texts]});
    }
  }
  return [...papers.values()];
}

// No term goes beyond the end of a text: it has no line's end.
export class Truth {
  constructor(papers) {
    this.papers = papers.map(({id, authors, texts}) => (
        {id, form: [...texts, ...authors].map(normalForm).join('\n')}));
  }

  // The ids of all papers that have each term of the query; of an identity that
  // paper alone.
  find(query) {
    const {items, direct} = readQuery(query);
    const found = this.papers.filter(({id, form}) => direct ?
        id === direct :
        items.every(({text}) => findTerm(text, form, false) >= 0));
    return new Set(found.map(({id}) => id));
  }
}

// Of the first `most` answers: the share of those shown that are true, and of
// those that could be shown that are.
export function judge(shown, truth, most) {
  const right = shown.filter((id) => truth.has(id)).length;
  return {
    precision: shown.length ? right / shown.length : 1,
    recall: truth.size ? right / Math.min(most, truth.size) : 1,
  };
}
