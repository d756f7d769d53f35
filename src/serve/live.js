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

  // This page as the server has it, parsed.
  function served() {
    return fetch(location.href, {cache: 'no-store'}).then(function (answer) {
      if (!answer.ok) throw answer.status;
      return answer.text();
    }).then(function (text) {
      return new DOMParser().parseFromString(text, 'text/html');
    });
  }

  // Makes of a node of the page, which was served as `old`, what `fresh` is;
  // false where only loading the page does. Scripts of the page have made of
  // it what they like: what is not as it was served is not touched, nor is
  // anything put in that they would have to set up.
  var SET_UP = 'script, style, link, form, button, input, select, [hidden]';
  function patch(live, old, fresh) {
    if (old.isEqualNode(fresh)) return true;
    if (live.nodeName !== old.nodeName ||
        live.textContent !== old.textContent) {
      return false;
    }
    if (old.nodeName === fresh.nodeName && old.nodeType === 3) {
      live.data = fresh.data;
      return true;
    }
    var count = old.childNodes.length;
    if (old.nodeName === fresh.nodeName && !/^(SCRIPT|STYLE|LINK)$/.test(old.nodeName) &&
        live.childNodes.length === count && fresh.childNodes.length === count) {
      for (var i = 0; i < count; ++i) {
        if (!patch(live.childNodes[i], old.childNodes[i], fresh.childNodes[i])) {
          return false;
        }
      }
      patchAttributes(live, old, fresh);
      return true;
    }
    if (live.nodeType !== 1 || fresh.nodeType !== 1 ||
        live.matches(SET_UP) || fresh.matches(SET_UP) ||
        live.querySelector(SET_UP) || fresh.querySelector(SET_UP)) {
      return false;
    }
    live.replaceWith(document.importNode(fresh, true));
    return true;
  }
  function patchAttributes(live, old, fresh) {
    Array.prototype.forEach.call(old.attributes, function (was) {
      if (!fresh.hasAttribute(was.name)) live.removeAttribute(was.name);
    });
    Array.prototype.forEach.call(fresh.attributes, function (is) {
      if (old.getAttribute(is.name) !== is.value) {
        live.setAttribute(is.name, is.value);
      }
    });
  }

  // The page changes where it differs from what was served, one change after
  // the other, or is loaded anew.
  var latest = served();
  latest.catch(function () {});
  function update() {
    latest = Promise.all([latest, served()]).then(function (pages) {
      var old = pages[0];
      var fresh = pages[1];
      if (!patch(document.head, old.head, fresh.head) ||
          !patch(document.body, old.body, fresh.body)) {
        throw location.href;
      }
      return fresh;
    });
    latest.catch(function () { location.reload(); });
  }

  function change(what) {
    var here = decodeURI(location.pathname);
    if (what.day && SETTINGS.navigate && what.day !== here) {
      location.href = what.day;
    } else if (what.all) {
      location.reload();
    } else if (what.paths.indexOf(here) >= 0) {
      update();
    } else {
      swap(what.paths);
    }
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
