// Finding events among ten thousand: how much is loaded, and how much a key press looks at and
// changes in the page.

import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { choose, open } from './find.js';
import { browser, build, files, list, onDisk } from './lib.js';

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

/** Ten thousand events over four years, told of by a report every day. */
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
  for (let it = 0; it < 10000; it += 1) {
    const on = Math.floor(it * 0.14);
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

/** Bytes, gzipped, of files of the data. */
async function weights(of, fits) {
  const names = (await list(path.join(of, 'data'), '.js')).filter((name) => fits.test(name));
  const weigh = async (name) => gzipSync(await readFile(path.join(of, 'data', name)), { level: 9 }).length;
  return Promise.all(names.map(weigh));
}
const sum = (all) => all.reduce((a, b) => a + b, 0);
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

/** Types or chooses; gives how much was looked at and written, and how long it took. */
const change = (page, act, value) =>
  page.evaluate(async ([act, value]) => {
    let writes = 0;
    let read = 0;
    const observer = new MutationObserver((records) => { writes += records.length; });
    observer.observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });
    // Every number in the data is read letter by letter.
    const { charCodeAt } = String.prototype;
    String.prototype.charCodeAt = function count(at) {
      read += 1;
      return charCodeAt.call(this, at);
    };
    const it = document.querySelector(act);
    if (it.type === 'checkbox') it.checked = value;
    else it.value = value;
    const began = performance.now();
    it.dispatchEvent(new Event(it.type === 'checkbox' ? 'change' : 'input', { bubbles: true }));
    const script = performance.now() - began;
    document.body.getBoundingClientRect();
    const time = `${script.toFixed(1)} ms, with layout ${(performance.now() - began).toFixed(1)} ms`;
    await new Promise((resolve) => setTimeout(resolve, 0));
    writes += observer.takeRecords().length;
    observer.disconnect();
    String.prototype.charCodeAt = charCodeAt;
    return { writes, read, time, shown: document.querySelector('.find-count').textContent };
  }, [act, value]);

test('among ten thousand events little is loaded, and a key press does what it must and no more', async (t) => {
  const of = await build(t, await files(t, many()));
  const [find, facets, words, titles] = await Promise.all(
    [/^find/, /^facet-/, /^words-/, /^titles-/].map((fits) => weights(of, fits)),
  );
  const index = gzipSync(await readFile(path.join(of, 'index.html')), { level: 9 }).length;
  t.diagnostic(`first page ${kb(index)}; find.js ${kb(sum(find))}; ${facets.length} facets ${kb(sum(facets))}, at most ${kb(Math.max(...facets))}; ${words.length} parts of the words ${kb(sum(words))}, at most ${kb(Math.max(...words))}; ${titles.length} of the titles ${kb(sum(titles))}, at most ${kb(Math.max(...titles))}`);
  assert.ok(sum(find) + sum(facets) < 400 * 1024);
  assert.ok(Math.max(...words) < 30 * 1024);
  assert.ok(Math.max(...titles) < 6 * 1024);
  assert.equal(await stat(path.join(of, 'data/known.js')).catch(() => null), null);

  const page = await open(await browser(t), `${onDisk(of)}index.html`);
  const ready = () => page.waitForFunction(() => document.querySelector('.find').ariaBusy === 'false' && document.querySelector('.results').ariaBusy !== 'true');
  const marks = await page.locator('.overview .mark').count();
  assert.ok(marks < 300, `${marks} marks`);
  // Once for the data, and once with it.
  const twice = async (act, value, before) => {
    await change(page, act, value);
    await ready();
    await change(page, act, before);
    await ready();
    return change(page, act, value);
  };
  let before = '';
  for (const typed of ['k', 'ko', 'kob', 'kobar', 'kobar lu', 'zzz', '']) {
    const { writes, read, shown, time } = await twice('#_q', typed, before);
    before = typed;
    t.diagnostic(`“${typed}”: ${shown}, ${read} letters read, ${writes} writes, ${time}`);
    // At most fifty events that go and fifty that come; of a mark of the drawing its number, its
    // name, and that it is out or no more, which is three attributes; the chip, the counts, and
    // what there is to say besides.
    assert.ok(writes <= 100 + 5 * marks + 20, `“${typed}”: ${writes} writes`);
    // As many as the words have that begin so, and no others: fewer than events have words.
    assert.ok(read < 1_000_000, `“${typed}”: ${read} letters read`);
    if (typed === 'kobar') assert.ok(read < 20_000, `${read} letters read`);
    if (typed === '') assert.equal(shown, 'All 10,000 events');
  }
  const idle = await change(page, '#_q', '');
  assert.ok(idle.writes <= 1, 'what stays as it is is not written again');
  await choose(page, 'actor', 'Actor 17');
  await page.locator('.results .card').first().waitFor();
  await ready();
  const actor = (number) => `[data-facet="actor"] input[value="a${number}"]`;
  await change(page, actor(3), true);
  await ready();
  await change(page, actor(3), false);
  const { writes, read, shown, time } = await change(page, actor(3), true);
  t.diagnostic(`one of two actors: ${shown}, ${read} letters read, ${writes} writes, ${time}`);
  assert.equal(read, 0, 'what has been read is not read again');
  assert.ok(writes <= 100 + 5 * marks + 20, `${writes} writes`);
  await page.keyboard.press('Escape');
  await page.locator('.find-clear').click();
  // Two hundred actors: what is looked for among them is found.
  await page.locator('[data-facet="actor"] summary').click();
  await page.locator('.narrow').fill('actor 17');
  const names = await page.locator('[data-facet="actor"] .choice:visible .choice-name').allTextContents();
  assert.deepEqual(names.sort(), ['Actor 17', ...Array.from({ length: 10 }, (_, it) => `Actor ${170 + it}`)]);
  assert.deepEqual(page.wrong, []);
});
