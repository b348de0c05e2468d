// Lessons: their pages, the handout and the key, as pupils and teachers see and print them.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { browser, build, dateline, folder, onDisk, root } from './lib.js';

const fixture = path.join(root, 'tests/lessons');
const lessons = ['who-says-so', 'planned-or-happened'];

async function open(t, base, options = {}) {
  const context = await (await browser(t)).newContext({ javaScriptEnabled: false, ...options });
  const page = await context.newPage();
  page.wrong = [];
  page.on('console', (message) => page.wrong.push(message.text()));
  page.on('request', (request) => request.url().startsWith(base) || page.wrong.push(request.url()));
  return page;
}

test('a lesson is found from any page, and leads to its handout and its key', async (t) => {
  const base = onDisk(await build(t, path.join(root, 'events')));
  const page = await open(t, base);
  await page.goto(`${base}index.html`);
  await page.getByRole('navigation').getByRole('link', { name: 'Lessons' }).click();
  assert.equal(await page.locator('.lessons li').count(), 2);
  await page.getByRole('link', { name: 'Who says so, and how do they know?' }).click();
  assert.match(await page.locator('.facts').innerText(), /Grade 10.*45 minutes.*RH\.9-10\.1/s);
  assert.equal(await page.locator('.activities > li').count(), 4);
  const lesson = page.url();
  await page.getByRole('link', { name: 'Handout for pupils', exact: true }).click();
  assert.equal(await page.locator('.exercise').count(), 4);
  await page.goto(lesson);
  await page.getByRole('link', { name: 'Teacher’s key', exact: true }).click();
  assert.equal(await page.locator('.exercise').count(), 4);
  assert.equal(await page.locator('meta[name="robots"]').getAttribute('content'), 'noindex');
  assert.deepEqual(page.wrong, []);
});

test('a site without lessons does not speak of them', async (t) => {
  const of = await build(t, path.join(root, 'tests/ukrainian'));
  const [, navigation] = (await readFile(path.join(of, 'index.html'), 'utf8')).split(/<\/?nav/);
  assert.doesNotMatch(navigation, /lessons/);
});

test('nothing leads from the handout to the key, nor gives it away', async (t) => {
  for (const [events, ids] of [[path.join(root, 'events'), lessons], [fixture, ['who-says-so', 'short']]]) {
    const base = onDisk(await build(t, events));
    const page = await open(t, base);
    for (const id of ids) {
      await page.goto(`${base}lessons/${id}/student/index.html`);
      const links = await page.locator('a').evaluateAll((all) => all.map((it) => it.href));
      // Only back to the timeline, and to what a skip link skips to.
      assert.deepEqual(links.map((link) => link.slice(base.length)), [`lessons/${id}/student/index.html#_content`, 'index.html']);
      const text = await page.locator('body').innerText();
      for (const mark of ['✓', '≠']) assert.ok(!text.includes(mark), `${id}: ${mark}`);
      assert.deepEqual(await page.locator('.blank').allTextContents().then((all) => all.filter(Boolean)), []);
      assert.equal(await page.locator('.answer, .answers').count(), 0);
      assert.deepEqual(await page.locator('.is-handout tbody td:not(.box)').evaluateAll((all) => all.filter((it) => !it.closest('.rubric') && it.textContent.trim()).length), 0);
      assert.match(text, /^.*\s+.*\s+Name\s+Date/);
    }
    assert.deepEqual(page.wrong, []);
  }
});

