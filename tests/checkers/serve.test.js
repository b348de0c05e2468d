// The preview in a browser: pages that follow what is written, and tell what is wrong with it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import axe from 'axe-core';

import { few } from './find.js';
import { browser, files, program } from './lib.js';

const patience = { timeout: 60_000 };

/** Serves a folder; gives the address, and what ends it. */
async function preview(t, events, port = 0) {
  const child = spawn(program, ['serve', events, '--port', `${port}`], { stdio: ['ignore', 'pipe', 'ignore'] });
  const end = async () => {
    if (child.exitCode === null && child.kill('SIGINT')) await once(child, 'exit');
    return child.exitCode;
  };
  t.after(end);
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\S+/.exec(line) ?? [];
    if (url) return { url, end, port: new URL(url).port };
  }
  throw new Error('the preview has ended');
}

/** A page that notes whatever goes wrong on it. */
async function open(started, url, options = {}) {
  const context = await started.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  page.wrong = [];
  page.on('pageerror', (error) => page.wrong.push(error.message));
  page.on('console', (it) => it.type() === 'error' && page.wrong.push(it.text()));
  await page.goto(url);
  return page;
}

/** A folder of events, one of which can be edited. */
async function folder(t, more = {}) {
  const events = await files(t, { ...few, ...more });
  const call = path.join(events, '2024-04-01-call.yaml');
  const text = await readFile(call, 'utf8');
  const edit = (from, to) => {
    assert.ok(text.includes(from));
    return writeFile(call, text.replace(from, to));
  };
  return { events, call, edit, break: () => edit('when: 2024-04-01', 'when: 2024-04-31'), mend: () => writeFile(call, text) };
}

const panel = (page) => page.getByRole('dialog');
const badge = (page) => page.locator('#dateline-preview .badge');
const gone = (page) => panel(page).waitFor({ state: 'hidden', ...patience });
const comes = (page) => panel(page).waitFor(patience);
/** Waits for a reload that brings this. */
const shows = (page, text) => page.getByText(text).first().waitFor({ state: 'attached', ...patience });

test('a change is seen in place: scrolled, opened and focused as it was', async (t) => {
  const at = await folder(t);
  const { url } = await preview(t, at.events);
  const page = await open(await browser(t), `${url}events/2024-04-01-call/`, { viewport: { width: 900, height: 300 } });
  await page.locator('details.cite summary').click();
  await page.getByRole('link', { name: 'Xi Jinping' }).first().focus();
  await page.evaluate(() => scrollTo({ top: 456, behavior: 'instant' }));
  const top = () => page.locator('main h2').first().evaluate((it) => it.getBoundingClientRect().top);
  const before = await top();
  await at.edit('title: Biden calls Xi', 'title: Biden telephones Xi');
  await shows(page, 'Biden telephones Xi');
  await page.waitForLoadState();
  const after = await top();
  assert.ok(Math.abs(before - after) < 12, `what was at ${before} is at ${after}`);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Xi Jinping');
  assert.equal(await page.locator('details.cite').getAttribute('open'), '');

  // What does not change a page does not reload it.
  await page.evaluate(() => { window.stays = true; });
  await writeFile(path.join(at.events, 'notes.md'), 'A note.\n');
  await at.edit('title: Biden calls Xi', 'title: Biden telephones Xi # as told');
  await at.break();
  await comes(page);
  assert.equal(await page.evaluate(() => window.stays), true);
  assert.deepEqual(page.wrong, []);
});

test('who types while the page changes goes on typing', async (t) => {
  const at = await folder(t);
  const { url } = await preview(t, at.events);
  const page = await open(await browser(t), url);
  await page.locator('#_q').fill('Xi');
  await page.waitForURL(/q=Xi/);
  await at.edit('title: Biden calls Xi', 'title: Biden telephones Xi');
  await shows(page, 'Biden telephones Xi');
  await page.waitForFunction(() => document.activeElement.id === '_q');
  await page.keyboard.type(' calls');
  assert.equal(await page.locator('#_q').inputValue(), 'Xi calls');
  assert.deepEqual(page.wrong, []);
});

