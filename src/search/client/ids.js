// Identities of papers as they are pasted; the rules of model/paper_id.h.
const ARXIV = /^(\d{4}\.\d{4,5}|[a-z][a-z.-]*\/\d{7})(v\d{1,3})?(\.pdf)?(.*)$/i;
const DOI = /^10\.\d{4,}[^/]*\/[^?#]+/;

function arxivId(text, isAddress) {
  const [, id, , , rest] = ARXIV.exec(text) || [];
  if (!id || (isAddress ? /^[a-z0-9]/i.test(rest) : rest)) return null;
  return id;
}

function doi(text) {
  const [id] = DOI.exec(text) || [];
  return id ? id.toLowerCase() : null;
}

// bioRxiv's and medRxiv's own addresses have a version and a view behind it.
function contentId(text) {
  const id = doi(text);
  return id && id.replace(/\.(pdf)$/, '')
                   .replace(/\.(full-text|full|abstract)$/, '')
                   .replace(/v\d{1,3}$/, '');
}

function addressId(text) {
  let [, host, rest] = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9.]+)\/(.*)$/i
      .exec(text) || [];
  if (!host) return null;
  host = host.toLowerCase();
  if (/^((export\.)?arxiv|ar5iv|alphaxiv)\.org$/.test(host)) {
    const [head] = /^(abs|pdf|html|format)\//i.exec(rest) || [];
    return head ? arxivId(rest.slice(head.length), true) : null;
  }
  if (/^(dx\.)?doi\.org$/.test(host)) {
    const [head] = /^10\.48550\/arxiv\./i.exec(rest) || [];
    return head ? arxivId(rest.slice(head.length), true) : doi(rest);
  }
  if (/^(bio|med)rxiv\.org$/.test(host)) {
    return contentId(rest.replace(/^content\/(early\/)?/i, ''));
  }
  return null;
}

// The identity that the whole text is, null for none.
export function directId(text) {
  text = text.trim();
  if (text.length > 500) return null;
  const bare = text.replace(/^arxiv:/i, '').replace(/^doi:/i, '').trim();
  if (/\s/.test(bare)) return null;
  return doi(bare) || arxivId(bare, false) || addressId(text);
}
