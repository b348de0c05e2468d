// The lists of a large timeline: right, accessible, no larger than they may be, and every link
// on them leads somewhere.

import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import axe from 'axe-core';

import { browser, build, files, list, serve } from './lib.js';

const lists = /^(claims|changes)\/|^(sources|actors|topics)\/(index\.html|by\.|through\.)/;

/** Events in a row: each denies, disputes and confirms what was said before, and gives a figure. */
function many(count) {
  const day = (number) => new Date(Date.UTC(2015, 0, 1 + number)).toISOString().slice(0, 10);
  const made = { 'timeline.yaml': "{title: Many, language: en, base_url: 'https://example.org/'}\n", 'sources.yaml': '', 'actors.yaml': '' };
  for (let it = 0; it < count; it += 1) {
    made['sources.yaml'] += `- {id: s${it}, outlet: Outlet ${it % 9}, title: Report ${it}, type: reportage, published: ${day(it * 3)}}\n`;
    made['actors.yaml'] += `- {id: a${it}, name: Actor ${it}, kind: ${it % 3 ? 'person' : 'company'}}\n`;
    const before = `e-${it - 1}`;
    const relations = it === 0 ? '' : `relations: [denies: ${before}/said, disputes: ${before}/also, confirms: ${before}/more], `;
    const claim = (id, rest) => `{id: ${id}, text: What is said ${it} of ${id}, by: a${it}, ${rest}reported_by: [{source: s${it}, quote: some words}]}`;
    made[`e-${it}.yaml`] = `{title: Event ${it}, kind: statement, status: happened, when: ${day(it * 3)}, topics: [t${it}], actors: [{who: a${it}}], claims: [${claim('said', relations)}, ${claim('also', `figure: {measure: share, value: ${it}, unit: percent}, `)}, ${claim('more', '')}]}\n`;
  }
  return made;
}

test('the lists of a large timeline', async (t) => {
  const of = await build(t, await files(t, many(400)));
  const pages = (await list(of, '.html')).filter((name) => lists.test(name));
  assert.ok(pages.length > 60, `${pages.length} pages`);
  const address = await serve(t, of);
  const page = await (await browser(t)).newPage({ bypassCSP: true });

  await t.test('no page is large, and no link leads nowhere', async () => {
    for (const name of pages) {
      const html = await readFile(path.join(of, name), 'utf8');
      assert.ok(gzipSync(html).length < 60_000, name);
      for (const [, link] of html.matchAll(/ href="([^"#]+)/g)) {
        if (/^[a-z]+:/.test(link)) continue;
        await access(path.join(of, path.dirname(name), link));
      }
    }
  });

  await t.test('each kind of page is accessible', async () => {
    const kinds = ['claims/index.html', 'claims/denied/index.html', 'claims/denied/page-3/index.html', 'claims/figures/share/index.html', 'claims/wordings/index.html', 'changes/index.html', 'changes/2016-02/index.html', 'sources/index.html', 'sources/by.year/2016/index.html', 'actors/index.html', 'actors/by.kind/person/page-2/index.html', 'topics/index.html', 'topics/by.name/index.html'];
    for (const name of kinds) {
      await page.goto(address + name);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
      assert.deepEqual(found, [], name);
    }
  });

  await t.test('who goes on from page to page has seen everything', async () => {
    await page.goto(`${address}claims/denied/index.html`);
    let pairs = 0;
    for (;;) {
      pairs += await page.locator('.pair').count();
      const next = page.locator('a[rel="next"]');
      if ((await next.count()) === 0) break;
      // All of it has to be there before it is counted.
      await Promise.all([page.waitForEvent('load'), next.click()]);
    }
    assert.equal(pairs, 399);
  });
});
