// Citations of the papers on a page, made in the browser; offprint.js loads this
// when a reader opens an export. The bytes are those of `offprint export`
// (src/citations, whose headers say what is written and why); a test holds both
// to each other.

const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
const SPACE = /[\t-\r \x85\u2028\u2029]+/g;

function oneLine(text) {
  return text.replace(CONTROLS, '').replace(SPACE, ' ').replace(/^ | $/g, '');
}

// The citation of an attribute data-cite and the title that stands beside it.
export function citationOf(form, shown) {
  const [id, date, primaryClass, url, file, otherDoi, journal, status, title,
         ...authors] = form.split('\t');
  const [year, month, day] = date.split('/').map(Number);
  const isDoi = id.startsWith('10.');
  const isArxiv = !isDoi && !/^[0-9a-f]{16}$/.test(id);
  const doi = isDoi ? id : otherDoi;
  return {
    id, primaryClass, authors, date, year, month, day, doi, journal,
    note: status && 'Withdrawn',
    title: oneLine(title || shown),
    arxiv: isArxiv ? id : '',
    url: url || (isDoi ? `https://doi.org/${id}` :
                 isArxiv ? `https://arxiv.org/abs/${id}` : ''),
    file: isArxiv ? `https://arxiv.org/pdf/${id}` : file,
    isArticle: doi && !/^10\.(1101|64898|48550)\//.test(doi),
  };
}

// --- Names: person_name.h

const SUFFIXES = ['Jr', 'Jr.', 'Sr', 'Sr.', 'II', 'III', 'IV'];
const GROUPS = /(^| )(Collaboration|Consortium|Group|Initiative|Network|Project|Team)$/;
const OTHERS = ['et al.', 'et al', 'others', 'and others', '等'];

const wordsOf = (text) => text.split(' ').filter(Boolean);
const isAnd = (word) => word === '&' || /^and$/i.test(word);

function familyOf(words) {
  let small = 0;
  while (small + 1 < words.length && /^[a-z]/.test(words[small])) ++small;
  return {particle: words.slice(0, small).join(' '),
          family: words.slice(small).join(' ')};
}

function westernName(words, suffix) {
  let family = words.findIndex(
      (word, i) => i > 0 && i < words.length - 1 && /^[a-z]/.test(word));
  if (family < 0) family = words.length - 1;
  return {...familyOf(words.slice(family)),
          given: words.slice(0, family).join(' '), suffix};
}

// Null for a name whose commas say something else.
function nameWithCommas(text) {
  const parts = text.split(',').map(
      (part) => part.replace(/^[\t-\r ]+|[\t-\r ]+$/g, ''));
  if (parts.includes('')) return null;
  if (parts.length === 2 && SUFFIXES.includes(parts[1])) {
    const words = wordsOf(parts[0]);
    return words.length < 2 ? null : westernName(words, parts[1]);
  }
  const hasSuffix = parts.length === 3 && SUFFIXES.includes(parts[1]);
  if (parts.length !== 2 && !hasSuffix) return null;
  return {...familyOf(wordsOf(parts[0])), given: parts[parts.length - 1],
          suffix: hasSuffix ? parts[1] : ''};
}

function nameOf(text) {
  const whole = {family: text, given: '', particle: '', suffix: ''};
  const words = wordsOf(text);
  const last = words[words.length - 1];
  const isWhole = !words.length || OTHERS.includes(text) ||
      /[\u2e80-\uffff]/.test(text) || GROUPS.test(text) || words.some(isAnd);
  if (isWhole) return whole;
  if (text.includes(',')) return nameWithCommas(text) || whole;
  if (words.length === 1) return whole;
  const hasSuffix = words.length > 2 && SUFFIXES.includes(last);
  return westernName(hasSuffix ? words.slice(0, -1) : words,
                     hasSuffix ? last : '');
}

// "van Rossum, Guido", and more parts where there are.
const joined = (particle, family, ...parts) =>
    [particle ? `${particle} ${family}` : family, ...parts.filter(Boolean)]
        .join(', ');

// --- Keys: key.h

const EMPTY_WORDS = new Set((
  'a an and are as at by can do does for from how in is it of on or the to ' +
  'toward towards using via what when where why with').split(' '));
