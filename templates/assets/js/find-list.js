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
