// The lesson builder: what it shows is what the site would print of the lesson's file, which
// `dateline check` accepts; and all of it can be done by keyboard.

import assert from 'node:assert/strict';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { parse } from 'yaml';

import { browser, build, dateline, files, folder, full, onDisk, root, serve } from './lib.js';

const example = path.join(root, 'events');

/** The builder of a site, in a window of its own. */
async function open(t, of, { hash = '', ...options } = {}) {
  const base = await serve(t, of);
  const page = await (await (await browser(t)).newContext({ acceptDownloads: true, ...options })).newPage();
  page.wrong = [];
  page.on('console', (message) => page.wrong.push(message.text()));
  page.on('pageerror', (error) => page.wrong.push(error.stack));
  page.on('request', (request) => request.url().startsWith(base) || request.url().startsWith('blob:') || page.wrong.push(request.url()));
  await page.goto(`${base}lessons/new/index.html${hash}`);
  await page.locator('.builder').waitFor();
  return page;
}

/** Has the builder open a lesson, as its address would. */
async function put(page, lesson) {
  await page.evaluate(async (it) => { location.hash = await dateline.lessonFile.pack(it); }, lesson);
  await page.waitForFunction((title) => document.querySelector('.sheet-title')?.textContent === title, lesson.title);
}

const lines = (text) => text.split(/\s*[\n\t]+\s*/).map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
const paper = async (page, view) => {
  await page.click(`[data-view="${view}"]`);
  return lines(await page.locator('.paper').innerText());
};
/** What a sheet of the site shows: its head and its text, without the way back. */
const sheet = async (page, address) => {
  await page.goto(address);
  await page.locator('nav, footer, .skip').evaluateAll((all) => all.forEach((it) => it.remove()));
  return lines(await page.locator('body').innerText());
};

/** Downloads the lesson's file; gives its name and its text. */
async function download(page) {
  const [it] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the lesson’s file' }).click()]);
  return [it.suggestedFilename(), await readFile(await it.path(), 'utf8')];
}

/** A copy of the event files with this lesson alone. */
async function withLesson(t, events, [name, text]) {
  const copy = path.join(await folder(t), 'events');
  await cp(events, copy, { recursive: true });
  await rm(path.join(copy, 'lessons'), { recursive: true, force: true });
  await mkdir(path.join(copy, 'lessons'));
  await writeFile(path.join(copy, 'lessons', name), text);
  return copy;
}

/** The lessons of a folder of event files, as a teacher would have made them. */
async function lessons(events) {
  const names = (await readdir(path.join(events, 'lessons'))).filter((name) => name.endsWith('.yaml'));
  return Promise.all(names.map(async (name) => {
    const { pinned, accept, ...lesson } = parse(await readFile(path.join(events, 'lessons', name), 'utf8'));
    // Beyond what a teacher can type here.
    if (lesson.intro?.startsWith('## ')) delete lesson.intro;
    return lesson;
  }));
}

for (const [name, events] of [['the example', example], ['a timeline that uses everything', full]]) {
  test(`what the builder shows is what the site prints of its file: ${name}`, async (t) => {
    const page = await open(t, await build(t, events));
    for (const lesson of await lessons(events)) {
      await put(page, lesson);
      const shown = { student: await paper(page, 'handout'), key: await paper(page, 'key') };
      const file = await download(page);
      const copy = await withLesson(t, events, file);
      const said = await dateline('check', copy);
      assert.equal(said.code, 0, said.stderr + file[1]);
      const base = onDisk(await build(t, copy));
      const id = file[0].replace('.yaml', '');
      const reader = await page.context().newPage();
      for (const [folder, text] of Object.entries(shown)) {
        assert.deepEqual(text, await sheet(reader, `${base}lessons/${id}/${folder}/index.html`), `${lesson.title}: ${folder}`);
      }
      await reader.close();
    }
    assert.deepEqual(page.wrong, []);
  });
}

/** The named control of the page. */
const button = (page, name, at = 0) => page.getByRole('button', { name, exact: true }).nth(at);
/** Goes by the tabulator key to what fits, from where the focus is; the number of steps is no matter. */
async function tabTo(page, wanted, key = 'Tab') {
  const there = () => wanted.evaluateAll((all) => all.includes(document.activeElement));
  for (let step = 0; step < 400; step += 1) {
    if (await there()) return;
    await page.keyboard.press(key);
  }
  assert.fail(`not reached by keyboard: ${wanted}`);
}

