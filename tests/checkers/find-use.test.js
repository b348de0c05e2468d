// Finding events by keyboard, on a phone, on paper, without JavaScript, and by everybody.

import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import axe from 'axe-core';

import {
  aid, bases, call, chips, choose, denial, desktop, few, meeting, office, open, phone, shown, shows, speech, visit,
} from './find.js';
import { browser, build, files, onDisk, root, serve } from './lib.js';

test('by keyboard: panels open and close, and the focus goes on', async (t) => {
  const of = await build(t, await files(t, few));
  const page = await open(await browser(t), `${onDisk(of)}index.html`);
  const focus = () => page.evaluate(() => document.activeElement.closest('[data-facet]')?.dataset.facet ?? document.activeElement.id);
  await page.locator('#_q').focus();
  await page.keyboard.press('Tab');
  assert.equal(await focus(), 'actor');
  await page.keyboard.press('Enter');
  await page.locator('.choice').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await shows(page, [call, denial, visit]);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('[data-facet="actor"]').getAttribute('open'), null);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
  assert.equal(await focus(), 'actor');
  await page.keyboard.press('Enter');
  for (const _ of '123456789') await page.keyboard.press('Tab');
  assert.equal(await focus(), 'topic');
  assert.equal(await page.locator('.facet[open]').count(), 0, 'who leaves a panel closes it');
  await page.keyboard.press('Enter');
  await page.locator('h1').click();
  assert.equal(await page.locator('.facet[open]').count(), 0, 'a press elsewhere closes it');
  assert.deepEqual(page.wrong, []);
});

test('on a phone one button opens it all', async (t) => {
  const of = await build(t, await files(t, few));
  const page = await open(await browser(t), `${onDisk(of)}index.html`, { viewport: phone, hasTouch: true });
  const opener = page.getByRole('button', { name: 'Filter and search' });
  assert.equal(await opener.getAttribute('aria-expanded'), 'false');
  assert.equal(await page.locator('#_q').isVisible(), false);
  await opener.tap();
  assert.equal(await opener.getAttribute('aria-expanded'), 'true');
  await choose(page, 'actor', 'China');
  await choose(page, 'kind', 'Visit');
  await shows(page, [visit]);
  assert.equal(await page.locator('.facet[open]').count(), 2, 'here they stay open');
  assert.match(await opener.textContent(), /\(2\)/);
  const small = await page.locator('.find').evaluate((box) =>
    [...box.querySelectorAll('button, summary, input, label.choice')]
      .filter((it) => it.checkVisibility() && !it.closest('label.choice input'))
      .map((it) => [it.className || it.id || it.textContent, (it.closest('label') ?? it).getBoundingClientRect().height])
      .filter(([, height]) => height < 36),
  );
  assert.deepEqual(small, []);
  await opener.tap();
  assert.equal(await page.locator('#_q').isVisible(), false);
  assert.deepEqual(await chips(page), ['China', 'Visit']);
  await page.locator('.find-clear').tap();
  assert.match(await page.locator(':focus').textContent(), /Filter and search/);
  assert.deepEqual(page.wrong, []);
});

test('nothing of it is there without JavaScript, and nothing moves where it is', async (t) => {
  const started = await browser(t);
  const of = await build(t, path.join(root, 'events'));
  for (const viewport of [desktop, phone]) {
    const page = await open(started, `${onDisk(of)}index.html?q=drone&known=2024-04-06`, { javaScriptEnabled: false, viewport });
    assert.equal(await page.locator('.find').isVisible(), false);
    assert.equal((await shown(page)).length, 40);
    await page.context().close();
    const context = await started.newContext({ viewport });
    await context.addInitScript(() => {
      window.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.moved += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const scripted = await context.newPage();
    await scripted.goto(`${onDisk(of)}index.html`);
    await scripted.waitForTimeout(300);
    assert.equal(await scripted.locator('.find').isVisible(), true);
    assert.equal(await scripted.evaluate(() => window.moved), 0);
    await context.close();
  }
});

test('what cannot be loaded, or is of another edition, is told, and all is shown', async (t) => {
  const started = await browser(t);
  const of = await build(t, await files(t, few));
  const stale = path.join(of, 'data/known.js');
  await writeFile(stale, (await readFile(stale, 'utf8')).replace(/"edition":"\w+"/, '"edition":"0"'));
  const all = [aid, speech, meeting, call, office, denial, visit];
  const failed = /could not be loaded\. Reload the page/;
  for (const [search, setUp] of [
    ['?known=2024-04-06', () => {}],
    ['?q=xi', () => rm(path.join(of, 'data/find.js'))],
  ]) {
    await setUp();
    for (const base of await bases(t, of)) {
      const page = await open(started, `${base}index.html${search}`);
      await page.waitForFunction(() => document.querySelector('.find-none').checkVisibility());
      assert.match(await page.locator('.find-none').textContent(), failed);
      await shows(page, all, search);
      await page.context().close();
    }
  }
});

test('on paper the filters are words', async (t) => {
  const of = await build(t, await files(t, few));
  const page = await open(await browser(t), `${onDisk(of)}index.html?actor=xi&q=visits`);
  await shows(page, [visit]);
  await page.emulateMedia({ media: 'print' });
  const visible = (selector) => page.locator(`.find ${selector}`).evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.textContent));
  assert.deepEqual(await visible('.find-count'), ['1 of 7 events']);
  assert.deepEqual(await visible('.chip'), ['“visits”', 'Xi Jinping']);
  assert.deepEqual(await visible('input, summary, .find-open, .find-clear, .days-page'), []);
  await page.emulateMedia({ media: null });
  await page.locator('.find-clear').click();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.find').isVisible(), false);
});

test('it is accessible with its panels open, and fits every window', async (t) => {
  const started = await browser(t);
  const of = await build(t, path.join(root, 'events'));
  const base = await serve(t, of);
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    for (const viewport of [desktop, phone, { width: 800, height: 600 }, { width: 320, height: 600 }]) {
      const page = await open(started, `${base}index.html?actor=us-government&q=china&known=2024-04-09`, { colorScheme, viewport, bypassCSP: true });
      await page.waitForFunction(() => document.querySelector('.chip'));
      await page.evaluate(axe.source);
      if (viewport.width < 704) await page.locator('.find-open').click();
      for (const facet of await page.locator('.facet').all()) {
        await facet.locator('summary').click();
        // Choices that would leave nothing are hidden.
        await facet.locator('input:visible').first().waitFor();
        const { violations } = await page.evaluate(() =>
          window.axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }),
        );
        const where = `${await facet.getAttribute('data-facet')}, ${colorScheme}, ${viewport.width} px`;
        for (const { id, nodes } of violations) found.push(`${where}: ${id}: ${nodes[0].html}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wide > 0) found.push(`${where}: ${wide} px too wide`);
      }
      found.push(...page.wrong);
      await page.context().close();
    }
  }
  assert.deepEqual(found, []);
});
