// Random archives of mixed text, and what a query finds in them by reading all.
import {findTerm, normalForm} from '../../src/search/client/text.js';

// A generator of numbers below `n`, the same for the same seed.
export function randomOf(seed) {
  let state = seed >>> 0 || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

const PIECES = [
  '扩散', '模型', '推理', '图', '像', '生成', '大语言模型', '的', '方法', '压缩',
  'LLM', 'model', 'models', 'Diffusion', 'KV cache', '3D', 'GPT-4', 'a', 'mo',
  ' ', ' ', ' ', '，', '。', '-', '. ', '１', 'ﬁne', 'Straße', 'e\u0301', 'ガ',
  'ｶﾞ', '한국어', '😀', 'שלום', '<b>', '&amp;', '"', '𠮷', '\u200b', 'x²',
];

export function randomText(random, most) {
  let text = '';
  for (let i = random(most) + 1; i > 0; --i) {
    text += PIECES[random(PIECES.length)];
    if (random(4) === 0) text += ' ';
  }
  return text.trim() || '图';
}

const pick = (random, list) => list[random(list.length)];

export function randomPaper(random, number, fromDay = 1) {
  const day = (n) => `202${5 + n % 2}-0${1 + n % 9}-1${n % 10}`;
  const last = day(fromDay + random(20));
  const id = `26${String(number % 12 + 1).padStart(2, '0')}.` +
      String(number).padStart(5, '0');
  return {
    id, address: `papers/${id}/`, title: randomText(random, 6),
    otherTitles: random(3) ? [] : [randomText(random, 6)],
    authors: random(4) ? [randomText(random, 3), 'Li Wei'] : [],
    date: last, published: null,
    score: random(4) ? random(100) / 10 : null, code: random(3) === 0,
    sources: [pick(random, ['arxiv', 'bioRxiv'])],
    topics: [pick(random, ['大模型', '图像 生成', 'LLM', 'AI for Science'])],
    texts: [randomText(random, 60), ...(random(2) ? [] : [randomText(random, 30)])],
    days: [...new Set([last, day(random(20))])],
  };
}

// The papers of all tiers in the order of the index, without the replaced.
export function papersOf(tiers) {
  return tiers.flatMap((papers, i) => {
    const newer = new Set((i ? tiers[i - 1] : []).map(({id}) => id));
    return papers.filter(({id}) => !newer.has(id));
  });
}

const FIELDS = {
  term: ({title, otherTitles, authors, texts}) =>
      [title, ...otherTitles, ...authors, ...texts],
  title: ({title, otherTitles}) => [title, ...otherTitles],
  author: ({authors}) => authors,
};
const isTopic = (paper, text) => paper.topics.some(
    (topic) => normalForm(topic) === text);

function has(paper, item, typing, all) {
  const {kind, text, from, to} = item;
  if (FIELDS[kind]) {
    return FIELDS[kind](paper).some(
        (one) => findTerm(text, normalForm(one), typing) >= 0);
  }
  if (kind === 'topic') {
    if (all.some((other) => isTopic(other, text))) return isTopic(paper, text);
    return paper.topics.some(
        (topic) => findTerm(text, normalForm(topic), typing) >= 0);
  }
  if (kind === 'source') {
    return paper.sources.some((source) => normalForm(source) === text);
  }
  if (kind === 'id') return normalForm(paper.id) === text;
  if (kind === 'code') return paper.code;
  if (kind === 'date') {
    return paper.days.some((day) => day >= (from || '') && day <= (to || '9'));
  }
  return paper.score !== null && paper.score >= (from ?? 0) &&
      paper.score <= (to ?? 999);
}

// The ids that the items find; `open` is the item that is still typed.
export function bruteForce(tiers, items, open) {
  const all = papersOf(tiers);
  return all.filter((paper) => items.every(
      (item) => has(paper, item, item === open, tiers.flat()) !==
          item.exclude)).map(({id}) => id);
}
