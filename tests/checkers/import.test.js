// The example files that other tools ship, taken over: all that was in them is in the event
// files or in the report.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

import ICAL from 'ical.js';
import { parse } from 'yaml';

import { dateline, folder, list, python } from './lib.js';

const require = createRequire(import.meta.url);

/** Takes a file over; the event files' texts, the report, and what was printed. */
async function taken(t, file, ...more) {
  const place = await folder(t);
  const into = path.join(place, 'events');
  const report = path.join(place, 'report.json');
  const said = await dateline('import', file, '--into', into, '--report', report, ...more);
  if (said.code !== 0) return { code: said.code, said: said.stderr };
  const names = await list(into, '.yaml').catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(path.join(into, name), 'utf8')));
  const told = await readFile(report, 'utf8');
  if (names.length > 0) {
    const checked = await dateline('check', into);
    assert.equal(checked.code, 0, `${file}: ${checked.stderr}`);
  }
  // As values: quotes and line breaks of YAML and JSON are no part of them.
  const values = [...texts.map((text) => parse(text)), JSON.parse(told)];
  return { code: 0, report: JSON.parse(told), all: leaves(values).join('\n') };
}

/** All texts and numbers in a value. */
function leaves(value) {
  if (value === null || value === undefined) return [];
  return typeof value === 'object' ? Object.values(value).flatMap(leaves) : [String(value)];
}

/** The words that people read of HTML, and the addresses in it. */
function contents(html) {
  const addresses = [...html.matchAll(/https?:\/\/[^\s"'<>,]+/g)].map(([address]) => address);
  const text = html.replace(/<[^>]*>/g, ' ').replace(/https?:\/\/\S+/g, ' ').replace(/&#?\w+;/g, ' ');
  return { addresses, words: text.match(/[\p{L}\p{N}]{2,}/gu) ?? [] };
}

/** What of a text is nowhere. A group becomes a topic, in small letters; of a script it is told that there was one. */
function missing(text, all) {
  const { addresses, words } = contents(text.replace(/<script\b[^]*?<\/script>/gi, ' script ').toLowerCase());
  const plain = all.replaceAll('\\', '').toLowerCase();
  const gone = addresses.filter((address) => !plain.includes(address.replaceAll('&amp;', '&')) && !plain.includes(address));
  return [...gone, ...words.filter((word) => !plain.includes(word))];
}

test('the examples of TimelineJS', async (t) => {
  const home = path.dirname(path.dirname(path.dirname(require.resolve('@knight-lab/timelinejs/dist/js/timeline.js'))));
  const templates = path.join(home, 'src/template');
  const names = (await readdir(templates)).filter((name) => /\.(json|csv)$/.test(name));
  let slides = 0;
  for (const name of names) {
    const file = path.join(templates, name);
    const { code, report, all, said } = await taken(t, file);
    assert.equal(code, 0, said);
    assert.equal(report.written.events + report.left_out + report.there_already, report.records, name);
    slides += report.records;
    const text = await readFile(file, 'utf8');
    const values = name.endsWith('.json') ? leaves(JSON.parse(text)) : [text.slice(text.indexOf('\n'))];
    const gone = values.flatMap((value) => missing(value, all));
    assert.deepEqual([...new Set(gone)], [], name);
  }
  assert.ok(names.length >= 4 && slides > 60, `${names.length} files, ${slides} slides`);
});

test('the calendars that the checks of icalendar read', async (t) => {
  const { folder: home } = await python('where.py', 'icalendar');
  const below = path.join(home, 'tests');
  const names = await list(below, '.ics');
  const seen = { taken: 0, refused: 0, titles: 0 };
  for (const name of names) {
    const { code, report, all, said } = await taken(t, path.join(below, name));
    if (code !== 0) {
      // What is no calendar, or has nothing in it, is refused in words.
      assert.equal(code, 2, `${name}: ${said}`);
      assert.match(said, /^error: /, name);
      seen.refused += 1;
      continue;
    }
    seen.taken += 1;
    assert.equal(report.written.events + report.left_out + report.there_already, report.records, name);
    for (const title of titles(await readFile(path.join(below, name), 'utf8'))) {
      assert.deepEqual(missing(title, all), [], `${name}: ${title}`);
      seen.titles += 1;
    }
  }
  assert.ok(seen.taken > 60 && seen.titles > 60, JSON.stringify(seen));
});

/** The titles of a calendar's events, as another program reads them; none if it cannot. */
function titles(text) {
  try {
    const calendars = [ICAL.parse(text)].flat();
    const roots = typeof calendars[0] === 'string' ? [calendars] : calendars;
    const events = roots.flatMap((root) => new ICAL.Component(root).getAllSubcomponents('vevent'));
    return events.map((event) => event.getFirstPropertyValue('summary')).filter((it) => typeof it === 'string');
  } catch {
    return [];
  }
}
