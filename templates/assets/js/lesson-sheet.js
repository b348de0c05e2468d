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
