// Activities on the page of a lesson as they are used: by touch and by mouse, over again, in
// any window, in Ukrainian, without JavaScript, on paper.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import axe from 'axe-core';

import { answer, bring, byPointer, example, fixture, hear, inPeace, inTime, keys, open, practice, titles, ukrainian } from './activities.js';
import { browser, build, full, onDisk, serve } from './lib.js';

test('all of it is done by touch', async (t) => {
  const of = await build(t, fixture);
  const page = await open(t, `${onDisk(of)}lessons/who-says-so/index.html`, { hasTouch: true, isMobile: true, viewport: { width: 375, height: 700 } });
  const lesson = page.url();
  const answers = await keys(page, lesson);
  await page.goto(lesson);
  const small = await page.locator('.practice :is(button, select, label:has(input), .practice-grip)').evaluateAll((all) =>
    all.filter((it) => it.checkVisibility()).map((it) => it.getBoundingClientRect()).filter(({ width, height }) => height < 44 || width < 38).length,
  );
  assert.equal(small, 0, 'targets that are too small to be hit');
  for (const [title, at] of [['Who said it?', 1], ['What became of it?', 4], ['Questions', 8]]) {
    const box = practice(page, title);
    await answer(box, answers[at], (item, wanted) => byPointer(item, wanted, true));
    await box.getByRole('button', { name: 'Check' }).tap();
    const total = await box.locator('.practice-item').count();
    await hear(page, `Try 1: all right, ${total} of ${total}.`);
  }
  const box = practice(page, 'Put them in order');
  const known = (await inTime(of)).map(({ title }) => title);
  for (const [place, title] of known.entries()) {
    for (let at = (await titles(box)).indexOf(title); at > place; at -= 1) {
      await box.locator('.practice-cards > li').nth(at).locator('.practice-earlier').tap();
    }
  }
  await box.getByRole('button', { name: 'Check' }).tap();
  await hear(page, 'Try 1: all in order. Other orders are right too, where the reports leave open what came first.');

  // A card is dragged by its grip, with the page at rest; by the rest of it the page is scrolled.
  const touch = await page.context().newCDPSession(page);
  const drag = async (selector, by) => {
    await box.locator('.practice-cards > li').nth(1).evaluate((it) => it.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const { x, y, width, height } = await box.locator('.practice-cards > li').nth(1).locator(selector).boundingBox();
    const before = await page.evaluate(() => scrollY);
    const at = (step) => [{ x: x + width / 2, y: y + height / 2 + (by * step) / 10 }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (let step = 1; step <= 10; step += 1) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForTimeout(200);
    return (await page.evaluate(() => scrollY)) - before;
  };
  const order = await titles(box);
  const { height } = await box.locator('.practice-cards > li').nth(0).boundingBox();
  assert.equal(await drag('.practice-grip', -height), 0);
  assert.deepEqual(await titles(box), [order[1], order[0], ...order.slice(2)]);
  await hear(page, `${order[1]}: place 1 of 6`);
  assert.notEqual(await drag('.practice-title', -height), 0);
  assert.deepEqual(await titles(box), [order[1], order[0], ...order.slice(2)]);
  await inPeace(page);
});

test('a card is dragged with the mouse, and back with Escape', async (t) => {
  const of = await build(t, fixture);
  const page = await open(t, `${onDisk(of)}lessons/who-says-so/index.html`, { viewport: { width: 1280, height: 1200 } });
  const box = practice(page, 'Put them in order');
  await box.evaluate((it) => it.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const order = await titles(box);
  const middle = async (at) => {
    const { x, y, width, height } = await box.locator('.practice-cards > li').nth(at).locator('.practice-title').boundingBox();
    return [x + width / 3, y + height / 2];
  };
  const pull = async (from, to) => {
    await page.mouse.move(...(await middle(from)));
    const [x, y] = await middle(to);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 8 });
  };
  await pull(0, 3);
  await page.mouse.up();
  assert.deepEqual(await titles(box), [order[1], order[2], order[3], order[0], order[4], order[5]]);
  await hear(page, `${order[0]}: place 4 of 6`);
  await pull(3, 0);
  await page.mouse.up();
  assert.deepEqual(await titles(box), order);
  await pull(0, 3);
  assert.notDeepEqual(await titles(box), order);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  assert.deepEqual(await titles(box), order);
  assert.equal(await box.locator('.is-held').count(), 0);
  await inPeace(page);
});

test('what was done stays with the tab, as long as the lesson is the same', async (t) => {
  const of = await build(t, fixture);
  const page = await open(t, `${onDisk(of)}lessons/who-says-so/index.html`);
  const cards = practice(page, 'Put them in order');
  const who = practice(page, 'Who said it?');
  await cards.locator('.practice-later').first().click();
  await cards.locator('.practice-check').click();
  await who.locator('select').first().selectOption({ index: 2 });
  const order = await titles(cards);
  const result = await cards.locator('.is-wrong').count();
  await page.reload();
  assert.deepEqual(await titles(cards), order);
  assert.equal(await cards.locator('.practice-result').textContent(), `Try 1: not in order yet. Too early: ${result} of 6.`);
  assert.ok(await cards.locator('.practice-show').isVisible());
  assert.equal(await who.locator('select').first().evaluate((it) => it.selectedIndex), 2);
  assert.equal(await who.locator('.practice-result').textContent(), '');
  assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage).length, document.cookie]), [[], 1, '']);
  // Of another edition nothing is kept.
  const name = path.join(of, 'lessons/who-says-so/index.html');
  await writeFile(name, (await readFile(name, 'utf8')).replaceAll('Rudolf and Flavia', 'Flavia and Rudolf'));
  await page.reload();
  assert.notDeepEqual((await titles(cards)).map((title) => title.replace('Flavia and Rudolf', 'Rudolf and Flavia')), order);
  assert.equal(await cards.locator('.practice-result').textContent(), '');
  await inPeace(page);
});

