// The calendar, by two independent readers: that it is right, and that it says of every
// event what events.json says.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import ICAL from 'ical.js';

import { build, files, full, list, python, root } from './lib.js';

const events = path.join(root, 'events');

const day = 86_400_000;
const time = (text) => Date.parse(`${text}T00:00:00Z`);
const plus = (text, days) => new Date(time(text) + days * day).toISOString().slice(0, 10);

/** What is wrong with the text of a calendar as text: a line each. */
function wrongLines(text) {
  const wrong = [];
  if (!text.endsWith('\r\n')) wrong.push('the last line has no end');
  for (const line of text.split('\r\n')) {
    if (/[\r\n]/.test(line)) wrong.push(`an end of line by itself: ${JSON.stringify(line.slice(0, 40))}`);
    if (Buffer.byteLength(line) > 75) wrong.push(`${Buffer.byteLength(line)} octets: ${line}`);
    if (line.includes('\uFFFD')) wrong.push(`cut inside of a character: ${line}`);
  }
  return wrong;
}

/** A calendar as ical.js reads it, in the form of read.py. */
function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const value = (event, name) => event.getFirstPropertyValue(name);
  // Early years it writes with fewer digits.
  const date = (it) => it.toString().replace(/^\d+/, (year) => year.padStart(4, '0'));
  const all = calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: value(event, 'uid'),
    start: date(value(event, 'dtstart')),
    end: event.hasProperty('dtend') ? date(value(event, 'dtend')) : null,
    stamp: value(event, 'dtstamp').toString().replace('Z', '+00:00'),
    summary: value(event, 'summary'),
    status: value(event, 'status'),
    transparency: value(event, 'transp'),
    location: value(event, 'location'),
    description: value(event, 'description'),
    url: value(event, 'url'),
    categories: event.getFirstProperty('categories').getValues(),
  }));
  return { events: all, name: value(calendar, 'name'), leftOut: Number(value(calendar, 'x-dateline-left-out') ?? 0) };
}

/** Times as both readers write them: without what they write differently. */
const plain = (one) => ({ ...one, start: one.start.replace(/(Z|\+00:00)$/, 'Z') });

/** What stands in a calendar for an event of events.json, where that can be told from it. */
function expected({ when, status }) {
  const { edtf, earliest, latest } = when;
  const state = { planned: 'TENTATIVE', confirmed: 'CONFIRMED', happened: 'CONFIRMED', postponed: 'TENTATIVE', cancelled: 'CANCELLED' }[status];
  const doubtful = state === 'CANCELLED' ? state : 'TENTATIVE';
  const clock = edtf.match(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(Z|[+-]\d\d(:?\d\d)?)?$/);
  if (clock) {
    const [, date, hour, offset] = clock;
    const full = offset?.length === 3 ? `${offset}:00` : offset;
    const start = offset ? `${new Date(`${date}T${hour}${full}`).toISOString().slice(0, 19)}Z` : `${date}T${hour}`;
    return [{ start, end: null, status: state }];
  }
  if (earliest === null || latest === null) return [];
  if (!/^\d{4}-/.test(earliest) || !/^\d{4}-/.test(latest) || earliest < '0001' || latest >= '9999-12-31') return [];
  const exact = (text) => /^\d{4}-\d\d-\d\d$/.test(text);
  const whole = { start: earliest, end: plus(latest, 1) };
  if (exact(edtf)) return [{ ...whole, status: state }];
  if (edtf.startsWith('{')) {
    const members = edtf.slice(1, -1).split(',');
    if (!members.every((member) => member.split('..').every(exact))) return undefined;
    return members.map((member) => {
      const [first, last = first] = member.split('..');
      return { start: first, end: plus(last, 1), status: state };
    });
  }
  const ends = edtf.split('/');
  if (ends.length === 2) {
    if (ends.every(exact)) return [{ ...whole, status: state }];
    // How long the ends are in doubt is not told by earliest and latest.
    return time(latest) - time(earliest) < 366 * day ? [{ ...whole, status: doubtful }] : undefined;
  }
  if ((time(latest) - time(earliest)) / day + 1 > 366) return [];
  return [{ ...whole, status: doubtful }];
}

