// The client reads texts exactly as the program that wrote the index does:
// every code point, and 10,000 random mixed texts. $PRINT_KEYS names the
// program's side.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import test from 'node:test';

import {keysOf, normalForm} from '../../src/search/client/text.js';

// [normal form, keys] of each text, from the program.
function ask(texts) {
  const input = texts.map((text) => JSON.stringify(text)).join('\n') + '\n';
  const {status, stdout} = spawnSync(
      process.env.PRINT_KEYS, {input, maxBuffer: 1 << 30, encoding: 'utf8'});
  assert.equal(status, 0);
  const answers = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(answers.length, texts.length);
  return answers;
}

function compare(texts) {
  const answers = ask(texts);
  const differ = [];
  texts.forEach((text, i) => {
    const here = [normalForm(text), keysOf(text)];
    if (JSON.stringify(here) !== JSON.stringify(answers[i])) {
      differ.push({text, codes: Array.from(text, (c) => c.codePointAt(0).toString(16)),
                   client: here, program: answers[i]});
    }
  });
  assert.deepEqual(differ.slice(0, 20), [], `${differ.length} texts differ`);
}

// The tables of the program end with Unicode 15.0; a browser knows more.
const ASSIGNED = /[^\p{Cn}\p{Cs}\p{Co}]/u;
const NEWER = /[\u{2ebf0}-\u{2ee5d}\u2ffc-\u2fff\u31ef]/u;  // Unicode 15.1

test('every code point is read alike', () => {
  const texts = [];
  for (let code = 1; code < 0x110000; ++code) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const char = String.fromCodePoint(code);
    if (ASSIGNED.test(char) && !NEWER.test(char)) texts.push(`a${char}文`);
  }
  assert.ok(texts.length > 140000);
  compare(texts);
});

// A random number below `end`, the same in every run.
let state = 20260123;
function below(end) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor(state / 2 ** 32 * end);
}

const ALPHABETS = [
  'abcXYZ019', 'éßİıſςΣǅﬁ', '模型推理的训练', 'ＬＭ３，。！', 'ｶﾞﾊﾟｱｰ', 'がギ々〆ー', '한국어',
  '\u1112\u1161\u11ab', '\u0301\u0323\u3099\u0307', ' \t\n\u3000\u00a0', '.,-_()$\\{}<>"\'&',
  '😀👩\u200d🔬', 'مرحبا', 'שלום', 'हिन्दी', '①㈱㎏½²', '\u200b\u00ad\ufeff', '𠮷𝐀',
].map((letters) => Array.from(letters));

function randomText() {
  let text = '';
  for (let runs = 1 + below(8); runs > 0; --runs) {
    const alphabet = ALPHABETS[below(ALPHABETS.length)];
    for (let i = 1 + below(5); i > 0; --i) text += alphabet[below(alphabet.length)];
  }
  return text;
}

test('10,000 random mixed texts are read alike', () => {
  compare(Array.from({length: 10000}, randomText));
});