test('what is wrong is told over the page, and goes when it is mended', async (t) => {
  const at = await folder(t);
  const { url } = await preview(t, at.events);
  const page = await open(await browser(t), url);
  await page.locator('#_q').fill('xi');
  await page.locator('#_q').press('End');
  await at.break();
  await comes(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), '_q', 'who types goes on typing');
  await page.keyboard.type(' calls');
  assert.equal(await page.locator('#_q').inputValue(), 'xi calls');
  const told = (await panel(page).innerText()).replaceAll('\u00a0', ' ');
  for (const part of [
    /1 error in /, /The page shows the last site that could be made\./, /`?31`? is not a day of April 2024/,
    /2024-04-01-call\.yaml:\d+:15/, /when: 2024-04-31/, /Help April has 30 days/, /dateline explain bad-date/,
  ]) assert.match(told, part);
  assert.equal(await panel(page).locator('mark').textContent(), '31');
  assert.equal(await page.locator('#dateline-preview').getAttribute('lang'), 'en');

  // Escape is the page's own where somebody types; from elsewhere it puts the panel away.
  await page.keyboard.press('Escape');
  assert.equal(await panel(page).isVisible(), true);
  await panel(page).getByRole('button', { name: 'Hide' }).focus();
  await page.keyboard.press('Escape');
  await gone(page);
  assert.equal(await badge(page).textContent(), '1 error');
  assert.equal(await badge(page).evaluate((it) => it.getRootNode().activeElement === it), true, 'the focus stays near');
  await page.keyboard.press('Enter');
  await comes(page);
  await page.locator('h1').click();
  await page.keyboard.press('Escape');
  await gone(page);

  // What was put away stays so on the next page; what is new comes up.
  await page.getByRole('link', { name: 'Actors' }).first().click();
  await badge(page).waitFor(patience);
  assert.equal(await panel(page).isVisible(), false);
  await at.edit('kind: call', 'kind: cal');
  await comes(page);
  assert.match(await panel(page).innerText(), /did you mean call\?/);
  // Whoever comes while it is so is told as well.
  const other = await open(page.context().browser(), `${url}claims/`);
  await comes(other);
  await at.mend();
  await gone(page);
  await gone(other);
  await badge(page).getByText('1 warning').waitFor(patience);
  assert.deepEqual([...page.wrong, ...other.wrong], []);
});

