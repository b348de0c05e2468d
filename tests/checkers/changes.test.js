// The page of changes, and what is new since the reader's last visit: in Chromium, from the
// disk and from a server, with storage and without.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';

import { browser, build, onDisk, root, serve } from './lib.js';

const events = path.join(root, 'events');

/** A new reader, and what goes wrong before their eyes. */
async function reader(started, base, options = {}, denied = false) {
  const context = await started.newContext(options);
  if (denied) {
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
  }
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) wrong.push(`asks for ${request.url()}`);
  });
  return { page, wrong };
}

/** What is kept of the reader. */
const kept = (page) => page.evaluate(() => ({ ...localStorage }));

/** The days that are marked as new. */
const marked = (page) =>
  page.locator('[data-day]:has(.visit-mark)').evaluateAll((days) => days.map((day) => day.dataset.day));

/** Puts the last visit back to a day. */
const goBack = (page, day) =>
  page.evaluate((day) => {
    for (const key of Object.keys(localStorage)) localStorage.setItem(key, day);
  }, day);

test('what is new since the last visit is marked, and nothing is sent', async (t) => {
  const started = await browser(t);
  const built = await build(t, events);
  for (const base of [await serve(t, built), onDisk(built)]) {
    const { page, wrong } = await reader(started, base);
    const changes = `${base}changes/index.html`;
    // The first visit: nothing is new, as nothing is old.
    await page.goto(changes);
    const days = await page.locator('[data-day]').evaluateAll((all) => all.map((day) => day.dataset.day));
    assert.ok(days.length >= 3);
    assert.deepEqual(await marked(page), []);
    assert.equal(await page.locator('.visit-switch input').isChecked(), true);
    const first = await kept(page);
    assert.match(Object.values(first)[0], new RegExp(`^${days[0]}:\\d+( \\d{4}-\\d\\d-\\d\\d:\\d+){${days.length - 1}}$`));
    assert.match(Object.keys(first)[0], /^dateline-seen:\/.*\/$/);
    await page.goto(`${base}index.html`);
    assert.equal(await page.locator('.visit-note').count(), 0);
    // Reports came since the second day.
    await goBack(page, days[1]);
    await page.reload();
    const note = page.locator('.visit-note');
    assert.match(await note.innerText(), /^\d+ changes since your last visit$/);
    const lead = await page.goto(changes).then(() => page.locator('.change-lead').first().innerText());
    assert.deepEqual(await marked(page), [days[0]]);
    assert.equal(await page.locator('.visit-mark').first().innerText(), 'New since your last visit');
    // The numbers agree.
    await goBack(page, days[1]);
    await page.goto(`${base}index.html`);
    assert.equal((await note.innerText()).split(' ')[0], lead.split(' ')[0]);
    await note.locator('a').click();
    await page.waitForURL(changes);
    assert.deepEqual(await marked(page), [days[0]]);
    // Seen: it is new no more.
    await page.reload();
    assert.deepEqual(await marked(page), []);
    await page.goto(`${base}index.html`);
    assert.equal(await note.count(), 0);
    // Away since before the first day, and with nonsense in the storage.
    await goBack(page, '1999-01-01');
    await page.goto(changes);
    assert.deepEqual(await marked(page), days);
    await goBack(page, 'nonsense');
    await page.goto(changes);
    assert.deepEqual(await marked(page), []);
    assert.deepEqual(await kept(page), first);
    assert.deepEqual(wrong, []);
    await page.context().close();
  }
});

test('the first page counts from the first visit on, wherever that was', async (t) => {
  const started = await browser(t);
  const base = await serve(t, await build(t, events));
  const { page, wrong } = await reader(started, base);
  await page.goto(`${base}index.html`);
  assert.equal(await page.locator('.visit-note').count(), 0);
  const [day] = Object.values(await kept(page));
  assert.match(day, /^\d{4}-\d\d-\d\d:\d+ /);
  // The note stays until the changes were seen.
  await goBack(page, '2000-01-01');
  for (let visit = 0; visit < 2; visit += 1) {
    await page.goto(`${base}index.html`);
    assert.equal(await page.locator('.visit-note').count(), 1);
  }
  assert.deepEqual(wrong, []);
});

test('what is added to a day that was seen is new, too', async (t) => {
  const started = await browser(t);
  for (const base of [onDisk(await build(t, events))]) {
    const { page, wrong } = await reader(started, base);
    const changes = `${base}changes/index.html`;
    await page.goto(changes);
    const counted = Object.values(await kept(page))[0].split(' ').map((part) => part.split(':'));
    const had = (...counts) => counted.map(([day, count], at) => `${day}:${counts[at] ?? count}`).join(' ');
    // The second day had one change less.
    await goBack(page, had(undefined, counted[1][1] - 1));
    await page.goto(`${base}index.html`);
    assert.equal(await page.locator('.visit-note').innerText(), 'Earlier days have new entries since your last visit');
    await page.goto(changes);
    assert.deepEqual(await marked(page), [counted[1][0]]);
    await page.reload();
    assert.deepEqual(await marked(page), []);
    // It was not there at all, though a day before it was.
    await goBack(page, had().replace(/ \S+/, ''));
    await page.goto(changes);
    assert.deepEqual(await marked(page), [counted[1][0]]);
    // Something was taken away: nothing is new.
    await goBack(page, had(undefined, Number(counted[1][1]) + 1));
    await page.goto(changes);
    assert.deepEqual(await marked(page), []);
    assert.deepEqual(wrong, []);
  }
});

