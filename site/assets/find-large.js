// Find in a large timeline: what fits is listed, fifty events at a time. What an event says stands
// in files of their own, and so do the choices and the words; each is loaded when it is needed.
'use strict';

window.dateline = { ...window.dateline };
dateline.findIn = ({ box, facets, arrange, need, has, fold, fill, figure, make, write, hide, mend, get, all }) => {
  const total = Number(box.dataset.total);
  const results = document.querySelector('.results');
  const part = (name) => results.querySelector(name);
  const [list, note, more] = [part('ol'), part('.results-note'), part('.results-more')];
  const rest = [...results.parentElement.children].filter((it) => (
    it.matches('section, nav') && results.compareDocumentPosition(it) === Node.DOCUMENT_POSITION_FOLLOWING
  ));
  const marks = new Map();
  const FEW = 50;

  // Numbers stand as letters, to the base of 26: a capital says that the number goes on.
  const numbers = (text, take) => {
    let number = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 97) number = (number + code - 65) * 26;
      else {
        take(number + code - 97);
        number = 0;
      }
    }
  };
  // Events by how many are left out between two.
  const events = (text, take) => {
    let next = 0;
    numbers(text, (left) => {
      take(next + left);
      next += left + 1;
    });
  };
  const listed = (text) => {
    const all = [];
    events(text, (event) => all.push(event));
    return Uint32Array.from(all);
  };
  const columns = (text) => text.split(' ').slice(0, -1).map(listed);

  let data;
  const first = new Float64Array(total);
  const last = new Float64Array(total);
  const shards = [];
  const titles = [];
  const take = {
    find(it) {
      data = it;
      const times = [];
      numbers(it.times, (number) => times.push(number));
      let day = it.begin;
      for (let event = 0; event < total; event += 1) {
        const length = times[event * 2 + 1];
        day += times[event * 2];
        first[event] = length === 0 || length === 2 ? -Infinity : day;
        last[event] = length === 0 ? day : length < 3 ? Infinity : day + length - 3;
      }
      for (const [name, of] of it.marks) {
        const drawn = document.querySelectorAll(`.drawing.is-${name} .mark`);
        columns(of).forEach((own, at) => drawn[at] && marks.set(drawn[at], own));
      }
    },
    facet(it, name) {
      const facet = facets.find((facet) => facet.name === name);
      arrange(facet, it.choices);
      // What falls under a part falls under the whole.
      const under = it.choices.map(() => []);
      columns(it.of).forEach((own, choice) => facet.up[choice].forEach((whole) => under[whole].push(own)));
      facet.events = under.map((all) => {
        if (all.length === 1) return all[0];
        const seen = new Uint8Array(total);
        for (const own of all) for (const event of own) seen[event] = 1;
        return Uint32Array.from(seen.keys()).filter((event) => seen[event]);
      });
    },
    words(it, number) {
      // Parted otherwise than it was when the rest was loaded.
      if (it.parted !== data.parted) return false;
      shards[number] = { words: it.words.split(' '), of: it.of.split(' ') };
    },
    titles(it, number) {
      titles[number] = it.events;
    },
  };

  // The parts of the alphabet in which something that begins so can stand.
  const holding = (term) => data.words.flatMap((word, at) => (
    word <= `${term}\uffff` && !(data.words[at + 1] <= term) ? [at] : []
  ));
  const terms = () => [...new Set(fold(get('q') ?? ''))].slice(0, 99);

  // Of each event what it does not fit: a bit for each facet, and one for all else.
  const misses = new Uint8Array(total);
  const hits = new Uint8Array(total);
  const weigh = () => {
    const wanted = terms();
    hits.fill(0);
    wanted.forEach((term, had) => {
      for (const shard of holding(term).map((at) => shards[at])) {
        shard.words.forEach((word, at) => {
          if (word.startsWith(term)) events(shard.of[at], (event) => { if (hits[event] === had) hits[event] = had + 1; });
        });
      }
    });
    const bound = (name, open) => (get(name) ? Date.parse(get(name)) / 864e5 : open);
    const [from, to] = [bound('from', -Infinity), bound('to', Infinity)];
    const other = 1 << facets.length;
    for (let event = 0; event < total; event += 1) {
      misses[event] = hits[event] === wanted.length && first[event] <= to && last[event] >= from ? 0 : other;
    }
    facets.forEach(({ name, numbers, events: under }, bit) => {
      const chosen = all(name).map((id) => under[numbers.get(id)]);
      if (!chosen.length) return;
      const flag = 1 << bit;
      for (let event = 0; event < total; event += 1) misses[event] |= flag;
      for (const own of chosen) for (const event of own) misses[event] &= ~flag;
    });
  };

  // What is found, as far as it is listed.
  let shown = total;
  let found = [];
  let most = FEW;
  const collect = () => {
    shown = 0;
    found = [];
    for (let event = 0; event < total; event += 1) {
      if (!misses[event]) {
        shown += 1;
        if (shown <= most) found.push(event);
      }
    }
  };

  const item = (event) => {
    const [id, title, date, kind, status, words] = titles[Math.floor(event / data.titles)][event % data.titles];
    const it = make('li', { className: `card is-${status || 'happened'}` });
    const body = make('div', { className: 'card-body' });
    const name = make('h3', { className: 'card-title', dir: 'auto' });
    const about = make('p', { className: 'card-kind' });
    it.dataset.byScript = '';
    name.append(make('a', { href: `${box.dataset.root}events/${id}/index.html`, textContent: title }));
    about.append(...(words ? [make('strong', { className: `tag tag-${status}`, textContent: words }), ' '] : []), kind);
    body.append(name, about);
    it.append(make('p', { className: 'card-date', textContent: date }), body);
    return it;
  };
  // Of what is listed already the beginning stays that is the same.
  let drawn = [];
  const draw = () => {
    let same = 0;
    while (same < drawn.length && drawn[same] === found[same]) same += 1;
    while (list.children.length > same) list.lastChild.remove();
    list.append(...found.slice(same).map(item));
    drawn = found;
    const left = shown - found.length;
    hide(more, left <= 0);
    if (left > 0) write(more, fill(results.dataset.more, { number: figure(Math.min(left, FEW)) }));
    hide(note, left <= 0);
    write(note, fill(results.dataset.part, { shown: figure(found.length), total: figure(shown) }));
    results.ariaBusy = 'false';
  };
  const chunks = () => [...new Set(found.map((event) => `titles-${Math.floor(event / data.titles)}`))];
  const drawSoon = () => {
    const wanted = chunks();
    wanted.forEach(need);
    results.ariaBusy = 'true';
    if (wanted.every(has)) draw();
  };

  let asked;
  more.onclick = () => {
    const at = found.length;
    most += FEW;
    collect();
    goal = at;
    drawSoon();
    go();
  };
  // With what is added the focus goes on.
  let goal;
  const go = () => {
    if (goal === undefined || !list.children[goal]) return;
    list.children[goal].querySelector('a, input').focus();
    goal = undefined;
  };

  return {
    take(name, it) {
      const [kind, rest] = name.split('-');
      return take[kind](it, rest);
    },
    wants(active) {
      const used = facets.filter(({ it, name }) => it.open || all(name).length);
      const parts = data ? terms().flatMap(holding).map((at) => `words-${at}`) : [];
      if (!active.length && !used.length) return [];
      return ['find', ...new Set(parts), ...used.map(({ name }) => `facet-${name}`)];
    },
    show(active) {
      if (!data) return;
      const now = `${active}`;
      if (now !== asked) most = FEW;
      asked = now;
      weigh();
      collect();
      for (const [mark, own] of marks) {
        let left = 0;
        for (const event of own) left += !misses[event];
        mend(mark, left, own.length);
      }
      const on = active.length > 0;
      hide(results, !on || !shown);
      for (const it of rest) hide(it, on);
      if (on) {
        drawSoon();
        go();
      }
    },
    shown: () => shown,
    counts({ events: under }, bit) {
      const others = ~(1 << bit);
      return under.map((own) => {
        let count = 0;
        for (const event of own) count += !(misses[event] & others);
        return count;
      });
    },
  };
};