test('what event files say is text, whatever it looks like', async (t) => {
  const at = await folder(t);
  const { url } = await preview(t, at.events);
  const page = await open(await browser(t), url);
  await at.edit('kind: call', 'kind: "<img src=x onerror=alert(1)>`<b>"');
  await comes(page);
  assert.match(await panel(page).locator('pre').first().textContent(), /<img src=x onerror=alert\(1\)>`<b>/);
  assert.equal(await panel(page).locator('img, b b').count(), 0);
  assert.deepEqual(page.wrong, []);
});

test('while there is no site, a page tells why, and turns into the site', async (t) => {
  const at = await folder(t);
  await at.break();
  const { url } = await preview(t, at.events);
  const page = await open(await browser(t), `${url}claims/`);
  await shows(page, 'is not a day of April 2024');
  assert.equal(await page.locator('h1').textContent(), 'The site cannot be built yet');
  assert.equal(await panel(page).count(), 0);
  await at.edit('kind: call', 'kind: cal');
  await shows(page, 'is not a kind of event');
  assert.equal(await page.locator('.problem').count(), 1);
  await at.mend();
  await page.waitForFunction(() => document.querySelector('.masthead'), null, patience);
  // The browser says itself that the first answer was no page of the site.
  assert.deepEqual(page.wrong.filter((it) => !it.includes('503')), []);
});

test('a page whose event is renamed leads home, and comes back', async (t) => {
  const at = await folder(t);
  const { url } = await preview(t, at.events);
  const page = await open(await browser(t), `${url}events/2024-04-02-visit/`);
  const [before, after] = ['visit', 'talks'].map((name) => path.join(at.events, `2024-04-02-${name}.yaml`));
  await rename(before, after);
  const home = page.getByRole('link', { name: 'Timeline' }).last();
  await page.getByRole('heading', { name: 'This page does not exist' }).waitFor(patience);
  await rename(after, before);
  await page.getByRole('heading', { name: 'Strauß visits the office' }).waitFor(patience);
  await rm(before);
  await page.getByRole('heading', { name: 'This page does not exist' }).waitFor(patience);
  await home.click();
  await page.getByRole('heading', { name: 'Few events' }).waitFor(patience);
  assert.deepEqual(page.wrong.filter((it) => !it.includes('404')), []);
});

test('warnings are a quiet count that can be opened', async (t) => {
  const at = await folder(t);
  const { url } = await preview(t, at.events);
  const page = await open(await browser(t), url);
  await writeFile(path.join(at.events, 'places.yaml'), `${few['places.yaml']}- {id: paris, name: Paris}\n`);
  await badge(page).getByText('2 warnings').waitFor(patience);
  assert.equal(await panel(page).isVisible(), false);
  await badge(page).click();
  assert.match(await panel(page).innerText(), /nothing uses the place paris/);
  assert.match(await panel(page).innerText(), /The site is made all the same\./);
  assert.deepEqual(page.wrong, []);
});

test('a preview that ends is missed, and one that is started again is followed', async (t) => {
  const at = await folder(t);
  const first = await preview(t, at.events);
  const page = await open(await browser(t), first.url);
  await page.waitForLoadState();
  assert.equal(await first.end(), 0);
  await badge(page).getByText('The preview has ended').waitFor(patience);
  await at.edit('title: Biden calls Xi', 'title: Biden telephones Xi');
  const second = await preview(t, at.events, first.port);
  assert.equal(second.port, first.port);
  await shows(page, 'Biden telephones Xi');
  await badge(page).getByText('1 warning').waitFor(patience);
  assert.deepEqual(page.wrong.filter((it) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|ERR_CONNECTION_RESET/.test(it)), []);
});

test('pages that nobody sees hold no connection', async (t) => {
  const at = await folder(t);
  const { url } = await preview(t, at.events);
  const started = await browser(t);
  const context = await started.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => (sessionStorage.getItem('seen') ? 'visible' : 'hidden') });
  });
  // More than the connections that a browser has to one host.
  const pages = [];
  for (let number = 0; number < 8; number += 1) {
    pages.push(await context.newPage());
    await pages.at(-1).goto(url);
  }
  await at.edit('title: Biden calls Xi', 'title: Biden telephones Xi');
  const last = await context.newPage();
  await last.goto(url);
  await shows(last, /Biden (telephones|calls) Xi/);
  // Who looks at one again finds it as it is now.
  await pages[0].evaluate(() => {
    sessionStorage.setItem('seen', '1');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await shows(pages[0], 'Biden telephones Xi');
});

test('it is accessible in light and dark, wide and narrow', async (t) => {
  const at = await folder(t);
  const broken = await folder(t);
  await broken.break();
  const urls = [(await preview(t, at.events)).url, (await preview(t, broken.events)).url];
  const started = await browser(t);
  await (await open(started, urls[0])).waitForSelector('.card');
  await at.edit('when: 2024-04-01', 'when: 2024-04-31\nwhat: This is not a key at all, and goes on for much longer than a window of a phone is wide, on and on');
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [1280, 375, 320]) {
      for (const url of urls) {
        const page = await open(started, url, { colorScheme, viewport: { width, height: 720 }, bypassCSP: true });
        await (url === urls[0] ? comes(page) : shows(page, 'is not a day of'));
        await page.evaluate(axe.source);
        const run = () => page.evaluate(() =>
          window.axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }));
        const results = [await run()];
        if (url === urls[0]) {
          await page.locator('h1').focus();
          await page.keyboard.press('Escape');
          await badge(page).waitFor(patience);
          results.push(await run());
        }
        const where = `${colorScheme}, ${width} px, ${url === urls[0] ? 'over a page' : 'alone'}`;
        for (const { violations } of results) {
          for (const { id, nodes } of violations) found.push(`${where}: ${id}: ${nodes[0].html}`);
        }
        const wide = await page.evaluate(() => {
          const inside = document.querySelector('#dateline-preview')?.shadowRoot.querySelector('.panel');
          return Math.max(document.documentElement.scrollWidth - window.innerWidth, inside ? inside.scrollWidth - inside.clientWidth : 0);
        });
        if (wide > 0) found.push(`${where}: ${wide} px too wide`);
        await page.context().close();
      }
    }
  }
  assert.deepEqual(found, []);
});