test('a lesson is made, looked at and taken along by keyboard alone', async (t) => {
  const of = await build(t, example);
  const page = await open(t, of);
  const said = page.locator('.said');
  // Find events, and choose what is found.
  await tabTo(page, page.getByRole('searchbox', { name: 'Search' }));
  await page.keyboard.type('blinken');
  await page.waitForFunction(() => document.querySelectorAll('.picks li:not([hidden])').length < 10);
  await tabTo(page, button(page, 'Choose all that are shown'));
  await page.keyboard.press('Enter');
  const chosen = await page.locator('.picks :checked').count();
  assert.ok(chosen > 1 && chosen < 10);
  assert.equal(await page.locator('#_chosen').innerText(), `Chosen: ${chosen}`);
  await tabTo(page, page.getByLabel('Title', { exact: true }).first());
  await page.keyboard.type('Who warned "whom": a lesson');
  await tabTo(page, page.getByLabel('Essential question'));
  await page.keyboard.type('What was said, and by whom?');
  // Two activities, the second moved up.
  const radio = (name) => page.getByRole('radio', { name });
  await tabTo(page, radio('Put them in order'));
  await tabTo(page, button(page, 'Add'));
  await page.keyboard.press('Enter');
  assert.equal(await page.locator(':focus').innerText(), '1. Put them in order');
  await tabTo(page, radio('Put them in order'));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, button(page, 'Add'));
  await page.keyboard.press('Enter');
  assert.equal(await page.locator(':focus').innerText(), '2. Who said it?');
  await page.waitForFunction(() => document.querySelector('.said').textContent === 'Added: 2. Who said it?');
  await tabTo(page, page.locator('.edits > li:nth-child(2)').getByRole('button', { name: 'Move up' }));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.said').textContent === 'Moved to place 1');
  assert.equal(await page.locator(':focus').innerText(), 'Move up');
  const parts = () => page.locator('.paper .sheet-part').allInnerTexts();
  assert.deepEqual((await parts()).slice(0, 2), ['1. Who said it?', '2. Put them in order']);
  // The sheet is that of the file.
  await tabTo(page, button(page, 'Download the lesson’s file'));
  const [it] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.equal(it.suggestedFilename(), 'who-warned-whom-a-lesson.yaml');
  const text = await readFile(await it.path(), 'utf8');
  assert.equal(parse(text).title, 'Who warned "whom": a lesson');
  assert.equal(parse(text).events.length, chosen);
  const checked = await dateline('check', await withLesson(t, example, [it.suggestedFilename(), text]));
  assert.equal(checked.code, 0, checked.stderr);
  await tabTo(page, button(page, 'Teacher’s key'));
  await page.keyboard.press('Space');
  assert.match(await page.locator('.paper').innerText(), /^\s*Teacher’s key/);
  // An activity is taken out; the focus goes to the one that is left.
  await tabTo(page, page.locator('.edits > li:nth-child(1)').getByRole('button', { name: 'Remove', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator(':focus').innerText(), '1. Put them in order');
  assert.equal(await said.count(), 1);
  assert.deepEqual(page.wrong, []);
});

test('the address holds the lesson, and nothing is sent', async (t) => {
  const of = await build(t, example);
  const page = await open(t, of);
  const [lesson] = await lessons(example);
  await put(page, lesson);
  await page.fill('#_title', 'Мій «урок» & "more" <b>');
  await page.waitForFunction((before) => location.hash !== before, await page.evaluate(() => location.hash));
  const shown = await paper(page, 'handout');
  const other = await open(t, of, { hash: new URL(page.url()).hash });
  await other.waitForFunction(() => document.querySelector('.sheet-title'));
  assert.deepEqual(await paper(other, 'handout'), shown);
  assert.equal(await other.inputValue('#_title'), 'Мій «урок» & "more" <b>');
  assert.deepEqual([...page.wrong, ...other.wrong], []);
  // What is no lesson is no harm, and is said.
  for (const hash of ['#rubbish', '#1!!!!', `#0${btoa('{"title":5,"__proto__":{"x":1},"activities":[{"kind":"nothing"}]}')}`]) {
    const bad = await open(t, of, { hash });
    await bad.locator('.empty, .sheet-title').waitFor();
    assert.equal(await bad.evaluate(() => ({}).x), undefined);
    assert.deepEqual(bad.wrong, []);
  }
});

test('a lesson that is not whole says what is missing, and leads there', async (t) => {
  const page = await open(t, await build(t, example));
  await page.check('.picks li:first-child input');
  await button(page, 'Add').click();
  await button(page, 'Download the lesson’s file').click();
  const problems = page.locator('#_problems .is-error button');
  assert.ok(await problems.count() >= 3);
  for (const text of await problems.allInnerTexts()) assert.match(text, / .* /, 'in words');
  await page.waitForFunction(() => document.activeElement.closest('#_problems'));
  await problems.filter({ hasText: /title/i }).first().click();
  assert.equal(await page.evaluate(() => document.activeElement.id), '_title');
  assert.deepEqual(page.wrong, []);
});

test('on a phone nothing is wider than the window, and the handout is one press away', async (t) => {
  const page = await open(t, await build(t, full), { viewport: { width: 375, height: 700 }, hasTouch: true });
  const [lesson] = await lessons(full);
  await put(page, lesson);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 375);
  await page.getByRole('link', { name: 'See the handout' }).tap();
  await page.waitForFunction(() => document.querySelector('.preview').getBoundingClientRect().top < 100);
  await page.getByRole('link', { name: 'Back to the form' }).tap();
  await page.waitForFunction(() => document.activeElement.id === '_title');
  assert.deepEqual(page.wrong, []);
});

