// The day slider: sets the cards back to how they stood on a day on which a report appeared.
// `find.js` says when. What is put into the page is taken out again, node by node.
'use strict';

(() => {
  const box = document.querySelector('.days');
  if (!box) return;
  const slider = box.querySelector('input');
  const label = box.querySelector('label');
  const link = document.querySelector('.days-page');
  const now = [label.textContent, slider.getAttribute('aria-valuetext')];
  const undo = [];
  let known;
  let stands = null;

  const put = (it, nodes) => {
    const before = [...it.childNodes];
    undo.push(() => it.replaceChildren(...before));
    it.replaceChildren(...nodes);
  };
  // Years may have a sign, and more than four digits.
  const order = (date) => {
    const [, year, month, day] = date.match(/^([+-]?\d{4,})-(\d\d)-(\d\d)$/) ?? [];
    return Number(year) * 10000 + Number(month) * 100 + Number(day);
  };
  const conceal = (it) => {
    if (!it || it.hidden) return;
    undo.push(() => it.removeAttribute('hidden'));
    it.hidden = true;
  };
  const make = (name, className, textContent) => Object.assign(document.createElement(name), { className, textContent });
  const dotted = (parts) => parts.flatMap((part, number) => {
    const dot = make('span', 'dot', '·');
    dot.ariaHidden = 'true';
    return number ? [' ', dot, ' ', part] : [part];
  });

  const setBack = (card, then) => {
    const part = (name) => card.querySelector(`.card-${name}`);
    const { className } = card;
    undo.push(() => { card.className = className; });
    if ('exact' in then) card.classList.toggle('is-vague', !then.exact);
    if (then.date) put(part('date'), [then.date]);
    if (then.summary === false) conceal(part('summary'));
    if (then.status) {
      const [status, words] = then.status;
      card.className = card.className.replace(/\bis-(planned|confirmed|happened|postponed|cancelled)\b/, `is-${status}`);
      const rest = [...part('kind').childNodes].filter((it) => !it.classList?.contains('tag'));
      put(part('kind'), words ? [make('strong', `tag tag-${status}`, words), ' ', ...rest] : rest);
    }
    if (then.counts) {
      put(part('counts'), dotted([...then.counts, ...(then.differs ? [make('strong', 'differs', box.dataset.differ)] : [])]));
    }
  };

  // What the name of a mark says of it, it says of the card as it is set back.
  const setBackMark = (mark, card, [status, words]) => {
    const { classList } = mark;
    const before = mark.getAttribute('class');
    const title = mark.querySelector('title');
    undo.push(() => mark.setAttribute('class', before));
    classList.remove(...[...classList].filter((name) => /^is-(planned|confirmed|happened|postponed|cancelled)$/.test(name)));
    classList.add(`is-${status}`);
    const [date, name] = ['.card-date', '.card-title'].map((part) => card.querySelector(part).textContent.trim());
    put(title, [`${date}${words ? ` (${words})` : ''}: ${name}`]);
  };

  const days = {
    slider,
    take: (data) => { known = data; },
    // The number of the last day up to a date; `null` for now, which begins with the last of all.
    at(date) {
      const next = known.days.findIndex(([day]) => order(day) > order(date));
      return next < 0 ? null : Math.max(next - 1, 0);
    },
    date: (day) => known.days[day][0],
    words: (day) => known.days[day][2],
    knew: (event, day) => known.since[event] <= day,
    // The events that stood otherwise on a day, each with how.
    states: (day) => known.states.filter(([, from, to]) => from <= day && day < to),
    // Sets the cards of the events, and their marks, back to a day.
    show(day, cards, marks) {
      if (day === stands) return;
      stands = day;
      while (undo.length) undo.pop()();
      slider.value = day ?? slider.max;
      const past = day !== null;
      label.textContent = past ? days.words(day) : now[0];
      slider.setAttribute('aria-valuetext', past ? known.days[day][1] : now[1]);
      link.hidden = !past;
      if (!past) return;
      link.href = `known/${days.date(day)}/index.html`;
      document.querySelectorAll('[data-now]').forEach(conceal);
      for (const [event, , , then] of days.states(day)) {
        cards[event].forEach((card) => setBack(card, then));
        if (!then.status) continue;
        for (const [mark, events] of marks) {
          if (events.length === 1 && events[0] === event) setBackMark(mark, cards[event][0], then.status);
        }
      }
    },
  };
  window.dateline = { ...window.dateline, days };
})();
