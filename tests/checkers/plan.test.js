// The lessons that are written in the browser: what they consist of, what is wrong with them.
// Dateline itself says the same of the same lessons.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';

import { dateline, files as written } from './lib.js';
import { data, filesOf, lessons, own, scripts } from './plan.js';

const { plan, shuffle, line, lessonFile } = await scripts();
const ids = data.events.map(({ id }) => id);

/** The first activity of a lesson on all events. */
const only = (activity, more = {}) => own(plan({ id: 'a', title: 'T', question: 'Q?', events: ids, activities: [activity], ...more }, data));
const taskOf = (activity, more) => only(activity, more).exercises[0].task;
const titles = (events) => events.map(({ id }) => id);
/** What is wrong: level, code, why, and what is named. */
const problems = (activity, more) =>
  only(activity, more).problems.map(({ level, code, why, about = [] }) => [level, code, why, ...about].filter(Boolean).join(' '));

test('the same seed gives the same order as the pages have', () => {
  const next = shuffle.chance(1234567n);
  // Of a limit of 2^64 the upper half of the product is the number itself.
  const numbers = Array.from({ length: 2 }, () => next(2 ** 52));
  assert.deepEqual(numbers, [6457827717110365317n, 3203168211198807973n].map((it) => Number(it >> 12n)));
  assert.equal(shuffle.hash('a'), 0xaf63dc4c8601ec8cn);
  assert.deepEqual(own(shuffle.deal(7n, 'sequence/0', 8)), [6, 0, 7, 2, 3, 1, 5, 4]);
  assert.notDeepEqual(own(shuffle.deal(7n, 'sequence/1', 8)), [6, 0, 7, 2, 3, 1, 5, 4]);
  for (let seed = 0; seed < 300; seed += 1) {
    assert.ok(!shuffle.sorted(shuffle.deal(BigInt(seed), 'x', 2 + (seed % 3))), `${seed}`);
  }
});

test('cards are dealt in a wrong order, and the key says which belong together', () => {
  const events = ['2024-04-01-call', '2024-01-15-letter', '2024-04-01-reply', '2024-05-16-trip', '2024-05-16-trip', 'gone'];
  const { cards, key } = taskOf({ kind: 'sequence', events });
  const event = (card) => cards[card].event.id;
  assert.deepEqual(key.map(({ cards }) => cards.map(event)), [
    ['2024-01-15-letter'], ['2024-04-01-call', '2024-04-01-reply'], ['2024-05-16-trip'],
  ]);
  assert.deepEqual(key.map(({ note }) => note), [null, 'any', null]);
  const last = cards.find((card) => card.event.id === '2024-05-16-trip');
  assert.equal(last.follows.length, 3);
  const some = taskOf({ kind: 'sequence', events: ['2024-04-visit', '2024-04-01-call', '2024-04-06-warning'] });
  assert.deepEqual(some.key.map(({ note }) => note), ['any']);
  const joined = taskOf({ kind: 'sequence', events: ['2023-talks', '2022-aid', '2024-01-15-letter'] });
  assert.deepEqual(joined.key.map(({ note }) => note), ['some']);
});

test('the time of day counts where it is known', () => {
  const { pairs } = taskOf({ kind: 'cause-or-just-before', pairs: [
    { before: '2024-06-01-tweet', after: '2024-06-01-answer' },
    { before: '2024-06-01-answer', after: '2024-06-01-tweet' },
    { before: '2024-04-01-call', after: 'gone' },
    {},
  ] });
  assert.deepEqual(pairs.map(({ certain }) => certain), [true, false]);
});

test('speakers stand once each, with those who make no claim', () => {
  const claims = ['2024-04-01-call/first', '2024-04-01-call/second', '2024-04-01-reply/first', '2024-04-01-reply/third'];
  const { statements, speakers } = taskOf({ kind: 'who-said-it', claims, distractors: ['xi', 'house', 'xi', 'gone'] });
  assert.deepEqual([...speakers].sort(), ['China', 'The White House', 'Xi Jinping', 'two officials']);
  assert.deepEqual(statements.map(({ speaker }) => speakers[speaker]), ['The White House', 'China', 'The White House', 'two officials']);
});

