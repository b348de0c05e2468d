// What is wrong with a lesson that is being written: what `dateline check` would say of its
// file. `why` tells apart what one code is said of; what is named stands in `about`.
'use strict';

(() => {
  // The codes of two frames of standards.
  const literacy = ['RH', 'RST', 'WHST'];
  const language = ['RI', 'RL', 'SL', 'W', 'L'];
  const subjects = { Civ: 14, Eco: 15, Geo: 12, His: 17, Psy: 23, Soc: 18, Ant: 10 };
  const dimensions = { D1: 5, D3: 4, D4: 8 };
  const within = (number, most) => /^[1-9]\d*$/.test(number) && Number(number) <= most;
  const ofCommonCore = (code) => {
    const found = code.replace(/^CCSS\.ELA-(?:LITERACY|Literacy)\./, '').match(/^([A-Z]+)\.([^.]+)\.(\d+)\.?([a-f]?)$/);
    if (!found || /\.$/.test(code)) return false;
    const [, strand, grade, number] = found;
    const grades = literacy.includes(strand) ? /^(?:6-8|9-10|11-12)$/ : /^(?:K|[1-8]|9-10|11-12)$/;
    return [...literacy, ...language].includes(strand) && grades.test(grade) && within(number, 10);
  };
  const ofC3 = (code) => {
    const [, dimension, subject, number] = code.match(/^(D\d)(?:\.([A-Z][a-z]+))?\.(\d+)\.(?:K-2|3-5|6-8|9-12)$/) ?? [];
    const table = dimension === 'D2' ? subjects : subject ? {} : dimensions;
    const key = subject ?? dimension;
    return Boolean(dimension) && Object.hasOwn(table, key) && within(number, table[key]);
  };
  const looksLike = (code) => {
    const upper = code.toUpperCase();
    if (upper.startsWith('CCSS')) return upper.includes('MATH') ? null : ofCommonCore;
    const [first, second] = upper.split(/[. _/]/).filter(Boolean);
    if (!second) return null;
    const digit = /^\d/.test(second);
    if (literacy.includes(first) && digit) return ofCommonCore;
    if (digit && language.includes(first) && upper.startsWith(`${first}.`) && !code.includes(' ')) return ofCommonCore;
    const subject = Object.keys(subjects).some((name) => second.startsWith(name.toUpperCase()));
    return /^D[1-4]$/.test(first) && (digit || subject) ? ofC3 : null;
  };
  const cased = [...literacy, ...language, ...Object.keys(subjects), 'CCSS', 'ELA-LITERACY', 'D1', 'D2', 'D3', 'D4', 'K', 'K-2'];
  const tidied = (code) => code.replace(/[–—‑−]/g, '-').replace(/[_/]/g, '.').trim().split(/\s+/).join('.')
    .replaceAll('.-', '-').replaceAll('-.', '-').split('.').filter(Boolean)
    .map((part) => cased.find((name) => name.toUpperCase() === part.toUpperCase()) ?? part.toLowerCase())
    .join('.');
  // Of a code that is none what was probably meant, or nothing; of any other text false.
  const malformed = (code) => {
    if (ofCommonCore(code) || ofC3(code)) return false;
    const frame = looksLike(code);
    return Boolean(frame) && [code, ...[tidied(code)].filter(frame)];
  };

  const repeated = (all) => [...new Set(all.filter((it, place) => all.indexOf(it) !== place))];
  const allOne = (all) => all.length > 1 && all.every((it) => it === all[0]);

  window.dateline.problems = (lesson, ground, exercises) => {
    const { plan, line } = window.dateline;
    const { before, choicesOf, eventsOf, from, list, records, text, whole } = plan;
    const problems = [];
    let here = { activity: null };
    const tell = (level, code, more = {}) => problems.push({ code, level, ...here, ...more });
    const error = (code, why, about, more) => tell('error', code, { ...(why && { why }), ...(about && { about }), ...more });
    const warn = (code, why, about) => tell('warning', code, { ...(why && { why }), ...(about && { about }) });
    const counted = (value, most = 2000, least = 1) => value === null || (value >= least && value <= most);
    const eventName = (id) => ground.events.get(id)?.title ?? id;
    const claimName = (id) => ground.claims.get(id)?.claim.text ?? id;
    const actorName = (id) => ground.actors.get(id)?.name ?? id;
    const inLesson = new Set(list(lesson.events));
    // What a list names: it is there, and once.
    const named = (map, ids, name, why) => {
      const lost = list(ids).filter((id) => !map.has(id));
      if (lost.length) warn('unknown-reference', why, [...new Set(lost.map(String))]);
      const twice = repeated(list(ids).filter((id) => map.has(id)));
      if (twice.length) error('named-twice', why, twice.map(name));
    };
    const belongs = (ids, name, why) => {
      const strange = [...new Set(ids)].filter((id) => ground.events.has(`${id}`.split('/')[0]) && !inLesson.has(`${id}`.split('/')[0]));
      if (strange.length) error('not-in-lesson', why, strange.map(name));
    };
    const events = (ids) => {
      named(ground.events, ids, eventName, 'event');
      belongs(list(ids), eventName, 'event');
    };
    const claims = (ids) => {
      named(ground.claims, ids, claimName, 'claim');
      belongs(list(ids).filter((id) => ground.claims.has(id)), claimName, 'claim');
    };
    const least = (count, wanted) => {
      if (count < wanted) error('activity-too-small', 'few', null, { least: wanted });
      return count >= wanted;
    };

    const question = (asked, number) => {
      const at = here;
      here = { ...at, question: number };
      if (!plan.asks(asked)) {
        warn('no-ask');
      } else {
        if (!text(asked.ask)) error('no-ask');
        const why = unanswered(asked);
        if (why) error('bad-question', why);
        const told = from(ground.claims, asked.claims);
        if (!told.length && why !== 'no-answer') error('answer-without-claim');
        claims(asked.claims);
      }
      here = at;
    };
    const unanswered = (asked) => {
      const choices = choicesOf(asked);
      const right = choices.filter((choice) => choice.right).length;
      if (!choices.length) return text(asked.answer) ? null : 'no-answer';
      if (text(asked.answer)) return 'both';
      if (choices.length < 2) return 'one-choice';
      if (!right) return 'none-right';
      if (right === choices.length) return 'all-right';
      return repeated(choices.map((choice) => choice.text.toLowerCase())).length ? 'same' : null;
    };

    const ordered = ({ cards, key }, count) => {
      if (!cards.some((card) => card.follows.length)) {
        if (cards.length === count) error('activity-too-small', 'order');
        return;
      }
      for (const group of key.filter((it) => it.cards.length > 1)) {
        warn('order-unknown', 'cards', group.cards.map((card) => cards[card].event.title));
      }
    };
    const onLine = (activity, drawn, count) => {
      const ends = ['from', 'to'].map((end) => `${activity[end] ?? ''}`.trim());
      const bad = ends.filter((end) => end && !line.read(end));
      if (bad.length) error('bad-date', null, bad);
      for (const event of drawn?.off ?? []) error('off-the-line', event.known ? 'outside' : 'no-year', [event.title]);
      if (drawn) return;
      if (ends[1] && line.read(ends[1])) error('off-the-line', 'ends-first');
      else if (count) error('off-the-line', 'none');
    };
    const kinds = {
      sequence(activity, task, count) {
        events(activity.events);
        if (least(count, 2)) ordered(task, count);
      },
      'planned-or-happened'(activity, task, count, used) {
        events(activity.events);
        if (least(count, 2) && allOne(used.map((event) => event.sorted))) error('one-answer', 'became');
      },
      'blank-timeline'(activity, task, count) {
        events(activity.events);
        least(count, 2);
        onLine(activity, task, count);
      },
      significance(activity, task, count) {
        events(activity.events);
        const choose = whole(activity.choose);
        if (choose === null) error('no-choose');
        else if (!counted(choose)) error('bad-choose');
        else if (choose >= count) error('activity-too-small', 'choose');
        for (const row of records(activity.rubric)) {
          if (!text(row.criterion) && list(row.levels).some(text)) error('no-criterion');
        }
      },
      'who-said-it'(activity, task) {
        claims(activity.claims);
        named(ground.actors, activity.distractors, actorName, 'actor');
        const speaks = new Set(task.statements.map(({ claim }) => claim.actor));
        const here = from(ground.actors, activity.distractors).filter(({ id }) => speaks.has(id));
        if (here.length) error('named-twice', 'speaks', [...new Set(here.map(({ name }) => name))]);
        if (least(task.statements.length, 2) && allOne(task.statements.map(({ claim }) => claim.speaker))) error('one-answer', 'speaker');
      },
      'compare-reports'(activity, task) {
        claims(activity.claims);
        least(task.rows.length, 2);
      },
      sourcing(activity, task) {
        const { claim } = activity;
        if (!task) error('no-claim', null, claim ? [`${claim}`] : []);
        claims(task ? [claim] : []);
        const same = (it) => it.kind === 'sourcing' && it.activity !== activity && it.activity.claim === claim;
        const twin = exercises.find((it) => same(it));
        if (task && twin && twin.number < here.activity) error('named-twice', 'claim', [claimName(claim)]);
      },
      'cause-or-just-before'(activity, task) {
        for (const { before: one, after: other } of records(activity.pairs)) {
          const [earlier, later] = from(ground.events, [one, other]);
          if (!later) {
            if (one || other) error('half-pair', null, earlier ? [earlier.title] : []);
            continue;
          }
          belongs([one, other], eventName, 'event');
          const about = [earlier.title, later.title];
          if (one === other) error('named-twice', 'pair', about.slice(1));
          else if (!before(earlier, later)) warn('order-unknown', before(later, earlier) ? 'reversed' : 'pair', about);
        }
        least(task.pairs.length, 1);
      },
      questions(activity, task) {
        records(activity.questions).forEach(question);
        least(task.asked.length, 1);
      },
    };

    // The lesson as a whole.
    if (!text(lesson.title)) error('no-title');
    if (!text(lesson.question)) error('no-question');
    if (!counted(whole(lesson.minutes))) error('bad-minutes');
    if (!counted(whole(lesson.seed), Number.MAX_SAFE_INTEGER, 0)) error('bad-seed');
    named(ground.events, lesson.events, eventName, 'event');
    if (!from(ground.events, lesson.events).length) error('no-events');
    for (const it of list(lesson.standards)) {
      const code = text(it?.code ?? it);
      const wrong = malformed(code);
      if (wrong) warn('bad-standard', wrong.length > 1 ? 'meant' : null, wrong);
      if (!code && text(it?.text)) error('no-code', null, [text(it.text)]);
    }
    const words = records(lesson.vocabulary).map(({ term, meaning }) => [text(term), text(meaning)]);
    for (const [term, meaning] of words) {
      if (term && !meaning) error('no-meaning', null, [term]);
      if (!term && meaning) error('no-term', null, [meaning]);
    }
    const twice = repeated(words.map(([term]) => term.toLowerCase()).filter(Boolean));
    if (twice.length) error('named-twice', 'term', twice);
    if (!list(lesson.activities).length) warn('no-activities');
    records(lesson.activities).forEach((activity, number) => {
      here = { activity: number };
      const exercise = exercises.find((it) => it.number === number);
      if (!exercise) {
        error('no-kind');
        return;
      }
      if (!counted(whole(activity.minutes))) error('bad-minutes');
      const used = eventsOf(ground, lesson, activity);
      kinds[exercise.kind](activity, exercise.task, used.length, used);
    });
    return problems;
  };
})();
