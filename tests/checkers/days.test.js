// The day slider of the first page: the list as it was known on a day.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { aid, bases, call, chips, choices, denial, few, meeting, office, open, query, shows, speech, visit } from './find.js';
import { browser, build, files, onDisk, root } from './lib.js';

test('the slider sets the list back to a day, and everything comes back as it was', async (t) => {
  const started = await browser(t);
  const of = await build(t, await files(t, few));
  const index = path.join(of, 'index.html');
  const html = await readFile(index, 'utf8');
  await writeFile(index, html.replace('<div class="find', '<div data-now>Of now</div><div class="find'));
  for (const base of await bases(t, of)) {
    const page = await open(started, `${base}index.html`);
    const list = () => page.locator('main').evaluate((main) => [...main.querySelectorAll('.year, [data-now]')].map((it) => it.outerHTML).join('\n'));
    const card = (title) => page.locator('.card', { hasText: title });
    const parts = async (title) => {
      const it = card(title);
      const text = async (selector) => ((await it.locator(selector).isVisible()) ? it.locator(selector).textContent() : null);
      return {
        className: await it.getAttribute('class'),
        date: await text('.card-date'),
        kind: await text('.card-kind'),
        summary: await text('.card-summary'),
        counts: await text('.card-counts'),
      };
    };
    const before = await list();
    const slider = page.locator('#_day');
    const label = page.locator('label[for="_day"]');
    assert.equal(await label.textContent(), 'As known now');
    assert.equal(await slider.getAttribute('aria-valuetext'), 'now');
    assert.equal(await page.locator('.days-page').isVisible(), false);
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await shows(page, [aid, meeting, call, office, denial, visit]);
    assert.equal(await label.textContent(), 'As known on 9 April 2024');
    assert.equal(await slider.getAttribute('aria-valuetext'), '9 April 2024');
    assert.equal(await page.getByText('Of now').isVisible(), false);
    assert.deepEqual(await chips(page), ['As known on 9 April 2024']);
    const link = page.locator('.days-page');
    assert.equal(await link.getAttribute('href'), 'known/2024-04-09/index.html');
    assert.equal(await link.isVisible(), true);
    assert.deepEqual(await parts(visit), {
      className: 'card is-planned is-vague',
      date: 'second half of May 2024',
      kind: 'planned Visit · Xi Jinping, Anna Strauß',
      summary: null,
      counts: '1 report, 1 origin',
    });
    // So does the drawing: what was planned is hollow, and what was dated otherwise is not there.
    const mark = (title) => page.locator('.drawing:visible .mark', { hasText: title });
    assert.equal(await mark(visit).count(), 1);
    assert.match(await mark(visit).getAttribute('class'), /\bis-out\b/);
    assert.equal((await parts(call)).counts, '2 claims · 2 reports, 2 origins · accounts differ');
    assert.equal((await parts(call)).summary, 'They spoke of the café.');
    // The filters know no more than the list.
    assert.deepEqual(await choices(page, 'status'), ['Planned 1', 'Happened 5']);
    assert.deepEqual(await choices(page, 'outlet'), ['Alpha 4', 'Beta 3']);
    await page.keyboard.press('Escape');
    await page.locator('#_q').fill('day');
    await shows(page, [], 'its summary was not written then');
    await page.locator('#_q').fill('');
    await slider.focus();
    await page.keyboard.press('Home');
    await shows(page, [aid, call, office, visit]);
    assert.equal((await parts(call)).counts, '1 claim · 1 report, 1 origin');
    assert.equal((await parts(call)).summary, null);
    await page.locator('#_q').fill('drones');
    await shows(page, [], 'nobody had told of drones');
    await page.locator('#_q').fill('');
    assert.deepEqual(await choices(page, 'actor'), ['China 2', '-Xi Jinping 2', 'Anna Strauß 2', 'The United States 2', '-The White House 1', '--Joe Biden 1']);
    await page.locator('[data-facet="span"] summary').click();
    await page.locator('#_from').fill('2024-05-20');
    await shows(page, [aid, visit], 'it could have been as late as that');
    await page.locator('#_from').fill('');
    await slider.focus();
    await page.keyboard.press('Home');
    assert.equal(query(page), '?known=2024-04-06');
    await page.keyboard.press('End');
    await shows(page, [aid, speech, meeting, call, office, denial, visit]);
    assert.equal(await list(), before);
    assert.equal(await label.textContent(), 'As known now');
    assert.equal(await slider.getAttribute('aria-valuetext'), 'now');
    // A day of which no report is, is as the last before it; the days after the last are now.
    for (const [day, titles, chip] of [
      ['2024-04-08', [aid, call, office, visit], ['As known on 6 April 2024']],
      ['2020-01-01', [aid, call, office, visit], ['As known on 6 April 2024']],
      ['2024-05-20', [aid, speech, meeting, call, office, denial, visit], []],
    ]) {
      await page.goto(`${base}index.html?known=${day}`);
      await shows(page, titles, day);
      assert.deepEqual(await chips(page), chip);
    }
    await page.goto(`${base}index.html?known=2024-04-09&kind=visit`);
    await shows(page, [office, visit]);
    assert.equal(await slider.inputValue(), '1');
    await page.locator('.find-clear').click();
    await shows(page, [aid, speech, meeting, call, office, denial, visit]);
    assert.equal(await list(), before);
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  }
});