test('the key has what the claims say', async (t) => {
  const base = onDisk(await build(t, path.join(root, 'events')));
  const page = await open(t, base);
  await page.goto(`${base}lessons/who-says-so/key/index.html`);
  const speakers = Object.fromEntries(
    (await page.locator('.speakers li').allInnerTexts()).map((line) => [line.slice(0, 1), line.slice(2)]),
  );
  const statements = await page.locator('.statements li').evaluateAll((all) =>
    all.map((it) => [it.querySelector('.blank').textContent, it.textContent.replace(it.querySelector('.blank').textContent, '').trim()]),
  );
  const data = JSON.parse(await readFile(path.join(root, 'site/events.json'), 'utf8'));
  const claims = data.events.flatMap((event) => event.claims);
  for (const [letter, text] of statements) {
    const claim = claims.find((it) => it.text === text);
    assert.ok(claim, text);
    const actor = data.actors.find((it) => it.id === claim.by);
    const name = actor?.name ?? claim.by;
    const source = data.sources.find((it) => it.id === claim.by);
    assert.ok(speakers[letter].startsWith(source?.outlet ?? name), `${text}: ${speakers[letter]} / ${name}`);
  }
  // What reports put otherwise is marked, and each cell is filled.
  const cells = await page.locator('table').first().locator('tbody td').allTextContents();
  assert.ok(cells.length >= 24 && cells.every((cell) => cell.trim()), cells.join('|'));
  assert.deepEqual([...new Set(cells.filter((cell) => /%/.test(cell)))].sort(), ['70%', '90%']);
  assert.match(await page.locator('.asked').innerText(), /How many independent origins does it have\?\s*2 origins/);
  // Each right choice, and one at least in each question that has any.
  for (const boxes of await page.locator('.questions .boxes').all()) {
    assert.ok((await boxes.locator('.is-right').count()) >= 1);
    assert.ok((await boxes.locator('li:not(.is-right)').count()) >= 1);
  }
  await page.goto(`${base}lessons/planned-or-happened/key/index.html`);
  const rows = await page.locator('.is-sorting tbody tr').evaluateAll((all) =>
    all.map((row) => [row.querySelector('th').textContent, [...row.querySelectorAll('.box')].map((it) => it.textContent.trim())]),
  );
  const heads = ['planned', 'happened'];
  for (const [title, boxes] of rows) {
    const event = data.events.find((it) => it.title === title);
    assert.equal(boxes.filter(Boolean).length, 1, title);
    assert.equal(heads[boxes.findIndex(Boolean)], event.status, title);
  }
  // The cards in order: no date begins after one that is later in the list has ended.
  const order = await page.locator('.exercise').filter({ hasText: 'Put them in order' }).locator('.answers > li').evaluateAll((all) => all.map((it) => it.textContent));
  const when = order.map((line) => data.events.find((it) => line.includes(it.title)).when);
  assert.ok(when.length >= 5);
  when.forEach((one, at) => when.slice(at + 1).forEach((later) => assert.ok(one.latest < later.earliest, `${one.text} / ${later.text}`)));
  assert.deepEqual(page.wrong, []);
});

test('a lesson says what has changed since it was written', async (t) => {
  const of = await folder(t);
  await promisify(execFile)('cp', ['-r', `${fixture}/.`, of]);
  assert.equal((await dateline('pin', '--dir', of)).code, 0);
  const base = onDisk(await build(t, of));
  const page = await open(t, base);
  await page.goto(`${base}lessons/who-says-so/index.html`);
  assert.equal(await page.locator('.corrections').count(), 0);
  const name = (await readdir(of)).find((file) => file.includes('summit'));
  const text = await readFile(path.join(of, name), 'utf8');
  await writeFile(path.join(of, name), text.replace(/^title: .*/m, 'title: Another title'));
  const again = onDisk(await build(t, of));
  await page.goto(`${again}lessons/who-says-so/index.html`);
  assert.match(await page.locator('.corrections').innerText(), /Changed since this lesson was written.*Another title: title/s);
});

test('on paper no card is cut, and no heading stands alone', async (t) => {
  const base = onDisk(await build(t, path.join(root, 'events')));
  const page = await open(t, base);
  for (const id of lessons) {
    for (const sheet of ['student', 'key']) {
      await page.goto(`${base}lessons/${id}/${sheet}/index.html`);
      await page.emulateMedia({ media: 'print' });
      for (const format of ['A4', 'Letter']) {
        const pdf = await page.pdf({ format });
        assert.ok(pdf.length > 10_000);
        const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
        assert.ok(pages >= 2 && pages <= 8, `${id}/${sheet}, ${format}: ${pages} pages`);
      }
      const rules = await page.evaluate(() => {
        const of = (selector, property) =>
          [...document.querySelectorAll(selector)].map((it) => getComputedStyle(it)[property]);
        return [[...new Set(of('.cards li, tr, .questions > li, .weighed', 'breakInside'))], [...new Set(of('h1, h2, .instructions', 'breakAfter'))]];
      });
      assert.deepEqual(rules[0], ['avoid']);
      assert.deepEqual(rules[1], ['avoid']);
      // Black and white: nothing is told by colour.
      const colours = await page.evaluate(() => [...new Set([...document.querySelectorAll('main *')].map((it) => getComputedStyle(it).color))]);
      for (const colour of colours) {
        const [r, g, b] = colour.match(/\d+/g);
        assert.ok(r === g && g === b, colour);
      }
      await page.emulateMedia({ media: 'screen' });
    }
  }
});
