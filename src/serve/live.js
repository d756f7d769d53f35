// Keeps a page of the preview up to date. `SETTINGS` stands before it:
// {base, navigate}.
(function () {
  'use strict';
  var site = null;
  var panel = null;

  // A panel over the page, in a shadow tree so that no style of the page's
  // reaches it. What it says is text.
  function show(text) {
    if (panel) panel.remove();
    panel = null;
    if (!text) return;
    panel = document.createElement('div');
    panel.id = 'offprint-problem';
    panel.setAttribute('role', 'alert');
    var root = panel.attachShadow({mode: 'open'});
    var style = document.createElement('style');
    style.textContent =
        ':host{position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:60vh;' +
        'overflow:auto;background:#2a1513;color:#fff;border-top:3px solid #ff6b5e}' +
        'pre{margin:0;padding:1rem 1.25rem;font:14px/1.5 ui-monospace,monospace;' +
        'white-space:pre-wrap;overflow-wrap:anywhere}';
    var words = document.createElement('pre');
    words.textContent = text;
    root.append(style, words);
    document.documentElement.append(panel);
  }

  // A new style sheet takes the place of the old one when it is there.
  function swap(paths) {
    document.querySelectorAll('link[rel="stylesheet"]').forEach(function (link) {
      var address = new URL(link.href);
      if (paths.indexOf(decodeURI(address.pathname)) < 0) return;
      var fresh = link.cloneNode();
      address.searchParams.set('live', String(Date.now()));
      fresh.href = address.href;
      fresh.onload = function () { link.remove(); };
      link.after(fresh);
    });
  }

  function change(what) {
    if (what.day && SETTINGS.navigate) {
      if (decodeURI(location.pathname) === what.day) location.reload();
      else location.href = what.day;
      return;
    }
    var here = decodeURI(location.pathname);
    if (what.all || what.paths.indexOf(here) >= 0) location.reload();
    else swap(what.paths);
  }

  var events = new EventSource('/.offprint-live');
  // Where the site is another than when the page was loaded, the news of it were
  // missed: the server had stopped.
  events.addEventListener('site', function (event) {
    if (site && site !== event.data) location.reload();
    site = event.data;
  });
  events.addEventListener('change', function (event) {
    var what = JSON.parse(event.data);
    site = what.site;
    change(what);
  });
  events.addEventListener('problem', function (event) { show(event.data); });
  addEventListener('pagehide', function () { events.close(); });
})();
