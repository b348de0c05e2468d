// The file, the Markdown and the address of a lesson that is written in the browser: whatever
// teachers type, Dateline reads it, and shows what they saw.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';

import { parse } from 'yaml';

import { build, dateline, files as written, root } from './lib.js';
import { chance, data, files, own, scripts } from './plan.js';

const { lessonFile } = await scripts();
const { blocks, line, markdown, write } = lessonFile;
const unpinned = { ...data, events: data.events.map(({ pin, ...event }) => event) };
const [event] = data.events.map(({ id }) => id);
const claims = [`${event}/first`];

/** Texts made by chance of parts that mean something somewhere. */
function texts(seed, count, parts, most) {
  const below = chance(seed);
  return Array.from({ length: count }, () => Array.from({ length: 1 + below(most) }, () => parts[below(parts.length)]).join(''));
}
const ofYaml = [
  'yes', 'no', 'null', '~', '1.0', '2024-04', '2024-04-02', '0x1F', '1e5', '1_000', '12:30:45', 'a: b', ':', ' #c', '#', '- ', '-', '?', '? ', '| ', '>',
  '&a', '*a', '!tag', '%', '@', '`', '"', "'", '\\', '{', '}', '[', ']', ',', '\t', '\n', '\r\n', '\0', '\x07', '\x1b', '\x7f', '\x85', '\u2028', '\ufeff',
  '\ud800', '\udc00', '😀', '\u202e', '\u202c', '\u2066', '\u2069', '\u200f', 'אבג', 'عربي', 'é', '字', 'word', 'Long words in a row that go on and on',
  'x'.repeat(200), ' ', '  ', '\u00a0', '---', '...', '<<', '=', 'true', '\ufffe', '\u{1ffff}', '\ufdd0', 'on', 'y', '.inf', '0o7', 'A:', '“q”', '1 a', 'e1', '\u0301',
];
const ofMarkdown = [
  '*', '**', '***', '_', '__', 'a', 'b c', 'Wort', ' ', '  ', '\n', '\n\n', '- ', '1. ', '2) ', '1986. ', '# ', '## ', '> ', '+ ', '* ', '---', '===', '***\n', '___',
  '~~~', '~~x~~', '```', '`', '`code`', '<b>', '</b>', '<!-- x -->', '<http://a.example>', 'https://b.example/_x_', '&amp;', '&#65;', '&copy;', '&', '&lt', '<', '>',
  '[x](https://a.example/b_c*d)', '[*e*](mailto:a@b.example)', '[q (r)](https://e.example/(f)g?a=1&amp;b)', '[**s** t](http://u.example)', '[s](javascript:alert(1))',
  '[a]', '[a]: http://x', '[', '](', ')', '![i](http://p.example)', '\\', '\\*', '\\_', '\\\\', '!', '.', ',', '"', '“', '”', '(', '’', 'é', 'я', '字', '😀', '€', '→',
  '|', '| a | b |\n|-|-|', '[^1]', '    code', '\t', '1.', '-', '+', '\u00a0', ':', '$x$', '{', '«', '»', '…', '—', '0', '12', '\u200b', '\u202eabc\u202c', '\r\n', '=',
  '   - n', '<script>alert(1)</script>', 'many more words so that a line is full and has to be broken somewhere - or 12. perhaps',
];

