// The keys of the search page: arrows go from the box through the hits and
// back, Escape goes to the box, and there clears it.
const linkOf = (article) => article.querySelector('h2 a');

export function goTo(article) {
  if (!article) return;
  linkOf(article).focus({preventScroll: true});
  article.scrollIntoView({block: 'nearest'});
}

// `act.more()` asks for more hits, `act.clear()` empties the box.
export function listen(box, hits, act) {
  function step(event, by) {
    const here = document.activeElement;
    const article = here.closest('article');
    if (here !== box && !hits.contains(article)) return;
    event.preventDefault();
    if (here === box) {
      if (by > 0) goTo(hits.firstElementChild);
      return;
    }
    const next = by > 0 ? article.nextElementSibling :
                          article.previousElementSibling;
    if (next) goTo(next);
    else if (by > 0) act.more();
    else box.focus();
  }

  function back(event) {
    const here = document.activeElement;
    if (here === box) {
      if (!box.value) return;
      event.preventDefault();
      act.clear();
    } else if (here === document.body || here.closest('main')) {
      box.focus();
      box.select();
    }
  }

  document.addEventListener('keydown', (event) => {
    // Keys that choose among an input method's candidates are not ours.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    if (event.key === 'ArrowDown') step(event, 1);
    else if (event.key === 'ArrowUp') step(event, -1);
    else if (event.key === 'Escape') back(event);
  });
}
