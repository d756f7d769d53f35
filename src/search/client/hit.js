// A record as the page shows it.
import {excerptOf, marked} from './excerpt.js';

export const NOTHING = {hits: [], total: 0, exact: true, more: false,
                        direct: null, suggestions: [], terms: []};

// Links lead into the site or nowhere.
function urlOf(address, site) {
  const url = new URL('./' + address.replace(/^[/\\]+/, ''), site).href;
  return url.startsWith(site.href) ? url : null;
}

export function hitOf(record, terms, site) {
  const {forms, address, texts, ...shown} = record;
  const mark = (field) => {
    const own = terms.filter((term) => (term.field || field) === field);
    return (text) => marked(text, own);
  };
  return {
    ...shown, url: urlOf(address, site), code: Boolean(shown.code),
    title: mark('titles')(shown.title),
    otherTitles: shown.otherTitles.map(mark('titles')),
    authors: shown.authors.map(mark('authors')),
    excerpt: excerptOf(texts, terms.filter(({field}) => !field)),
  };
}

// The answer to a query that names this paper.
export function directTo(record, site) {
  const hit = hitOf(record, [], site);
  const {id, url} = hit;
  return {...NOTHING, hits: [hit], total: 1,
          direct: {id, url, title: record.title}};
}