for (const [what, from] of [['the example', events], ['a site that uses everything', full]]) {
  test(`the calendar of ${what} is right, and says what events.json says`, async (t) => {
    const built = await build(t, from);
    const names = await list(built, '.ics');
    const paths = names.map((name) => path.join(built, name));
    const said = await python('read.py', 'calendar', ...paths);
    const texts = await Promise.all(paths.map((name) => readFile(name, 'utf8')));
    texts.forEach((text, number) => {
      assert.deepEqual(wrongLines(text), [], names[number]);
      assert.deepEqual(said[number].errors, [], names[number]);
      // Both readers read the same.
      const other = read(text);
      assert.deepEqual(said[number].events.map(plain), other.events.map(plain), names[number]);
      assert.equal(said[number].leftOut, other.leftOut);
      assert.equal(said[number].name, other.name);
    });
    const data = JSON.parse(await readFile(path.join(built, 'events.json'), 'utf8'));
    const whole = said[names.indexOf('calendar.ics')];
    // Neither reader knows that a name is text, which is escaped.
    assert.equal(whole.name.replace(/\\([\\,;])/g, '$1'), data.timeline.title);
    const none = data.events.filter((event) => expected(event)?.length === 0).length;
    const untold = data.events.filter((event) => expected(event) === undefined).length;
    assert.ok(whole.leftOut >= none && whole.leftOut <= none + untold, `${whole.leftOut} left out`);
    const uids = whole.events.map(({ uid }) => uid);
    assert.equal(new Set(uids).size, uids.length);
    let [compared, unknown] = [0, 0];
    const rest = [...whole.events];
    for (const event of data.events) {
      const wanted = expected(event);
      const isOf = ({ summary }) => summary === event.title || summary.startsWith(`${event.title} (`);
      if (wanted === undefined) {
        unknown += 1;
        while (rest.length > 0 && isOf(rest[0])) rest.shift();
        continue;
      }
      const found = rest.splice(0, wanted.length);
      assert.deepEqual(
        found.map(({ start, end, status }) => ({ start: start.replace('+00:00', 'Z'), end, status })),
        wanted,
        event.id,
      );
      for (const one of found) {
        assert.ok(isOf(one), `${event.id}: ${one.summary}`);
        assert.equal(one.transparency, 'TRANSPARENT');
        assert.ok(one.description.toLowerCase().startsWith(event.when.text.toLowerCase()), one.description);
        const certain = one.status !== 'TENTATIVE' || /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(event.when.edtf);
        if (!certain) assert.ok(one.summary.includes(`date not certain: ${event.when.text}`), one.summary);
        if (!['happened', 'confirmed'].includes(event.status)) assert.ok(one.summary.includes(event.status), one.summary);
        compared += 1;
      }
    }
    assert.deepEqual(rest, []);
    assert.ok(compared > 20 && unknown < 5, `${compared} compared, ${unknown} not`);
    // What is still to come has a file of its own, with the same entries.
    const ahead = data.events.filter(({ status }) => ['planned', 'confirmed'].includes(status));
    let own = 0;
    for (const { id } of ahead) {
      const page = await readFile(path.join(built, `events/${id}/index.html`), 'utf8');
      const number = names.indexOf(`events/${id}/event.ics`);
      assert.equal(page.includes('href="event.ics"'), number !== -1, id);
      if (number === -1) continue;
      own += 1;
      for (const event of said[number].events) {
        assert.deepEqual(event, whole.events.find(({ uid }) => uid === event.uid));
      }
    }
    assert.equal(own, names.length - 1);
    assert.ok(own > 0);
  });
}

test('a timeline that has nothing for a calendar has none', async (t) => {
  const made = await files(t, {
    'timeline.yaml': 'title: Long ago\n',
    '0043-cooperation.yaml': 'title: Long ago\nkind: other\nstatus: happened\nwhen: "-0043"\n',
  }).catch(() => null);
  assert.ok(made);
  const built = await build(t, made).catch((error) => assert.fail(error));
  assert.deepEqual(await list(built, '.ics'), []);
  assert.doesNotMatch(await readFile(path.join(built, 'index.html'), 'utf8'), /\.ics/);
});

test('what is wrong would be told', () => {
  const right = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
  assert.deepEqual(wrongLines(right), []);
  assert.match(wrongLines(right.replace('\r\n', '\n')).join(), /an end of line by itself/);
  assert.match(wrongLines(`${right}X-A:${'x'.repeat(72)}\r\n`).join(), /76 octets/);
  assert.match(wrongLines(right.trimEnd()).join(), /no end/);
});
