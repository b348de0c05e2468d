// Finding events in a large timeline: what fits is listed, and loaded in parts.

import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';

import axe from 'axe-core';

import { aid, bases, call, chips, choices, choose, denial, desktop, few, meeting, office, open, phone, query, shows, speech, visit } from './find.js';
import { browser, build, files, list, onDisk, root, serve } from './lib.js';

/** Seven events, and before them many of which nobody speaks. */
const many = (more = {}) => ({
  ...few,
  ...Object.fromEntries(Array.from({ length: 250 }, (_, at) => [
    `1990-other-${at}.yaml`,
    `title: Filler ${at}\nkind: other\nstatus: ${at === 7 ? 'cancelled' : 'happened'}\nwhen: ${1950 + Math.floor(at / 5)}-0${1 + (at % 5)}\nsources: [alpha]\n`,
  ])),
  ...more,
});
const fillers = (from, to) => Array.from({ length: to - from }, (_, at) => `Filler ${from + at}`);
const sections = (page) => page.locator('main > section:not(.results):visible').count();
/** Waits until these are listed, and no others. */
const lists = async (page, titles, why) => {
  await page.locator('.results').waitFor();
  await shows(page, titles, why);
};

test('what fits is listed in place of what the page has', async (t) => {
  const started = await browser(t);
  const of = await build(t, await files(t, many()));
  for (const base of await bases(t, of)) {
    const page = await open(started, `${base}index.html`);
    const before = await sections(page);
    assert.ok(before > 0);
    assert.equal(await page.locator('.results').isVisible(), false);
    assert.equal(await page.locator('.find-count').textContent(), 'All 257 events');
    assert.equal(await page.locator('#_day').count(), 0);
    assert.equal(await page.locator('.days-page').getAttribute('href'), 'known/index.html');
    for (const [words, titles] of [
      ['cafe', [call]],
      ['CAFÉ candid', [call]],
      ['strasse', [office]],
      ['STRAUSS off', [office]],
      ['isik ıstan', [speech]],
      ['киє', [meeting]],
      ['us cold', [denial]],
      ['beijing', [office, denial]],
      ['filler 12', ['Filler 12', ...fillers(120, 130)]],
    ]) {
      await page.locator('#_q').fill(words);
      await lists(page, titles, words);
      assert.equal(await page.locator('.find-count').textContent(), `${titles.length} of 257 events`);
      assert.equal(await sections(page), 0);
    }
    await page.locator('#_q').fill('zzz');
    await page.locator('.find-none').waitFor();
    assert.equal(await page.locator('.results').isVisible(), false);
    await page.locator('.find-clear').click();
    assert.equal(await sections(page), before);
    assert.equal(await page.locator('.results').isVisible(), false);
    await choose(page, 'actor', 'The United States');
    await lists(page, [aid, call]);
    await page.keyboard.press('Escape');
    const first = page.locator('.results .card').first();
    assert.equal(await first.locator('.card-date').textContent(), 'from 2022 on');
    assert.equal(await first.locator('.card-kind').textContent(), 'Aid');
    assert.equal(await first.getAttribute('data-by-script'), '');
    await first.locator('a').click();
    assert.equal(await page.locator('h1').textContent(), aid);
    await page.goBack();
    await lists(page, [aid, call]);
    assert.equal(query(page), '?actor=us');
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  }
});