test('what is typed is text, wherever it is shown', async (t) => {
  const page = await open(t, await build(t, example));
  const nasty = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) **b** "q" {{ }}';
  for (const name of ['#_title', '#_question', '#_intro', '#_closing', '#_standards']) await page.fill(name, nasty);
  await page.check('.picks li:first-child input');
  await page.waitForFunction(() => document.querySelector('.sheet-title')?.textContent.includes('onerror'));
  assert.equal(await page.locator('.paper img, .paper a[href^="javascript"]').count(), 0);
  assert.deepEqual(page.wrong, []);
});

test('the builder is accessible when it is full', async (t) => {
  const { default: axe } = await import('axe-core');
  const base = await serve(t, await build(t, full));
  const page = await (await browser(t)).newPage({ bypassCSP: true });
  await page.goto(`${base}lessons/new/index.html`);
  await page.locator('.builder').waitFor();
  const [lesson] = await lessons(full);
  await put(page, lesson);
  await page.locator('.more').evaluateAll((all) => all.forEach((it) => { it.open = true; }));
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const view of ['handout', 'key']) {
      await page.click(`[data-view="${view}"]`);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 3).join(' | ')}`), [], `${colorScheme}, ${view}`);
    }
  }
});

test('a lesson that is there is adapted, and stays as it was', async (t) => {
  const of = await build(t, example);
  const base = await serve(t, of);
  const page = await (await browser(t)).newPage();
  await page.goto(`${base}lessons/who-says-so/index.html`);
  await page.getByRole('link', { name: 'Adapt this lesson' }).click();
  await page.locator('.sheet-title').waitFor();
  const [, written] = await lessons(example).then((all) => all.sort((a, b) => a.title.localeCompare(b.title)));
  assert.equal(await page.inputValue('#_title'), written.title);
  assert.equal(await page.locator('.edits > li').count(), written.activities.length);
  assert.deepEqual((await paper(page, 'key')).filter((line) => line.startsWith('Bloomberg alone leaves out')).length, 1);
  // What is changed stands in the address, and the way back leads to the lesson's own page.
  await page.fill('#_title', 'Mine');
  await page.waitForFunction(() => !location.hash.startsWith('#from='));
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#_title').value === 'Mine');
  await page.goBack();
  assert.match(await page.locator('h1').innerText(), /Who says so/);
  // What is not there is no lesson.
  for (const name of ['nothing', 'constructor']) {
    await page.goto(`${base}lessons/new/index.html#from=${name}`);
    await page.locator('#_notice').waitFor();
  }
});

