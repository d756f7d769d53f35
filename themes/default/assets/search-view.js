// What the search page shows of an answer. Texts of papers and of readers
// become text nodes and nothing else: no markup of theirs can ever run.
const MOST_AUTHORS = 8;
const json = (id) => JSON.parse(document.getElementById(id).textContent);
export const words = json('words');
export const sources = json('sources');

const language = document.documentElement.lang;
const number = new Intl.NumberFormat(language);
export const count = (value) => number.format(value);
export const say = (text, value) => text.replace('%1', () => value);

export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children);
  return made;
}
export function button(text, onClick, attributes = {}) {
  const made = element('button', {type: 'button', ...attributes}, text);
  made.addEventListener('click', onClick);
  return made;
}

// The client's [[text, isMatch], …] as nodes.
function marked(parts) {
  return parts.map(
      ([text, isMatch]) => isMatch ? element('mark', {}, text) : text);
}
const plain = (parts) => parts.map(([text]) => text).join('');

// The attributes of a text, which may be in another language than the site or
// run from right to left. Class "t" marks TeX, as on the other pages.
function tongue(parts) {
  const text = plain(parts);
  const isEnglish = /[a-z]{2}/i.test(text) &&
      /^[\0-\u024f\u2000-\u22ff]*$/.test(text);
  const isHan = /\p{Script=Han}/u.test(text);
  const hasTex = text.includes('$') || text.includes('\\(');
  const site = language.slice(0, 2);
  const lang = isEnglish && site !== 'en' ? 'en' :
      isHan && site === 'en' ? 'zh-CN' : undefined;
  return {dir: 'auto', lang, class: hasTex && 't'};
}

function authors(names) {
  const named = names.filter(
      (name, i) => i < MOST_AUTHORS || name.some(([, isMatch]) => isMatch));
  const nodes = named.flatMap(
      (name, i) => i ? [', ', ...marked(name)] : marked(name));
  const more = named.length < names.length ?
      ' ' + say(words.etal, names.length) : '';
  return element('p', {class: 'by'}, ...nodes, more);
}

// The last line of a hit; `narrowed(topic)` is the address that narrows the
// search to a topic.
function facts(hit, narrowed) {
  const line = element('p', {class: 'f'});
  for (const topic of hit.topics) {
    line.append(element('a', {class: 'c', href: narrowed(topic)}, topic), ' ');
  }
  for (const source of hit.sources) {
    line.append(element('span', {}, sources[source] ?? source), ' ');
  }
  const date = hit.date ?? hit.published;
  if (date) line.append(element('time', {datetime: date}, date), ' ');
  if (hit.code) line.append(element('span', {}, words.with_code));
  return line;
}

// As the other pages print it: 9.0, 8.25.
function scoreText(score) {
  return Number.isInteger(score) ? score.toFixed(1) : String(score);
}

export function hit(found, narrowed) {
  const title = plain(found.title) ? found.title : [[found.id, false]];
  const article = element('article', {},
      element('h2', {}, element('a', {href: found.url, ...tongue(title)},
                                ...marked(title))));
  // The first says what the paper is called elsewhere, the rest why it is here.
  const others = found.otherTitles.filter(
      (other, i) => i === 0 || other.some(([, isMatch]) => isMatch));
  for (const other of others) {
    article.append(element('p', {...tongue(other), class: 'o'},
                           ...marked(other)));
  }
  if (found.authors.length) article.append(authors(found.authors));
  if (typeof found.score === 'number') {
    article.append(element('p', {class: found.score >= 9 ? 's s9' : 's'},
        words.facet.score + ' ', element('b', {}, scoreText(found.score))));
  }
  if (plain(found.excerpt)) {
    article.append(element('div', {class: 'ex'},
        element('p', tongue(found.excerpt), ...marked(found.excerpt))));
  }
  article.append(facts(found, narrowed));
  return article;
}

// How many there are; "about" where the client has estimated it.
export function total({total: papers, exact, direct}) {
  const total = papers || (direct ? 1 : 0);
  if (!total) return words.none;
  const form = !exact ? words.found_about :
      total === 1 ? words.found_one : words.found;
  return say(form, count(total));
}

export function direct({url, title, id}) {
  return element('p', {class: 'direct'}, words.direct + ' ',
      element('a', {href: url, dir: 'auto'}, title || id));
}

// As much of a reader's text as fits on a line.
export function short(text) {
  const points = [...text.slice(0, 200)];
  return points.length > 60 ? points.slice(0, 60).join('') + '…' : text;
}

// A text of the reader's inside one of ours.
function quoted(form, text) {
  const [before, after] = form.split('%1');
  return after === undefined ?
      [form] : [before, element('bdi', {}, short(text)), after];
}
export function problem({kind, text}) {
  const form = Object.hasOwn(words.problem, kind) ? words.problem[kind] :
                                                    words.problem.other;
  return element('p', {class: 'note'}, ...quoted(form, text ?? ''));
}

// Queries that would find something: {query, total}.
export function nearMisses(suggestions, addressOf) {
  const items = suggestions.map(({query, total}) => element('li', {},
      element('a', {href: addressOf(query), dir: 'auto'}, query),
      element('i', {}), element('span', {}, count(total))));
  return element('div', {}, element('p', {}, words.instead),
                 element('ul', {class: 'toc one'}, ...items));
}

// What has happened, and what the reader can do.
export function failure({kind}) {
  const {what, act} = Object.hasOwn(words.error, kind) ? words.error[kind] :
                                                         words.error.other;
  return language.startsWith('zh') ? what + act : `${what} ${act}`;
}
