// The theme's cite.js makes the very bytes of the program: of the whole example
// archive, from the pages of its site, and of 20,000 random papers with hostile
// texts. $OFFPRINT and $PRINT_CITATIONS name the programs.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

import {citationOf, fileOf, FORMATS} from
  '../../themes/default/assets/cite.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const NAMES = {BibTeX: 'bibtex', RIS: 'ris', 'CSL-JSON': 'csl-json'};

// What stands alone, in the words of the program.
function single(format, paper) {
  const text = fileOf(format, [paper]);
  return text.slice(format.head.length, text.length - format.tail.length);
}

// --- The example archive

const REFERENCES = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': '\''};
const textOf = (html) =>
    html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => REFERENCES[name]);

function offprint(...args) {
  return execFileSync(process.env.OFFPRINT, args,
                      {cwd: PROJECT, encoding: 'utf8', maxBuffer: 1 << 28});
}

// The citations of the papers' pages, by id.
function papersOfSite(site) {
  const papers = new Map();
  for (const file of fs.readdirSync(site, {recursive: true})) {
    if (!file.endsWith('.html')) continue;
    const html = fs.readFileSync(path.join(site, file), 'utf8');
    if (!html.includes('<body class="k-paper"')) continue;
    const [, form] = /data-cite="([^"]*)"/.exec(html);
    const title = /<p class="o"[^>]*>([^]*?)<\/p>/.exec(html) ??
        /<h1>([^]*?)<\/h1>/.exec(html);
    const paper = citationOf(textOf(form), textOf(title[1]));
    papers.set(paper.id, paper);
  }
  return papers;
}

test('the example archive comes out as the program exports it', (t) => {
  const site = fs.mkdtempSync(path.join(os.tmpdir(), 'offprint-citations-'));
  t.after(() => fs.rmSync(site, {recursive: true}));
  offprint('build', '--quiet', '--format', 'html', '--destination',
           path.join(site, 'public'));
  const byId = papersOfSite(path.join(site, 'public'));
  const papers = offprint('export', '--quiet', '--format', 'jsonl').trimEnd()
      .split('\n').map((line) => byId.get(JSON.parse(line).id));
  assert.ok(papers.length > 50);
  for (const format of FORMATS) {
    assert.equal(
        fileOf(format, papers),
        offprint('export', '--quiet', '--format', NAMES[format.name]));
  }
});

// --- Random papers

// A random number below `end`, the same in every run.
let state = 20260123;
function below(end) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor(state / 2 ** 32 * end);
}
const oneOf = (list) => list[below(list.length)];

const PIECES = [
  ...'abcXYZ019 \\{}$%&#_~^"\'`<>@=+-,;:.!?()[]|/*',
  '\t', '\n', '\r\n', '\0', '\x01', '\x7f', '\x85', '\u2028', '\ufeff', '\uffff',
  ' ', ' ', ' ', '  ', '\u00a0', '\u3000', '\u00ad', '\u200b',
  'é', 'ß', 'Ø', 'ł', 'İ', 'ı', 'ǅ', 'ﬁ', 'K', 'e\u0301', '①', 'Ａ', '½',
  '模型', '张三', '李 四', '김', 'がギ', '😀', '𝐀', '𠮷', 'مرحبا', 'हिन्दी',
  'LLM', 'GPT-4', 'of', 'The', 'the', 'Gaussian', 'learning', 'A', 'I', ' and ',
  ' And ', 'van ', 'de la ', ' Jr.', ', Jr.', ' III', ' Team', 'et al.',
  '$L_2$', '$\\alpha^{2}$', '$\\mathbb{R}$', '$\\input{x}$', '$^^5c$', '\\$',
  '\\&', '\\"o', '\\\'{e}', '{\\v{c}}', '\\o ', '\\{', '\\}', '\\\\', '$ ', '$5',
  '&amp;', '&lt;i&gt;', '<sub>2</sub>', '</script>', '{{ x }}', '{% raw %}',
  '\\hat{\\imath}', '\\frac', '\\,', '\\ ', '%0A', '==', '\'\'',
];
const randomText = (most) =>
    Array.from({length: 1 + below(most)}, () => oneOf(PIECES)).join('');

const LINKS = ['', 'https://example.org/a{b}\\c%20_~#d', 'javascript:x',
               'http://e.org/é', 'https://arxiv.org/abs/2601.00001v2'];

function randomPaper() {
  const kind = oneOf(['arxiv', 'doi', 'hash']);
  const number = String(10000 + below(90000));
  const id = {
    arxiv: oneOf([`2601.${number}`, '1706.03762', 'hep-th/9901001',
                  'math.GT/0309136']),
    doi: oneOf([`10.1101/2024.09.01.${number}`, `10.64898/${number}`,
                `10.1038/a_b(${number})/é{}\\<c>;`, '10.1101/622803']),
    hash: (BigInt(number) ** 4n).toString(16).padStart(16, '0').slice(-16),
  }[kind];
  const title = randomText(12);
  return [
    kind, id, oneOf(['', '', '2026-01-09', '1999-12-31']),
    oneOf(['cs.CL', 'hep-th', '模型', 'cs.', 'cond-mat.str-el']),
    oneOf(LINKS), oneOf(LINKS), title,
    Array.from({length: below(4)}, () => randomText(5)),
    below(3) ? title : randomText(3),
    ...(below(2) ? [] : [
      oneOf(['', '10.1038/a_b', '10.48550/x', '10.1101/{y}']),
      below(2) ? '' : randomText(6), oneOf(['', 'withdrawn']),
      oneOf(['cs.CL', 'hep-th', 'bioinformatics']),
    ]),
  ];
}

// The program's answers; each paper's title stands beside it as a page shows it.
function ask(papers) {
  const input = papers.map((paper) => JSON.stringify(paper)).join('\n') + '\n';
  const {status, stdout} = spawnSync(
      process.env.PRINT_CITATIONS, {input, maxBuffer: 1 << 30, encoding: 'utf8'});
  assert.equal(status, 0);
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

test('20,000 random papers come out as the program writes them', () => {
  const papers = Array.from({length: 20000}, randomPaper);
  const answers = ask(papers);
  assert.equal(answers.length, papers.length);
  const differ = [];
  answers.forEach(([form, ...wanted], i) => {
    const shown = papers[i][8];
    const made = FORMATS.map(
        (format) => single(format, citationOf(form, shown)));
    if (JSON.stringify(made) !== JSON.stringify(wanted)) {
      differ.push({paper: papers[i], made, wanted});
    }
  });
  assert.deepEqual(differ.slice(0, 3), [], `${differ.length} papers differ`);
});
