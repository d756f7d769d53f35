// Pagefind's index of the same papers, one page each.
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const VERSION = '1.6.0';
const ESCAPES = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
const escape = (text) => text.replace(/[&<>"]/g, (char) => ESCAPES[char]);

// Where its program is, once npm has brought it to `folder`; null without npm or
// a network.
export function install(folder) {
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund',
                         `pagefind@${VERSION}`], {stdio: 'ignore'});
    return path.join(folder, 'node_modules/.bin/pagefind');
  } catch {
    return null;
  }
}

function pageOf({id, title, authors, texts}) {
  const paragraphs = [...texts.slice(1), authors.join(', '), id];
  return '<!doctype html><html lang="zh"><head><meta charset="utf-8">' +
      `<title>${escape(title)}</title></head><body data-pagefind-body>` +
      `<h1>${escape(title)}</h1><span hidden data-pagefind-meta="id">` +
      `${escape(id)}</span>` +
      paragraphs.map((text) => `<p>${escape(text)}</p>`).join('') +
      '</body></html>';
}

// Peak memory and CPU of a process, from what the kernel says while it runs.
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {stdio: 'ignore'});
    const usage = {memory: 0, cpu: 0};
    const timer = setInterval(() => look(child.pid, usage), 200);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      code ? reject(new Error(`${command} ends with ${code}`)) : resolve(usage);
    });
  });
}

function look(pid, usage) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    usage.memory = Math.max(
        usage.memory, Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1024);
    const times = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
                      .split(') ').pop().split(' ');
    usage.cpu = (Number(times[11]) + Number(times[12])) / 100;
  } catch { /* it has just ended */ }
}

// Writes the pages and the index; {memory in megabytes, cpu in seconds}.
export async function index(program, papers, folder) {
  papers.forEach((paper, i) => {
    const name = path.join(folder, String(i % 256));
    fs.mkdirSync(name, {recursive: true});
    fs.writeFileSync(path.join(name, `${i}.html`), pageOf(paper));
  });
  const programs = path.join(path.dirname(program), '../@pagefind');
  const binary = fs.readdirSync(programs).flatMap((name) =>
      ['pagefind_extended', 'pagefind'].map(
          (file) => path.join(programs, name, 'bin', file)))
      .find((file) => fs.existsSync(file));
  return run(binary, ['--site', folder]);
}