test('facets, time and words are counted together', async (t) => {
  const of = await build(t, await files(t, many()));
  const page = await open(await browser(t), `${onDisk(of)}index.html`);
  assert.deepEqual(await choices(page, 'actor'), [
    'China 3', '-Xi Jinping 2', 'Anna Strauß 2', 'The United States 2', '-The White House 1', '--Joe Biden 1', 'İbrahim Işık 1', 'Дмитро Кулеба 1',
  ]);
  await choose(page, 'actor', 'China');
  await lists(page, [call, denial, visit]);
  assert.deepEqual(await choices(page, 'kind'), ['Visit 1', 'Call 1', 'Denial 1']);
  await choose(page, 'kind', 'Visit');
  await choose(page, 'kind', 'Call');
  await lists(page, [call, visit]);
  assert.deepEqual(await choices(page, 'actor'), ['China 2', '-Xi Jinping 2', 'Anna Strauß 2', 'The United States 1', '-The White House 1', '--Joe Biden 1']);
  assert.deepEqual(await chips(page), ['China', 'Visit', 'Call']);
  await page.keyboard.press('Escape');
  await page.locator('[data-facet="span"] summary').click();
  await page.locator('#_from').fill('2024-04-02');
  await lists(page, [visit]);
  await page.locator('.find-clear').click();
  // What is open at an end may lie anywhere beyond; what is vague may lie anywhere within.
  for (const [from, to, titles] of [
    ['2030-01-01', '', [aid]],
    ['2023-12-31', '2024-03-31', [aid, speech]],
    ['2024-04-30', '2024-05-16', [aid, meeting, visit]],
    ['', '1950-01-01', ['Filler 0']],
    ['', '1949-12-31', []],
  ]) {
    await page.goto(`${onDisk(of)}index.html?from=${from}&to=${to}`);
    if (titles.length) await lists(page, titles, `${from}/${to}`);
    else await page.locator('.find-none').waitFor();
  }
  // What an address names that is not there is left out.
  await page.goto(`${onDisk(of)}index.html?place=land&actor=nobody&known=2024-04-09`);
  await lists(page, [office, denial]);
  assert.deepEqual(await chips(page), ['China']);
  await page.goto(`${onDisk(of)}index.html?status=cancelled`);
  await lists(page, ['Filler 7']);
  assert.equal(await page.locator('.results .card').getAttribute('class'), 'card is-cancelled');
  assert.equal(await page.locator('.results .card-kind').textContent(), 'cancelled Other');
  assert.deepEqual(page.wrong, []);
});

test('a long list is listed fifty at a time, and the keyboard goes on from there', async (t) => {
  const of = await build(t, await files(t, many()));
  const page = await open(await browser(t), `${onDisk(of)}index.html?q=filler`);
  await lists(page, fillers(0, 50));
  const [more, note] = [page.locator('.results-more'), page.locator('.results-note')];
  assert.equal(await note.textContent(), 'The first 50 of 250, in the order of time');
  assert.equal(await more.textContent(), 'Show 50 more');
  await more.focus();
  await page.keyboard.press('Enter');
  await lists(page, fillers(0, 100));
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Filler 50');
  for (const shown of [150, 200]) {
    await more.click();
    await lists(page, fillers(0, shown));
  }
  await page.locator('#_q').fill('filler 2');
  await lists(page, ['Filler 2', ...fillers(20, 30), ...fillers(200, 239)]);
  assert.equal(await more.textContent(), 'Show 11 more');
  await more.click();
  await lists(page, ['Filler 2', ...fillers(20, 30), ...fillers(200, 250)]);
  assert.equal(await more.isVisible(), false);
  assert.equal(await note.isVisible(), false);
  assert.deepEqual(page.wrong, []);
});

test('the drawing shows what is left', async (t) => {
  const of = await build(t, await files(t, many()));
  const html = await readFile(path.join(of, 'index.html'), 'utf8');
  assert.ok(!html.includes('data-events'));
  const started = await browser(t);
  for (const viewport of [desktop, phone]) {
    const page = await open(started, `${onDisk(of)}index.html`, { viewport });
    const marks = () => page.locator('.drawing:visible .mark').evaluateAll((all) => all.map((it) => (
      it.classList.contains('is-out') ? 0 : Number(it.querySelector('text')?.textContent ?? 1)
    )));
    const before = await marks();
    const titles = () => page.locator('.drawing:visible .mark title').allTextContents();
    const named = await titles();
    for (const title of named) assert.match(title, /\d\d\d\d/);
    const sum = (all) => all.reduce((a, b) => a + b, 0);
    // Those of two lanes are drawn twice.
    assert.ok(sum(before) >= 257 && sum(before) < 265, `${before}`);
    await page.goto(`${onDisk(of)}index.html?q=filler`);
    await page.locator('.results').waitFor();
    assert.equal(sum(await marks()), 250);
    await page.goto(`${onDisk(of)}index.html?q=café`);
    await page.locator('.results').waitFor();
    // In the lanes of the two who speak.
    assert.equal(sum(await marks()), 2);
    const out = page.locator('.drawing:visible .mark.is-out').first();
    assert.equal(await out.getAttribute('tabindex'), '-1');
    assert.equal(await out.getAttribute('aria-hidden'), 'true');
    if (viewport === phone) await page.locator('.find-open').click();
    await page.locator('.find-clear').click();
    assert.deepEqual(await marks(), before);
    assert.deepEqual(await titles(), named);
    for (const href of await page.locator('.mark').evaluateAll((all) => all.map((it) => it.getAttribute('href')))) {
      await readFile(path.join(of, decodeURI(href)));
    }
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  }
});

