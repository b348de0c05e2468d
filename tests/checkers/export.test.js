// What `dateline export` writes, read by the tools that it is for.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { isEvent, iter, parse } from '@markwhen/parser';

import { browser, dateline, folder, full, root } from './lib.js';

const example = path.join(root, 'events');
const require = createRequire(import.meta.url);

/** The events, as the data of the site have them, and the file for a tool. */
async function exported(t, events, format) {
  const out = path.join(await folder(t), `out.${format}`);
  const said = await dateline('export', '--dir', events, '--to', format, out, '--report', `${out}.txt`);
  assert.equal(said.code, 0, said.stderr);
  const { stdout } = await dateline('list', '--dir', events, '--format', 'json');
  return { out, text: await readFile(out, 'utf8'), events: JSON.parse(stdout) };
}

const day = (iso) => iso.slice(0, 10);
/** The day before, since markwhen ends where the next thing could begin. */
const before = (iso) => new Date(Date.parse(iso) - 1).toISOString().slice(0, 10);

for (const [name, events] of [['the example', example], ['a timeline that uses everything', full]]) {
  test(`markwhen reads ${name}`, async (t) => {
    const { out, text, events: all } = await exported(t, events, 'markwhen');
    const read = parse(text);
    assert.deepEqual(read.parseMessages, []);
    assert.deepEqual(read.documentMessages, []);
    const entries = [...iter(read.events)].map(({ eventy }) => eventy).filter(isEvent);
    // What is left out is told, and only that.
    const lost = await readFile(`${out}.txt`, 'utf8');
    const left = /^left out:.*\n((?: {2}.*\n)*)/m.exec(lost)?.[1].trim().split(/\s+/) ?? [];
    const told = all.filter(({ id }) => !left.includes(id));
    assert.equal(entries.length, told.length);
    for (const [at, event] of told.entries()) {
      const entry = entries[at];
      assert.ok(entry.firstLine.restTrimmed.startsWith(event.title.replaceAll('#', '＃').replaceAll('[', '(').replaceAll(']', ')')), event.id);
      assert.deepEqual(entry.tags, [event.kind, ...(event.status === 'happened' ? [] : [event.status]), ...event.topics].map((tag) => tag.replaceAll('-', '_')), event.id);
      assert.equal(day(entry.dateRangeIso.fromDateTimeIso), event.when.earliest ?? event.when.latest, event.id);
      // An event without an end, or with a time of day, ends where it begins.
      if (event.when.earliest && event.when.latest && !event.when.edtf.includes('T')) {
        assert.equal(before(entry.dateRangeIso.toDateTimeIso), event.when.latest, event.id);
      }
    }
  });
}

test('TimelineJS shows the timeline', async (t) => {
  const dist = path.dirname(require.resolve('@knight-lab/timelinejs/dist/js/timeline.js'));
  const chromium = await browser(t);
  for (const events of [example, full]) {
    const { out, text, events: all } = await exported(t, events, 'timelinejs');
    const { title, events: slides } = JSON.parse(text);
    const page = path.join(path.dirname(out), 'page.html');
    const script = pathToFileURL(path.join(dist, 'timeline.js'));
    await writeFile(page, `<!doctype html><div id="t" style="height: 600px"></div><script src="${script}"></script>`);
    const tab = await chromium.newPage();
    await tab.goto(pathToFileURL(page).href);
    const shown = await tab.evaluate(async (data) => {
      const timeline = new globalThis.TL.Timeline('t', data, { language: 'en' });
      if (!timeline.ready) await new Promise((ready) => { timeline.on('ready', ready); });
      return {
        messages: timeline.config.messages,
        titles: [...document.querySelectorAll('.tl-slide h2')].map((it) => it.textContent.trim()),
        dates: timeline.config.events.map((it) => [it.unique_id, it.display_date]),
      };
    }, JSON.parse(text));
    assert.deepEqual(shown.messages, { errors: [], warnings: [] });
    const ids = slides.map(({ unique_id: id }) => id);
    const told = all.filter(({ id }) => ids.includes(id));
    assert.equal(told.length, slides.length);
    const titles = await tab.evaluate(() => document.querySelectorAll('.tl-slide h2 b').length);
    assert.equal(titles, 0, 'a title is text, not markup');
    const headline = await tab.evaluate((html) => Object.assign(document.createElement('p'), { innerHTML: html }).textContent, title.text.headline);
    assert.deepEqual(new Set(shown.titles), new Set([headline, ...told.map((event) => event.title)]));
    for (const [id, words] of shown.dates) {
      const event = all.find((it) => it.id === id);
      assert.ok(words.endsWith(event.when.text), `${id}: ${words}`);
    }
    await tab.close();
  }
});