test('what is typed stands in the file as it was typed', async (t) => {
  const lessons = [];
  const clean = texts(3, 3000, ofYaml, 7).filter((text) => line(text) && markdown(text));
  const next = () => clean.pop();
  while (clean.length > 60) {
    const rows = Array.from({ length: 10 }, () => ({ term: next(), meaning: next() }));
    lessons.push({
      title: next(), for: next(), question: next(), intro: next(), closing: next(), events: [event], citations: 'apa', seed: 7, minutes: 45,
      standards: [next(), { code: next(), text: next() }],
      vocabulary: rows.filter(({ term }, at) => rows.findIndex((it) => line(it.term).toLowerCase() === line(term).toLowerCase()) === at),
      activities: [
        { kind: 'sourcing', claim: claims[0], title: next(), instructions: next(), answer: next(), minutes: 5 },
        { kind: 'questions', questions: Array.from({ length: 4 }, () => ({ ask: next(), choices: [`1 ${next()}`, { text: next(), right: true }], because: next(), claims })) },
        { kind: 'questions', questions: [{ ask: next(), answer: next(), claims }] },
      ],
    });
  }
  assert.ok(lessons.length > 30, `${lessons.length}`);
  const prose = (text) => markdown(text).trim();
  // Every text where it is to be, as the file's reader gives it.
  const wanted = (it) => ({
    ...it,
    ...Object.fromEntries(['title', 'for', 'question'].map((key) => [key, line(it[key])])),
    intro: prose(it.intro),
    closing: prose(it.closing),
    standards: [line(it.standards[0]), { code: line(it.standards[1].code), text: line(it.standards[1].text) }],
    vocabulary: it.vocabulary.map(({ term, meaning }) => ({ term: line(term), meaning: line(meaning) })),
    activities: [
      { ...it.activities[0], title: line(it.activities[0].title), instructions: prose(it.activities[0].instructions), answer: prose(it.activities[0].answer) },
      { kind: 'questions', questions: it.activities[1].questions.map((one) => ({ ask: line(one.ask), choices: [line(one.choices[0]), { text: line(one.choices[1].text), right: true }], because: prose(one.because), claims })) },
      { kind: 'questions', questions: [{ ask: line(it.activities[2].questions[0].ask), answer: prose(it.activities[2].questions[0].answer), claims }] },
    ],
  });
  // A block of text ends with a line break.
  const trimmed = (it) => JSON.parse(JSON.stringify(it), (_, value) => (typeof value === 'string' ? value.trimEnd() : value));
  const contents = { ...files };
  lessons.forEach((lesson, number) => {
    const text = write(lesson, unpinned);
    contents[`lessons/lesson-${number}.yaml`] = text;
    for (const version of ['1.1', '1.2']) assert.deepEqual(trimmed(parse(text, { version })), trimmed(wanted(lesson)), text);
  });
  const { stdout } = await dateline('check', await written(t, contents), '--format', 'json');
  const ours = JSON.parse(stdout).diagnostics.filter(({ file, code }) => /lesson-/.test(file) && !['bad-standard', 'bad-question'].includes(code));
  assert.deepEqual(ours, []);
});

test('a file looks as if somebody had written it', () => {
  const lesson = {
    title: 'Who says so?', for: ' ', question: 'Who: he, or she?', intro: 'Read **this**.\n\n- one\n- two', minutes: 45, seed: 3,
    standards: ['RH.9-10.6', { code: 'D2.His.10.9-12', text: 'Find, and tell.' }],
    events: ['2023-talks', 'gone', '2024-04-01-call'],
    vocabulary: [{ term: 'hedge', meaning: 'A word that makes a statement less firm. '.repeat(4) }, { term: '', meaning: ' ' }],
    activities: [
      { kind: 'who-said-it', claims: ['2023-talks/first', '2023-talks/third'], distractors: ['xi', 'gone', 'x'] },
      { kind: 'significance', choose: 1, rubric: [{ criterion: 'Depth', levels: ['Says why.', '', 'Says what.', ''] }, {}] },
      { kind: 'blank-timeline', from: '2023', to: '2024-06-01', minutes: '' },
      { kind: 'cause-or-just-before', pairs: [{ before: '2023-talks', after: '2024-04-01-call' }, { before: '2023-talks' }] },
      { kind: 'questions', questions: [{ ask: 'Which?', choices: ['No', { text: 'Yes', right: true }, ''], claims: ['2023-talks/first'] }, {}] },
    ],
  };
  assert.equal(write(lesson, data), `title: Who says so?
minutes: 45
question: "Who: he, or she?"
intro: |
  Read **this**.

  - one
  - two
standards:
  - RH.9-10.6
  - {code: D2.His.10.9-12, text: "Find, and tell."}
events:
  - 2023-talks
  - 2024-04-01-call
vocabulary:
  - term: hedge
    meaning: >-
      A word that makes a statement less firm. A word that makes a statement less firm. A word that makes a statement less
      firm. A word that makes a statement less firm.
activities:
  - kind: who-said-it
    claims:
      - 2023-talks/first
      - 2023-talks/third
    distractors: [xi, "x"]
  - kind: significance
    choose: 1
    rubric:
      - criterion: Depth
        levels:
          - Says why.
          - "–"
          - Says what.
  - kind: blank-timeline
    from: 2023
    to: 2024-06-01
  - kind: cause-or-just-before
    pairs:
      - {before: 2023-talks, after: 2024-04-01-call}
  - kind: questions
    questions:
      - ask: Which?
        choices:
          - "No"
          - {text: "Yes", right: true}
        claims:
          - 2023-talks/first
seed: 3

# How each event stood when this lesson was written; \`dateline pin\` writes it.
pinned:
  - 2023-talks pinned
  - 2024-04-01-call pinned
`);
});