test('it can be switched off, which forgets, and on again', async (t) => {
  const started = await browser(t);
  const built = await build(t, events);
  for (const base of [await serve(t, built), onDisk(built)]) {
    const { page, wrong } = await reader(started, base);
    const box = page.locator('.visit-switch input');
    await page.goto(`${base}changes/index.html`);
    await goBack(page, '2000-01-01');
    await page.reload();
    assert.notEqual((await marked(page)).length, 0);
    await page.getByText('Mark what is new since my last visit').click();
    assert.equal(await box.isChecked(), false);
    assert.deepEqual(await marked(page), []);
    assert.deepEqual(Object.values(await kept(page)), ['off']);
    await page.goto(`${base}index.html`);
    assert.equal(await page.locator('.visit-note').count(), 0);
    assert.deepEqual(Object.values(await kept(page)), ['off']);
    await page.goto(`${base}changes/index.html`);
    assert.equal(await box.isChecked(), false);
    await box.focus();
    await page.keyboard.press('Space');
    assert.equal(await box.isChecked(), true);
    assert.match(Object.values(await kept(page))[0], /^\d{4}-/);
    await page.reload();
    assert.equal(await box.isChecked(), true);
    assert.deepEqual(await marked(page), []);
    assert.deepEqual(wrong, []);
    await page.context().close();
  }
});

test('two timelines on one host do not know of one another', async (t) => {
  const started = await browser(t);
  const [one, other] = [onDisk(await build(t, events)), onDisk(await build(t))];
  const { page } = await reader(started, one);
  await page.goto(`${one}changes/index.html`);
  await page.goto(`${other}changes/index.html`);
  const keys = Object.keys(await kept(page));
  assert.equal(keys.length, 2);
  await goBack(page, '2000-01-01');
  await page.goto(`${other}changes/index.html`);
  await page.goto(`${one}index.html`);
  assert.equal(await page.locator('.visit-note').count(), 1);
});

test('where storage is denied, and without JavaScript, the page is whole and offers nothing', async (t) => {
  const started = await browser(t);
  const built = await build(t, events);
  const texts = [];
  for (const base of [await serve(t, built), onDisk(built)]) {
    for (const [options, denied] of [[{}, true], [{ javaScriptEnabled: false }, false]]) {
      const { page, wrong } = await reader(started, base, options, denied);
      await page.goto(`${base}index.html`);
      assert.equal(await page.locator('.visit-note').count(), 0);
      await page.goto(`${base}changes/index.html`);
      assert.equal(await page.locator('.visit-switch').count(), 0);
      assert.deepEqual(await marked(page), []);
      texts.push(await page.locator('main').innerText());
      assert.deepEqual(wrong, []);
      await page.context().close();
    }
  }
  assert.equal(new Set(texts).size, 1);
  assert.ok(texts[0].length > 5000);
});

test('each sort of change has a word and a shape, and the newest day stands first', async (t) => {
  const started = await browser(t);
  const shapes = new Map();
  for (const from of [events, undefined]) {
    const base = onDisk(await build(t, from));
    const { page } = await reader(started, base, { javaScriptEnabled: false });
    await page.goto(`${base}changes/index.html`);
    const days = await page.locator('[data-day]').evaluateAll((all) => all.map((day) => day.dataset.day));
    assert.deepEqual(days, [...days].sort().reverse());
    const times = await page.locator('.change-day h2 time').evaluateAll((all) => all.map((it) => it.dateTime));
    assert.deepEqual(times, days);
    const sorts = await page.locator('.change').evaluateAll((all) =>
      all.map((it) => {
        const word = it.querySelector('.change-word');
        return [it.className, word.textContent, getComputedStyle(word, '::before').content];
      }),
    );
    for (const [name, word, shape] of sorts) {
      assert.match(word, /^[A-Z][a-z ]+$/);
      shapes.set(word, new Set([...(shapes.get(word) ?? []), `${name} ${shape}`]));
    }
  }
  assert.deepEqual([...shapes.keys()].sort(), ['Added', 'Confirmed', 'Contradicted', 'Corrected', 'Moved', 'Status changed']);
  const all = [...shapes.values()].map((set) => [...set]);
  assert.ok(all.every((set) => set.length === 1), JSON.stringify(all));
  const marks = all.map(([one]) => one.split(' ').slice(2).join(' '));
  assert.ok(marks.every((mark) => /^"[^"]"/.test(mark)) && new Set(marks).size === 6, marks.join());
});
