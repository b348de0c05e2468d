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
