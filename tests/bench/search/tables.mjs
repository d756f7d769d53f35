// Figures in Markdown.
import {kindOf, sizesOf} from './archive.mjs';

export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

const kilobytes = (bytes) => (bytes / 1e3).toFixed(1);
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
const mean = (numbers) =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const percent = (share) => `${(share * 100).toFixed(1)} %`;
const bytesOf = ({files}) => files.reduce((sum, {bytes}) => sum + bytes, 0);

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(line(head));
  console.log(line(head.map((_, i) => i ? '--:' : '---')));
  for (const row of rows) console.log(line(row));
  console.log();
}

const both = (numbers, show) =>
    `${show(quantile(numbers, 0.5))} / ${show(quantile(numbers, 0.9))}`;

function measures(asked) {
  const ms = (number) => number.toFixed(0);
  const of = (which, value) => asked.map((one) => value(one[which]));
  return [
    percent(mean(asked.map(({recall}) => recall))),
    percent(mean(asked.map(({precision}) => precision))),
    both(of('first', bytesOf), kilobytes),
    both(of('first', ({files}) => files.length), ms),
    both(of('first', (answer) => answer.ms), ms),
    both(of('next', bytesOf), kilobytes),
    both(of('next', (answer) => answer.ms), ms),
  ];
}

// One row a kind of query, and one for all.
export function printQueries(asked) {
  const kinds = [...new Set(asked.map(({kind}) => kind))];
  const rows = [...kinds.map(
      (kind) => [kind, asked.filter((one) => one.kind === kind)]),
      ['all', asked]];
  table(['median / p90', 'queries', 'recall', 'precision', 'first, KB',
         'requests', 'ms', 'next, KB', 'ms'],
        rows.map(([name, some]) => [name, some.length, ...measures(some)]));
}

// Of which files the bytes are.
export function printFiles(asked) {
  const sums = (which) => {
    const kinds = new Map();
    asked.forEach((one, i) => {
      for (const {path, bytes} of one[which].files) {
        const kind = kindOf(path);
        if (!kinds.has(kind)) kinds.set(kind, asked.map(() => 0));
        kinds.get(kind)[i] += bytes;
      }
    });
    return kinds;
  };
  const [first, next] = [sums('first'), sums('next')];
  table(['KB, median / p90', 'first', 'next'],
        [...new Set([...first.keys(), ...next.keys()])].map((kind) => [
          kind, ...[first, next].map(
              (kinds) => kinds.has(kind) ? both(kinds.get(kind), kilobytes) : '–'),
        ]));
}

export function printIndex({papers, cpu, wall, memory, search}) {
  const sizes = sizesOf(search);
  const sum = [...sizes.values()].reduce((all, {bytes}) => all + bytes, 0);
  console.log(
      `${papers.toLocaleString()} papers; the index: ${megabytes(sum)} MB, CPU ` +
      `${cpu.toFixed(1)} s, ${wall.toFixed(1)} s; peak of the whole build ` +
      `${memory.toFixed(0)} MB\n`);
  table(['on disk', 'files', 'MB'], Array.from(
      sizes, ([kind, {files, bytes}]) => [kind, files, megabytes(bytes)]));
}
