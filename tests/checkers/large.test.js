// The pages of a timeline of 1200 events: right HTML, accessible, and every link leads somewhere.

import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import axe from 'axe-core';

import { browser, build, files, folder, list, serve } from './lib.js';
import { said } from './validator.js';

/** 1200 events in four years, the most of them in one: of some actors many, of others few. */
function large() {
  const pad = (number, digits = 2) => String(number).padStart(digits, '0');
  const lines = (count, line) => Array.from({ length: count }, (_, it) => `- {${line(it)}}\n`).join('');
  const made = {
    'timeline.yaml': 'title: Many events\nlanguage: en\nstandfirst: Talks, and what became of them.\nbase_url: https://example.org/\n',
    'actors.yaml': lines(12, (it) => `id: a${it}, name: Actor ${it}, kind: person${it > 6 ? ', of: a1' : ''}`),
    'sources.yaml': lines(24, (it) => `id: s${it}, outlet: Outlet ${it % 5}, title: Report ${it}, type: reportage, published: 20${pad(21 + Math.floor(it / 12))}-${pad((it % 12) + 1)}-28`),
  };
  for (let it = 0; it < 1200; it += 1) {
    const year = it < 700 ? 2021 : 2020 + (it % 4);
    const month = (it * 7) % 12;
    const when = it % 11 ? `${year}-${pad(month + 1)}-${pad((it % 27) + 1)}` : String(year);
    const source = `s${Math.min(23, Math.max(0, (year - 2021) * 12 + month))}`;
    const actor = (number) => `{who: a${(it * number) % (it % 3 ? 12 : 2)}, role: participant}`;
    made[`e-${pad(it, 4)}.yaml`] = `title: The ${it}th of the talks, on matters <great> & small
kind: ${['call', 'meeting', 'statement', 'warning'][it % 4]}
status: ${it > 1150 ? 'planned' : 'happened'}
when: "${it > 1190 ? '2024-05' : it === 5 ? 'XXXX-05-05' : when}"
actors: [${[...new Set([actor(5), actor(7)])].join(', ')}]
topics: [${it % 5 ? 'talks' : 'trade'}]
summary: They met, and spoke of the matter of the day for the ${it}th time.
claims:
  - {id: c, text: Nothing came of it the ${it}th time, by: a${it % 12}, reported_by: [${source}]}
sources: [${source}]
`;
  }
  return made;
}

/** The pages by year, and those of some that have many events. */
const ours = (name) =>
  /^(index\.html$|years\/|actors\/a[06]\/|topics\/trade\/|sources\/s3\/)/.test(name);

test('the pages of 1200 events', async (t) => {
  const of = await build(t, await files(t, large()));
  const pages = await list(of, '.html');
  const chosen = pages.filter(ours);
  assert.ok(chosen.some((name) => /^years\/2021\/05\//.test(name)), 'a year with months');
  assert.ok(chosen.some((name) => /^actors\/a0\/2021\//.test(name)), 'an actor with years');

  await t.test('are right HTML', async (t) => {
    const some = await folder(t);
    for (const name of chosen) await cp(path.join(of, name), path.join(some, name));
    await cp(path.join(of, 'assets'), path.join(some, 'assets'), { recursive: true });
    const wrong = (await said(t, some)).filter(({ kind }) => kind !== 'info');
    assert.deepEqual(wrong, []);
  });

  await t.test('lead somewhere', async () => {
    const texts = new Map();
    const text = async (name) => {
      if (!texts.has(name)) texts.set(name, await readFile(path.join(of, name), 'utf8').catch(() => null));
      return texts.get(name);
    };
    const lost = [];
    const all = pages.filter((name) => /^(index\.html$|years\/|actors\/|topics\/|sources\/)/.test(name));
    for (const name of all) {
      const links = (await text(name)).matchAll(/<(?:a|link)\b[^>]* href="([^"]*)"/g);
      for (const [, href] of new Map([...links].map((it) => [it[1], it])).values()) {
        if (/^(https?|data):/.test(href)) continue;
        const [to, anchor] = href.split('#');
        const target = to === '' ? name : path.posix.join(path.posix.dirname(name), to);
        const there = await text(target);
        if (there === null || (anchor && !there.includes(` id="${anchor}"`))) lost.push(`${name}: ${href}`);
      }
    }
    assert.deepEqual(lost, []);
  });

  await t.test('are accessible', async (t) => {
    const address = await serve(t, of);
    const page = await (await browser(t)).newPage({ bypassCSP: true });
    const names = ['index.html', 'years/index.html', 'years/2021/index.html', 'years/2021/05/index.html', 'years/2023/index.html', 'years/undated/index.html', 'actors/a0/index.html', 'actors/a0/2021/index.html', 'topics/trade/index.html', 'sources/s3/index.html'];
    const found = [];
    for (const name of names) {
      assert.ok(pages.includes(name), name);
      await page.goto(address + name);
      await page.evaluate(axe.source);
      for (const colorScheme of ['light', 'dark']) {
        for (const width of [1280, 375]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          const { violations } = await page.evaluate(() =>
            window.axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }),
          );
          found.push(...violations.map(({ id, nodes }) => `${name}, ${colorScheme}, ${width} px: ${id}: ${nodes[0].target.join(' ')}`));
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
          if (wide) found.push(`${name}: wider than ${width} px`);
        }
      }
    }
    assert.deepEqual(found, []);
  });

  await t.test('are small', async () => {
    const size = gzipSync(await readFile(path.join(of, 'index.html')), { level: 9 }).length;
    t.diagnostic(`index.html: ${size} bytes`);
    assert.ok(size < 60_000, `${size} bytes`);
  });
});