test('a file with many open brackets can be read', async (t) => {
  const brackets = `${'[{'.repeat(700)} a`;
  const text = write({ title: brackets, question: 'Q', intro: brackets, events: [event] }, unpinned);
  assert.equal(parse(text).title, brackets);
  const { stdout } = await dateline('check', await written(t, { ...files, 'lessons/brackets.yaml': text }), '--format', 'json');
  assert.deepEqual(JSON.parse(stdout).diagnostics.filter(({ file }) => /brackets/.test(file)), []);
});

test('light Markdown is lists, emphasis and links, and nothing else', () => {
  for (const [text, wanted] of [
    ['One\ntwo  \nthree\n\nfour', [{ p: ['One two three'] }, { p: ['four'] }]],
    ['Do:\n- a\n  and b\n\n• c\n1. x\n7) y\n\nend', [{ p: ['Do:'] }, { ul: [['a and b'], ['c']] }, { ol: [['x'], ['y']] }, { p: ['end'] }]],
    ['1986. A year', [{ p: ['1986. A year'] }]],
    ['**a *b* c** *d*e', [{ p: [{ strong: ['a ', { em: ['b'] }, ' c'] }, ' *d*e'] }]],
    ['2 * 3 * 4 and \\*so\\*', [{ p: ['2 * 3 * 4 and *so*'] }]],
    ['see [*the* page](https://a.example/b_(c)).', [{ p: ['see ', { a: [{ em: ['the'] }, ' page'], href: 'https://a.example/b_(c)' }, '.'] }]],
    ['[x](javascript:alert) <b>&amp;</b> `c`', [{ p: ['[x](javascript:alert) <b>&amp;</b> `c`'] }]],
    [' \n\t\0', []],
    [undefined, []],
  ]) {
    assert.deepEqual(own(blocks(text)), wanted);
  }
  assert.equal(markdown('Say "a_b" & <b>; 1 < 2 - 3. #1'), 'Say "a_b" & \\<b>; 1 < 2 - 3. #1');
  assert.equal(markdown('# x\n\n1986. y\n\n* z\n* _w_'), '\\# x\n\n1986\\. y\n\n- z\n- \\_w\\_');
});