const LETTERS = {
  'Æ': 'ae', 'æ': 'ae', 'Ð': 'd', 'ð': 'd', 'Đ': 'd', 'đ': 'd', 'Ø': 'o',
  'ø': 'o', 'Þ': 'th', 'þ': 'th', 'ß': 'ss', 'ẞ': 'ss', 'ı': 'i', 'Ł': 'l',
  'ł': 'l', 'Œ': 'oe', 'œ': 'oe',
};

const keyPart = (text) => text.normalize('NFKD')
    .replace(/[^\0-\x7f]/g, (c) => LETTERS[c] || '')
    .replace(/[^A-Za-z0-9]/g, '').toLowerCase().slice(0, 30);

function idPart(id) {
  return id.replace('/', '-').replace(/[^A-Za-z0-9.-]/gu, (c) =>
      Array.from(new TextEncoder().encode(c),
                 (byte) => '_' + byte.toString(16).padStart(2, '0')).join(''));
}

function keyOf({id, authors, year, title}) {
  const name = authors.length ? keyPart(nameOf(authors[0]).family) : '';
  const word = title.split(' ').map(keyPart)
      .find((part) => part && !EMPTY_WORDS.has(part));
  return `${name || 'paper'}${year || ''}${word || ''}-${idPart(id)}`;
}

// --- BibTeX: bibtex.h, tex_text.h

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MATH_COMMANDS = new Set(`
AA Big Delta Gamma Im Lambda Leftarrow Leftrightarrow Omega Phi Pi Pr Psi
Re Rightarrow Sigma Theta Upsilon Vert Xi acute aleph alpha angle approx
arg ast backslash bar beta bf big bigcap bigcup bigoplus bigotimes binom
bm boldsymbol bot breve bullet cap cdot cdots check chi circ colon cong
cos cosh cup dagger ddagger ddot deg degree delta det dfrac dim div dot
dots downarrow ell emptyset ensuremath epsilon equiv eta exists exp forall
frac gamma gcd ge geq gg grave gtrsim hat hbar hookrightarrow imath in inf
infty int iota it jmath kappa ker lVert lambda langle lceil ldots le left
leftarrow leftrightarrow leq lesssim lfloor lim ll ln log longrightarrow
ltimes lvert mapsto mathbb mathbf mathcal mathfrak mathit mathring mathrm
mathscr mathsf mathtt max mid min mp mu nabla ne neg neq ni nmid notin nu
odot oint omega operatorname oplus otimes overline parallel partial perp
phi pi pm prec prime prod propto psi qquad quad rVert rangle rceil rfloor
rho right rightarrow rightleftharpoons rm rtimes rvert setminus sigma sim
simeq sin sinh sqrt square star subset subseteq succ sum sup supset
supseteq tan tanh tau text textbf textit textrm textsc textsf
textsubscript textsuperscript texttt tfrac theta tilde times to top
triangle underline uparrow upsilon varepsilon varnothing varphi varpi
varrho varsigma vartheta vec vee vert wedge widehat widetilde xi zeta
`.trim().split(/\s+/));