test('the slider goes through the days in their order, of whatever years they are', async (t) => {
  const years = ['-0100-01-01', '-0044-03-15', '0999-01-01', '2024-01-05', '2024-01-06', 'Y12000'];
  const of = await build(t, await files(t, {
    'timeline.yaml': 'title: Years\nlanguage: en\n',
    'sources.yaml': years.map((year, at) => `- {id: s${at}, title: S${at}, type: reportage, published: "${year}"}\n`).join(''),
    ...Object.fromEntries(years.map((_, at) => [`e${at}.yaml`, `{title: E${at}, kind: other, status: happened, when: /-0200, sources: [s${at}]}\n`])),
  }));
  const page = await open(await browser(t), `${onDisk(of)}index.html`);
  const slider = page.locator('#_day');
  await slider.focus();
  await shows(page, years.map((_, at) => `E${at}`));
  for (let day = years.length - 2; day >= 0; day -= 1) {
    await page.keyboard.press('ArrowLeft');
    await shows(page, years.slice(0, day + 1).map((_, at) => `E${at}`));
    assert.equal(await slider.inputValue(), `${day}`);
  }
  // What is no day is none.
  for (const wrong of ['', '0', '-1', 'x']) {
    await page.goto(`${onDisk(of)}index.html?known=${wrong}`);
    await shows(page, years.map((_, at) => `E${at}`));
    assert.deepEqual(await chips(page), []);
  }
  assert.deepEqual(page.wrong, []);
});

test('on every day of the example and of everything the list comes back as it was', async (t) => {
  const started = await browser(t);
  for (const of of [await build(t, path.join(root, 'events')), await build(t)]) {
    const page = await open(started, `${onDisk(of)}index.html`);
    const list = () => page.evaluate(() => [...document.querySelectorAll('.year')].map((it) => it.outerHTML).join('\n'));
    const before = await list();
    await page.locator('#_day').focus();
    await page.waitForFunction(() => document.scripts.length > 3);
    const last = Number(await page.locator('#_day').getAttribute('max'));
    assert.ok(last > 1);
    let differ = 0;
    for (let day = 0; day < last; day += 1) {
      await page.keyboard.press('ArrowLeft');
      await page.waitForFunction(() => document.querySelector('.chip'));
      differ += (await list()) !== before;
    }
    assert.equal(differ, last);
    await page.keyboard.press('End');
    await page.waitForFunction(() => !document.querySelector('.chip'));
    assert.equal(await list(), before);
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  }
});