test('without scripts there is nothing of it', async (t) => {
  const of = await build(t, await files(t, many()));
  const page = await open(await browser(t), `${onDisk(of)}index.html?q=filler`, { javaScriptEnabled: false });
  assert.equal(await page.locator('.find').isVisible(), false);
  assert.equal(await page.locator('.results').isVisible(), false);
  assert.ok(await sections(page) > 0);
});

test('data of another edition, or none, is told of', async (t) => {
  const started = await browser(t);
  const of = await build(t, await files(t, many()));
  for (const [name, from, to] of [
    ['find', /"edition":"\w+"/, '"edition":"0"'],
    ['words-0', /"parted":"\w+"/, '"parted":"0"'],
    ['titles-0'],
  ]) {
    const file = path.join(of, `data/${name}.js`);
    const text = await readFile(file, 'utf8');
    if (from) await writeFile(file, text.replace(from, to));
    else await rm(file);
    const page = await open(started, `${onDisk(of)}index.html?q=1`);
    await page.locator('.find-none', { hasText: 'could not be loaded' }).waitFor();
    await writeFile(file, text);
    await page.context().close();
  }
});

test('it is accessible, and fits every window', async (t) => {
  const started = await browser(t);
  const base = await serve(t, await build(t, await files(t, many())));
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [desktop, phone, { width: 320, height: 600 }]) {
      const page = await open(started, `${base}index.html?q=filler`, { colorScheme, viewport, bypassCSP: true });
      await page.locator('.results .card').first().waitFor();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        window.axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }),
      );
      const where = `${colorScheme}, ${viewport.width} px`;
      for (const { id, nodes } of violations) found.push(`${where}: ${id}: ${nodes[0].html}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) found.push(`${where}: ${wide} px too wide`);
      found.push(...page.wrong);
      await page.context().close();
    }
  }
  assert.deepEqual(found, []);
});

test('the words of every letter there is are those that the script looks for', async (t) => {
  const text = await readFile(path.join(root, 'templates/assets/js/find.js'), 'utf8');
  const fold = vm.runInNewContext(`${text.slice(text.indexOf('const letters ='), text.indexOf('const folded ='))}; fold`);
  const letters = [];
  for (let code = 0xa1; code < 0x3fffe; code += 1) {
    // Each is old enough for everybody to know it.
    const letter = String.fromCodePoint(code);
    // What turns text round stands in no file, unless something closes it.
    if (/[\u202a-\u202e\u2066-\u2069]/.test(letter)) continue;
    if (/[\p{L}\p{N}\p{P}\p{S}\p{Cf}\p{M}]/u.test(letter)) letters.push(letter);
  }
  const each = Math.ceil(letters.length / 250);
  const of = await build(t, await files(t, many(Object.fromEntries(Array.from({ length: 250 }, (_, at) => [
    `3000-letters-${at}.yaml`,
    `title: T\nkind: other\nstatus: happened\nwhen: 2024\nsources: [alpha]\nsummary: ${JSON.stringify(letters.slice(at * each, (at + 1) * each).map((letter) => `q${letter}x`).join(' '))}\n`,
  ])))));
  const known = new Set();
  for (const name of await list(path.join(of, 'data'), '.js')) {
    if (!name.startsWith('words-')) continue;
    vm.runInNewContext(await readFile(path.join(of, 'data', name), 'utf8'), {
      dateline: { find: (it) => it.words.split(' ').forEach((word) => known.add(word)) },
    });
  }
  const missing = letters.filter((letter) => !fold(`q${letter}x`).every((word) => known.has(word)));
  t.diagnostic(`${letters.length} characters`);
  assert.deepEqual(missing.map((letter) => letter.codePointAt(0).toString(16)), []);
});