test('without JavaScript the page says what it needs', async (t) => {
  const base = await serve(t, await build(t, example));
  const page = await (await (await browser(t)).newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${base}lessons/new/index.html`);
  assert.match(await page.locator('main').innerText(), /JavaScript is needed/);
  assert.equal(await page.locator('.builder').isVisible(), false);
});

test('what named an event comes back with it, and no number stops the page', async (t) => {
  const page = await open(t, await build(t, example));
  const [lesson] = await lessons(example).then((all) => all.filter(({ title }) => title.startsWith('Who says so')));
  await put(page, lesson);
  const before = await paper(page, 'key');
  await button(page, 'Choose none').click();
  await page.waitForFunction(() => document.querySelector('#_chosen').textContent === 'Chosen: 0');
  for (const id of lesson.events) await page.check(`.picks input[value="${id}"]`);
  await page.waitForFunction((count) => document.querySelectorAll('.paper .statements li').length === count, lesson.activities[0].claims.length);
  assert.deepEqual(await paper(page, 'key'), before);
  // Numbers that are none, or too large, are told and do no harm.
  await page.check('[name="kind"][value="6"]');
  await button(page, 'Add').click();
  const problems = page.locator('#_problems');
  for (const text of ['99999', '7.5', 'many']) {
    await page.getByLabel('How many are to be chosen').fill(text);
    await page.fill('#_minutes', text);
    await problems.getByText('How many to choose').or(problems.getByText('as many events as there are')).waitFor();
    await problems.getByText('The time has to be').waitFor();
    assert.ok(await page.locator('.reasons li').count() <= lesson.events.length);
  }
  await problems.getByText('The time has to be').click();
  assert.equal(await page.evaluate(() => document.activeElement.id), '_minutes');
  // Only what is seen is chosen.
  await button(page, 'Choose none').click();
  await page.check('.picks li:first-child input');
  await page.check('#_only');
  await button(page, 'Choose all that are shown').click();
  assert.equal(await page.locator('#_chosen').innerText(), 'Chosen: 1');
  assert.deepEqual(page.wrong, []);
});

test('starting over can be undone', async (t) => {
  const page = await open(t, await build(t, example));
  await page.fill('#_title', 'One');
  await button(page, 'Start over').click();
  await page.waitForFunction(() => document.querySelector('#_title').value === '');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#_title').value === 'One');
  assert.deepEqual(page.wrong, []);
});

/** A timeline of more events than its first page can show all at once. */
const many = (t) => files(t, {
  'timeline.yaml': 'title: Many talks\n',
  'actors.yaml': '- {id: ann, name: Ann, kind: person}\n- {id: ben, name: Ben, kind: person}\n',
  'sources.yaml': '- {id: paper, outlet: The Paper, title: All of it, type: reportage, published: 2025-01-01}\n',
  ...Object.fromEntries(Array.from({ length: 230 }, (_, number) => {
    const day = new Date(Date.UTC(2020, 0, 1 + number * 3)).toISOString().slice(0, 10);
    const by = number % 2 ? 'ann' : 'ben';
    return [`${day}-talk-${number}.yaml`, `title: Talk T${number}
kind: meeting
status: happened
when: ${day}
claims:
  - {id: one, text: Statement ${number}., by: ${by}, said: ${day}, reported_by: [{source: paper}]}
`];
  })),
});

test('of many events those are found that are looked for, and what belongs to them is loaded when they are chosen', async (t) => {
  const events = await many(t);
  const of = await build(t, events);
  const page = await (await (await browser(t)).newContext({ acceptDownloads: true })).newPage();
  const wrong = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.stack));
  await page.goto(`${onDisk(of)}lessons/new/index.html`);
  await page.locator('.builder').waitFor();
  const shown = page.locator('.picks li');
  const loaded = () => page.evaluate(() => [...document.querySelectorAll('script[src*="data/lesson-"]')].map((it) => it.src.split('/').at(-1)));
  assert.equal(await shown.count(), 50);
  assert.match(await shown.first().innerText(), /^Talk T229/);
  assert.equal(await page.locator('#_found').innerText(), '50 of 230 events');
  assert.deepEqual(await loaded(), []);
  await page.getByRole('searchbox', { name: 'Search' }).fill('t17');
  assert.equal(await shown.count(), 11);
  await button(page, 'Choose all that are shown').click();
  await page.fill('#_title', 'Seventeen');
  await page.fill('#_question', 'Who said it?');
  await page.check('[name="kind"][value="1"]');
  await button(page, 'Add').click();
  await page.locator('.paper .statements li').first().waitFor();
  assert.deepEqual((await loaded()).sort(), ['lesson-0.js', 'lesson-3.js']);
  assert.equal(await page.locator('#_chosen').innerText(), 'Chosen: 11');
  await page.getByRole('searchbox', { name: 'Search' }).fill('');
  await page.check('#_only');
  assert.equal(await shown.count(), 11);
  await shown.first().locator('input').uncheck();
  assert.equal(await page.locator('#_chosen').innerText(), 'Chosen: 10');
  // What it shows is what the site prints of its file.
  const sheets = { student: await paper(page, 'handout'), key: await paper(page, 'key') };
  const file = await download(page);
  const copy = await withLesson(t, events, file);
  const said = await dateline('check', copy);
  assert.equal(said.code, 0, said.stderr + file[1]);
  const base = onDisk(await build(t, copy));
  const reader = await page.context().newPage();
  for (const [kind, text] of Object.entries(sheets)) {
    assert.deepEqual(text, await sheet(reader, `${base}lessons/seventeen/${kind}/index.html`), kind);
  }
  // The address leads to the same.
  await page.waitForFunction(() => location.hash);
  const again = await page.context().newPage();
  await again.goto(page.url());
  await again.locator('.paper .statements li').first().waitFor();
  assert.deepEqual(await paper(again, 'key'), sheets.key);
  assert.deepEqual(wrong, []);
});

test('what is of another build is not taken for what was chosen', async (t) => {
  const of = await build(t, await many(t));
  const part = path.join(of, 'data/lesson-4.js');
  await writeFile(part, (await readFile(part, 'utf8')).replace(/"edition":"/, '$&x'));
  const page = await open(t, of);
  await page.locator('.picks input').first().check();
  await page.getByText('could not be loaded').waitFor();
  assert.equal(await page.locator('#_chosen').innerText(), 'Chosen: 1');
  assert.deepEqual(page.wrong, []);
});
