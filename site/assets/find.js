// Find among the cards of the page: those that fit stay. With the day slider, as of a day.
'use strict';

window.dateline = { ...window.dateline };
dateline.findIn = ({ box, facets, arrange, need, fold, hide, mend, change, set, keep, get, all }) => {
  const { days } = dateline;
  const folded = (text) => ` ${fold(text).join(' ')}`;

  // The list: of each event its cards, the sections with their events, the marks of the drawing.
  const cards = Array.from({ length: Number(box.dataset.total) }, () => []);
  const sections = new Map();
  for (const card of document.querySelectorAll('[data-event]')) {
    const event = Number(card.dataset.event);
    cards[event].push(card);
    for (let it = card.closest('section'); it && !it.contains(box); it = it.parentElement.closest('section')) {
      if (!sections.has(it)) sections.set(it, []);
      sections.get(it).push(event);
    }
  }
  const years = [...document.querySelectorAll('.years a')].map(({ parentElement, hash }) => [
    parentElement,
    document.getElementById(hash.slice(1))?.closest('section'),
  ]);
  const marks = [...document.querySelectorAll('.overview [data-events]')].map((mark) => [
    mark,
    mark.dataset.events.split(' ').map(Number),
  ]);
  // Shows of a mark the events that are left, with the way to the first of several.
  const narrow = (mark, events, left) => {
    if (!mend(mark, left.length, events.length) || events.length === 1) return;
    const href = `#${cards[left[0]][0].id}`;
    if (mark.getAttribute('href') !== href) mark.setAttribute('href', href);
  };

  let data;
  let known;
  const take = {
    find(it) {
      data = it;
      data.words = it.words.split(' ').map(folded);
      data.under = it.under.split(' ');
      for (const facet of facets) {
        arrange(facet, it.facets[facet.name].choices);
        facet.of = it.facets[facet.name].of;
      }
    },
    known(it) {
      known = it;
      days.take(it);
      if (slid) slide();
    },
  };

  // A number stands for an event, or for what was told of one on a later day.
  const late = (number) => data.late[number - cards.length];
  const eventOf = (number) => late(number)?.[0] ?? number;
  const told = (number) => day === null || (late(number)?.[1] ?? 0) <= day;

  // Under which choices each event falls, and when it can be, as known on a day.
  let day;
  const stand = (then) => {
    if (day === then) return;
    day = then;
    for (const facet of facets) {
      facet.sets = cards.map(() => new Set());
      facet.of.forEach((choices, number) => {
        if (!told(number)) return;
        for (const choice of choices) facet.up[choice].forEach((it) => facet.sets[eventOf(number)].add(it));
      });
    }
    data.spans = data.first.map((first, event) => [first, data.last[event]]);
    const status = facets.find(({ name }) => name === 'status');
    for (const [event, , , then] of day === null ? [] : days.states(day)) {
      if (then.span) data.spans[event] = then.span;
      if (then.status && status) status.sets[event] = new Set([status.numbers.get(then.status[0])]);
    }
  };

  // The events that have all words that are looked for, or their beginnings.
  const search = (text) => {
    let hits;
    for (const term of fold(text)) {
      const found = new Set();
      data.words.forEach((word, at) => {
        if (!word.includes(` ${term}`)) return;
        let number = 0;
        for (const step of data.under[at].split(',')) {
          number += Number(step);
          const event = eventOf(number);
          if ((!hits || hits.has(event)) && told(number)) found.add(event);
        }
      });
      hits = found;
    }
    return hits;
  };

  // Of each event what it does not fit: a bit for each facet, and one for all else.
  let misses = [];
  const weigh = () => {
    const chosen = facets.map(({ name, numbers }) => all(name).map((id) => numbers.get(id)));
    const hits = search(get('q') ?? '');
    const bound = (name, open) => Number(get(name)?.replaceAll('-', '') ?? open);
    const [from, to] = [bound('from', -Infinity), bound('to', Infinity)];
    misses = cards.map((_, event) => {
      const [first, last] = data.spans[event];
      const fits = (!hits || hits.has(event)) && (first ?? -Infinity) <= to && (last ?? Infinity) >= from
        && (day === null || days.knew(event, day));
      return facets.reduce(
        (miss, { sets }, bit) => miss | (chosen[bit].length && !chosen[bit].some((it) => sets[event].has(it))) << bit,
        !fits << facets.length,
      );
    });
  };

  let slid;
  const slide = () => {
    slid = !known;
    if (slid) return need('known');
    const { value, max } = days.slider;
    set('known', value === max ? '' : days.date(value));
    change('known');
  };
  if (days) {
    days.slider.oninput = slide;
    days.slider.onfocus = () => need('known');
  }

  const past = () => days && get('known') !== null;
  return {
    names: days ? ['known'] : [],
    take: (name, it) => take[name](it),
    keep() {
      if (!known) return;
      keep('known', (date) => days.at(date) !== null);
      keep('known', (date) => date === get('known'));
    },
    wants: (active) => [...(active.length ? ['find'] : []), ...(past() ? ['known'] : [])],
    show() {
      if (!data) return;
      stand(past() ? days.at(get('known')) : null);
      days?.show(day, cards, marks);
      weigh();
      const out = (events) => events.every((event) => misses[event]);
      cards.forEach((own, event) => own.forEach((card) => hide(card, out([event]))));
      for (const [section, events] of sections) hide(section, out(events));
      for (const [link, section] of years) if (section) hide(link, section.hidden);
      // An event that was dated otherwise on that day has no place in the drawing of today.
      const moved = new Set(day === null ? [] : days.states(day).filter(([, , , then]) => then.date).map(([event]) => event));
      for (const [mark, events] of marks) narrow(mark, events, events.filter((event) => !misses[event] && !moved.has(event)));
    },
    shown: () => cards.length - misses.filter(Boolean).length,
    label: () => days.words(day),
    counts({ choices, sets }, bit) {
      const counts = choices.map(() => 0);
      misses.forEach((miss, event) => {
        if (!(miss & ~(1 << bit))) for (const choice of sets[event]) counts[choice] += 1;
      });
      return counts;
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

