// The tables, by Python's reader of CSV: that they are right, say what events.json says, and
// that no spreadsheet reckons with a text of theirs.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { build, files, full, python, root } from './lib.js';

/** A text as a table has it: an apostrophe before what a spreadsheet would reckon with. */
const cell = (text) => (/^[=+\-@\t\r＝＋－＠]/.test(text ?? '') ? `'${text}` : (text ?? ''));

/** The rows of a site's tables, as objects. */
async function tables(of) {
  const names = ['events.csv', 'claims.csv'].map((name) => path.join(of, name));
  const read = await python('read.py', 'table', ...names);
  return read.map(({ columns, rows }) => {
    for (const row of rows) assert.equal(row.length, columns.length, row.join());
    return rows.map((row) => Object.fromEntries(columns.map((column, number) => [column, row[number]])));
  });
}

for (const [what, from] of [['the example', path.join(root, 'events')], ['a site that uses everything', full]]) {
  test(`the tables of ${what} say what events.json says`, async (t) => {
    const built = await build(t, from);
    const [events, claims] = await tables(built);
    const data = JSON.parse(await readFile(path.join(built, 'events.json'), 'utf8'));
    const name = (kind, id) => data[kind].find((one) => one.id === id)?.name ?? '';
    assert.deepEqual(
      events.map(({ reports, origins, url, place, ...row }) => row),
      data.events.map((event) => ({
        id: cell(event.id),
        title: cell(event.title),
        kind: event.kind,
        status: event.status,
        when: cell(event.when.edtf),
        earliest: cell(event.when.earliest),
        latest: cell(event.when.latest),
        when_text: cell(event.when.text),
        actors: cell([...new Set(event.actors.map((actor) => actor.name))].join('; ')),
        topics: cell(event.topics.join('; ')),
        summary: cell(event.summary),
        claims: String(event.claims.length),
        first_reported: cell(event.first_reported),
      })),
    );
    events.forEach((row, number) => {
      assert.match(row.reports, /^\d+$/);
      assert.match(row.origins, /^\d+$/);
      const { place, url } = data.events[number];
      assert.ok(place === null ? row.place === '' : row.place.startsWith(cell(name('places', place))), row.place);
      assert.ok(row.url.endsWith(url) || row.url === `${url}index.html`, row.url);
    });
    const all = data.events.flatMap((event) => event.claims.map((claim) => ({ event, claim })));
    assert.deepEqual(
      claims.map(({ url, of, ...row }) => row),
      all.map(({ event, claim }) => ({
        event: cell(event.id),
        id: cell(claim.id),
        text: cell(claim.text),
        speaker: cell(claim.speaker.name),
        speaker_kind: claim.speaker.kind,
        said: cell(claim.said),
        hedge: claim.hedge,
        measure: cell(claim.figure?.measure),
        value: String(claim.figure?.value ?? ''),
        to: String(claim.figure?.to ?? ''),
        comparator: claim.figure?.comparator ?? '',
        unit: cell(claim.figure?.unit),
        period: cell(claim.figure?.period),
        relations: claim.relations.map(({ kind, event, claim }) => `${kind} ${event}/${claim}`).join('; '),
        reported_by: claim.reported_by.join('; '),
        reports: String(claim.reported_by.length),
        origins: String(claim.origins),
      })),
    );
    assert.ok(events.length > 20 && claims.length > 5);
    // A text that a spreadsheet would reckon with: there is none, but for plain numbers.
    for (const value of [...events, ...claims].flatMap((row) => Object.values(row))) {
      assert.ok(/^-?[\d.]+$/.test(value) || !/^[=+\-@]/.test(value), value);
    }
  });
}

test('a table is as RFC 4180 has it, and no formula gets in', async (t) => {
  const made = await files(t, {
    'timeline.yaml': 'title: Tables\n',
    '2024-04-02-call.yaml': [
      'title: "=HYPERLINK(\\"https://example.org\\", \\"a, b\\")"',
      'kind: call',
      'status: happened',
      'when: 2024-04-02',
      'summary: "@first\\n\\n- second"',
      'claims:',
      '  - {id: a, text: "+1, \\"x\\"", by: {anonymous: "-2"}, reported_by: [s], figure: {measure: m, value: -1.5}}',
      '',
    ].join('\n'),
    'sources.yaml': '- {id: s, title: S, type: reportage, published: 2024-04-02}\n',
  });
  const built = await build(t, made);
  const text = await readFile(path.join(built, 'claims.csv'), 'utf8');
  assert.ok(text.startsWith('\uFEFFevent,id,text,'));
  assert.equal(text.split('\r\n').length, 3);
  assert.ok(text.includes(`"'+1, ""x""",'-2,anonymous`), text);
  assert.ok(text.includes(',-1.5,'), text);
  const [[event]] = await tables(built);
  assert.equal(event.title, `'=HYPERLINK("https://example.org", "a, b")`);
  assert.equal(event.summary, "'@first\n\nsecond");
});
