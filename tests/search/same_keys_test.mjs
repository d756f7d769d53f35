// The client reads texts exactly as the program that wrote the index does:
// every code point, and 10,000 random mixed texts. $PRINT_KEYS names the
// program's side.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import test from 'node:test';

import {normalForm} from '../../src/search/client/text.js';

import {keysOf} from './keys.mjs';

// [normal form, keys, unassigned code points] of each text, from the program.
function ask(texts) {
  const input = texts.map((text) => JSON.stringify(text)).join('\n') + '\n';
  const {status, stdout} = spawnSync(
      process.env.PRINT_KEYS, {input, maxBuffer: 1 << 30, encoding: 'utf8'});
  assert.equal(status, 0);
  const answers = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(answers.length, texts.length);
  return answers;
}

// Fails where the two differ, but for code points that are newer than the
// program's tables. How many texts were compared.
function compare(texts) {
  const answers = ask(texts);
  const differ = [];
  let compared = 0;
  texts.forEach((text, i) => {
    const [form, keys, unassigned] = answers[i];
    if (unassigned) return;
    ++compared;
    const client = [normalForm(text), keysOf(text)];
    if (JSON.stringify(client) !== JSON.stringify([form, keys])) {
      const codes = Array.from(text, (c) => c.codePointAt(0).toString(16));
      differ.push({text, codes, client, program: [form, keys]});
    }
  });
  assert.deepEqual(differ.slice(0, 20), [], `${differ.length} texts differ`);
  return compared;
}

test('every code point is read alike', () => {
  const texts = [];
  for (let code = 1; code < 0x110000; ++code) {
    const char = String.fromCodePoint(code);
    if (!/[\p{Cn}\p{Cs}\p{Co}]/u.test(char)) texts.push(`a${char}文`);
  }
  assert.ok(compare(texts) > 140000);
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
  assert.equal(compare(Array.from({length: 10000}, randomText)), 10000);
});
