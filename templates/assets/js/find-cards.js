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