test('where nothing can be kept, all of it can be done', async (t) => {
  const of = await build(t, fixture);
  const context = await (await browser(t)).newContext();
  await context.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('denied'); } }));
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.goto(`${onDisk(of)}lessons/who-says-so/index.html`);
  const box = practice(page, 'Put them in order');
  await box.locator('.practice-later').first().click();
  await box.locator('.practice-check').click();
  await box.locator('.practice-result:not(:empty)').waitFor();
  assert.deepEqual(wrong, []);
});

test('without JavaScript there is nothing to press, and nothing is missing', async (t) => {
  const of = await build(t, example);
  const base = onDisk(of);
  for (const id of ['who-says-so', 'planned-or-happened']) {
    const page = await open(t, `${base}lessons/${id}/index.html`, { javaScriptEnabled: false }).catch((error) => assert.fail(error));
    assert.equal(await page.locator('main :is(button, input, select, fieldset, [role="status"])').count(), 0);
    const steps = await page.locator('.activities > li').allInnerTexts();
    const scripted = await open(t, page.url());
    assert.ok((await scripted.locator('.practice').count()) >= 2);
    await scripted.evaluate(() => document.querySelectorAll('[data-by-script]').forEach((it) => it.remove()));
    assert.equal(await scripted.locator('main').innerText(), await page.locator('main').innerText());
    assert.ok(steps.length >= 4 && steps.every((text) => text.length > 40));
    assert.equal(await page.locator('.facts').getByRole('link', { name: 'Handout for pupils' }).count(), 1);
    // The handout has no answer, nor what could hold one.
    await page.goto(`${base}lessons/${id}/student/index.html`);
    assert.equal(await page.locator('template, [data-right], [data-follows], script[src]').count(), 0);
  }
});

test('it is accessible and fits, whatever is done', async (t) => {
  const page = await (await browser(t)).newPage({ bypassCSP: true });
  const found = [];
  const sites = [
    [await build(t, example), 'who-says-so'],
    [await build(t, example), 'planned-or-happened'],
    [await build(t, full), null],
    [await ukrainian(t), 'hto'],
  ];
  for (const [of, id] of sites) {
    const served = await serve(t, of);
    let lesson = id;
    if (!lesson) {
      await page.goto(`${served}lessons/index.html`);
      lesson = (await page.locator('.lessons a').evaluateAll((all) => all.map((it) => it.getAttribute('href').split('/')[0]))).at(-1);
      for (const link of await page.locator('.lessons a').evaluateAll((all) => all.map((it) => it.href))) {
        await page.goto(link);
        if (await page.locator('.practice').count()) lesson = link.split('/').at(-2);
      }
    }
    for (const state of ['start', 'wrong', 'shown', 'right']) {
      await page.goto(`${served}lessons/${lesson}/index.html`);
      await page.evaluate(() => sessionStorage.clear());
      await page.reload();
      await bring(page, state);
      await page.waitForTimeout(200);
      await page.evaluate(axe.source);
      for (const [colorScheme, width, forcedColors] of [['light', 1280, 'none'], ['dark', 375, 'none'], ['light', 320, 'active']]) {
        await page.emulateMedia({ colorScheme, forcedColors });
        await page.setViewportSize({ width, height: 900 });
        const where = `${lesson}, ${state}, ${colorScheme}, ${width} px`;
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${where}: ${wide} px too wide`);
        if (forcedColors === 'active') continue;
        const { violations } = await page.evaluate(() => window.axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }));
        for (const { id, nodes } of violations) for (const { target, failureSummary } of nodes) found.push(`${where}: ${id}: ${target.join(' ')} ${failureSummary}`);
      }
      await page.emulateMedia({ colorScheme: null, forcedColors: null });
      const twice = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        return ids.filter((id, at) => ids.indexOf(id) !== at);
      });
      assert.deepEqual(twice, []);
    }
  }
  assert.equal(found.length, 0, `\n${found.join('\n')}`);
});

test('it speaks Ukrainian', async (t) => {
  const of = await ukrainian(t);
  const page = await open(t, `${onDisk(of)}lessons/hto/index.html`);
  const check = (at) => page.locator('.practice').nth(at).getByRole('button', { name: 'Перевірити' });
  await bring(page, 'right');
  await hear(page, 'Спроба 1: усе правильно, 3 із 3.');
  const text = await page.locator('.practice').allInnerTexts();
  assert.doesNotMatch(text.join('\n'), /[A-Za-z]/);
  await page.locator('.practice').first().getByRole('button', { name: 'Почати знову' }).click();
  await check(0).click();
  await hear(page, 'Спроба 1: порядок ще не правильний. Стоять зарано: 2 із 3.');
  await inPeace(page);
});

test('on paper stand the tasks, and nothing to press', async (t) => {
  const of = await build(t, example);
  const page = await open(t, `${onDisk(of)}lessons/planned-or-happened/index.html`);
  await bring(page, 'wrong');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.practice, .practice-note').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length), 0);
  assert.equal(await page.locator('main :is(button, input, select)').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length), 0);
  const shown = await page.locator('.activities > li').evaluateAll((all) => all.map((it) => it.innerText.length));
  assert.ok(shown.length === 5 && shown.every((length) => length > 100), shown.join());
});