test('a table has the columns in which something is said, and marks what differs', () => {
  const claims = ['2024-04-01-call/first', '2024-04-01-call/second', '2024-04-01-call/third'];
  const { columns, rows } = taskOf({ kind: 'compare-reports', claims });
  assert.deepEqual(columns, ['value', 'put-as', 'period', 'speaker', 'hedge', 'verb']);
  assert.deepEqual(rows.map(({ row }) => row.report), ['Alpha', 'Beta', 'Gamma', 'Alpha']);
  assert.deepEqual(rows[0].cells[0], ['does not say', true]);
  assert.deepEqual(rows[1].cells, [['70 %', true], ['plain figure', true], ['2023', true], ['China', true], ['–', true], ['does not say', true]]);
  const figures = taskOf({ kind: 'compare-reports', claims: claims.slice(1), columns: ['put-as', 'value', 'colour'] });
  assert.deepEqual(figures.columns, ['put-as', 'value']);
  assert.deepEqual(figures.rows.map(({ cells }) => cells.map(([, differs]) => differs)), [[false, true], [false, true], [false, true]]);
});

test('the other activities consist of what they name', () => {
  assert.equal(taskOf({ kind: 'sourcing', claim: '2023-talks/second' }).claim.text, 'Second of 2023-talks.');
  assert.equal(taskOf({ kind: 'sourcing', claim: '2023-talks/gone' }), null);
  const { items } = taskOf({ kind: 'planned-or-happened' });
  assert.deepEqual(titles(items).sort(), ids.toSorted());
  assert.notDeepEqual(titles(items), ids);
  const { choose, events } = taskOf({ kind: 'significance', choose: 2, events: ['2030-plan', '2022-aid'] });
  assert.deepEqual([choose, titles(events)], [2, ['2022-aid', '2030-plan']]);
  const { asked } = taskOf({ kind: 'questions', questions: [{ ask: 'Who?', claims: ['2022-aid/first', 'gone'] }, { ask: ' ' }] });
  assert.deepEqual(asked.map(({ question, claims }) => [question.ask, claims.length]), [['Who?', 1]]);
});

test('a line is divided into what there is room for', () => {
  const divided = (from, to) => {
    const { ticks } = line.line([], from, to, data.words);
    return [ticks.length, ...ticks.slice(0, 2).map(({ name, under }) => `${name} (${under})`)].join(' ');
  };
  assert.equal(divided('2024-04-02', '2024-04-17'), '17 2 (April 2024) 3 (null)');
  assert.equal(divided('2024-04-02', '2024-05-31'), '10 1 (April 2024) 8 (null)');
  assert.equal(divided('0043-04-02', '0043-04-17'), '17 2 (April AD 43) 3 (null)');
  assert.equal(divided('2023-04-02', '2024-05-31'), '15 April (2023) May (null)');
  assert.equal(divided('2021-02-02', '2024-05-31'), '15 January (2021) April (null)');
  assert.equal(divided('2012-02-02', '2024-05-31'), '14 2012 (null) 2013 (null)');
  assert.equal(divided('1914', '1991-12-26'), '18 1910 (null) 1915 (null)');
  assert.equal(divided('0043-06-28', '1991'), '11 1 BC (null) AD 200 (null)');
  assert.equal(line.line([], '2024', '2023', data.words), null);
  for (let number = -900000; number < 900000; number += 977) {
    const { year, month, day } = line.dateOf(number);
    assert.equal(line.numberOf(year, month, day), number);
    assert.equal(Date.UTC(2000, month - 1, day) + 864e5 * (number - line.numberOf(2000, month, day)), 864e5 * number);
  }
  for (const wrong of ['2024-13', '2024-02-30', '24', '-0000', '2024-00', '2024-04-00', 'April', '2024/2025', null]) {
    assert.equal(line.read(wrong), null, `${wrong}`);
  }
  const { marks, off } = taskOf({ kind: 'blank-timeline', events: ['2024-04-01-call', '2024-04-visit', '2023-talks'], from: '2024-04-01', to: '2024-04-10' });
  assert.deepEqual(marks.map(({ event, from, to }) => [event.id, from, to]), [['2024-04-visit', 0, 1], ['2024-04-01-call', 0, 0.1]]);
  assert.deepEqual(titles(off), ['2023-talks']);
});

