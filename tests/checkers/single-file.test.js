// The whole timeline in one file, as it is opened from a memory stick: all of it is there,
// it can be read, and it asks for nothing.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import axe from 'axe-core';

import { browser, build, dateline, folder, full, onDisk, root } from './lib.js';
import { said } from './validator.js';

const example = path.join(root, 'events');

/** Writes the file of these event files; the folder that holds it alone, and its address. */
async function written(t, events) {
  const made = await folder(t);
  const said = await dateline('build', events, '--single-file', path.join(made, 'timeline.html'));
  assert.equal(said.code, 0, said.stderr);
  return { made, address: `${onDisk(made)}timeline.html`, html: await readFile(path.join(made, 'timeline.html'), 'utf8') };
}

test('it opens styled and in peace, and asks for nothing', async (t) => {
  const started = await browser(t);
  for (const events of [example, full]) {
    const { address, html } = await written(t, events);
    const page = await started.newPage();
    const wrong = [];
    const asked = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => window.violations.push(violatedDirective));
    });
    await page.goto(address);
    const { violations, accent, display } = await page.evaluate(() => ({
      violations: window.violations,
      accent: getComputedStyle(document.body).getPropertyValue('--accent').trim(),
      display: getComputedStyle(document.querySelector('header.masthead')).display,
    }));
    assert.deepEqual({ wrong, violations, asked }, { wrong: [], violations: [], asked: [address] });
    assert.notEqual(accent, '');
    assert.equal(display, 'flex');
    // The policy lets this one style through, and no script at all.
    const [, style] = /<style>([^]*?)<\/style>/.exec(html);
    const digest = createHash('sha256').update(style).digest('base64');
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html);
    assert.equal(policy, `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`);
    const foreign = await page.evaluate(() => [
      ...[...document.querySelectorAll('script, link:not([rel="canonical"]), img, iframe, object, template, [src], [style]')].map((it) => it.outerHTML),
      ...[...document.querySelectorAll('*')].flatMap((it) => it.getAttributeNames().filter((name) => name.startsWith('on'))),
    ]);
    assert.deepEqual(foreign, []);
    await page.close();
  }
});

/** What the parts of the page are. */
function parts() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const counts = new Map();
  for (const { id } of all('[id]')) counts.set(id, (counts.get(id) ?? 0) + 1);
  const links = all('a').map((link) => ({
    href: link.getAttribute('href'),
    from: link.closest('.item')?.id ?? link.closest('.part')?.id ?? '',
    svg: link.closest('svg') !== null,
  }));
  const named = all('[for], [aria-labelledby], [aria-describedby], [aria-controls]').flatMap((it) =>
    ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((name) => (it.getAttribute(name) ?? '').split(' ').filter(Boolean)),
  );
  return {
    twice: [...counts].filter(([, count]) => count > 1).map(([id]) => id),
    ids: [...counts.keys()],
    links,
    named,
    headings: all('h1, h2, h3, h4, h5, h6').map((it) => [Number(it.tagName[1]), it.textContent.trim()]),
    items: all('.item').map(({ id }) => id),
    text: document.body.textContent.replaceAll(/\s+/g, ' '),
  };
}

test('every link leads somewhere in it, and everything can be reached', async (t) => {
  const page = await (await browser(t)).newPage({ javaScriptEnabled: false });
  for (const events of [example, full]) {
    await page.goto((await written(t, events)).address);
    const { twice, ids, links, named, headings, items } = await page.evaluate(parts);
    assert.deepEqual(twice, []);
    const there = new Set(ids);
    for (const { href, from } of links) {
      assert.ok(href !== null, `a link to nothing in ${from}`);
      if (href.startsWith('#')) assert.ok(there.has(decodeURIComponent(href.slice(1))), `${from}: ${href}`);
      else assert.match(href, /^(https?:\/\/|mailto:|data:application\/)/, from);
    }
    for (const id of named) assert.ok(there.has(id), id);
    // From the head of the page every part can be reached, from there every item, and back.
    const to = (here) => links.filter(({ from }) => from === here).map(({ href }) => href.slice(1).split('/')[0]);
    const reached = new Set(['']);
    for (const here of reached) for (const next of to(here)) reached.add(next);
    for (const item of items) {
      assert.ok(reached.has(item), `${item} cannot be reached`);
      assert.ok(to(item).some((next) => ['_timeline', 'actors', 'topics', 'sources'].includes(next)), `${item}: no way back`);
    }
    assert.equal(headings.filter(([level]) => level === 1).length, 1);
    headings.forEach(([level, text], number) => {
      const before = number === 0 ? 0 : headings[number - 1][0];
      assert.ok(level <= before + 1 && text !== '', `h${level} behind h${before}: ${text}`);
    });
  }
});

