// Activities of a lesson, done on its page: the frame that all of them have, and those in which
// answers are chosen. `activity-order.js` has the cards that are put in order. What is done is
// kept for this tab alone, and nothing is sent.
'use strict';

(() => {
  const note = document.querySelector('[data-practice-words]');
  if (!note) return;
  const words = note.dataset;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // Storage may be denied; then what is done lasts as long as the page.
  const key = `dateline-lesson:${location.pathname}`;
  const kept = (() => {
    try {
      return JSON.parse(sessionStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  })();
  const keep = (number, done) => {
    kept[number] = done;
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // It lasts as long as the page.
    }
  };
  // What was done holds for the activity as it was: a lesson may change.
  const editionOf = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) | 0, text.length);

  // Answers that are chosen: from a list, or with radio buttons or boxes.
  const choose = (box, changed) => {
    const atOnce = 'atOnce' in box.dataset;
    let all = false;
    let revealed = false;
    const items = [...box.querySelectorAll('.practice-item')].map((it) => {
      const [verdict, answer, why] = ['verdict', 'answer', 'why'].map((name) => it.querySelector(`.practice-${name}`));
      const select = it.querySelector('select');
      const inputs = [...it.querySelectorAll('input')];
      const item = {
        chosen: () => (select ? [select.value] : inputs.filter(({ checked }) => checked).map(({ value }) => value)).filter(Boolean),
        choose(values) {
          if (select) select.value = values[0] ?? '';
          for (const input of inputs) input.checked = values.includes(input.value);
        },
        fits: () => item.chosen().join(' ') === it.dataset.right,
        say(text, mark) {
          verdict.textContent = text;
          for (const name of ['is-right', 'is-wrong']) it.classList.toggle(name, name === mark);
        },
        draw() {
          answer.hidden = !revealed;
          const earned = it.matches('.is-right') && (all || !atOnce);
          why.hidden = !why.childElementCount || !(revealed || earned);
        },
      };
      it.addEventListener('change', () => {
        all = false;
        item.say('');
        for (const each of items) each.draw();
        changed();
      });
      return item;
    });
    return {
      first(selector = '.practice-item') {
        const it = box.querySelector(selector);
        return it.querySelector('select, input:checked') ?? it.querySelector('input');
      },
      get: () => items.map(({ chosen }) => chosen()),
      set(values = []) {
        all = false;
        items.forEach((item, number) => {
          item.choose(values[number] ?? []);
          item.say('');
          item.draw();
        });
      },
      isEmpty: () => !items.some(({ chosen }) => chosen().length),
      judge(tries) {
        const right = items.filter(({ fits }) => fits()).length;
        const open = items.filter(({ chosen }) => !chosen().length).length;
        const total = items.length;
        all = right === total;
        for (const item of items) {
          if (item.fits()) item.say(words.right, 'is-right');
          else item.say(item.chosen().length ? words.notYet : words.notAnswered, 'is-wrong');
        }
        for (const item of items) item.draw();
        const said = fill(all ? words.allRight : words.result, { tries, right, total });
        return [all, open ? `${said} ${fill(words.left, { open })}` : said];
      },
      reveal(shown) {
        revealed = shown;
        for (const item of items) item.draw();
      },
    };
  };
  const kinds = { choose, order: window.dateline?.order };

  // What is said again is only heard if it is new.
  const voice = (it) => {
    let timer;
    return (text) => {
      clearTimeout(timer);
      it.textContent = '';
      if (text) timer = setTimeout(() => { it.textContent = text; }, 100);
    };
  };

  // The frame: checked as often as one likes, with the answers for whoever asks for them.
  const start = (template, number) => {
    const kind = kinds[template.dataset.practice];
    if (!kind) return;
    const box = template.content.firstElementChild.cloneNode(true);
    const part = (name) => box.querySelector(`.practice-${name}`);
    const [show, result, first] = ['show', 'result', 'first'].map(part);
    const [tell, say] = [voice(result), voice(part('said'))];
    const edition = editionOf(template.innerHTML);
    let tries = 0;
    let judged = false;
    let shown = false;
    const save = () => keep(number, { edition, tries, judged, done: task.get() });
    const reveal = (wanted) => {
      shown = wanted;
      task.reveal(shown);
      show.textContent = shown ? words.hideAnswers : words.showAnswers;
    };
    // What was said of one answer does not hold for another.
    const task = kind(box, (text, isSame) => {
      if (!isSame) {
        judged = false;
        first.hidden = true;
        tell('');
      }
      if (text) say(text);
      save();
    }, words, fill);
    const judge = () => {
      const [all, text] = task.judge(tries);
      if (all) reveal(false);
      show.hidden = first.hidden = all;
      result.classList.toggle('is-right', all);
      return text;
    };

    part('check').onclick = () => {
      if (task.isEmpty()) {
        tell(words.nothingAnswered);
        return;
      }
      if (!judged) tries += 1;
      judged = true;
      tell(judge());
      save();
    };
    show.onclick = () => {
      reveal(!shown);
      say(shown ? words.answersShown : '');
    };
    first.onclick = () => {
      const wrong = task.first('.is-wrong');
      wrong.scrollIntoView({ block: 'center' });
      wrong.focus({ preventScroll: true });
    };
    part('again').onclick = () => {
      tries = 0;
      judged = false;
      first.hidden = true;
      reveal(false);
      task.set();
      show.hidden = true;
      tell('');
      keep(number);
      task.first().focus();
      say(words.startedAgain);
    };

    const before = kept[number];
    if (before?.edition === edition) {
      ({ tries, judged } = before);
      task.set(before.done);
      show.hidden = !tries;
      if (judged) result.textContent = judge();
    }
    template.after(box);
  };

  note.after(note.content.cloneNode(true));
  document.querySelectorAll('template[data-practice]').forEach(start);
})();
