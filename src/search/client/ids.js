// Identities of papers as they are pasted; the rules of model/paper_id.h.
const ADDRESS = new RegExp(
    '^(https?://)?(www\\.)?(' +
    '((export\\.)?arxiv|ar5iv|alphaxiv)\\.org/(abs|pdf|html|format)/|' +
    '(dx\\.)?doi\\.org/(10\\.48550/arxiv\\.)?|' +
    '(bio|med)rxiv\\.org/content/(early/)?)', 'i');
const ARXIV =
    /^(\d{4}\.\d{4,5}|[a-z][a-z.-]*\/\d{7})(?:v\d{1,3})?(?:\.pdf)?(.*)$/i;

// The identity that the whole text is, null for none.
export function directId(text) {
  const bare = text.trim().replace(/^(arxiv:|doi:)\s*/i, '');
  const rest = bare.replace(ADDRESS, '');
  if (/\s/.test(rest) || rest.length > 300) return null;
  const [doi] = /^10\.\d{4,}[^/]*\/[^?#]+/.exec(rest) || [];
  if (doi) {
    // bioRxiv's own addresses have a version and a view behind it.
    return doi.toLowerCase().replace(/rxiv\.org/i.test(bare) ?
        /(v\d{1,3})?(\.full-text|\.full|\.abstract)?(\.pdf)?$/ : '', '');
  }
  const [, id, tail] = ARXIV.exec(rest) || [];
  return id && !(rest === bare ? tail : /^[a-z\d]/i.test(tail)) ? id : null;
}
