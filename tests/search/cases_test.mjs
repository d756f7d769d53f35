// The client reads texts and queries as the table says; the writer's tests read
// the same table.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';

import {parseQuery} from '../../src/search/client/query.js';
import {normalForm, normalise} from '../../src/search/client/text.js';

import {keysOf, matches} from './keys.mjs';

const cases = JSON.parse(
    fs.readFileSync(new URL('cases.json', import.meta.url), 'utf8'));

test('normal forms', () => {
  for (const [text, form] of cases.normal) {
    assert.equal(normalForm(text), form, JSON.stringify(text));
  }
});

test('a normal form is its own', () => {
  for (const [text] of cases.normal) {
    const form = normalForm(text);
    assert.equal(normalForm(form), form, JSON.stringify(text));
  }
});

test('each unit of a normal form leads back to the text', () => {
  for (const [text] of cases.normal) {
    const {form, from, to} = normalise(text);
    for (let i = 0; i < form.length; ++i) {
      assert.ok(from[i] < to[i] && to[i] <= text.length, JSON.stringify(text));
      const part = normalForm(text.slice(from[i], to[i]));
      assert.ok(form[i] === ' ' || part.includes(form[i]), JSON.stringify(text));
    }
  }
});

test('keys', () => {
  for (const [text, keys] of cases.keys) {
    assert.deepEqual(keysOf(text), keys, JSON.stringify(text));
  }
});

test('matches', () => {
  for (const [term, text, typing, expected] of cases.matches) {
    assert.equal(matches(term, text, typing), expected,
                 JSON.stringify([term, text, typing]));
  }
});

test('queries', () => {
  for (const [query, expected] of cases.queries) {
    assert.deepEqual(parseQuery(query), expected, JSON.stringify(query));
  }
});