test('all that the site tells is in it', async (t) => {
  const page = await (await browser(t)).newPage({ javaScriptEnabled: false });
  for (const events of [example, full]) {
    const site = await build(t, events);
    const data = JSON.parse(await readFile(path.join(site, 'events.json'), 'utf8'));
    await page.goto((await written(t, events)).address);
    const { ids, text } = await page.evaluate(parts);
    const there = new Set(ids);
    const squeezed = (words) => words.replaceAll(/\s+/g, ' ').trim();
    const tells = (words, where) => assert.ok(text.includes(squeezed(words)), `${where}: ${words}`);
    for (const event of data.events) {
      assert.ok(there.has(`event-${event.id}`), event.id);
      tells(event.title, event.id);
      for (const claim of event.claims) {
        assert.ok(there.has(`event-${event.id}/${claim.id}`), `${event.id}/${claim.id}`);
        tells(claim.text, event.id);
        // Quotation marks inside a quotation turn into others.
        for (const { quote } of claim.reports) if (quote && !/[“”"«»]/.test(quote)) tells(quote, event.id);
      }
      for (const sentence of event.left_open) tells(sentence, event.id);
      for (const { what } of event.corrections) tells(what, event.id);
      for (const topic of event.topics) assert.ok(there.has(`topic-${topic}`), topic);
    }
    for (const { id, name, note } of data.actors) {
      assert.ok(there.has(`actor-${id}`), id);
      tells(name, id);
      tells(note ?? '', id);
    }
    for (const { id, title, description, note } of data.sources) {
      assert.ok(there.has(`source-${id}`), id);
      for (const words of [title, description, note]) tells(words ?? '', id);
    }
  }
});

test('it is right and accessible', async (t) => {
  // Its policy forbids the script that does the checking.
  const page = await (await browser(t)).newPage({ bypassCSP: true });
  for (const events of [full, example]) {
    const { made, address } = await written(t, events);
    const complaints = (await said(t, made)).filter(({ kind }) => kind !== 'info');
    // The checker does not compare the style with the digest that the policy names; that is done above.
    const told = complaints.filter(({ text }) => !/Inline style violates[^]*<style>/.test(text));
    assert.deepEqual(told, []);
    assert.ok(complaints.length <= 1);
    await page.goto(address);
    await page.evaluate(axe.source);
    const looks = events === full ? [['light', 1280], ['dark', 375]] : [['dark', 1280]];
    for (const [colorScheme, width] of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await page.evaluate(() =>
        window.axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }),
      );
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
      assert.equal(found.length, 0, `${colorScheme}, ${width} px:\n${found.slice(0, 20).join('\n')}`);
    }
  }
});

test('it fits any window, and paper', async (t) => {
  const page = await (await browser(t)).newPage();
  for (const events of [example, full]) {
    await page.goto((await written(t, events)).address);
    for (const [width, media] of [[1280, null], [768, null], [375, null], [320, null], [673, 'print']]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ media });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${width} px ${media ?? ''}: ${wide} px too wide`);
    }
    const print = await page.evaluate(() => ({
      hidden: ['.skip', '.masthead nav', '.claim-link', '.back'].filter((selector) =>
        [...document.querySelectorAll(selector)].some((it) => it.getClientRects().length > 0),
      ),
      lost: [...document.querySelectorAll('h1, h2, h3, h4, h5, .claim-text, .chain li, td, .lines li')]
        .filter((it) => it.getClientRects().length === 0 && it.textContent.trim() !== '')
        .map((it) => it.outerHTML.slice(0, 80)),
    }));
    assert.deepEqual(print, { hidden: [], lost: [] });
    await page.emulateMedia({ media: null });
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
    assert.ok(pages > 10, `${pages} pages`);
    t.diagnostic(`${path.relative(root, events)}: ${pages} pages of A4`);
  }
});
