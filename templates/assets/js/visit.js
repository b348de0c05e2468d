// Tells what is new since the reader's last visit: on the page of changes each day with
// something new, on the first page how many changes there were. Of the last visit is kept the
// newest day of change, and how many changes the last days had: a report may be added to a day
// that was seen. It is kept in this browser alone, under the site's own path, and nothing is
// sent. Switched off, nothing but that is kept.
(() => {
  'use strict';

  const template = document.querySelector('template[data-visit]');
  if (!template) return;
  const key = `dateline-seen:${new URL('..', document.currentScript.src).pathname}`;
  const off = 'off';

  // `2024-04-12:65 2024-04-09:21`, the newest first.
  const parse = (text) => {
    const days = text.split(' ').map((part) => part.split(':'));
    const fine = days.every(([day, count]) => /^\d{4}-/.test(day) && Date.parse(day) && !(count < 0));
    return fine ? days.map(([day, count]) => [day, Number(count)]) : null;
  };
  const now = template.dataset.days;
  const today = parse(now);

  // Storage may be denied: then there is no last visit, and nothing to say.
  const store = (value) => {
    try {
      localStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  };
  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const last = stored();
  const seen = last === null || last === off ? null : parse(last);
  // What an older copy of the site shows is not the last that was seen.
  const see = () => store(seen && seen[0][0] > today[0][0] ? last : now);

  const [newest, before] = [seen?.[0][0], new Map(seen)];
  const oldest = seen?.at(-1)[0];
  const isNew = ([day, count]) => day > newest || (day >= oldest && count > (before.get(day) ?? 0));

  const note = () => {
    if (last === off) return;
    if (!seen) {
      see();
      return;
    }
    const news = today.filter(isNew);
    if (!news.length) return;
    const notes = [...template.content.children];
    const later = news.some(([day]) => day > newest);
    // The first tells of what was added to days that were seen.
    const fitting = later ? notes.slice(1).find((it) => !it.dataset.after || it.dataset.after <= newest) : notes[0];
    if (fitting) template.after(fitting.cloneNode(true));
  };

  const changes = () => {
    const [control, mark] = template.content.children;
    const marks = [];
    const show = () => {
      if (!seen) return;
      for (const day of document.querySelectorAll('[data-day]')) {
        if (!isNew([day.dataset.day, Number(day.dataset.count)])) continue;
        const copy = mark.cloneNode(true);
        day.querySelector('h2').append(' ', copy);
        marks.push(copy);
      }
    };
    const kept = last === off ? store(off) : see();
    if (!kept) return;
    const shown = control.cloneNode(true);
    const box = shown.querySelector('input');
    box.checked = last !== off;
    box.addEventListener('change', () => {
      if (box.checked) {
        see();
        show();
      } else {
        store(off);
        for (const it of marks.splice(0)) it.remove();
      }
    });
    template.after(shown);
    if (box.checked) show();
  };

  if (template.dataset.visit === 'note') note();
  else changes();
})();
