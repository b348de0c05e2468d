// The preview's part of a page. It hears how every attempt to make the site ended: reloads
// the page when there is a new one, and shows over it what is wrong when there is none.
(() => {
  'use strict';
  // What stands in a frame is part of a page that does all of this.
  if (window.top !== window) return;

  const own = document.currentScript.dataset.site;
  const page = document.getElementById('problems');
  const plural = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;

  const store = {
    get(key) {
      try {
        return JSON.parse(sessionStorage.getItem(`dateline-preview-${key}`));
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        sessionStorage.setItem(`dateline-preview-${key}`, JSON.stringify(value));
      } catch {
        // A browser that keeps nothing forgets what was open.
      }
    },
  };

  // Reloading in place

  /** A name for each element that it is likely to have after the reload as well. */
  const named = (elements) => {
    const seen = new Map();
    return [...elements].map((it) => {
      const told = it.id || it.getAttribute('href') || it.getAttribute('name') || (it.querySelector('summary') ?? it).textContent.trim().slice(0, 80);
      const name = [it.parentElement?.closest('[id]')?.id, it.localName, told].join(' ');
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return [`${name} ${seen.get(name)}`, it];
    });
  };
  const folds = () => named(document.querySelectorAll('details'));
  const stops = () => named(document.querySelectorAll('a, button, input, select, summary, textarea, [tabindex]'));

  const reload = () => {
    const { activeElement: focused } = document;
    store.set('place', {
      address: location.pathname + location.search,
      left: scrollX,
      top: scrollY,
      open: folds().map(([name, it]) => [name, it.open]),
      focus: stops().find(([, it]) => it === focused)?.[0],
      // Whoever types goes on where they were.
      selection: [focused?.selectionStart ?? null, focused?.selectionEnd ?? null],
    });
    location.reload();
  };

  const restore = () => {
    const place = store.get('place');
    store.set('place', null);
    const [{ type } = {}] = performance.getEntriesByType('navigation');
    if (type !== 'reload' || place?.address !== location.pathname + location.search) return;
    const open = new Map(place.open);
    for (const [name, it] of folds()) it.open = open.get(name) ?? it.open;
    if (document.activeElement === document.body) {
      const [, it] = stops().find(([name]) => name === place.focus) ?? [];
      it?.focus({ preventScroll: true });
      if (place.selection[0] !== null) it?.setSelectionRange?.(...place.selection);
    }
    scrollTo({ left: place.left, top: place.top, behavior: 'instant' });
  };

  // What is wrong

  const make = (name, attributes, ...children) => {
    const it = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) it.setAttribute(key, value);
    it.append(...children.filter((child) => child !== null && child !== undefined));
    return it;
  };
  /** A text in which values stand in backticks. */
  const values = (text) => text.split('`').map((part, n) => (n % 2 ? make('code', {}, part) : part));
  const where = ({ file, line, column }) => make('code', {}, [file, line, column].filter((it) => it !== null).join(':'));

  const problem = (it) => {
    const { before, meant, after } = it.excerpt ?? {};
    return make('li', { class: it.error ? 'problem is-error' : 'problem is-warning' },
      make('p', { class: 'message' }, make('strong', {}, it.error ? 'Error' : 'Warning'), ' ', ...values(it.message)),
      it.file === null ? null : make('p', { class: 'where' }, where(it), ...(it.path ? [' at ', make('code', {}, it.path)] : [])),
      it.excerpt && make('pre', {}, make('span', { class: 'number' }, `${it.line} `), before, make('mark', {}, meant || '\u200b'), after),
      it.label && make('p', { class: 'label' }, ...values(it.label)),
      ...it.related.map((other) => make('p', {}, make('b', {}, 'See'), ' ', where(other), ' ', ...values(other.message))),
      ...it.help.map((help) => make('p', { class: 'help' }, make('b', {}, 'Help'), ' ', ...values(help))),
      it.code && make('p', { class: 'more' }, make('code', {}, `dateline explain ${it.code}`), ' says more'));
  };

  const count = ({ errors, warnings }) =>
    [errors && plural(errors, 'error'), warnings && plural(warnings, 'warning')].filter(Boolean).join(', ');

  // Over the page, in a tree of its own: neither's style reaches the other.
  const host = make('div', { id: 'dateline-preview', lang: 'en', dir: 'ltr' });
  const tree = host.attachShadow({ mode: 'open' });
  const style = make('link', { rel: 'stylesheet', href: '/_dateline/preview.css' });
  const title = make('h2', { id: 'title' });
  const told = make('p', { class: 'told' });
  const hide = make('button', { type: 'button', class: 'hide' }, 'Hide ', make('kbd', {}, 'Esc'));
  const list = make('ol', { class: 'problems' });
  const panel = make('section', { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1', hidden: '' },
    make('header', {}, make('div', { role: 'alert' }, title, told), hide), list);
  const badge = make('button', { type: 'button', class: 'badge', 'aria-haspopup': 'dialog', hidden: '' });
  const frame = make('aside', { 'aria-label': 'Dateline preview', hidden: '' }, panel, badge);
  style.addEventListener('load', () => frame.hidden = false);
  tree.append(style, frame);
  // At once: when the preview has ended, there is no style to be had.
  if (!page) document.body.prepend(host);

  const open = (opened) => {
    panel.hidden = !opened;
    badge.hidden = opened || !badge.textContent;
  };
  const dismiss = () => {
    const within = tree.activeElement;
    store.set('dismissed', list.textContent);
    open(false);
    if (within) badge.focus();
  };
  hide.addEventListener('click', dismiss);
  badge.addEventListener('click', () => {
    if (!list.firstChild) return listen();
    open(true);
    panel.focus();
  });
  // Where Escape means something to the page, that goes first.
  addEventListener('keydown', (event) => {
    const [target] = event.composedPath();
    if (event.key !== 'Escape' || panel.hidden) return;
    if (!host.contains(event.target) && target.closest?.('input, select, textarea, details[open]')) return;
    dismiss();
  }, { capture: true });

  const show = (state) => {
    const { errors, site, folder, items, more } = state;
    const summary = count(state);
    list.replaceChildren(...items.map(problem));
    if (more) list.append(make('li', { class: 'rest' }, `and ${more} more: the terminal tells of them`));
    if (page) {
      list.classList.add('is-page');
      page.append(list);
      return;
    }
    badge.textContent = summary;
    badge.className = errors ? 'badge is-error' : 'badge';
    panel.className = errors ? 'panel' : 'panel is-warning';
    title.replaceChildren(`${summary} in `, make('code', {}, folder));
    told.textContent = errors && site ? 'The page shows the last site that could be made.' : 'The site is made all the same.';
    if (!summary) store.set('dismissed', null);
    open(errors > 0 && store.get('dismissed') !== list.textContent);
  };

  // News

  let stream;
  let lost;
  const silent = () => {
    if (page) return;
    badge.textContent = 'The preview has ended';
    badge.className = 'badge is-ended';
    list.replaceChildren();
    open(false);
  };
  const listen = () => {
    stream?.close();
    stream = new EventSource('/_dateline/events');
    stream.onmessage = ({ data }) => {
      clearTimeout(lost);
      lost = undefined;
      const state = JSON.parse(data);
      if (state.site !== own) reload();
      else show(state);
    };
    stream.onerror = () => {
      lost ??= setTimeout(silent, 2000);
      // Some browsers give up where others try again.
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    };
  };
  // A browser has few connections to one host: pages that nobody sees leave them to others.
  const attend = () => {
    if (document.visibilityState !== 'hidden') return listen();
    stream?.close();
    clearTimeout(lost);
    lost = undefined;
  };
  addEventListener('pagehide', () => {
    stream?.close();
    clearTimeout(lost);
  });
  // A page that is gone back to may be an old one.
  addEventListener('pageshow', ({ persisted }) => persisted && attend());
  document.addEventListener('visibilitychange', attend);
  restore();
  attend();
})();
