// The controls with which an activity of a lesson is made: each gives an element, and a way to
// fit it to the events that are chosen.
'use strict';

(() => {
  const { make } = dateline;
  let count = 0;

  // A button, and what it does.
  const button = (text, onclick, values = {}) => {
    const it = make('button', { type: 'button', ...values }, text);
    it.addEventListener('click', onclick);
    return it;
  };

  // Keeps a text or a number under a key, or nothing where it is empty.
  const keep = (record, key, value) => {
    if (value === '' || value === undefined || (Array.isArray(value) && !value.length)) delete record[key];
    else record[key] = value;
  };
  // What is typed for a number is kept as it is until it is one: it is told what is wrong.
  const number = (text) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : text.trim());

  // A text or a number under a key.
  const text = (record, key, label, change, { hint, rows, numeric, placeholder } = {}) => {
    const id = `_field-${(count += 1)}`;
    const it = make(rows ? 'textarea' : 'input', {
      id, rows, placeholder, autocomplete: 'off', inputmode: numeric && 'numeric', 'aria-describedby': hint && `${id}-hint`,
    });
    it.value = record[key] ?? '';
    it.addEventListener('input', () => {
      keep(record, key, numeric ? number(it.value) : it.value.trim() && it.value);
      change();
    });
    return make('p', { class: numeric ? 'field is-short' : 'field' },
      make('label', { for: id }, label), hint && make('span', { class: 'hint', id: `${id}-hint` }, hint), it);
  };

  const check = (label, checked, onchange, more = {}) => {
    const it = make('input', { type: 'checkbox', ...more });
    it.checked = checked;
    it.addEventListener('change', () => onchange(it.checked, it));
    return make('label', { class: 'check' }, it, make('span', {}, label));
  };

  const group = (legend, ...inside) => make('fieldset', {}, make('legend', {}, legend), inside);

  // The events that an activity uses: all of the lesson, or some.
  const events = (activity, { words, chosen, change }) => {
    const list = make('div', { class: 'scroll' });
    const head = make('summary');
    const count = () => {
      const of = chosen().length;
      head.textContent = `${words.events_used}: ${activity.events?.length || of} / ${of}`;
    };
    const fit = () => {
      count();
      const all = !activity.events?.length;
      list.replaceChildren(...chosen().map((event) => check(
        [event.title, make('span', { class: 'aside' }, ` ${event.date}`)],
        all || activity.events.includes(event.id),
        (on) => {
          const now = chosen().map(({ id }) => id);
          const used = now.filter((id) => (id === event.id ? on : !activity.events?.length || activity.events.includes(id)));
          keep(activity, 'events', used.length === now.length ? [] : used);
          // None is as good as all.
          if (!used.length) for (const it of list.querySelectorAll('input')) it.checked = true;
          count();
          change();
        },
      )));
      if (!list.firstChild) list.append(make('p', { class: 'hint' }, words.no_events));
    };
    return { it: make('details', { class: 'more' }, head, list), fit };
  };

  // Statements of the events that are chosen, kept in the order in which they are ticked.
  const claims = (record, key, legend, { words, chosen, change }) => {
    const list = make('div', { class: 'scroll' });
    const fit = () => {
      const told = chosen().filter((event) => event.claims.length);
      list.replaceChildren(...told.map((event) => make('div', { role: 'group', 'aria-label': event.title },
        make('p', { class: 'hint' }, event.title),
        event.claims.map((claim) => {
          const name = `${event.id}/${claim.id}`;
          return check([claim.text, make('span', { class: 'aside' }, ` ${claim.by}`)], record[key]?.includes(name) ?? false, (on) => {
            const others = (record[key] ?? []).filter((one) => one !== name);
            keep(record, key, on ? [...others, name] : others);
            change();
          });
        }))));
      if (!told.length) list.append(make('p', { class: 'hint' }, chosen().length ? words.no_statements : words.no_events));
    };
    return { it: group(legend, list), fit };
  };

  // Those who are talked about, to choose from besides those who speak.
  const distractors = (activity, { words, data, chosen, change }) => {
    const list = make('div', { class: 'scroll' });
    const fit = () => {
      const among = new Set(chosen().flatMap(({ who }) => who));
      const actors = data.actors.filter(({ id }, at) => among.has(at) || activity.distractors?.includes(id));
      list.replaceChildren(...actors.map(({ id, name }) => check(name, activity.distractors?.includes(id) ?? false, (on) => {
        keep(activity, 'distractors', [...(activity.distractors ?? []).filter((one) => one !== id), ...(on ? [id] : [])]);
        change();
      })));
    };
    return { it: group(words.distractors, list), fit };
  };

  const columns = (activity, { words, sheet, change }) => {
    const names = ['value', 'put-as', 'period', 'speaker', 'hedge', 'verb'];
    const boxes = names.map((name, at) => check(sheet.columns[at], activity.columns?.includes(name) ?? false, (on) => {
      keep(activity, 'columns', names.filter((one) => (one === name ? on : activity.columns?.includes(one))));
      change();
    }));
    return { it: group(words.columns, make('p', { class: 'hint' }, words.columns_hint), make('div', { class: 'row' }, boxes)) };
  };

  // One of several, by groups: `[[group, [[value, text]]]]`.
  const select = (label, value, groups, words, onchange) => {
    const id = `_field-${(count += 1)}`;
    const options = (list) => list.map(([own, said]) => make('option', { value: own, selected: own === value }, said));
    const it = make('select', { id, autocomplete: 'off' }, make('option', { value: '' }, words.choose),
      groups.map(([name, list]) => (name ? make('optgroup', { label: name }, options(list)) : options(list))));
    it.addEventListener('change', () => onchange(it.value));
    return make('p', { class: 'field' }, make('label', { for: id }, label), it);
  };

  const claim = (activity, { words, chosen, change }) => {
    const it = make('div');
    const fit = () => {
      const told = chosen().filter((event) => event.claims.length);
      const groups = told.map((event) => [event.title, event.claims.map((one) => [`${event.id}/${one.id}`, `${one.text} – ${one.by}`])]);
      it.replaceChildren(select(words.statement, activity.claim, groups, words, (value) => {
        keep(activity, 'claim', value);
        change();
      }));
    };
    return { it, fit };
  };

  // A list of records that grows and shrinks: `row` draws one. The focus stays in the list.
  const rows = (record, key, fresh, adding, removing, row, change) => {
    const list = make('div', { class: 'records' });
    const fit = () => {
      list.replaceChildren(...(record[key] ?? []).map((one, at) => make('div', { class: 'record' }, row(one, at),
        button(removing, () => {
          record[key].splice(at, 1);
          keep(record, key, record[key]);
          change();
          fit();
          (list.children[at]?.querySelector('input, select, textarea, button') ?? add).focus();
        }, { class: 'is-quiet' }))));
    };
    const add = button(adding, () => {
      record[key] = [...(record[key] ?? []), fresh()];
      change();
      fit();
      list.lastElementChild.querySelector('input, select, textarea').focus();
    });
    return { it: make('div', {}, list, make('p', { class: 'buttons' }, add)), fit };
  };

  const pairs = (activity, context) => {
    const { words, chosen, change } = context;
    const one = (pair, at) => {
      const options = [['', chosen().map((event) => [event.id, `${event.title} (${event.date})`])]];
      const end = (key, label) => select(label, pair[key], options, words, (value) => {
        keep(pair, key, value);
        change();
      });
      return group(`${words.pair} ${at + 1}`, end('before', words.earlier_event), end('after', words.later_event));
    };
    return rows(activity, 'pairs', () => ({}), words.add_pair, words.remove, one, change);
  };

  const questions = (activity, context) => {
    const { words, change } = context;
    const one = (question, at) => {
      const open = make('div');
      // What is written stays in sight, also where there are choices now.
      const close = () => { open.hidden = question.choices?.length > 0 && !question.answer; };
      const choice = (it, number) => make('div', { class: 'row' },
        text(it, 'text', `${words.choice} ${number + 1}`, change),
        check(words.is_right, it.right ?? false, (on) => {
          keep(it, 'right', on || undefined);
          change();
        }));
      const choices = rows(question, 'choices', () => ({}), words.add_choice, words.remove, choice, () => {
        close();
        change();
      });
      open.append(text(question, 'answer', words.model_answer, change, { rows: 2 }));
      close();
      const rests = claims(question, 'claims', words.rests_on, context);
      choices.fit();
      rests.fit();
      return group(`${words.ask} ${at + 1}`, text(question, 'ask', words.ask, change, { rows: 2 }),
        group(words.choices, make('p', { class: 'hint' }, words.choices_hint), choices.it), open,
        text(question, 'because', words.because, change, { rows: 2 }), rests.it);
    };
    return rows(activity, 'questions', () => ({}), words.add_question, words.remove, one, change);
  };

  const line = (key) => (activity, { words, change }) => ({
    it: text(activity, key, words[key], change, { hint: words.date_hint }),
  });
  const many = (activity, { words, change }) => ({ it: text(activity, 'choose', words.how_many, change, { numeric: true }) });
  const statements = (activity, context) => claims(activity, 'claims', context.words.statements, context);

  // What each kind of activity asks for.
  const kinds = {
    sequence: [events],
    'who-said-it': [statements, distractors],
    'compare-reports': [statements, columns],
    sourcing: [claim],
    'planned-or-happened': [events],
    'blank-timeline': [events, line('from'), line('to')],
    significance: [many, events],
    'cause-or-just-before': [pairs],
    questions: [questions],
  };

  window.dateline = { ...window.dateline, fields: { button, text, rows, keep, kinds } };
})();
