// Searches that the browser keeps: the last ones and those with a star, as
// addresses ("?q=…"). Sites on one host share a storage, so that the path is
// part of the name. A browser that keeps nothing forgets them with the page.
const MOST = {recent: 8, saved: 50};
const unkept = {};
let view;

export function use(the) {
  view = the;
}

const nameOf = (list) => `search-${list} ${location.pathname}`;

function read(list) {
  try {
    const stored = JSON.parse(localStorage.getItem(nameOf(list)) ?? '[]');
    return Array.isArray(stored) ?
        stored.filter((item) => typeof item === 'string' && item[0] === '?') :
        [];
  } catch {
    return unkept[list] ?? [];
  }
}

function write(list, items) {
  unkept[list] = items;
  try {
    if (items.length) localStorage.setItem(nameOf(list), JSON.stringify(items));
    else localStorage.removeItem(nameOf(list));
  } catch { /* full, or not allowed */ }
}

export function add(list, address) {
  const others = read(list).filter((item) => item !== address);
  write(list, [address, ...others].slice(0, MOST[list]));
}
export function remove(list, address) {
  write(list, read(list).filter((item) => item !== address));
}
export function has(list, address) {
  return read(list).includes(address);
}

// A list of `items`, each with a button that takes it out.
function section(list, items, nameOf, change) {
  const {element, button, words, say} = view;
  const rows = items.map((address) => {
    const [name, more] = nameOf(address);
    return element('li', {},
        element('a', {href: address, dir: 'auto'}, name), ' ',
        element('small', {}, more), ' ',
        button('×', () => change(() => remove(list, address)),
               {'aria-label': say(words.remove, name)}));
  });
  const label = element('div', {class: 'lab'},
      element('h2', {}, words[`${list}_list`]),
      button(words.forget, () => change(() => write(list, []))));
  return element('section', {class: 'row'}, label,
                 element('ul', {class: 'kept'}, ...rows));
}

// Draws both lists into `place`. `nameOf(address)` is what a search is called
// and what narrows it; `changed` is told when the reader took one out.
export function draw(place, nameOf, changed) {
  const change = (act) => {
    act();
    draw(place, nameOf, changed);
    changed();
  };
  const lists = ['saved', 'recent'].filter((list) => read(list).length);
  place.replaceChildren(...lists.map(
      (list) => section(list, read(list), nameOf, change)));
}
