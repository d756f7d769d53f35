// Archives and the sites of them.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import {recombine} from './recombine.mjs';

export const SOURCES = {
  generator: ({programs, seed}, papers, folder) => execFileSync(
      programs.makeArchive, ['--papers', papers, '--seed', seed, folder]),
  corpora: ({programs, seed, corpora}, papers, folder) =>
      recombine(programs.offprint, corpora, papers, seed, folder),
};

const numberIn = (text, pattern) =>
    Number(pattern.exec(text)[1].replace(/,/g, ''));

// Builds the site, with the client that SEARCH_CLIENT names, if any; {search: its folder of the index, papers, cpu and wall of
// the index in seconds, memory of the whole build in megabytes}.
export function build({programs}, source, destination) {
  const text = execFileSync(programs.offprint, [
    'build', '--source', source, '--destination', destination, '--format', 'html',
    '--timing',
  ], {encoding: 'utf8', maxBuffer: 1 << 26});
  const search = path.join(destination, 'search');
  if (process.env.SEARCH_CLIENT) {
    fs.copyFileSync(process.env.SEARCH_CLIENT, path.join(search, 'client.js'));
  }
  return {
    search,
    papers: numberIn(text, /papers +([\d,]+) from/),
    wall: numberIn(text, /^  search +([\d.,]+) s/m),
    cpu: numberIn(text, /^  search +.*CPU ([\d.,]+) s/m),
    memory: numberIn(text, /^  memory +([\d.,]+) MB/m),
  };
}

// {files, bytes} of each folder of the index, of all tiers.
export function sizesOf(search) {
  const sizes = new Map();
  for (const name of fs.readdirSync(search, {recursive: true})) {
    const {size, isFile} = statOf(path.join(search, name));
    if (!isFile) continue;
    const kind = kindOf('/search/' + name);
    const sum = sizes.get(kind) || {files: 0, bytes: 0};
    sizes.set(kind, {files: sum.files + 1, bytes: sum.bytes + size});
  }
  return sizes;
}

function statOf(file) {
  const stat = fs.statSync(file);
  return {size: stat.size, isFile: stat.isFile()};
}

const KINDS = [
  [/client\.js$/, 'client'], [/index\.json$/, 'root'], [/\/n\/\d+\.bin$/, 'nodes'],
  [/\/k\/\d+\.bin$/, 'shards'], [/\/s\/\d+\.bin$/, 'segments'],
  [/dict\.bin$/, 'dictionaries'], [/\/p\/\d+\.bin$/, 'packs'],
];

// What a file of the index is.
export const kindOf = (pathname) =>
    (KINDS.find(([pattern]) => pattern.test(pathname)) || [, 'others'])[1];
