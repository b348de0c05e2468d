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
