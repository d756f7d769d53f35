// An archive as large as wanted from real digests: each new paper has the shape
// of a real one, but each of its sentences, the parts of its title and its
// authors are drawn from all of them. So words, their frequencies and the
// lengths of texts are real, and no paper is.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import {randomOf} from '../../search/archive_maker.mjs';

const PAPERS_A_DAY = 160;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
const OUTPUT_MOST = 1 << 28;

const pick = (random, list) => list[random(list.length)];
const languageOf = (text) => /\p{Script=Han}/u.test(text) ? 'zh' : 'en';

// White space and what would be structure in the digest goes.
const plain = (text) =>
    text.replace(/\s+/gu, ' ').replace(/[[\]#|<>`]/g, '').trim();

const sentencesOf = (text) => plain(text)
    .split(/(?<=[。！？])|(?<=[.!?]) (?=[A-Z\p{Script=Han}])/u)
    .map((sentence) => sentence.trim()).filter((sentence) => sentence);

function readDigests(offprint, folder) {
  const files = fs.readdirSync(folder, {recursive: true})
                    .filter((file) => file.endsWith('.md')).sort()
                    .map((file) => path.join(folder, file));
  const text = execFileSync(offprint, ['inspect', '--quiet', ...files],
                            {maxBuffer: OUTPUT_MOST, encoding: 'utf8'});
  return text.trim().split('\n').flatMap((line) => JSON.parse(line).papers);
}

// What all papers are drawn from.
function poolOf(papers) {
  const pool = {shapes: [], zh: [], en: [], heads: {zh: [], en: []},
                tails: {zh: [], en: []}, authors: [], topics: []};
  for (const {title, authors, topic, sections} of papers) {
    if (!title) continue;
    const sentences = Object.values(sections).flatMap(sentencesOf);
    for (const sentence of sentences) pool[languageOf(sentence)].push(sentence);
    pool.shapes.push({sentences: sentences.map(languageOf), authors: authors.length,
                      title: languageOf(title)});
    const [head, ...tail] = plain(title).split(/(?<=[：:]) ?/u);
    pool.heads[languageOf(title)].push(head);
    if (tail.length) pool.tails[languageOf(title)].push(tail.join(' '));
    pool.authors.push(...authors.map(plain));
    if (topic) pool.topics.push(plain(topic));
  }
  // A paper that is but a title in its digest says nothing of texts.
  pool.shapes = pool.shapes.filter(({sentences}) => sentences.length);
  return pool;
}

function makeTitle(random, pool, language) {
  const head = pick(random, pool.heads[language]);
  return /[：:]$/.test(head) ? head + pick(random, pool.tails[language]) :
                               head;
}

function makePaper(random, pool, day, number) {
  const {sentences, authors, title} = pick(random, pool.shapes);
  const date = new Date(day).toISOString().slice(0, 10);
  const id = date.slice(2, 7).replace('-', '') + '.' +
      String(number % 100_000).padStart(5, '0');
  const names = Array.from({length: authors}, () => pick(random, pool.authors));
  const text = sentences.map((language) => pick(random, pool[language]) +
      (language === 'en' ? ' ' : '')).join('');
  return `### [Score: ${(10 + random(11)) / 2}/10] ` +
      `${makeTitle(random, pool, title)}\n- **Authors:** ${names.join(', ')}\n` +
      `- **Published:** ${date}\n- **Link:** [https://arxiv.org/abs/${id}]` +
      `(https://arxiv.org/abs/${id})\n- **Reason:** ${text}\n`;
}

function makeDigest(random, pool, day, first, count) {
  const topics = new Map();
  for (let i = 0; i < count; ++i) {
    const topic = pick(random, pool.topics);
    topics.set(topic, (topics.get(topic) || '') +
                          makePaper(random, pool, day, first + i) + '\n');
  }
  const date = new Date(day).toISOString().slice(0, 10);
  return `# ArXiv 每日推荐 - ${date}\n\n> 已自动阅读了 ${count} 篇最新的论文。\n\n` +
      Array.from(topics, ([topic, text]) => `## ${topic}\n\n${text}`).join('');
}

// Writes `papers` papers below `folder`/content.
export function recombine(offprint, corpora, papers, seed, folder) {
  const pool = poolOf(readDigests(offprint, corpora));
  const random = randomOf(seed);
  const content = path.join(folder, 'content/recommend');
  fs.mkdirSync(content, {recursive: true});
  for (let first = 0, day = FIRST_DAY; first < papers;
       first += PAPERS_A_DAY, day += DAY) {
    const count = Math.min(PAPERS_A_DAY, papers - first);
    const date = new Date(day).toISOString().slice(0, 10);
    fs.writeFileSync(path.join(content, `${date}.md`),
                     makeDigest(random, pool, day, first, count));
  }
}
