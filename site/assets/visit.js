// Tells what is new since the reader's last visit: on the page of changes each new day, on
// the first page how many changes there were. The last visit is the newest day of change
// that the reader has seen. It is kept in this browser alone, under the site's own path, and
// nothing is sent. Switched off, nothing but that is kept.
(() => {
  'use strict';

  const template = document.querySelector('template[data-visit]');
  if (!template) return;
  const key = `dateline-seen:${new URL('..', document.currentScript.src).pathname}`;
  const { newest } = template.dataset;
  const off = 'off';

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
  const see = (seen) => store(seen !== null && seen > newest ? seen : newest);

  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text);
  const last = stored();
  const seen = last !== null && isDay(last) ? last : null;

  const note = () => {
    if (last === off) return;
    if (seen === null) {
      see(null);
      return;
    }
    if (seen >= newest) return;
    const notes = [...template.content.children];
    const fitting = notes.find((it) => !it.dataset.after || it.dataset.after <= seen);
    if (fitting) template.after(fitting.cloneNode(true));
  };

  const changes = () => {
    const [control, mark] = template.content.children;
    const marks = [];
    const show = () => {
      if (seen === null) return;
      for (const day of document.querySelectorAll('[data-day]')) {
        if (day.dataset.day <= seen) continue;
        const copy = mark.cloneNode(true);
        day.querySelector('h2').append(' ', copy);
        marks.push(copy);
      }
    };
    const kept = last === off ? store(off) : see(seen);
    if (!kept) return;
    const shown = control.cloneNode(true);
    const box = shown.querySelector('input');
    box.checked = last !== off;
    box.addEventListener('change', () => {
      if (box.checked) {
        see(seen);
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