// Find: search and filters over the events. What is chosen stands in the address; the data comes
// as scripts when it is first needed. An event goes by its number in time. What it is chosen
// from, and how what fits is shown, is a part of its own: `find-cards.js`, `find-list.js`.
'use strict';

(() => {
  const box = document.querySelector('.find');
  if (!box) return;
  const words = box.dataset;
  const one = (selector) => box.querySelector(selector);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const hide = (it, hidden) => { if (it.hidden !== hidden) it.hidden = hidden; };
  const write = (it, text) => { if (it.textContent !== text) it.textContent = text; };
  const make = (name, values) => Object.assign(document.createElement(name), values);

  const opener = one('.find-open');
  const none = one('.find-none');
  const said = one('.find-said');
  const fields = { q: one('#_q'), from: one('#_from'), to: one('#_to') };
  fields.from.max = fields.to.max = '9999-12-31';
  const valueOf = (field) => (field.validity.valid ? field.value.trim() : '');
  const figures = new Intl.NumberFormat(words.locale, { useGrouping: 'min2' });
  const figure = (number) => figures.format(number);
  const panels = [...box.querySelectorAll('.facet')];
  const facets = panels.map((it) => ({ it, name: it.dataset.facet })).filter(({ name }) => name !== 'span');

  // The words of a text, without case, accents and what else a reader may leave out.
  const letters = { ß: 'ss', ı: 'i', ł: 'l', đ: 'd', ø: 'o', æ: 'ae', œ: 'oe', ς: 'σ' };
  const fold = (text) => text.toLowerCase().normalize('NFKD')
    .replace(/[\p{M}\p{Cf}.]/gu, '').replaceAll('ʼ', '’')
    .replace(/[ßıłđøæœς]/g, (letter) => letters[letter])
    .replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu, ' $&')
    .split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const folded = (text) => ` ${fold(text).join(' ')}`;

  // What is chosen.
  let state;
  const set = (name, value) => (value ? state.set(name, value) : state.delete(name));
  const keep = (name, wanted, more = []) => {
    const values = [...state.getAll(name).filter(wanted), ...more];
    state.delete(name);
    for (const value of new Set(values)) state.append(name, value);
  };
  const choose = (name, value, on) => keep(name, (it) => it !== value, on ? [value] : []);
  const read = () => {
    const { hash, search } = location;
    const address = hash.startsWith('#?') ? hash.slice(1) : search;
    state = new URLSearchParams('still' in words ? '' : address);
    for (const [name, field] of Object.entries(fields)) {
      field.value = state.get(name) ?? '';
      set(name, valueOf(field));
    }
  };

  // The data.
  const asked = new Set();
  const taken = new Set();
  const lost = new Set();
  const need = (name) => {
    if (asked.has(name)) return;
    asked.add(name);
    lost.delete(name);
    box.classList.add('is-used');
    document.head.append(make('script', { src: `${words.root}data/${name}.js?${words.edition}`, onerror: () => fail(name) }));
  };
  const fail = (name) => {
    asked.delete(name);
    lost.add(name);
    box.ariaBusy = 'false';
    write(none, words.failed);
    hide(none, false);
    write(said, words.failed);
  };
  const take = (it, name) => {
    // Numbers of another edition stand for other events.
    if (it.edition !== words.edition || list.take(name, it) === false) return fail(name);
    taken.add(name);
    apply();
  };
  // Of a facet what there is to choose; each has the numbers of those above it, and its own.
  const arrange = (facet, choices) => {
    const path = [];
    facet.choices = choices;
    facet.numbers = new Map(choices.map(([id], number) => [id, number]));
    facet.up = choices.map(([, , depth], number) => {
      path.length = depth;
      path.push(number);
      return [...path];
    });
  };

  // Shows how many events of a mark of the drawing are left; whether there is any.
  const mend = (mark, left, all) => {
    if (mark.classList.contains('is-out') === left > 0) {
      mark.classList.toggle('is-out');
      for (const [name, value] of [['tabindex', '-1'], ['aria-hidden', 'true']]) {
        if (left) mark.removeAttribute(name);
        else mark.setAttribute(name, value);
      }
    }
    if (all > 1 && left) {
      const title = mark.querySelector('title');
      mark.dataset.title ??= title.textContent;
      write(title, left === all ? mark.dataset.title : `${figure(left)} / ${mark.dataset.title}`);
      write(mark.querySelector('text'), `${left}`);
    }
    return left > 0;
  };

  // Shows what fits. What an address names that is not there (any more) is left out.
  const apply = () => {
    for (const { name, numbers } of facets) if (numbers) keep(name, (id) => numbers.has(id));
    list.keep?.();
    const active = [...state].filter(([name]) => names.includes(name));
    box.classList.toggle('is-active', active.length > 0);
    const wanted = list.wants(active);
    wanted.forEach(need);
    box.ariaBusy = wanted.every((name) => taken.has(name)) ? 'false' : 'true';
    if (box.ariaBusy === 'true') return;
    list.show(active);
    if (taken.has('find')) facets.filter(({ it }) => it.open).forEach(count);
    tell(active);
  };

  // Says what is shown, and why.
  let saying;
  const tell = (active) => {
    const shown = list.shown();
    const text = fill(active.length ? words.shown : words.all, { shown: figure(shown), total: figure(words.total) });
    write(one('.find-count'), text);
    write(none, lost.size ? words.failed : words.none);
    hide(none, shown > 0 && !lost.size);
    hide(one('.find-clear'), !active.length);
    one('.chips').replaceChildren(...active.map(chip));
    const number = (it, own) => {
      const count = active.filter(([name]) => own.includes(name)).length;
      write(it.querySelector('.find-number'), count ? `(${count})` : '');
    };
    for (const it of panels) number(it, it.dataset.facet === 'span' ? ['from', 'to'] : [it.dataset.facet]);
    number(opener, names);
    clearTimeout(saying);
    if (active.length || said.textContent) {
      saying = setTimeout(() => write(said, shown ? text : `${text}. ${words.none}`), 700);
    }
  };
  const date = (text) => new Date(text).toLocaleDateString(words.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const label = (name, value) => {
    if (name === 'q') return fill(words.quoted, { words: value });
    if (name in fields) return `${fields[name].labels[0].textContent} ${date(value)}`;
    const facet = facets.find((facet) => facet.name === name);
    return facet ? facet.choices[facet.numbers.get(value)][1] : list.label();
  };
  const start = () => (opener.offsetParent ? opener : fields.q);
  const chip = ([name, value], at) => {
    const filter = label(name, value);
    const onclick = () => {
      choose(name, value, false);
      if (name in fields) fields[name].value = '';
      change();
      const left = box.querySelectorAll('.chip');
      (left[at] ?? left[at - 1] ?? start()).focus();
    };
    const ariaLabel = fill(words.remove, { filter });
    const item = make('li');
    item.append(make('button', { type: 'button', className: 'chip', textContent: filter, ariaLabel, onclick }));
    return item;
  };

  // The choices of a facet, each with how many events it would leave.
  const draw = (facet) => {
    const list = make('div', { className: 'choices' });
    facet.rows = facet.choices.map(([value, name, depth]) => {
      const row = make('label', { className: 'choice' });
      const input = make('input', { type: 'checkbox', value, autocomplete: 'off' });
      const left = make('span', { className: 'choice-number' });
      row.style.setProperty('--depth', depth);
      row.append(input, make('span', { className: 'choice-name', textContent: name }), left);
      list.append(row);
      return { row, input, left, key: folded(name) };
    });
    list.onchange = ({ target }) => {
      choose(facet.name, target.value, target.checked);
      change();
    };
    const { narrow } = words;
    facet.narrow = make('input', { type: 'search', className: 'narrow', placeholder: narrow, ariaLabel: narrow, autocomplete: 'off' });
    facet.narrow.oninput = () => count(facet);
    facet.it.querySelector('.panel').append(...(facet.rows.length > 15 ? [facet.narrow] : []), list);
  };
  const count = (facet) => {
    if (!facet.rows) draw(facet);
    const counts = list.counts(facet, facets.indexOf(facet));
    const chosen = state.getAll(facet.name);
    const terms = fold(facet.narrow.value);
    facet.rows.forEach(({ row, input, left, key }, at) => {
      input.checked = chosen.includes(input.value);
      write(left, figure(counts[at]));
      hide(row, !(counts[at] || input.checked) || !terms.every((term) => key.includes(` ${term}`)));
    });
  };

  // The address. What goes on changing, such as typing, is one step back.
  let written;
  let step = false;
  let going;
  let waiting;
  const save = () => {
    clearTimeout(waiting);
    if ('still' in words) return;
    const query = `${state}`;
    if (query === written) return;
    written = query;
    try {
      history[step ? 'pushState' : 'replaceState'](null, '', query ? `?${query}` : location.pathname);
    } catch {
      location[step ? 'assign' : 'replace'](`#?${query}`);
    }
    step = false;
  };
  const change = (by) => {
    if (!by || by !== going) step = true;
    going = by;
    apply();
    clearTimeout(waiting);
    if (by) waiting = setTimeout(save, 300);
    else save();
  };
  const settle = () => {
    if (going) save();
    going = undefined;
  };

  for (const [name, field] of Object.entries(fields)) {
    field.oninput = () => {
      set(name, valueOf(field));
      change(name);
    };
  }
  fields.q.onchange = settle;
  one('.find-clear').onclick = () => {
    for (const name of names) state.delete(name);
    for (const field of Object.values(fields)) field.value = '';
    change();
    start().focus();
  };

  // A panel is open as long as the reader is in it; on a phone it is a part of the page.
  const leave = (target) => {
    if (!opener.offsetParent) for (const it of panels) if (it.open && !it.contains(target)) it.open = false;
  };
  document.addEventListener('pointerdown', ({ target }) => leave(target));
  // (A press on a label gives the focus to all of the content for a moment.)
  document.addEventListener('focusin', ({ target }) => target.contains(box) || leave(target));
  box.addEventListener('focusout', settle);
  box.addEventListener('keydown', ({ key, target }) => {
    const open = key === 'Escape' && target.closest('.facet[open]');
    if (!open) return;
    open.open = false;
    open.firstElementChild.focus();
  });
  for (const touch of ['pointerdown', 'focusin']) box.addEventListener(touch, () => need('find'), { once: true });
  for (const facet of facets) facet.it.ontoggle = () => facet.it.open && taken.has('find') && apply();
  opener.onclick = () => opener.setAttribute('aria-expanded', box.classList.toggle('is-open'));

  const list = dateline.findIn({
    box, facets, arrange, need, has: (name) => taken.has(name), fold, fill, figure, make, write, hide, mend,
    change, set, keep, get: (name) => state.get(name), all: (name) => state.getAll(name),
  });
  const names = ['q', ...facets.map(({ name }) => name), 'from', 'to', ...(list.names ?? [])];
  window.dateline = { ...window.dateline, find: (it) => take(it, it.part ?? 'find'), known: (it) => take(it, 'known') };
  const open = () => {
    clearTimeout(waiting);
    going = undefined;
    read();
    written = `${state}`;
    apply();
  };
  window.addEventListener('popstate', open);
  open();
  hide(box, false);
})();