test('nothing throws, however little there is', () => {
  const odd = [undefined, null, 0, '', 'x', [], [null], {}, { a: 1 }, [[]], ['x', 7], true, NaN];
  const keys = ['events', 'claims', 'distractors', 'columns', 'claim', 'from', 'to', 'choose', 'rubric', 'pairs', 'questions', 'minutes'];
  const kinds = ['sequence', 'who-said-it', 'compare-reports', 'sourcing', 'planned-or-happened', 'blank-timeline', 'significance', 'cause-or-just-before', 'questions', 'other'];
  for (const it of odd) {
    plan(it, data);
    plan({ title: it, question: it, events: it, activities: it, seed: it, standards: it, vocabulary: it, minutes: it }, data);
    const activities = kinds.map((kind) => ({ kind, ...Object.fromEntries(keys.map((key) => [key, it])) }));
    const asked = { kind: 'questions', questions: [{ ask: it, choices: it, claims: it, answer: it }, { choices: [it, { text: it }] }] };
    const lesson = { activities: [...activities, asked, { kind: 'significance', rubric: [{ levels: it }] }], standards: [it, { code: it }], vocabulary: [{ term: it }], pairs: [{ before: it }] };
    plan(lesson, data);
    assert.ok(lessonFile.write(lesson, data));
  }
  assert.deepEqual(own(plan({}, data).problems.map(({ code }) => code)), ['no-title', 'no-question', 'no-events', 'no-activities']);
});

test('what is not filled in is told', () => {
  assert.deepEqual(problems({ kind: 'dance' }), ['error no-kind']);
  assert.deepEqual(problems({ kind: 'sourcing' }), ['error no-claim']);
  assert.deepEqual(problems({ kind: 'sourcing', claim: '2023-talks/first', minutes: 2001 }), ['error bad-minutes']);
  assert.deepEqual(problems({ kind: 'significance' }), ['error no-choose']);
  assert.deepEqual(problems({ kind: 'significance', choose: 0.5, rubric: [{ levels: ['Good'] }] }), ['error bad-choose', 'error no-criterion']);
  assert.deepEqual(problems({ kind: 'cause-or-just-before', pairs: [{ before: '2022-aid' }] }), [
    'error half-pair Event 2022-aid', 'error activity-too-small few',
  ]);
  assert.deepEqual(problems({ kind: 'questions', questions: [{}, { answer: 'So.', claims: ['2022-aid/first'] }] }), ['warning no-ask', 'error no-ask']);
  assert.deepEqual(problems({ kind: 'blank-timeline', from: 'May', to: '2040' }), ['error bad-date May']);
  const more = {
    minutes: 0, seed: -1, events: [...ids, 'gone'], standards: [{ text: 'To know.' }], vocabulary: [{ term: 'a' }, { meaning: 'b' }, {}],
  };
  assert.deepEqual(problems({ kind: 'sourcing', claim: '2023-talks/first' }, more), [
    'error bad-minutes', 'error bad-seed', 'warning unknown-reference event gone', 'error no-code To know.', 'error no-meaning a', 'error no-term b',
  ]);
  const [problem] = only({ kind: 'questions', questions: [{ ask: 'A', answer: 'b', claims: ['2022-aid/first'] }, { ask: 'A' }] }).problems;
  assert.deepEqual(problem, { code: 'bad-question', level: 'error', activity: 0, question: 1, why: 'no-answer' });
});

const told = (all) => [...new Set(all.map(([level, code]) => `${level} ${code}`))].sort();

test('what is wrong with a lesson is what Dateline says of its file', async (t) => {
  const all = lessons(300, 5, false);
  const { stdout } = await dateline('check', await written(t, filesOf(all, lessonFile)), '--format', 'json');
  const found = new Map(all.map(({ id }) => [`${id}.yaml`, []]));
  for (const diagnostic of JSON.parse(stdout).diagnostics) {
    found.get(path.basename(diagnostic.file))?.push([diagnostic.severity, diagnostic.code]);
  }
  const codes = new Set();
  for (const lesson of all) {
    const own = plan(lesson, data).problems.map(({ level, code }) => [level, code]);
    own.forEach(([, code]) => codes.add(code));
    assert.deepEqual(told(own), told(found.get(`${lesson.id}.yaml`)), JSON.stringify(lesson));
  }
  assert.deepEqual([...codes].sort(), [
    'activity-too-small', 'answer-without-claim', 'bad-question', 'bad-standard', 'named-twice', 'not-in-lesson', 'off-the-line', 'one-answer', 'order-unknown',
  ]);
});
