// What lessons are made of: of all events what they are called, at once, and of those that are
// chosen all else, in parts that are loaded when they are needed.
'use strict';

(() => {
  // The timeline as the scripts use it, of what `data/lesson.js` hands over.
  const begin = ({ events, actors, ...more }) => ({
    ...more,
    events: events.map(([id, title, date], place) => ({ id, title, date, place })),
    actors: actors.map(([id, name]) => ({ id, name })),
    sources: {},
  });
  // Adds what `data/lesson-<number>.js` hands over; nothing if it is of another build, in which
  // the numbers stand for something else.
  const add = (data, number, { edition, events, sources }) => {
    if (edition !== data.edition) return;
    events.forEach((event, at) => Object.assign(data.events[number * data.part + at], event));
    Object.assign(data.sources, sources);
  };
  // The parts in which these events are and that are not there yet.
  const lacking = (data, events) =>
    [...new Set(events.filter(({ claims }) => !claims).map(({ place }) => Math.floor(place / data.part)))];

  (window.dateline ??= {}).lessonData = { add, begin, lacking };
})();

// Shuffling that gives the same order as the pages of lessons have: what is shuffled follows
// from the lesson's seed and from its purpose, as in `sequence/0`.
'use strict';

(() => {
  const wrap = (number) => BigInt.asUintN(64, number);
  const bytes = new TextEncoder();
  // FNV-1a.
  const hash = (text) => bytes.encode(text).reduce(
    (hash, byte) => wrap((hash ^ BigInt(byte)) * 0x100000001b3n),
    0xcbf29ce484222325n,
  );
  // SplitMix64: a number below a limit, which is the upper half of a product.
  const chance = (state) => (limit) => {
    state = wrap(state + 0x9e3779b97f4a7c15n);
    let bits = state;
    bits = wrap((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n);
    bits = wrap((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn);
    bits ^= bits >> 31n;
    return Number((bits * BigInt(limit)) >> 64n);
  };
  const swap = (order, one, other) => {
    [order[one], order[other]] = [order[other], order[one]];
  };
  const sorted = (order) => order.every((it, place) => !place || order[place - 1] <= it);

  // The numbers below a count in an order that is never their own.
  const deal = (seed, purpose, count) => {
    const below = chance(wrap(BigInt(seed)) ^ hash(purpose));
    const order = Array.from({ length: count }, (_, number) => number);
    for (let last = count - 1; last > 0; last -= 1) swap(order, last, below(last + 1));
    if (count > 1 && sorted(order)) swap(order, 0, 1);
    return order;
  };
  const seedOf = ({ seed, id }) => (Number.isSafeInteger(seed) && seed >= 0 ? BigInt(seed) : hash(`${id ?? ''}`));

  (window.dateline ??= {}).shuffle = { chance, deal, hash, seedOf, sorted, swap };
})();

// The line of time that pupils fill in: its parts, their names, and where events stand on it.
// Days go by their number since 1970-01-01.
'use strict';

(() => {
  const { floor, max, min } = Math;
  // How many parts a line has at most.
  const most = 16;

  // Years are counted from March, so that a leap day comes last.
  const numberOf = (year, month, day) => {
    const years = month > 2 ? year : year - 1;
    return 365 * years + floor(years / 4) - floor(years / 100) + floor(years / 400)
      + floor((153 * ((month + 9) % 12) + 2) / 5) + day - 719469;
  };
  const dateOf = (number) => {
    const days = number + 719468;
    const cycle = floor(days / 146097);
    const rest = days - cycle * 146097;
    const year = floor((rest - floor(rest / 1460) + floor(rest / 36524) - floor(rest / 146096)) / 365);
    const inYear = rest - (365 * year + floor(year / 4) - floor(year / 100));
    const months = floor((5 * inYear + 2) / 153);
    const month = months < 10 ? months + 3 : months - 9;
    return { year: year + cycle * 400 + (month < 3 ? 1 : 0), month, day: inYear - floor((153 * months + 2) / 5) + 1 };
  };

  // A year, a month or a day as teachers write them: first and last day, or nothing. Of the
  // notations that files can have it is the one without signs and brackets.
  const read = (text) => {
    const found = `${text}`.trim().match(/^(-?)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/);
    if (!found || (found[1] && found[2] === '0000')) return null;
    const year = Number(found[1] + found[2]);
    const month = Number(found[3] ?? 1);
    const last = Number(found[3] ?? 12);
    if (month < 1 || last > 12) return null;
    const end = last === 12 ? numberOf(year, 12, 31) : numberOf(year, last + 1, 1) - 1;
    if (!found[4]) return [numberOf(year, month, 1), end];
    const day = numberOf(year, month, Number(found[4]));
    return Number(found[4]) > 0 && day <= end ? [day, day] : null;
  };

  const yearStep = (years) => {
    let step = 1;
    for (let factor = 0; floor(years / step) >= most; factor += 1) step *= [2, 2.5, 2][factor % 3];
    return step;
  };
  // The smallest unit of which there are few enough: where the part with a day begins, and
  // where the next part does.
  const unitOf = (from, to) => {
    const days = to - from + 1;
    const [first, last] = [dateOf(from), dateOf(to)];
    const months = (last.year - first.year) * 12 + last.month - first.month;
    if (days <= most) return { days: true, begin: (day) => day, next: (day) => day + 1 };
    if (days <= most * 7 - 6) {
      // The first of January 1970 was a Thursday.
      return { days: true, begin: (day) => floor((day + 3) / 7) * 7 - 3, next: (day) => day + 7 };
    }
    const byMonths = (count) => ({
      months: true,
      begin: (number) => {
        const { year, month } = dateOf(number);
        return numberOf(year, floor((month - 1) / count) * count + 1, 1);
      },
      next: (number) => {
        const { year, month } = dateOf(number);
        const then = month - 1 + count;
        return numberOf(year + floor(then / 12), (then % 12) + 1, 1);
      },
    });
    if (months < most) return byMonths(1);
    if (floor(months / 3) < most - 1) return byMonths(3);
    const step = yearStep(last.year - first.year + 1);
    return {
      begin: (number) => numberOf(floor(dateOf(number).year / step) * step, 1, 1),
      next: (number) => numberOf(dateOf(number).year + step, 1, 1),
    };
  };

  const yearIn = (words, year) => {
    if (year < 1) return words.yearBefore.replace('{year}', 1 - year);
    return (year < 1000 && words.yearEarly || words.year).replace('{year}', year);
  };
  const named = (words, unit, number) => {
    const { year, month, day } = dateOf(number);
    if (unit.days) {
      const [name, template] = [words.months[month - 1], words.month[month - 1]];
      // Grammar can have the year otherwise there; of an era that is rare here it is not known how.
      return [`${day}`, year < 1000 ? `${name} ${yearIn(words, year)}` : template.replace('{year}', year)];
    }
    return unit.months ? [words.months[month - 1], yearIn(words, year)] : [yearIn(words, year), null];
  };

  // The line for events; nothing if none can be drawn, or it would end before it begins.
  const line = (events, from, to, words) => {
    const spans = events.map((event) => event.known).filter(Boolean);
    const least = read(from)?.[0] ?? (spans.length ? min(...spans.map((span) => span[0])) : null);
    const last = read(to)?.[1] ?? (spans.length ? max(...spans.map((span) => span[1])) : null);
    if (least === null || last === null || last < least) return null;
    const unit = unitOf(least, last);
    const begins = [unit.begin(least)];
    while (begins.at(-1) <= last) begins.push(unit.next(begins.at(-1)));
    const [start, end] = [begins[0], begins.at(-1)];
    const at = (day) => (day - start) / (end - start);
    let before;
    const ticks = begins.map((day, number) => {
      // The last is where the line ends: it names nothing.
      if (number === begins.length - 1) return { at: at(day), name: '', under: null };
      const [name, group] = named(words, unit, day);
      const under = group === before ? null : group;
      before = group;
      return { at: at(day), name, under };
    });
    const stands = ({ known }) => known && known[1] >= start && known[0] < end;
    return {
      ticks,
      marks: events.filter(stands).map((event) => ({
        event,
        from: at(max(event.known[0], start)),
        to: at(min(event.known[1] + 1, end)),
      })),
      off: events.filter((event) => !stands(event)),
    };
  };

  (window.dateline ??= {}).line = { dateOf, line, numberOf, read, unitOf };
})();

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

// What the activities of a lesson consist of, and their key: as the pages of lessons have it,
// while the lesson is being written. It may be incomplete; nothing here throws.
'use strict';

(() => {
  const { shuffle, line } = window.dateline;
  const list = (it) => (Array.isArray(it) ? it : []);
  const text = (it) => (typeof it === 'string' ? it.trim() : '');
  const record = (it) => (it && typeof it === 'object' && !Array.isArray(it) ? it : {});
  const records = (it) => list(it).map(record);
  // A whole number; nothing where none is given; not a number where it is none.
  const whole = (it) => {
    if (it === undefined || it === null || text(it) === '' && typeof it === 'string') return null;
    const number = typeof it === 'string' ? Number(it) : it;
    return Number.isSafeInteger(number) ? number : NaN;
  };
  const unique = (all) => [...new Set(all)];
  const withEvents = ['sequence', 'planned-or-happened', 'blank-timeline', 'significance'];
  const allColumns = ['value', 'put-as', 'period', 'speaker', 'hedge', 'verb'];

  // The timeline by its ids, worked out once; of claims those of the events that are there.
  const known = new WeakMap();
  const claimsOf = (events) => {
    const get = (name) => {
      const [id, own, more] = typeof name === 'string' ? name.split('/') : [];
      const event = more === undefined && events.get(id);
      const claim = event?.claims?.find((it) => it.id === own);
      return claim && { claim, event };
    };
    return { get, has: (name) => get(name) !== undefined };
  };
  const groundOf = (data) => {
    if (!known.has(data)) {
      const events = new Map(data.events.map((event) => [event.id, event]));
      const claims = claimsOf(events);
      const actors = new Map(data.actors.map((actor) => [actor.id, actor]));
      const place = new Map(data.events.map((event, number) => [event, number]));
      known.set(data, { actors, claims, events, place, words: data.words });
    }
    return known.get(data);
  };
  const from = (map, ids) => list(ids).map((id) => map.get(id)).filter(Boolean);
  const inOrder = (ground, events) => unique(events).sort((a, b) => ground.place.get(a) - ground.place.get(b));
  // The events that an activity names, or all of the lesson; as they are named.
  const eventsOf = (ground, lesson, activity) => {
    const named = withEvents.includes(activity.kind) ? from(ground.events, activity.events) : [];
    return named.length ? named : from(ground.events, lesson.events);
  };

  // Whether the one is over before the other begins, whichever of their days they were on.
  const before = (one, other) => {
    if (one.moment && other.moment) {
      const [[day, second, local], [otherDay, otherSecond, otherLocal]] = [one.moment, other.moment];
      return (day < otherDay || (day === otherDay && second < otherSecond)) && local <= otherLocal;
    }
    const [end, start] = [one.span[1], other.span[0]];
    return end !== null && start !== null && end < start;
  };

  const sequence = (events, deal) => {
    const order = deal(events.length);
    const is = events.map((one) => events.map((other) => before(one, other)));
    // A right order is changed: of the pairs whose order is known one is exchanged.
    let pair = null;
    let wrong = false;
    for (let later = 1; later < order.length; later += 1) {
      for (let earlier = 0; earlier < later; earlier += 1) {
        wrong ||= is[order[later]][order[earlier]];
        if (is[order[earlier]][order[later]]) pair ??= [earlier, later];
      }
    }
    if (pair && !wrong) shuffle.swap(order, ...pair);
    // Those belong together that are joined by overlaps.
    const groups = [];
    let group = [];
    let reach = 0;
    events.forEach((_, number) => {
      reach = Math.max(reach, number, is[number].lastIndexOf(false));
      group.push(number);
      if (reach > number) return;
      groups.push(group);
      group = [];
    });
    const free = (all) => !all.some((one) => all.some((other) => is[one][other]));
    const note = (all) => (free(all) ? 'any' : 'some');
    return {
      cards: order.map((number) => ({
        event: events[number],
        follows: order.flatMap((other, card) => (is[other][number] ? [card] : [])),
      })),
      key: groups.map((all) => ({
        cards: all.map((number) => order.indexOf(number)),
        note: all.length > 1 ? note(all) : null,
      })),
    };
  };

  const whoSaidIt = (told, distractors, deal) => {
    const heard = [];
    for (const { claim } of told) {
      if (!heard.some((one) => one.key === claim.speaker)) heard.push({ key: claim.speaker, actor: claim.actor, name: claim.by });
    }
    const speaking = heard.length;
    for (const { id, name } of distractors) {
      if (!heard.some((one) => one.actor === id)) heard.push({ actor: id, name });
    }
    const order = deal(heard.length);
    // Those who speak do not stand in the order of their claims, with others between.
    const places = [...order.keys()].filter((place) => order[place] < speaking);
    if (places.length > 1 && shuffle.sorted(places.map((place) => order[place]))) shuffle.swap(order, places[0], places[1]);
    const speakers = order.map((number) => heard[number]);
    return {
      statements: told.map(({ claim, event }) => ({
        claim, event, speaker: speakers.findIndex(({ key }) => key === claim.speaker),
      })),
      speakers: speakers.map(({ name }) => name),
    };
  };

  const compare = (told, named, unsaid) => {
    const rows = told.flatMap(({ claim, event }) => claim.rows.map((row) => ({ claim, event, row })));
    const says = (column) => rows.some(({ claim }) =>
      (column === 'hedge' ? claim.hedged : column === 'speaker' || claim.cells[column] !== undefined));
    const columns = named.length ? named : allColumns.filter(says);
    const value = (claim, column) => (column === 'speaker' ? claim.speaker : claim.cells[column]);
    // Figures of one measure are about the same; a claim without a figure goes with all.
    const differs = (claim, column) => rows.some(({ claim: other }) =>
      (!claim.measure || !other.measure || claim.measure === other.measure)
      && value(claim, column) !== value(other, column));
    return {
      columns,
      rows: rows.map((it) => ({
        ...it,
        cells: columns.map((column) => [it.claim.cells[column] ?? unsaid, differs(it.claim, column)]),
      })),
    };
  };

  const taskOf = (activity, lesson, ground, deal) => {
    const told = from(ground.claims, activity.claims);
    const events = inOrder(ground, eventsOf(ground, lesson, activity));
    const columns = list(activity.columns).filter((column) => allColumns.includes(column));
    switch (activity.kind) {
      case 'sequence': return sequence(events, deal);
      case 'who-said-it': return whoSaidIt(told, from(ground.actors, activity.distractors), deal);
      case 'compare-reports': return compare(told, columns, ground.words.unsaid);
      case 'sourcing': return ground.claims.get(activity.claim) ?? null;
      case 'planned-or-happened': return { items: deal(events.length).map((number) => events[number]) };
      case 'blank-timeline': return line.line(events, activity.from ?? '', activity.to ?? '', ground.words);
      case 'significance': return { choose: whole(activity.choose) || 0, events };
      case 'cause-or-just-before': {
        const pairs = records(activity.pairs).map((pair) => ({
          before: ground.events.get(pair.before),
          after: ground.events.get(pair.after),
        }));
        const whole = pairs.filter((pair) => pair.before && pair.after);
        return { pairs: whole.map((pair) => ({ ...pair, certain: before(pair.before, pair.after) })) };
      }
      default: return {
        asked: records(activity.questions).filter(asks).map((question) => ({
          question, claims: from(ground.claims, question.claims),
        })),
      };
    }
  };
  // A question of which something is written; one that is not is left out.
  const choicesOf = (question) => list(question.choices)
    .map((it) => (typeof it === 'string' ? { text: it.trim(), right: false } : { text: text(record(it).text), right: record(it).right === true }))
    .filter((choice) => choice.text);
  const asks = (question) => [question.ask, question.answer, question.because].some(text)
    || choicesOf(question).length > 0 || list(question.claims).length > 0;

  const kinds = [...withEvents, 'who-said-it', 'compare-reports', 'sourcing', 'cause-or-just-before', 'questions'];
  const plan = (given, data) => {
    const lesson = record(given);
    const ground = groundOf(data);
    const events = inOrder(ground, from(ground.events, lesson.events));
    const seed = shuffle.seedOf({ ...lesson, seed: whole(lesson.seed) });
    const counts = new Map();
    const exercises = records(lesson.activities).flatMap((activity, number) => {
      const { kind } = activity;
      if (!kinds.includes(kind)) return [];
      // Two of a kind are not shuffled alike; those of other kinds do not matter to it.
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      const deal = (length) => shuffle.deal(seed, `${kind}/${count}`, length);
      return [{ kind, activity, task: taskOf(activity, lesson, ground, deal), number }];
    });
    return {
      events,
      reports: unique(events.flatMap((event) => event.reports)),
      exercises,
      problems: window.dateline.problems?.(lesson, ground, exercises) ?? [],
    };
  };

  Object.assign(plan, { asks, before, choicesOf, eventsOf, from, list, record, records, text, whole });
  window.dateline.plan = plan;
})();

// The light Markdown that teachers may type: paragraphs, lists, emphasis and links. What is
// shown while they type is what the page made from the file shows: anything else is text.
'use strict';

(() => {
  // What no text may hold goes; a text is not turned round by what cannot be seen.
  const clean = (text) => `${text ?? ''}`
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}|\ufeff/gu, '');
  const turning = /[\u202a-\u202e\u2066-\u2069]/g;

  const isSpace = (char) => char === undefined || /\s/.test(char);
  const isEdge = (char) => isSpace(char) || (char !== '*' && /[!-/:-@[-`{-~\p{P}]/u.test(char));
  // The characters beside a place, those of two halves whole.
  const before = (text, at) => [...text.slice(Math.max(at - 2, 0), at)].at(-1);
  const after = (text, at) => [...text.slice(at, at + 2)][0];

  const marks = /\\([!-/:-@[-`{-~])|\[((?:\\.|[^\\[\]])+)\]\(((?:https?:\/\/|mailto:)(?:[^\s<>()\\]|\\&|\((?:[^\s<>()\\]|\\&)*\))+)\)|(\*+)/giu;
  // Texts, links, and stars that may open or close emphasis.
  const tokensOf = (text) => {
    const tokens = [];
    let end = 0;
    for (const match of text.matchAll(marks)) {
      const [all, escaped, label, href, stars] = match;
      if (match.index > end) tokens.push({ text: text.slice(end, match.index) });
      end = match.index + all.length;
      if (escaped) tokens.push({ text: escaped });
      else if (stars) {
        const [left, right] = [before(text, match.index), after(text, end)];
        tokens.push({
          text: stars,
          count: stars.length,
          opens: isEdge(left) && !isSpace(right),
          closes: isEdge(right) && !isSpace(left),
        });
      } else if (label.trim()) tokens.push({ label, href: href.replaceAll('\\&', '&') });
      else tokens.push({ text: all });
    }
    if (end < text.length) tokens.push({ text: text.slice(end) });
    return tokens;
  };
  const names = { 1: 'em', 2: 'strong' };
  const build = (tokens, within) => {
    const nodes = [];
    const add = (text) => {
      if (typeof nodes.at(-1) === 'string') nodes.push(nodes.pop() + text);
      else nodes.push(text);
    };
    const hopeless = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const { text, count, opens, label, href } = tokens[at];
      const name = names[count];
      let end = 0;
      if (name && opens && !within.includes(name) && !hopeless[count]) {
        end = at + 2;
        while (end < tokens.length && !(tokens[end].count === count && tokens[end].closes)) end += 1;
        // Where there is none from here on, there is none further on.
        hopeless[count] = end >= tokens.length;
      }
      if (end && !hopeless[count]) {
        nodes.push({ [name]: build(tokens.slice(at + 1, end), [...within, name]) });
        at = end;
      } else if (label) nodes.push({ a: build(tokensOf(label), []), href });
      else add(text);
    }
    return nodes;
  };
  const inline = (lines) => build(tokensOf(
    lines.join('\n').replace(/(?<!\\)((?:\\\\)*)\\\n/g, '$1 ').replace(/[ \n]+/g, ' ').trim(),
  ), []);

  const blocks = (text) => {
    const found = [];
    let open = false;
    for (const raw of clean(text).replace(turning, '').split('\n')) {
      const line = raw.replaceAll('\t', ' ').trim();
      const last = found.at(-1);
      const [, bullet] = line.match(/^[-+*•] +(.+)$/) ?? [];
      const [, number, item] = line.match(/^(\d{1,9})[.)] +(.+)$/) ?? [];
      const lists = bullet ? 'ul' : item && (last?.ol || Number(number) === 1) ? 'ol' : null;
      if (lists && last?.[lists]) last[lists].push([bullet ?? item]);
      else if (lists) found.push({ [lists]: [[bullet ?? item]] });
      else if (line && open) (last.p ?? (last.ul ?? last.ol).at(-1)).push(line);
      else if (line) found.push({ p: [line] });
      open = line !== '';
    }
    return found.map(({ p, ul, ol }) =>
      (p ? { p: inline(p) } : ul ? { ul: ul.map(inline) } : { ol: ol.map(inline) }));
  };

  const escaped = (text, first) => {
    const safe = text
      .replace(/[\\`*[\]]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/<(?=[a-z/!?])/gi, '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&');
    if (!first) return safe;
    return safe.replace(/^(?:#{1,6}(?= |$)|>|[-+](?= |$)|-(?=[- ]+$)|~{3}|=(?==*$))/, '\\$&')
      .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2');
  };
  const written = (nodes, start = true) => nodes.map((node, place) => {
    if (typeof node === 'string') {
      const safe = escaped(node, start && !place);
      // It would make an image of the link.
      return nodes[place + 1]?.a ? safe.replace(/!$/, '\\!') : safe;
    }
    if (node.a) return `[${written(node.a, false)}](${node.href.replace(/&(?=#?\w+;)/g, '\\&')})`;
    const star = node.em ? '*' : '**';
    return star + written(node.em ?? node.strong, false) + star;
  }).join('');
  // Lines are broken before letters alone: nothing that begins with one means anything.
  const wrapped = (text, head, width = 120) => {
    const lines = [];
    for (const word of text.split(/ (?=\p{L})/u)) {
      const line = lines.at(-1);
      if (line !== undefined && head.length + line.length + word.length < width) lines.push(`${lines.pop()} ${word}`);
      else lines.push(word);
    }
    return lines.map((line, number) => (number ? ' '.repeat(head.length) : head) + line).join('\n');
  };
  const markdown = (text) => blocks(text).map(({ p, ul, ol }) => {
    if (p) return wrapped(written(p), '');
    return (ul ?? ol).map((item, number) => wrapped(written(item), ul ? '- ' : `${number + 1}. `)).join('\n');
  }).join('\n\n');

  (window.dateline ??= {}).lessonFile = { blocks, clean, markdown, turning };
})();

// The file of a lesson, as somebody would write it by hand who knows YAML well: whatever
// teachers type, `dateline check` can read it.
'use strict';

(() => {
  const { lessonFile: own, plan } = window.dateline;
  const { clean, markdown, turning } = own;
  const { asks, list, records, text: trimmed, whole } = plan;

  // A text on a line. What turns its direction has to turn it back.
  const ends = { '\u202a': '\u202c', '\u202b': '\u202c', '\u202d': '\u202c', '\u202e': '\u202c', '\u2066': '\u2069', '\u2067': '\u2069', '\u2068': '\u2069' };
  const closed = (text) => {
    const open = [];
    const right = [...(text.match(turning) ?? [])].every((it) => (ends[it] ? open.push(ends[it]) : open.pop() === it));
    return right && !open.length;
  };
  const line = (it) => {
    const text = typeof it === 'string' ? clean(it).replace(/[\n\t]+/g, ' ').trim() : '';
    return closed(text) ? text : text.replace(turning, '').trim();
  };

  const word = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|infinity|e\d+)$/i;
  const isPlain = (text, flow) => (/^[\p{L}“„«‘]/u.test(text) || /^\d+ +\p{L}/u.test(text))
    && !/: |:$| #/.test(text) && !word.test(text) && !(flow && /[,[\]{}:#]/.test(text));
  // A file with too many open brackets is refused, even where they stand in quotes.
  let hidden = false;
  const hides = (text) => hidden && /[[{]/.test(text);
  const quoted = (text) => {
    const json = JSON.stringify(text);
    return hidden ? json.replaceAll('[', '\\x5b').replaceAll('{', '\\x7b') : json;
  };
  const inFlow = (text) => (isPlain(text, true) && !hides(text) ? text : quoted(text));
  const folded = (text, width) => {
    const lines = [];
    for (const part of text.split(' ')) {
      if (lines.length && lines.at(-1).length + part.length < width) lines.push(`${lines.pop()} ${part}`);
      else lines.push(part);
    }
    return lines;
  };
  const scalar = (text) => {
    if (hides(text)) return quoted(text);
    if (text.length > 110 && !text.includes('  ')) return { style: '>-', lines: folded(text, 120) };
    return isPlain(text) ? text : quoted(text);
  };
  const prose = (it) => {
    const text = typeof it === 'string' ? markdown(it).trim() : '';
    if (!text) return null;
    if (hides(text)) return quoted(text);
    return { style: '|', lines: text.split('\n') };
  };
  // Ids can look like numbers.
  const name = (id) => (/^[a-z0-9][a-z0-9/-]*$/.test(id) && /[a-z]{2}/.test(id) && !/^0[xob]/.test(id) && !word.test(id) ? id : quoted(`${id}`));

  const items = (all) => (all.length ? { items: all } : null);
  const entries = (all) => ({ entries: all.filter(([, value]) => value !== null) });
  const flow = (all) => {
    const text = `[${all.join(', ')}]`;
    return text.length > 110 ? items(all) : all.length ? text : null;
  };
  const optional = (text) => (text ? scalar(text) : null);
  const number = (it) => {
    const value = whole(it);
    return value === null || Number.isNaN(value) ? null : `${value}`;
  };
  const date = (it) => {
    const text = line(`${it ?? ''}`);
    return text && (/^-?\d{4}(?:-\d\d){0,2}$/.test(text) ? text : quoted(text));
  };

  const standard = (it) => {
    if (typeof it === 'string') return optional(line(it));
    const [code, text] = [line(it?.code), line(it?.text)];
    if (!text) return optional(code);
    const short = `{code: ${inFlow(code)}, text: ${inFlow(text)}}`;
    return short.length < 130 ? short : entries([['code', scalar(code)], ['text', scalar(text)]]);
  };
  const choice = (it) => {
    const text = line(it?.text ?? it);
    if (!text) return null;
    if (it?.right !== true) return scalar(text);
    const short = `{text: ${inFlow(text)}, right: true}`;
    return short.length < 100 ? short : entries([['text', scalar(text)], ['right', 'true']]);
  };
  const there = (all) => all.filter((it) => it !== null);

  const question = (known) => (it) => entries([
    ['ask', scalar(line(it.ask))],
    ['choices', items(there(list(it.choices).map(choice)))],
    ['answer', prose(it.answer)],
    ['because', prose(it.because)],
    ['claims', items(known.claims(it.claims))],
  ]);
  const criterion = (it) => {
    const levels = list(it.levels).map(line);
    while (levels.length && !levels.at(-1)) levels.pop();
    return [line(it.criterion), levels.map((level) => scalar(level || '–'))];
  };
  const activity = (known) => (it) => {
    const { kind } = it;
    const own = {
      sequence: () => [],
      'planned-or-happened': () => [],
      'blank-timeline': () => [['from', date(it.from) || null], ['to', date(it.to) || null]],
      significance: () => [
        ['rubric', items(records(it.rubric).map(criterion).filter(([what, levels]) => what || levels.length)
          .map(([what, levels]) => entries([['criterion', scalar(what)], ['levels', items(levels)]])))],
      ],
      'who-said-it': () => [['claims', items(known.claims(it.claims))], ['distractors', flow(known.actors(it.distractors))]],
      'compare-reports': () => [['claims', items(known.claims(it.claims))], ['columns', flow(list(it.columns).map(name))]],
      sourcing: () => [['claim', known.claims([it.claim])[0] ?? null]],
      'cause-or-just-before': () => [
        ['pairs', items(records(it.pairs).map((pair) => [...known.events([pair.before]), ...known.events([pair.after])])
          .filter((pair) => pair.length === 2).map(([before, after]) => `{before: ${before}, after: ${after}}`))],
      ],
      questions: () => [['questions', items(records(it.questions).filter(asks).map(question(known)))]],
    };
    const withEvents = ['sequence', 'planned-or-happened', 'blank-timeline', 'significance'].includes(kind);
    return entries([
      ['kind', name(`${kind}`)],
      ['title', optional(line(it.title))],
      ['minutes', number(it.minutes)],
      ['instructions', prose(it.instructions)],
      ['answer', prose(it.answer)],
      ...(kind === 'significance' ? [['choose', number(it.choose)]] : []),
      ...(withEvents ? [['events', items(known.events(it.events))]] : []),
      ...(Object.hasOwn(own, kind) ? own[kind]() : []),
    ]);
  };

  const linesOf = (node, pad) => {
    if (node.entries) return node.entries.flatMap(([key, value]) => attached(`${pad}${key}:`, value, `${pad}  `));
    return node.items.flatMap((it) => {
      if (!it.entries) return attached(`${pad}-`, it, `${pad}  `);
      const [first, ...rest] = linesOf(it, `${pad}  `);
      return [`${pad}- ${first.slice(pad.length + 2)}`, ...rest];
    });
  };
  const attached = (head, value, pad) => {
    if (typeof value === 'string') return [`${head} ${value}`];
    if (value.style) return [`${head} ${value.style}`, ...value.lines.map((line) => line && pad + line)];
    return [head, ...linesOf(value, pad)];
  };

  const compose = (lesson, data) => {
    const has = (all) => {
      const ids = new Set(all);
      return (named) => list(named).filter((id) => ids.has(id)).map(name);
    };
    const known = {
      events: has(data.events.map(({ id }) => id)),
      claims: has(data.events.flatMap(({ id, claims = [] }) => claims.map((claim) => `${id}/${claim.id}`))),
      actors: has(data.actors.map(({ id }) => id)),
    };
    const words = records(lesson.vocabulary).map(({ term, meaning }) => [line(term), line(meaning)]);
    const text = linesOf(entries([
      ['title', scalar(line(lesson.title))],
      ['for', optional(line(lesson.for))],
      ['minutes', number(lesson.minutes)],
      ['question', scalar(line(lesson.question))],
      ['intro', prose(lesson.intro)],
      ['standards', items(there(list(lesson.standards).map(standard)))],
      ['events', items(known.events(lesson.events)) ?? '[]'],
      ['vocabulary', items(words.filter(([term, meaning]) => term || meaning)
        .map(([term, meaning]) => entries([['term', scalar(term)], ['meaning', scalar(meaning)]])))],
      ['activities', items(records(lesson.activities).map(activity(known)))],
      ['closing', prose(lesson.closing)],
      ['citations', ['mla', 'apa', 'chicago'].includes(lesson.citations) ? lesson.citations : null],
      ['seed', number(lesson.seed)],
    ]), '').join('\n');
    const pin = new Map(data.events.map((event) => [event.id, event.pin]));
    const pins = [...new Set(list(lesson.events))].filter((id) => pin.get(id)).map((id) => `  - ${pin.get(id)}`);
    if (!pins.length) return `${text}\n`;
    return `${text}\n\n# How each event stood when this lesson was written; \`dateline pin\` writes it.\npinned:\n${pins.join('\n')}\n`;
  };
  const mostOpen = (text) => {
    let [open, most] = [0, 0];
    for (const bracket of text.match(/[[\]{}]/g) ?? []) {
      open = /[[{]/.test(bracket) ? open + 1 : Math.max(open - 1, 0);
      most = Math.max(most, open);
    }
    return most;
  };
  const write = (lesson, data) => {
    hidden = false;
    const text = compose(lesson ?? {}, data);
    if (mostOpen(text) < 900) return text;
    hidden = true;
    return compose(lesson ?? {}, data);
  };

  // The id that `dateline new lesson` makes from a title.
  const plainLetters = { ç: 'c', ñ: 'n', ø: 'o', ß: 'ss', "'": '', '’': '' };
  const groups = [[/[à-å]/, 'a'], [/[è-ë]/, 'e'], [/[ì-ï]/, 'i'], [/[ò-ö]/, 'o'], [/[ù-ü]/, 'u']];
  const id = (title) => {
    let made = '';
    for (const char of [...trimmed(title)].flatMap((it) => [...it.toLowerCase()])) {
      const plain = /[a-z0-9]/.test(char) ? char : plainLetters[char] ?? groups.find(([group]) => group.test(char))?.[1];
      if (plain === undefined && /[\p{Alphabetic}\p{N}]/u.test(char)) return 'lesson';
      if (plain !== undefined) made += plain;
      else if (made && !made.endsWith('-')) made += '-';
    }
    made = made.slice(0, 120).replace(/-+$/, '');
    if (/^(?:con|nul|aux|prn|(?:com|lpt)[1-9])$/.test(made)) return `${made}-1`;
    return made && made !== 'new' ? made : 'lesson';
  };

  Object.assign(own, { id, line, write });
})();

// A lesson in the fragment of an address, so that it can be sent and kept. What comes out of
// an address can be anything: only what a lesson can have is taken from it.
'use strict';

(() => {
  const most = { text: 20000, list: 500, all: 1 << 20 };

  // Each takes what fits, or nothing.
  const text = (it) => (typeof it === 'string' ? it.slice(0, most.text) : undefined);
  const number = (it) => (typeof it === 'number' && Number.isSafeInteger(it) ? it : undefined);
  const yes = (it) => (it === true ? true : undefined);
  const one = (...words) => (it) => (words.includes(it) ? it : undefined);
  const either = (...takes) => (it) => takes.map((take) => take(it)).find((found) => found !== undefined);
  const list = (take) => (it) => (Array.isArray(it) ? it.slice(0, most.list).map(take).filter((item) => item !== undefined) : undefined);
  const record = (keys) => (it) => {
    if (!it || typeof it !== 'object' || Array.isArray(it)) return undefined;
    const found = Object.entries(keys).map(([key, take]) => [key, Object.hasOwn(it, key) ? take(it[key]) : undefined]);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  };
  const texts = list(text);
  const lesson = record({
    id: text,
    title: text,
    for: text,
    minutes: either(number, text),
    question: text,
    intro: text,
    standards: list(either(text, record({ code: text, text }))),
    events: texts,
    vocabulary: list(record({ term: text, meaning: text })),
    activities: list(record({
      kind: one(
        'sequence', 'who-said-it', 'compare-reports', 'sourcing', 'planned-or-happened',
        'blank-timeline', 'significance', 'cause-or-just-before', 'questions',
      ),
      title: text,
      instructions: text,
      answer: text,
      minutes: either(number, text),
      events: texts,
      claims: texts,
      distractors: texts,
      columns: list(one('value', 'put-as', 'period', 'speaker', 'hedge', 'verb')),
      claim: text,
      from: text,
      to: text,
      choose: either(number, text),
      rubric: list(record({ criterion: text, levels: texts })),
      pairs: list(record({ before: text, after: text })),
      questions: list(record({
        ask: text,
        choices: list(either(text, record({ text, right: yes }))),
        answer: text,
        because: text,
        claims: texts,
      })),
    })),
    closing: text,
    citations: one('mla', 'apa', 'chicago'),
    seed: number,
  });
  const shaped = (it) => {
    const found = lesson(it);
    if (found?.activities) found.activities = found.activities.filter(({ kind }) => kind);
    return found ?? null;
  };

  const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream);
  const gathered = async (stream) => {
    const parts = [];
    let length = 0;
    const reader = stream.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      length += value.length;
      // A few letters can unfold to more than there is memory.
      if (length > most.all) {
        reader.cancel().catch(() => {});
        throw new RangeError();
      }
      parts.push(value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };
  const encoded = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const decoded = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

  // `1z`: compressed; `1p`: as it is.
  const pack = async (it) => {
    const bytes = new TextEncoder().encode(JSON.stringify(shaped(it) ?? {}));
    if (!window.CompressionStream) return `1p${encoded(bytes)}`;
    return `1z${encoded(await gathered(through(bytes, new CompressionStream('deflate-raw'))))}`;
  };
  const unpack = async (packed) => {
    try {
      const [, way, rest] = `${packed}`.slice(0, most.all * 2).match(/^1([zp])([\w-]+)$/);
      const bytes = decoded(rest);
      const json = way === 'p' ? bytes : await gathered(through(bytes, new DecompressionStream('deflate-raw')));
      return shaped(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)));
    } catch {
      return null;
    }
  };

  Object.assign(window.dateline.lessonFile, { pack, shaped, unpack });
})();

// Draws the handout of a lesson, or its key, as the site prints it.
'use strict';

(() => {
  const NS = 'http://www.w3.org/2000/svg';
  const set = (it, values, inside) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === true) it.setAttribute(name, '');
      else if (value !== false && value !== undefined) it.setAttribute(name, value);
    }
    it.append(...inside.flat(Infinity).filter((one) => one !== undefined && one !== null && one !== false && one !== ''));
    return it;
  };
  // An element with attributes and what is in it; what is `false`, empty or undefined is left out.
  const make = (name, values = {}, ...inside) => set(document.createElement(name), values, inside);
  const draw = (name, values = {}, ...inside) => set(document.createElementNS(NS, name), values, inside);

  // A, B, … Z, AA, AB, …
  const letter = (number) => (number < 26 ? '' : letter(Math.floor(number / 26) - 1)) + String.fromCharCode(65 + (number % 26));
  const lettered = (number, ...inside) => [make('strong', { class: 'letter' }, letter(number)), ' ', ...inside];
  const lines = (count) => make('span', { class: 'lines', 'aria-hidden': 'true' }, Array.from({ length: count }, () => make('span')));
  const aside = (text) => [' ', make('span', { class: 'aside' }, text)];
  const inTurn = (parts, name) => parts.map((part, number) => (number % 2 ? make(name, {}, part) : part));

  // Light Markdown.
  const inline = (parts) => parts.map((part) => {
    if (typeof part === 'string') return part;
    if (part.strong) return make('strong', {}, inline(part.strong));
    if (part.em) return make('em', {}, inline(part.em));
    return make('a', { href: part.href }, inline(part.a));
  });
  const prose = (text) => dateline.lessonFile.blocks(text ?? '').map((block) => {
    if (block.p) return make('p', {}, inline(block.p));
    const name = block.ul ? 'ul' : 'ol';
    return make(name, block.start > 1 ? { start: block.start } : {}, block[name].map((item) => make('li', {}, inline(item))));
  });

  // What may be too wide for a window can be scrolled, by keyboard too.
  const wide = (label, ...inside) => make('div', { class: 'wide', role: 'group', 'aria-label': label, tabindex: 0 }, inside);
  const table = (label, classes, head, rows) => wide(label, make('table', { class: classes },
    make('thead', {}, make('tr', {}, head.map((text) => make('th', { scope: 'col' }, text)))),
    make('tbody', {}, rows)));

  const quote = (row) => (row.quoted
    ? make('q', { dir: 'auto', lang: row.lang }, row.says)
    : row.says);

  // How a claim reached a report, down to where it began.
  const chain = (link) => [
    link.end && make('span', { class: 'chain-end' }, link.end),
    link.word && make('span', { class: 'chain-word' }, link.word),
    link.from && make('ul', { class: 'chain' }, link.from.map(chained)),
  ].flatMap((it) => (it ? [' ', it] : []));
  const chained = (link) => make('li', { class: link.class }, link.name, chain(link));

  const kinds = {
    sequence: ({ cards, key }, words, isKey) => (isKey
      ? make('ol', { class: 'answers' }, key.map((group) => make('li', {},
        group.cards.map((card, number) => [
          number > 0 && make('br'),
          make('strong', {}, letter(card)), ' ', cards[card].event.title, aside(cards[card].event.date),
        ]),
        group.note && [make('br'), make('em', {}, group.note === 'any' ? words.any_order : words.some_order)])))
      : make('ul', { class: 'cards' }, cards.map(({ event }, number) => make('li', {},
        make('strong', { class: 'letter' }, letter(number)),
        make('p', { class: 'card-title' }, event.title),
        event.actors && make('p', { class: 'aside' }, event.actors))))),

    'who-said-it': ({ statements, speakers }, words, isKey) => make('div', { class: 'match' },
      make('ul', { class: 'speakers' }, speakers.map((name, number) => make('li', {}, lettered(number, name)))),
      make('ol', { class: 'statements' }, statements.map(({ claim, speaker }) => make('li', {},
        make('span', { class: 'blank' }, isKey && letter(speaker)), ' ', claim.text)))),

    'compare-reports': ({ columns, rows }, words, isKey, title) => [
      table(title, undefined, [words.report_says, ...columns.map((name) => words.columns[NAMES.indexOf(name)])], rows.map(({ row, cells }) => make('tr', {},
        make('th', { scope: 'row' }, make('strong', {}, row.report), make('br'), quote(row)),
        cells.map(([text, differs]) => make('td', {}, isKey && (differs ? [make('strong', {}, text), ' ≠'] : text)))))),
      isKey && rows.some(({ cells }) => cells.some(([, differs]) => differs)) && make('p', { class: 'aside' }, `≠ ${words.differs}`),
    ],

    sourcing: (task, words, isKey) => {
      const { claim } = task;
      const asked = (head, answer, count) => make('div', {}, make('dt', {}, head), make('dd', {}, isKey ? answer : lines(count)));
      return [
        make('blockquote', { class: 'statement' }, make('p', {}, claim.text)),
        make('ul', { class: 'quotes' }, claim.rows.map((row) => make('li', {},
          make('strong', {}, row.report), row.locator && `, ${row.locator}`, row.quoted && [': ', quote(row)]))),
        make('dl', { class: 'asked' },
          asked(words.who_says_it, `${claim.by}. ${claim.voice}`, 1),
          asked(words.how_do_they_know, claim.rows.map((row, number) => [number > 0 && make('br'), `${row.report}: ${row.how}`]), 2),
          asked(words.who_passed_it_on, make('ul', { class: 'chain is-top' }, claim.rows.map((row) => chained(row.chain))), 2),
          asked(words.how_many_origins, claim.origins, 1)),
        isKey && claim.bearings.length > 0 && make('ul', { class: 'answers' },
          claim.bearings.map(([word, speaker, text]) => make('li', {}, make('strong', {}, word), ` ${speaker}: ${text}`))),
      ];
    },

    'planned-or-happened': ({ items }, words, isKey, title) => table(title, 'is-sorting', [words.events, ...words.sorted, words.how_do_you_know],
      items.map((event) => make('tr', {},
        make('th', { scope: 'row' }, event.title),
        SORTED.map((name) => make('td', { class: 'box' }, isKey ? name === event.sorted && '✓' : '☐')),
        make('td', {}, isKey && event.stages.map((stage, number) => [number > 0 && [make('br'), '→ '], stage]))))),

    'blank-timeline': (task, words, isKey, title) => {
      const { ticks, marks, off } = task;
      const foot = marks.length * 26 + 8;
      const at = (inKey, blank) => (isKey ? inKey : blank);
      const x = (part) => Math.round(part * 10000) / 10;
      return [
        make('figure', { class: 'line' }, draw('svg', { viewBox: `-10 0 1020 ${at(foot + 60, 160)}`, role: 'img', 'aria-label': title },
          ticks.map((tick) => [
            draw('line', { class: 'tick', x1: x(tick.at), x2: x(tick.at), y1: at(0, 80), y2: at(foot + 12, 112) }),
            tick.name && draw('text', { x: x(tick.at), dx: 4, y: at(foot + 28, 128) }, tick.name),
            tick.under && draw('text', { class: 'under', x: x(tick.at), dx: 4, y: at(foot + 48, 148) }, tick.under),
          ]),
          draw('line', { class: 'axis', x1: 0, x2: 1000, y1: at(foot + 4, 104), y2: at(foot + 4, 104) }),
          isKey && marks.map(({ from, to }, number) => [
            draw('rect', { class: 'span', x: x(from), y: number * 26 + 8, width: Math.max(x(to - from), 6), height: 18, rx: 3 }),
            draw('text', { class: 'letter', x: x(from), dx: 4, y: number * 26 + 22 }, letter(number)),
          ]))),
        make('ul', { class: 'lettered' }, marks.map(({ event }, number) => make('li', {}, lettered(number, event.title), isKey && aside(event.date)))),
        isKey && off.length > 0 && make('p', {}, `${words.off_the_line} ${off.map(({ title }) => title).join('; ')}`),
      ];
    },

    significance: ({ choose, events, rubric }, words, isKey, title) => {
      const rows = rubric?.length
        ? rubric.map(({ criterion, levels }) => [criterion, ...[levels ?? []].flat()])
        : words.rubric_rows;
      const most = Math.max(...rows.map((row) => row.length));
      return [
        make('ul', { class: 'lettered' }, events.map((event, number) => make('li', {}, lettered(number, event.title), aside(event.date)))),
        isKey
          ? make('p', {}, make('em', {}, words.no_key))
          : make('ol', { class: 'reasons' }, Array.from({ length: Math.min(choose, events.length) }, () => make('li', {},
            make('span', { class: 'blank' }), ` ${words.reasons}: `, lines(2)))),
        wide(title, make('table', { class: 'rubric' }, make('caption', {}, words.rubric),
          make('tbody', {}, rows.map(([what, ...levels]) => make('tr', {}, make('th', { scope: 'row' }, what),
            Array.from({ length: most - 1 }, (_, number) => make('td', {}, levels[number]))))))),
      ];
    },

    'cause-or-just-before': ({ pairs }, words, isKey) => [
      pairs.map(({ before, after, certain }, pair) => make('div', { class: 'weighed' },
        make('p', {}, lettered(2 * pair, before.title), aside(before.date), make('br'), lettered(2 * pair + 1, after.title), aside(after.date)),
        isKey
          ? !certain && make('p', {}, make('em', {}, words.order_unknown))
          : [
            make('ul', { class: 'boxes' }, [`${letter(2 * pair)} → ${letter(2 * pair + 1)}: ${words.led_to}`, words.only_before, words.not_to_be_told]
              .map((text) => make('li', {}, text))),
            make('p', {}, `${words.evidence}: `, lines(2)),
          ])),
      isKey && make('p', {}, make('em', {}, words.no_key)),
    ],

    questions: ({ asked }, words, isKey) => make('ol', { class: 'questions' }, asked.map(({ question, claims }) => make('li', {},
      make('p', {}, question.ask),
      question.choices?.length
        ? make('ul', { class: 'boxes' }, question.choices.map((choice, number) => {
          const right = isKey && choice.right;
          return make('li', { class: right && 'is-right' }, lettered(number, choice.text ?? choice), right && ' ✓');
        }))
        : !isKey && make('p', { class: 'lines', 'aria-hidden': 'true' }, [0, 1, 2].map(() => make('span'))),
      isKey && [
        [question.answer, question.because].map((text) => text && make('div', { class: 'answer' }, prose(text))),
        claims.length > 0 && make('ul', { class: 'answers' }, claims.map(({ claim }) => make('li', {}, claim.text, aside(claim.by)))),
      ]))),
  };
  const NAMES = ['value', 'put-as', 'period', 'speaker', 'hedge', 'verb'];
  const SORTED = ['planned', 'happened', 'planned-then-happened', 'called-off'];
  const KINDS = ['sequence', 'who-said-it', 'compare-reports', 'sourcing', 'planned-or-happened', 'blank-timeline', 'significance',
    'cause-or-just-before', 'questions'];

  // The sheet of a lesson that has been worked out.
  const sheet = (lesson, plan, { words, sources }, isKey) => {
    const labelled = (label, text) => text && ` ${label}: ${text}.`;
    const section = (classes, heading, ...inside) => make('section', { class: classes }, make('h3', { class: 'sheet-part' }, heading), inside);
    const standards = (lesson.standards ?? []).map((one) => (one.text ? `${one.code}: ${one.text}` : one.code ?? one));
    // (Beyond those that are worded, the last two digits tell the form.)
    const minutes = (count) => Number.isSafeInteger(count) && count > 0 && (words.minutes[count] ?? words.minutes[100 + (count % 100)].replace(/\d+/, count));
    return [
      make('header', {}, isKey
        ? make('p', { class: 'mark' }, words.key)
        : make('p', { class: 'pupil' }, make('span', {}, words.name), ' ', make('span', {}, words.date))),
      make('h2', { class: 'sheet-title' }, lesson.title),
      lesson.question && make('p', { class: 'question' }, make('strong', {}, `${words.question}:`), ` ${lesson.question}`),
      isKey && make('p', { class: 'aside' }, words.key_note, labelled(words.whom, lesson.for), labelled(words.time, minutes(lesson.minutes))),
      isKey && standards.length > 0 && make('p', { class: 'aside' }, `${words.standards}: ${standards.join('; ')}`),
      !isKey && lesson.intro && make('div', { class: 'text' }, prose(lesson.intro)),
      !isKey && lesson.vocabulary?.length > 0 && section('words', words.vocabulary, make('dl', {},
        lesson.vocabulary.map(({ term, meaning }) => make('div', {}, make('dt', {}, term), make('dd', {}, meaning))))),
      plan.exercises.map(({ activity, kind, task }, number) => {
        const [heading, told] = words.kinds[KINDS.indexOf(kind)];
        const title = activity.title || heading;
        return make('section', { class: 'exercise' },
          make('h3', { class: 'sheet-part' }, `${number + 1}. ${title}`, activity.minutes && aside(minutes(activity.minutes))),
          make('div', { class: 'instructions' }, activity.instructions ? prose(activity.instructions) : prose(told)),
          task && kinds[kind]({ rubric: activity.rubric, ...task }, words, isKey, title),
          isKey && activity.answer && make('div', { class: 'answer' }, prose(activity.answer)));
      }),
      lesson.closing && section('', words.closing, make('div', { class: 'text' }, prose(lesson.closing)),
        !isKey && make('p', { class: 'lines', 'aria-hidden': 'true' }, [0, 1, 2].map(() => make('span')))),
      plan.reports.length > 0 && section('reports', words.reports, make('p', { class: 'aside' }, words.reports_lead),
        make('ul', {}, plan.reports.map((number) => make('li', { dir: 'auto' }, inTurn(sources[number][lesson.citations ?? 'mla'], 'i'))))),
    ].flat(Infinity).filter(Boolean);
  };

  window.dateline = { ...window.dateline, sheet, make, KINDS };
})();

// What a new activity begins with: what the chosen events offer for it, to be changed at will.
'use strict';

(() => {
  const most = 6;
  const named = (events) => events.flatMap((event) => event.claims.map((claim) => ({ claim, event, name: `${event.id}/${claim.id}` })));
  const names = (told) => told.map(({ name }) => name);

  // A claim of each speaker, of each event one first; people before reports that speak themselves.
  const speakers = (events) => {
    const heard = new Set();
    const fresh = ({ claim }) => !heard.has(claim.speaker) && heard.add(claim.speaker);
    const peopleFirst = (told) => told.sort((one, other) => `${one.claim.speaker}`.startsWith('report ') - `${other.claim.speaker}`.startsWith('report '));
    const firsts = events.flatMap((event) => peopleFirst(named([event])).find(fresh) ?? []);
    const others = peopleFirst(named(events)).filter(fresh);
    return [...firsts, ...others].slice(0, most);
  };

  // The claims that put one figure, of the figure that most claims put.
  const figure = (events) => {
    const by = new Map();
    for (const told of named(events)) {
      const { measure } = told.claim;
      if (measure) by.set(measure, [...(by.get(measure) ?? []), told]);
    }
    const groups = [...by.values()].filter((group) => group.length > 1);
    return groups.sort((one, other) => other.length - one.length)[0] ?? [];
  };

  // The claim with the longest way behind it.
  const depth = (link) => 1 + Math.max(0, ...(link.from ?? []).map(depth));
  const longest = (events) => {
    const way = ({ claim }) => claim.rows.length + Math.max(0, ...claim.rows.map(({ chain }) => depth(chain)));
    return named(events).sort((one, other) => way(other) - way(one))[0];
  };

  const pair = (events) => {
    const { before } = dateline.plan;
    for (const [at, event] of events.entries()) {
      const later = events.slice(at + 1).find((other) => before(event, other));
      if (later) return [{ before: event.id, after: later.id }];
    }
    return undefined;
  };

  const kinds = {
    'who-said-it': (events) => ({ claims: names(speakers(events)) }),
    'compare-reports': (events) => ({ claims: names(figure(events)) }),
    sourcing: (events) => ({ claim: longest(events)?.name }),
    significance: (events) => ({ choose: Math.max(1, Math.min(3, events.length - 1)) }),
    'cause-or-just-before': (events) => ({ pairs: pair(events) }),
    questions: () => ({ questions: [{}] }),
  };

  // An activity of a kind, of these events.
  const suggest = (kind, events) => {
    const found = Object.entries(kinds[kind]?.(events) ?? {});
    return { kind, ...Object.fromEntries(found.filter(([, value]) => value !== undefined && value.length !== 0)) };
  };

  window.dateline = { ...window.dateline, suggest };
})();

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