function hasPairedBraces(text) {
  let depth = 0;
  for (const c of text) {
    if (c === '{') ++depth;
    if (c === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

// A function that escapes characters of the text.
function escaping(text) {
  const pair = hasPairedBraces(text);
  const special = {
    '\\': '\\textbackslash{}', '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}', '{': pair ? '\\{' : '\\textbraceleft{}',
    '}': pair ? '\\}' : '\\textbraceright{}',
    '&': '\\&', '%': '\\%', '$': '\\$', '#': '\\#', '_': '\\_',
  };
  return (c) => special[c] || c;
}

const texText = (text) => text.replace(/[\\~^{}&%$#_]/g, escaping(text));

// The mathematics that begins with the dollar at `at`, or an empty text.
function mathAt(text, at) {
  const span = /^\$((?:[^$\\]|\\[A-Za-z,;:! {}|_%&#])+)\$(?![0-9])/
      .exec(text.slice(at));
  if (!span || /^ | $|\^\^/.test(span[1])) return '';
  const bare = span[1].replace(/\\[^A-Za-z]/g, (c) => c.replace(/[^{}]/g, ' '));
  const commands = bare.match(/\\[A-Za-z]+/g) || [];
  const isGood = !/[%#&~]/.test(bare) && hasPairedBraces(bare) &&
      commands.every((command) => MATH_COMMANDS.has(command.slice(1)));
  return isGood ? span[0] : '';
}

function isSentenceCase(title) {
  let small = 0;
  title.split(' ').slice(1).filter((word) => /^[A-Za-z]{4}/.test(word))
      .forEach((word) => { small += /^[A-Z]/.test(word) ? -1 : 1; });
  return small > 0;
}

function needsBraces(run, withinSentence) {
  if (!/[A-Z]/.test(run)) return false;
  return /.[A-Z]|[0-9]/.test(run) || withinSentence ||
      (run.length === 1 && run !== 'A');
}

function texTitle(title) {
  const escape = escaping(title);
  const isSentence = isSentenceCase(title);
  let out = '';
  for (let at = 0; at < title.length;) {
    const run = /^[A-Za-z0-9]+/.exec(title.slice(at));
    const math = title[at] === '$' ? mathAt(title, at) : '';
    const begins = at === 0 || /[:.?!] $/.test(title.slice(0, at));
    const whole = run ? run[0] : math;
    if (!whole) out += escape(title[at]);
    else if (math || needsBraces(whole, isSentence && !begins)) out += `{${whole}}`;
    else out += whole;
    at += whole.length || 1;
  }
  return out;
}

function texAuthor(text) {
  if (OTHERS.includes(text)) return 'others';
  const {particle, family, suffix, given} = nameOf(text);
  if (given) {
    return joined(texText(particle), texText(family), texText(suffix),
                  texText(given));
  }
  return /[ ,]/.test(text) || /^and$/i.test(text) ? `{${texText(text)}}` :
                                                     texText(text);
}

const verbatim = (text) => text.replace(/[{}\\]/g, encodeURIComponent);

function bibtexOf(paper) {
  const fields = [
    ['title', texTitle(paper.title)],
    ['author', paper.authors.map(texAuthor).join(' and ')],
    ['journal', texText(paper.journal)],
    ['year', paper.year ? String(paper.year) : ''],
    ['month', MONTHS[paper.month - 1]],
    ['eprint', paper.arxiv],
    ['archivePrefix', paper.arxiv && 'arXiv'],
    ['primaryClass', paper.arxiv && paper.primaryClass],
    ['doi', verbatim(paper.doi)],
    ['url', verbatim(paper.url)],
    ['note', paper.note],
  ].filter(([, value]) => value).map(([name, value]) => name === 'month' ?
      `,\n  month = ${value}` : `,\n  ${name} = {${value}}`);
  return `@${paper.isArticle ? 'article' : 'misc'}{${keyOf(paper)}` +
      `${fields.join('')}\n}\n`;
}

// --- RIS: ris.h

function risAuthor(text) {
  const {particle, family, suffix, given} = nameOf(text);
  return given ? joined(particle, family, given, suffix) : text;
}

function risOf(paper) {
  return [
    ['TY', paper.isArticle ? 'JOUR' : 'UNPB'],
    ['ID', keyOf(paper)],
    ['TI', paper.title],
    ...paper.authors.map((author) => ['AU', risAuthor(author)]),
    ['PY', paper.year ? String(paper.year) : ''],
    ['DA', paper.year ? paper.date + (paper.day ? '' : '/') : ''],
    ['T2', paper.journal],
    ['PB', paper.arxiv && !paper.isArticle && 'arXiv'],
    ['AN', paper.arxiv && `arXiv:${paper.arxiv}`],
    ['DO', paper.doi],
    ['UR', paper.url],
    ['L1', paper.file],
    ['N1', paper.note],
  ].filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`)
      .join('') + 'ER  - \r\n';
}

// --- CSL-JSON: csl_json.h, and data/json.h for its escapes

const ESCAPED = /["\\\0-\x1f\x7f-\x9f<\u2028\u2029\ufeff\ufffe\uffff]/g;
const SHORT = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t'};

function json(value) {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    return `"${value.replace(ESCAPED, (c) => SHORT[c] ||
        '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))}"`;
  }
  if (Array.isArray(value)) return `[${value.map(json).join(',')}]`;
  return `{${Object.entries(value)
      .filter(([, member]) => member && member.length !== 0)
      .map(([key, member]) => `${json(key)}:${json(member)}`).join(',')}}`;
}

function cslAuthor(text) {
  const {particle, family, suffix, given} = nameOf(text);
  if (!given) return {literal: family};
  return {family, given, 'non-dropping-particle': particle, suffix};
}

function cslOf(paper) {
  return json({
    id: keyOf(paper),
    type: paper.isArticle ? 'article-journal' : 'article',
    title: paper.title,
    author: paper.authors.map(cslAuthor),
    issued: paper.year && {'date-parts': [
      [paper.year, paper.month, paper.day].filter(Boolean)]},
    'container-title': paper.journal,
    publisher: paper.arxiv && !paper.isArticle && 'arXiv',
    number: paper.arxiv && `arXiv:${paper.arxiv}`,
    DOI: paper.doi,
    URL: paper.url,
    note: paper.note,
  });
}

// --- Files

export const FORMATS = [
  {name: 'BibTeX', extension: 'bib', type: 'application/x-bibtex',
   head: '', between: '\n', tail: '', write: bibtexOf},
  {name: 'RIS', extension: 'ris', type: 'application/x-research-info-systems',
   head: '', between: '\r\n', tail: '', write: risOf},
  {name: 'CSL-JSON', extension: 'json',
   type: 'application/vnd.citationstyles.csl+json',
   head: '[\n', between: ',\n', tail: '\n]\n', write: cslOf},
];

export const fileOf = (format, papers) =>
    format.head + papers.map(format.write).join(format.between) + format.tail;

// --- The page

// The papers of a page, each once, in the order in which they stand.
function papersOf(page) {
  const papers = new Map();
  page.querySelectorAll('[data-cite]').forEach((item) => {
    const title = item.querySelector('.o, .orig') || item.querySelector('h1, a');
    const paper = citationOf(item.dataset.cite, title ? title.textContent : '');
    if (!papers.has(paper.id)) papers.set(paper.id, paper);
  });
  return [...papers.values()];
}

async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

// The papers of the pages before (`rel` is "prev") or after this one, those of
// the nearest page first.
async function papersBeside(rel, tell) {
  const pages = [];
  let address = location.href;
  let link = document.querySelector(`a[rel=${rel}]`);
  while (link) {
    address = new URL(link.getAttribute('href'), address).href;
    const page = await read(address);
    pages.push(papersOf(page));
    tell(pages[pages.length - 1].length);
    link = page.querySelector(`a[rel=${rel}]`);
  }
  return pages;
}

// The papers of the list that the page is a part of.
async function papersOfList(tell) {
  const here = papersOf(document);
  tell(here.length);
  const before = await papersBeside('prev', tell);
  const after = await papersBeside('next', tell);
  return [...before.reverse(), here, ...after].flat();
}

function save(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// Puts the buttons into <details class="cites">: data-name is that of the file,
// data-list says that the list goes on on other pages, data-done and data-failed
// what is told.
export function fill(fold) {
  if (fold.querySelector('button')) return;
  const {name, list, done = '', failed = ''} = fold.dataset;
  const row = document.createElement('p');
  const told = document.createElement('output');
  let waiting = false;
  async function write(format) {
    if (waiting) return;
    waiting = true;
    let count = 0;
    try {
      const papers = await (list === undefined ? papersOf(document) :
          papersOfList((more) => { told.textContent = `${count += more} …`; }));
      const file = name || keyOf(papers[0]);
      save(`${file}.${format.extension}`, format.type, fileOf(format, papers));
      told.textContent = done.replace('%1', papers.length);
    } catch (error) {
      told.textContent = failed;
    }
    waiting = false;
  }
  FORMATS.forEach((format) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = format.name;
    button.addEventListener('click', () => write(format));
    row.append(button, ' ');
  });
  row.append(told);
  fold.append(row);
}
