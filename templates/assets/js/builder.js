// The lesson builder: what is chosen and typed makes a lesson, which is shown at once, and
// stands in the address after the `#`, which no browser sends.
'use strict';

(() => {
  const box = document.querySelector('.builder');
  const { make, fields, KINDS } = dateline;
  const one = (selector) => box.querySelector(selector);
  const all = (selector) => [...box.querySelectorAll(selector)];
  const paper = one('.paper');
  const said = one('.said');
  const edits = one('.edits');
  const picks = one('.picks');
  const search = one('#_search');
  const ticks = () => [...picks.querySelectorAll('input')];
  const simple = all('[name]').filter(({ name }) => name !== 'kind');

  let data;
  let known;
  let lesson;
  let view = 'handout';
  let editors = [];

  let saying;
  const tell = (text) => {
    clearTimeout(saying);
    said.textContent = '';
    // A text that is the same as before is not read out again.
    saying = setTimeout(() => {
      said.textContent = text;
      saying = setTimeout(() => { said.textContent = ''; }, 6000);
    }, 50);
  };

  // The lesson as it is worked out and written: named after its title, and without what names
  // an event that is not chosen, which comes back with the event.
  const whole = () => {
    const ids = new Set(lesson.events);
    const told = (name) => ids.has(`${name}`.split('/')[0]);
    const some = (record, key, fits) => fields.keep(record, key, record[key]?.filter(fits));
    const it = structuredClone(lesson);
    for (const activity of it.activities ?? []) {
      some(activity, 'events', told);
      for (const one of [activity, ...(activity.questions ?? [])]) some(one, 'claims', told);
      if (!told(activity.claim)) delete activity.claim;
      for (const pair of activity.pairs ?? []) for (const end of ['before', 'after']) if (!told(pair[end])) delete pair[end];
    }
    return { ...it, id: dateline.lessonFile.id(lesson.title ?? '') };
  };
  // Events by their ids, in the order of time; of those that are chosen what is there already.
  const named = (ids) => [...new Set(ids)].map((id) => known.get(id)).filter(Boolean).sort((one, other) => one.place - other.place);
  const chosen = () => named(lesson.events).filter(({ claims }) => claims);

  // What belongs to the chosen events is loaded when it is needed, and once.
  const loading = new Map();
  const load = (part) => {
    const it = loading.get(part) ?? new Promise((resolve, reject) => {
      document.head.append(Object.assign(make('script', { src: `../../data/lesson-${part}.js` }), { onload: resolve, onerror: reject }));
    });
    loading.set(part, it);
    return it.catch((error) => {
      loading.delete(part);
      throw error;
    });
  };
  // Does something when all is there: at once, if it is.
  const withAll = (then) => {
    const parts = dateline.lessonData.lacking(data, named(lesson.events));
    paper.ariaBusy = `${parts.length > 0}`;
    if (!parts.length) return then();
    return Promise.all(parts.map(load)).then(() => {
      const still = dateline.lessonData.lacking(data, named(lesson.events));
      if (still.some((part) => parts.includes(part))) return notice(data.words.failed);
      for (const editor of editors) editor.fit();
      return withAll(then);
    }, () => notice(data.words.failed));
  };
  const notice = (text) => {
    one('#_notice').textContent = text;
    one('#_notice').hidden = !text;
  };

  // Drawing, at most once a frame; the address follows when the typing rests.
  let due;
  let saving;
  let problems = [];
  const change = () => {
    due ??= requestAnimationFrame(() => {
      due = undefined;
      draw();
    });
    clearTimeout(saving);
    saving = setTimeout(save, 250);
  };
  const draw = () => withAll(() => {
    const made = whole();
    const plan = dateline.plan(made, data);
    ({ problems } = plan);
    notice('');
    paper.classList.toggle('is-key', view === 'key');
    paper.classList.toggle('is-handout', view === 'handout');
    paper.replaceChildren(...(lesson.events?.length || lesson.title
      ? dateline.sheet(made, plan, data, view === 'key')
      : [make('p', { class: 'empty' }, data.words.builder.empty)]));
    complain();
  });
  // (A press of Back while the lesson is packed makes it another one.)
  let turns = 0;
  const save = async () => {
    clearTimeout(saving);
    const turn = (turns += 1);
    const text = Object.keys(lesson).length ? await dateline.lessonFile.pack(lesson) : '';
    if (turn === turns) put(text);
  };
  const put = (text) => {
    own = text && `#${text}`;
    history.replaceState(null, '', own || location.pathname + location.search);
  };
  let own = '';

  // What is wrong, and the way there.
  const place = ({ activity, question }) => {
    if (activity === null || activity === undefined) return '';
    const words = data.words.builder;
    return `${words.activity} ${activity + 1}${question === undefined ? '' : `, ${words.ask} ${question + 1}`}: `;
  };
  const go = ({ code, activity, question }) => {
    const homes = {
      'no-title': '#_title', 'no-question': '#_question', 'bad-minutes': '#_minutes', 'no-activities': '.kinds :checked',
      'no-term': '#_vocabulary input', 'no-meaning': '#_vocabulary input', 'named-twice': '#_vocabulary input',
      'bad-standard': '#_standards', 'no-code': '#_standards',
    };
    const editor = edits.children[activity];
    if (!editor) return (one(homes[code] ?? 'none') ?? ticks().find((it) => it.checkVisibility()) ?? one('#_only')).focus();
    editor.firstElementChild.open = true;
    const asked = editor.querySelector('.records')?.children[question];
    (asked?.querySelector('textarea') ?? editor.querySelector('summary')).focus();
  };
  const complain = () => {
    const words = data.words.builder;
    const texts = data.words.problems;
    const list = (level, heading) => {
      const own = problems.filter((it) => it.level === level);
      return own.length ? [make('h3', {}, heading), make('ul', { class: `problems is-${level}` }, own.map((it) => make('li', {},
        fields.button(`${place(it)}${(texts[`${it.code}/${it.why}`] ?? texts[it.code] ?? it.code).replace('{least}', it.least)}${it.about?.length ? ` (${it.about.join('; ')})` : ''}`, () => go(it), { class: 'is-link' }))))] : [];
    };
    const found = [...list('error', words.missing), ...list('warning', words.look_over)];
    const where = one('#_problems');
    // The focus is not lost while it is on one of them.
    const at = [...where.querySelectorAll('button')].indexOf(document.activeElement);
    where.replaceChildren(...(found.length ? found : [make('p', { class: 'hint' }, words.ready)]));
    if (at >= 0) where.querySelectorAll('button')[at]?.focus();
  };

  // The events.
  const fit = () => {
    one('#_chosen').textContent = `${data.words.builder.chosen}: ${named(lesson.events).length}`;
    for (const editor of editors) editor.fit();
  };
  const choose = (ids) => {
    fields.keep(lesson, 'events', named(ids).map(({ id }) => id));
    show();
    fit();
    change();
  };
  const show = () => {
    const kept = new Set(lesson.events);
    for (const tick of ticks()) tick.checked = kept.has(tick.value);
    picks.classList.toggle('is-only', one('#_only').checked);
  };
  // Where they are many: those that have all words that are looked for, or their beginnings, the
  // latest first, and no more than can be looked over.
  const most = 50;
  const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const offer = () => {
    const terms = fold(search.value).map((term) => ` ${term}`);
    const fits = (event) => {
      event.key ??= ` ${fold(`${event.title} ${event.date}`).join(' ')}`;
      return terms.every((term) => event.key.includes(term));
    };
    const among = one('#_only').checked ? named(lesson.events) : data.events;
    const found = among.filter(fits).reverse();
    picks.replaceChildren(...found.slice(0, most).map(({ id, title, date }) => make('li', {}, make('label', {},
      make('input', { type: 'checkbox', value: id }), make('span', {}, title, ' ', make('span', { class: 'aside' }, date))))));
    const { shown } = one('#_found').dataset;
    one('#_found').textContent = shown.replace('{shown}', Math.min(found.length, most)).replace('{total}', found.length);
    show();
  };

  // The activities.
  const edit = (activity) => {
    const words = data.words.builder;
    const sheet = data.words;
    const context = { words, sheet, data, chosen, change };
    const made = fields.kinds[activity.kind].map((field) => field(activity, context));
    const at = () => lesson.activities.indexOf(activity);
    const [name, told] = sheet.kinds[KINDS.indexOf(activity.kind)];
    const title = make('span');
    const move = (by) => {
      const [from, to] = [at(), at() + by];
      if (!lesson.activities[to]) return;
      lesson.activities.splice(to, 0, ...lesson.activities.splice(from, 1));
      editors.splice(to, 0, ...editors.splice(from, 1));
      const pressed = document.activeElement;
      edits.replaceChildren(...editors.map(({ it }) => it));
      pressed.focus();
      renumber();
      change();
      tell(`${words.moved} ${to + 1}`);
    };
    const remove = () => {
      const place = at();
      lesson.activities.splice(place, 1);
      fields.keep(lesson, 'activities', lesson.activities);
      editors.splice(place, 1)[0].it.remove();
      renumber();
      change();
      (edits.children[place] ?? edits.lastElementChild ?? one('.adding'))?.querySelector('summary, input:checked').focus();
      tell(`${words.removed}: ${name}`);
    };
    const it = make('li', {}, make('details', { class: 'edit', open: true },
      make('summary', {}, title),
      made.map((field) => field.it),
      make('details', { class: 'more' }, make('summary', {}, words.more),
        fields.text(activity, 'title', words.own_heading, change, { placeholder: name }),
        fields.text(activity, 'instructions', words.instructions, change, { rows: 3, placeholder: told, hint: words.text_hint }),
        fields.text(activity, 'minutes', words.minutes, change, { numeric: true }),
        activity.kind !== 'questions' && fields.text(activity, 'answer', words.answer, change, { rows: 3 })),
      make('p', { class: 'buttons' },
        fields.button(words.earlier, () => move(-1)), ' ',
        fields.button(words.later, () => move(1)), ' ',
        fields.button(words.remove, remove))));
    const editor = {
      it,
      fit: () => made.forEach((field) => field.fit?.()),
      number: () => { title.textContent = `${at() + 1}. ${name}`; },
    };
    editor.fit();
    return editor;
  };
  const renumber = () => editors.forEach(({ number }) => number());

  // All controls, as the lesson has it.
  const vocabulary = one('#_vocabulary');
  const fill = () => {
    const words = data.words.builder;
    for (const field of simple) {
      const value = lesson[field.name];
      field.value = field.name === 'standards'
        ? (value ?? []).map((it) => (it.text ? `${it.code}: ${it.text}` : it.code ?? it)).join('\n')
        : value ?? (field.name === 'citations' ? 'mla' : '');
    }
    const row = (entry) => make('div', { class: 'row' },
      fields.text(entry, 'term', words.term, change), fields.text(entry, 'meaning', words.meaning, change));
    const list = fields.rows(lesson, 'vocabulary', () => ({}), words.add_word, words.remove, row, change);
    list.fit();
    vocabulary.replaceChildren(list.it);
    editors = (lesson.activities ?? []).map(edit);
    edits.replaceChildren(...editors.map(({ it }) => it));
    renumber();
    if (search) offer(); else show();
    fit();
    draw();
  };

  const print = (wanted) => withAll(() => {
    turn(wanted);
    const title = document.title;
    document.title = lesson.title || title;
    window.print();
    document.title = title;
  });
  const turn = (wanted) => {
    view = wanted;
    for (const it of all('[data-view]')) it.setAttribute('aria-pressed', it.dataset.view === view);
    draw();
  };
  const doing = {
    shown: () => choose([...lesson.events ?? [], ...ticks().filter((tick) => tick.checkVisibility()).map(({ value }) => value)]),
    shuffle: () => {
      lesson.seed = ((lesson.seed ?? 0) + 1) % 1000;
      change();
      tell(data.words.builder.shuffled);
    },
    none: () => choose([]),
    add: () => withAll(() => {
      // From now on the cards stay as they are dealt, whatever the title.
      lesson.seed ??= 1;
      const activity = dateline.suggest(KINDS[one('[name="kind"]:checked').value], chosen());
      lesson.activities = [...(lesson.activities ?? []), activity];
      const editor = edit(activity);
      editors.push(editor);
      edits.append(editor.it);
      renumber();
      change();
      editor.it.querySelector('summary').focus();
      tell(`${data.words.builder.added}: ${editor.it.querySelector('summary').textContent}`);
    }),
    handout: () => print('handout'),
    key: () => print('key'),
    copy: async () => {
      const words = data.words.builder;
      await save();
      try {
        await navigator.clipboard.writeText(location.href);
        tell(words.copied);
      } catch {
        tell(words.not_copied);
      }
    },
    download: () => withAll(() => {
      const words = data.words.builder;
      draw();
      const wrong = problems.filter(({ level }) => level === 'error');
      if (wrong.length) {
        tell(words.missing);
        one('#_problems button').focus();
        return;
      }
      const made = whole();
      const href = URL.createObjectURL(new Blob([dateline.lessonFile.write(made, data)], { type: 'text/yaml' }));
      make('a', { href, download: `${made.id}.yaml` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 10000);
      tell(words.downloaded);
    }),
    over: async () => {
      await save();
      // The way back leads to what was there.
      own = '';
      history.pushState(null, '', location.pathname + location.search);
      lesson = {};
      fill();
      tell(data.words.builder.started_over);
      one('#_events').closest('section').querySelector('input').focus();
    },
  };

  const open = async () => {
    if (location.hash === own && lesson) return;
    const text = location.hash.slice(1);
    // A place on the page: the lesson goes back into the address.
    if (lesson && text.startsWith('_')) return save();
    const from = /^from=([a-z0-9-]+)$/.exec(text)?.[1];
    const read = () => (from ? dateline.lessonFile.shaped(data.lessons[from] ?? null) : dateline.lessonFile.unpack(text));
    const turn = (turns += 1);
    const found = text && !text.startsWith('_') ? await read() : undefined;
    if (turn !== turns || (lesson && found === null)) return;
    own = text && `#${text}`;
    lesson = found ?? {};
    // The cards of a lesson that was there follow from its name, which is now another.
    if (from && found) lesson.seed ??= 1;
    fill();
    notice(found === null ? data.words.builder.bad_address : '');
  };

  const start = (it) => {
    data = dateline.lessonData.begin(it);
    known = new Map(data.events.map((event) => [event.id, event]));
    box.hidden = false;
    box.addEventListener('click', ({ target }) => {
      const what = target.closest('[data-do], [data-view]')?.dataset;
      if (what?.view) turn(what.view);
      else doing[what?.do]?.();
    });
    // On a phone, where one is under the other: the way there, and back to where one was.
    const [there, back] = all('.jump a');
    let from = 0;
    const jump = (onclick) => (event) => {
      event.preventDefault();
      onclick();
    };
    there.addEventListener('click', jump(() => {
      from = window.scrollY;
      one('.preview').focus();
      one('.preview').scrollIntoView();
    }));
    back.addEventListener('click', jump(() => {
      window.scrollTo({ top: from });
      one('#_title').focus({ preventScroll: true });
    }));
    new IntersectionObserver(([{ isIntersecting }]) => {
      there.hidden = isIntersecting;
      back.hidden = !isIntersecting;
    }).observe(one('.preview'));
    picks.addEventListener('change', ({ target: { value, checked } }) =>
      choose([...(lesson.events ?? []).filter((id) => id !== value), ...(checked ? [value] : [])]));
    one('#_only').addEventListener('change', search ? offer : show);
    search?.addEventListener('input', offer);
    for (const field of simple) {
      field.addEventListener('input', () => {
        const { name } = field;
        const value = field.value.trim() && field.value;
        if (name === 'minutes') fields.keep(lesson, name, /^\d{1,6}$/.test(value) ? Number(value) : value);
        else if (name === 'standards') fields.keep(lesson, name, value.split('\n').map((line) => line.trim()).filter(Boolean).map(standard));
        else if (name === 'citations') fields.keep(lesson, name, value === 'mla' ? '' : value);
        else fields.keep(lesson, name, value);
        change();
      });
    }
    window.addEventListener('hashchange', open);
    open();
  };
  // `RH.9-10.1: what it asks for`, or the code alone.
  const standard = (line) => {
    const [, code, text] = /^([^:]+):\s+(.+)$/.exec(line) ?? [];
    return code ? { code, text } : line;
  };

  const more = (number, part) => dateline.lessonData.add(data, number, part);
  window.dateline = { ...window.dateline, lesson: start, lessonPart: more };
  document.head.append(make('script', { src: '../../data/lesson.js' }));
})();
