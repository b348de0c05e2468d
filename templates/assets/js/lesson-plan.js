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
