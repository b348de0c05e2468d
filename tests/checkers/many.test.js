// Finding events among two thousand: how much a key press changes in the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { open } from './find.js';
import { browser, build, files, onDisk } from './lib.js';

/** Numbers that look like chance, the same ones every time. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return Math.floor((((it ^ (it >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Two thousand events over four years, told of by a report every day. */
function many() {
  const random = chance(7);
  const syllables = 'ba ko ri ne ta lu mo si ve da pe ga zu fi ro la'.split(' ');
  const word = (number) => [4, 8, 12].slice(0, 2 + (number % 2)).map((bits) => syllables[(number >> (bits - 4)) % 16]).join('');
  const text = (words) => Array.from({ length: words }, () => word(random(1 + random(4096)))).join(' ');
  const day = (number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
  const lines = (count, line) => Array.from({ length: count }, (_, number) => `- {${line(number)}}\n`).join('');
  const made = {
    'timeline.yaml': 'title: Many events\nlanguage: en\n',
    'actors.yaml': lines(200, (it) => `id: a${it}, name: Actor ${it}, kind: person${it % 10 ? `, of: a${it - (it % 5 || 5)}` : ''}`),
    'places.yaml': lines(40, (it) => `id: p${it}, name: Place ${it}${it % 4 ? `, within: p${it - (it % 4)}` : ''}`),
    'sources.yaml': lines(1500, (it) => `id: s${it}, outlet: Outlet ${it % 23}, title: Report ${it}, type: reportage, published: ${day(it)}`),
  };
  const kinds = 'call visit meeting summit negotiation statement warning denial pledge aid'.split(' ');
  for (let it = 0; it < 2000; it += 1) {
    const on = Math.floor(it * 0.7);
    const source = () => `s${on + random(90)}`;
    const claim = (_, number) => `  - {id: c${number}, text: ${text(18)}, by: a${random(200)}, reported_by: [${source()}]}\n`;
    made[`${day(on)}-event-${it}.yaml`] = `title: ${text(7)}
kind: ${kinds[random(10)]}
status: happened
when: ${day(on)}
where: p${random(40)}
actors: [a${random(200)}, a${random(200)}]
topics: [topic-${random(20)}]
summary: ${text(45)}
claims:
${Array.from({ length: 1 + random(5) }, claim).join('')}sources: [${source()}]
`;
  }
  return made;
}

test('among two thousand events a key press changes what it must and no more', async (t) => {
  const of = await build(t, await files(t, many()));
  const page = await open(await browser(t), `${onDisk(of)}index.html`);
  assert.equal(await page.evaluate(() => document.querySelectorAll('script[src^="data/"]').length), 0);
  await page.locator('#_q').focus();
  await page.waitForFunction(() => document.querySelector('script[src^="data/find.js"]'));
  // How many times the page was written to, and how many cards and sections came or went.
  const change = (selector, value) =>
    page.evaluate(async ([selector, value]) => {
      const it = document.querySelector(selector);
      const hidden = () => [...document.querySelectorAll('.card, main section, .years li')].map((it) => it.hidden);
      const before = hidden();
      let writes = 0;
      const observer = new MutationObserver((records) => { writes += records.length; });
      observer.observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });
      it.value = value;
      const began = performance.now();
      it.dispatchEvent(new Event('input', { bubbles: true }));
      const script = performance.now() - began;
      document.body.getBoundingClientRect();
      const time = `${script.toFixed(1)} ms, with layout ${(performance.now() - began).toFixed(1)} ms`;
      await new Promise((resolve) => setTimeout(resolve, 0));
      writes += observer.takeRecords().length;
      observer.disconnect();
      return {
        writes,
        time,
        turned: hidden().filter((now, at) => now !== before[at]).length,
        shown: document.querySelectorAll('.card:not([hidden])').length,
      };
    }, [selector, value]);
  await page.waitForFunction(() => {
    document.querySelector('#_q').dispatchEvent(new Event('input'));
    return document.querySelector('.find').ariaBusy === 'false';
  });
  const marks = await page.locator('.overview [data-events]').count();
  for (const words of ['k', 'ko', 'kob', 'kobar', 'kobar', 'kobar lu', '', 'zzz', '']) {
    const { writes, turned, shown, time } = await change('#_q', words);
    t.diagnostic(`“${words}”: ${shown} events, ${writes} writes, ${time}`);
    // The chip, the counts, and what there is to say besides; of a mark of the drawing its number,
    // its name and the way to the first, and that it is out or no more, which is three attributes.
    assert.ok(writes <= turned + 6 * marks + 12, `“${words}”: ${writes} writes, ${turned} came or went`);
    if (words === 'kobar') assert.ok(shown > 0 && shown < 500, `${shown}`);
    if (words === '') assert.equal(shown, 2000);
  }
  assert.ok((await change('#_q', '')).writes <= 1, 'what stays as it is is not written again');
  await page.locator('#_day').focus();
  await page.keyboard.press('ArrowLeft');
  await page.locator('.chip').waitFor();
  let before = 0;
  for (const day of ['700', '699', '1']) {
    const { writes, turned, shown, time } = await change('#_day', day);
    // Of a card that stood otherwise at most its class, date, kind, summary and counts, there and back.
    const otherwise = await page.evaluate(() => [...document.querySelectorAll('.card')].filter((it) => it.querySelector('.card-summary[hidden]')).length);
    t.diagnostic(`day ${day}: ${shown} events, ${otherwise} of them otherwise, ${writes} writes, ${time}`);
    assert.ok(writes <= turned + 5 * (before + otherwise) + 6 * marks + 20, `day ${day}: ${writes} writes`);
    before = otherwise;
  }
  const { shown } = await change('#_day', '1500');
  assert.equal(shown, 2000);
  // Two hundred actors: what is looked for among them is found.
  await page.locator('[data-facet="actor"] summary').click();
  await page.locator('.narrow').fill('actor 17');
  const names = await page.locator('[data-facet="actor"] .choice:visible .choice-name').allTextContents();
  assert.deepEqual(names.sort(), ['Actor 17', ...Array.from({ length: 10 }, (_, it) => `Actor ${170 + it}`)]);
  await page.keyboard.press('Escape');
  // Though what is far away is not laid out, the way to a year leads there.
  await page.locator('.years a', { hasText: '2023' }).click();
  await page.waitForFunction(() => {
    const { top } = document.querySelector('#y2023').getBoundingClientRect();
    return Math.abs(top) < 80;
  });
  assert.deepEqual(page.wrong, []);
});