const escaped = (text) => text.replace(/[&<>"]/g, (it) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[it]);
const inline = (nodes) => nodes.map((node) => {
  if (typeof node === 'string') return escaped(node);
  if (node.a) return `<a href="${escaped(node.href)}">${inline(node.a)}</a>`;
  return node.em ? `<em>${inline(node.em)}</em>` : `<strong>${inline(node.strong)}</strong>`;
}).join('');
const items = (all) => all.map((item) => `<li>${inline(item)}</li>`).join('');
const html = (all) => all.map(({ p, ul, ol }) => (p ? `<p>${inline(p)}</p>` : ul ? `<ul>${items(ul)}</ul>` : `<ol>${items(ol)}</ol>`)).join('');
const unescaped = (text) => text.replace(/&(?:lt|gt|quot|amp);/g, (it) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' })[it]);
/** Tags and texts, without the white space between blocks, and with addresses as a browser has them. */
const seen = (page) => page.split(/(<[^>]+>)/).map((part, number) => {
  if (number % 2) return part.replace(/(?<=href=")[^"]*/, (href) => new URL(unescaped(href)).href);
  return unescaped(part).replace(/[ \n]+/g, ' ');
}).join('').replace(/ ?(<\/?(?:p|ul|ol|li)>) ?/g, '$1').trim();

test('what is shown while a teacher types is what the page shows', async (t) => {
  const all = texts(11, 4000, ofMarkdown, 14).filter(markdown);
  const per = 1500;
  const parts = Array.from({ length: Math.ceil(all.length / per) }, (_, number) => all.slice(number * per, (number + 1) * per));
  const lesson = (part) => ({ title: 'T', question: 'Q', events: [event], activities: [{ kind: 'questions', questions: part.map((answer) => ({ ask: 'Q', answer, claims })) }] });
  const lessons = parts.map((part, number) => [`lessons/lesson-${number}.yaml`, write(lesson(part), unpinned)]);
  const site = await build(t, await written(t, { ...files, ...Object.fromEntries(lessons) }));
  for (const [number, part] of parts.entries()) {
    const page = await readFile(path.join(site, `lessons/lesson-${number}/key/index.html`), 'utf8');
    const answers = [...page.matchAll(/<div class="answer">(.*?)<\/div>/gs)].map(([, answer]) => answer);
    assert.equal(answers.length, part.length);
    part.forEach((text, at) => {
      assert.equal(seen(answers[at]), seen(html(blocks(text))), JSON.stringify([text, markdown(text)]));
      assert.deepEqual(own(blocks(markdown(text))), own(blocks(text)), JSON.stringify(text));
    });
  }
});

test('the texts of the lessons that are there stay as they are', async () => {
  const all = [];
  for (const name of ['who-says-so', 'planned-or-happened']) {
    const lesson = parse(await readFile(path.join(root, 'events/lessons', `${name}.yaml`), 'utf8'));
    const { intro, closing, activities } = lesson;
    all.push(intro, closing, ...activities.flatMap(({ instructions, answer, questions = [] }) => [instructions, answer, ...questions.flatMap((it) => [it.answer, it.because])]));
  }
  const given = all.filter(Boolean);
  assert.ok(given.length > 20);
  for (const text of given) {
    const plain = (it) => it.split(/\s+/).join(' ').trim();
    assert.equal(plain(markdown(text)), plain(text));
  }
});

test('an id is made from the title as `dateline new lesson` makes it', async (t) => {
  const dir = await written(t, files);
  for (const title of ['Who says so?', 'L’été à Kyïv', "It's 5 o'clock", 'ÀÉÎÕÜ ß ñ ç Ø', 'İs it', '-- a -- b --']) {
    const { stdout, stderr } = await dateline('new', 'lesson', '--dir', dir, '--event', event, '--', title);
    assert.equal(path.basename(`${stdout}${stderr}`.split(':')[0], '.yaml'), lessonFile.id(title), title);
  }
  for (const title of ['Хто це каже?', '', '???', 'New', 'new!', undefined, '中']) assert.equal(lessonFile.id(title), 'lesson');
  assert.equal(lessonFile.id('Con'), 'con-1');
  assert.equal(lessonFile.id(`${'a'.repeat(119)} b`), 'a'.repeat(119));
});

test('a lesson comes out of an address as it went in', async () => {
  const lesson = {
    id: 'a', title: 'Хто — “так”? 😀', minutes: 45, events: ['x'], standards: ['a', { code: 'b', text: 'c' }],
    activities: [{ kind: 'questions', questions: [{ ask: 'Q', choices: ['a', { text: 'b', right: true }] }] }, { kind: 'significance', choose: 2 }],
    citations: 'apa', seed: 7,
  };
  const plain = (await scripts({ compresses: false })).lessonFile;
  for (const packed of [await lessonFile.pack(lesson), await plain.pack(lesson)]) {
    assert.match(packed, /^1[zp][\w-]+$/);
    assert.deepEqual(own(await lessonFile.unpack(packed)), lesson);
  }
});

test('rubbish in an address is nothing, and what no lesson has is left out', async () => {
  const packed = (text) => `1z${deflateRawSync(text).toString('base64url')}`;
  for (const rubbish of ['', '1z', '1zAAAA', '2zabc', '1p!!', '1pAAAA', packed('[]'), packed('7'), packed('null'), packed('{'), undefined, {}, packed(' '.repeat(1 << 22))]) {
    assert.equal(await lessonFile.unpack(rubbish), null, `${rubbish}`.slice(0, 40));
  }
  const found = await lessonFile.unpack(packed(`{"title": 7, "question": "Q", "__proto__": {"polluted": 1}, "constructor": 1, "minutes": "45", "events": ["a", 7, null],
    "activities": [{"kind": "dance"}, {"kind": "questions", "questions": [{"ask": "a", "__proto__": {"x": 1}, "choices": [{"text": "b", "right": "yes"}, []]}]}, 7],
    "intro": "${'x'.repeat(30000)}", "citations": "none", "seed": 1e999}`));
  assert.equal(found.polluted, undefined);
  assert.equal(found.intro.length, 20000);
  assert.deepEqual(own({ ...found, intro: '' }), {
    // (What is typed for a number is kept until it is one.)
    question: 'Q', minutes: '45', intro: '', events: ['a'], activities: [{ kind: 'questions', questions: [{ ask: 'a', choices: [{ text: 'b' }] }] }],
  });
});
