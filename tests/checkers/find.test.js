// Finding events on the first page: what the search and the filters leave.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import {
  aid, bases, call, chips, choices, choose, denial, few, meeting, office, open, query, shown, shows, speech, visit,
} from './find.js';
import { browser, build, files, onDisk, root } from './lib.js';

test('filters leave what they say, and count what they would leave', async (t) => {
  const started = await browser(t);
  const of = await build(t, await files(t, few));
  for (const base of await bases(t, of)) {
    const page = await open(started, `${base}index.html`);
    await shows(page, [aid, speech, meeting, call, office, denial, visit]);
    assert.equal(await page.locator('.find-count').textContent(), 'All 7 events');
    assert.deepEqual(await choices(page, 'actor'), [
      'China 3',
      '-Xi Jinping 2',
      'Anna Strauß 2',
      'The United States 2',
      '-The White House 1',
      '--Joe Biden 1',
      'İbrahim Işık 1',
      'Дмитро Кулеба 1',
    ]);
    assert.deepEqual(await choices(page, 'place'), ['Asia 2', '-China 2', '--Beijing 1', 'Київ 1']);
    assert.deepEqual(await choices(page, 'kind'), ['Visit 2', 'Aid 1', 'Call 1', 'Denial 1', 'Meeting 1', 'Statement 1']);
    assert.deepEqual(await choices(page, 'status'), ['Happened 7']);
    assert.deepEqual(await choices(page, 'outlet'), ['Alpha 4', 'Beta 3', 'Gamma & <Sons> 2']);
    assert.deepEqual(await choices(page, 'topic'), ['Aid 2', 'Trade 2']);
    // What belongs to an actor, and what lies in a place, is found with it.
    await choose(page, 'actor', 'The United States');
    await shows(page, [aid, call]);
    assert.equal(await page.locator('.find-count').textContent(), '2 of 7 events');
    // The counts heed the other filters, and not their own facet's: what nothing would be left of is not offered.
    assert.deepEqual(await choices(page, 'topic'), ['Aid 1', 'Trade 1']);
    assert.equal((await choices(page, 'actor'))[0], 'China 3');
    assert.deepEqual(await choices(page, 'outlet'), ['Alpha 2', 'Beta 1']);
    // Of a facet any choice will do; of several facets each must hold.
    await choose(page, 'actor', 'Xi Jinping');
    await shows(page, [aid, call, visit]);
    await choose(page, 'kind', 'Visit');
    await shows(page, [visit]);
    assert.deepEqual(await choices(page, 'kind'), ['Visit 1', 'Aid 1', 'Call 1']);
    assert.deepEqual(await chips(page), ['The United States', 'Xi Jinping', 'Visit']);
    assert.deepEqual(await page.locator('.facet .find-number').allTextContents(), ['(2)', '', '(1)', '', '', '', '']);
    await page.keyboard.press('Escape');
    await page.locator('.find-clear').click();
    await choose(page, 'place', 'Asia');
    await shows(page, [office, denial]);
    await choose(page, 'place', 'Asia');
    await choose(page, 'outlet', 'Gamma & <Sons>');
    await shows(page, [speech, visit]);
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  }
});

test('every choice of the example leaves the events that its data names', async (t) => {
  const of = await build(t, path.join(root, 'events'));
  const data = JSON.parse(await readFile(path.join(of, 'events.json'), 'utf8'));
  const up = (records, parent) => (id) => {
    const chain = [];
    for (let next = id; next; next = records.find((it) => it.id === next)?.[parent]) chain.push(next);
    return chain;
  };
  const [actor, place] = [up(data.actors, 'of'), up(data.places, 'within')];
  const outlets = new Map(data.sources.map((source) => [source.id, source.outlet]));
  const under = {
    actor: (it) => [...it.actors.map(({ id }) => id), ...it.claims.map(({ speaker }) => speaker.of ?? (speaker.kind === 'actor' ? speaker.id : null))].flatMap(actor),
    topic: (it) => it.topics,
    kind: (it) => [it.kind],
    status: (it) => [it.status],
    place: (it) => place(it.place),
    outlet: (it) => it.sources.map((id) => outlets.get(id)).filter(Boolean),
  };
  const page = await open(await browser(t), `${onDisk(of)}index.html`);
  await page.locator('#_q').focus();
  for (const [facet, ids] of Object.entries(under)) {
    for (const id of new Set(data.events.flatMap(ids))) {
      const expected = data.events.filter((it) => ids(it).includes(id)).map(({ title }) => title);
      await page.evaluate(([facet, id]) => {
        history.pushState(null, '', `?${new URLSearchParams([[facet, id]])}`);
        window.dispatchEvent(new PopStateEvent('popstate'));
      }, [facet, id]);
      await shows(page, expected, `${facet}=${id}`);
    }
  }
  assert.deepEqual(page.wrong, []);
});

test('words are found in every field, in any spelling, by their beginnings', async (t) => {
  const of = await build(t, await files(t, few));
  const page = await open(await browser(t), `${onDisk(of)}index.html`);
  const cases = {
    cafe: [call], // the summary, with an accent
    CAFÉ: [call],
    'cafe\u0301': [call],
    candid: [call], // a claim
    'white hou': [call], // its speaker
    'senior officials': [call], // one without a name
    'call dron xi': [call], // several words in several fields
    'drones zebra': [],
    strasse: [office],
    straße: [office],
    STRAUSS: [office, visit],
    'istanbul ışık': [speech],
    ISIK: [speech],
    'КИЇВ': [meeting], // the place
    'киє': [meeting],
    'зустріча кулеб': [meeting],
    asia: [office, denial], // what the place lies in
    us: [denial], // “U.S.”
    'U.S.': [denial],
    eijing: [],
    beijing: [office, denial], // the place, and another name of an actor
    ' — ': [aid, speech, meeting, call, office, denial, visit],
  };
  for (const [words, expected] of Object.entries(cases)) {
    await page.locator('#_q').fill(words);
    await shows(page, expected, words);
  }
  assert.deepEqual(page.wrong, []);
});

test('a span of time leaves what may lie within', async (t) => {
  const of = await build(t, await files(t, few));
  const page = await open(await browser(t), `${onDisk(of)}index.html?from=2024-04-02&to=2024-04-30`);
  // What goes on, and what was on some day of April, may.
  await shows(page, [aid, meeting, office, denial]);
  assert.deepEqual(await chips(page), ['From 2 April 2024', 'To 30 April 2024']);
  await page.locator('[data-facet="span"] summary').click();
  assert.equal(await page.locator('#_from').inputValue(), '2024-04-02');
  await page.locator('#_from').fill('2024-05-16');
  await shows(page, [aid]);
  await page.locator('#_to').fill('');
  await shows(page, [aid, visit]);
  await page.locator('#_from').fill('');
  await page.locator('#_to').fill('2023-02-01');
  await shows(page, [aid, speech]);
  assert.deepEqual(page.wrong, []);
});

test('the address holds what is chosen, and Back goes a step back', async (t) => {
  const started = await browser(t);
  const of = await build(t, await files(t, few));
  for (const base of await bases(t, of)) {
    const page = await open(started, `${base}index.html`);
    const plain = page.url();
    await choose(page, 'actor', 'China');
    await choose(page, 'actor', 'Anna');
    await page.keyboard.press('Escape');
    await page.locator('#_q').pressSequentially('visits x', { delay: 20 });
    await shows(page, [visit]);
    await page.keyboard.press('Enter');
    assert.equal(query(page), '?q=visits+x&actor=china&actor=strauss');
    const address = page.url();
    // Elsewhere it opens as it was.
    const other = await open(started, address);
    await shows(other, [visit]);
    assert.deepEqual(await chips(other), ['“visits x”', 'China', 'Anna Strauß']);
    assert.equal(await other.locator('#_q').inputValue(), 'visits x');
    assert.deepEqual(other.wrong, []);
    await other.context().close();
    // Typing is one step.
    await page.goBack();
    await shows(page, [call, office, denial, visit]);
    assert.equal(await page.locator('#_q').inputValue(), '');
    await page.goBack();
    await shows(page, [call, denial, visit]);
    assert.deepEqual(await chips(page), ['China']);
    await page.goBack();
    await shows(page, [aid, speech, meeting, call, office, denial, visit]);
    assert.equal(page.url(), plain);
    for (const _ of '123') await page.goForward();
    await shows(page, [visit]);
    assert.equal(page.url(), address);
    // Each chip takes its filter away, and all are taken away together.
    assert.equal(await page.locator('.chip').nth(1).getAttribute('aria-label'), 'Remove: China');
    await page.locator('.chip', { hasText: 'visits' }).click();
    await shows(page, [call, office, denial, visit]);
    assert.equal(await page.locator('#_q').inputValue(), '');
    await page.locator('.chip', { hasText: 'China' }).click();
    await shows(page, [office, visit]);
    assert.match(await page.locator(':focus').textContent(), /Anna/);
    await page.locator('.find-clear').click();
    await shows(page, [aid, speech, meeting, call, office, denial, visit]);
    assert.equal(page.url(), plain);
    assert.deepEqual(await chips(page), []);
    assert.equal(await page.locator(':focus').getAttribute('id'), '_q');
    await page.goBack();
    await shows(page, [office, visit]);
    assert.deepEqual(page.wrong, []);
    await page.context().close();
  }
});

test('what an address names that is not there is left out', async (t) => {
  const of = await build(t, await files(t, few));
  const page = await open(await browser(t), `${onDisk(of)}index.html?actor=nobody&kind=visit&known=some-day&from=2024-13-45&actor=xi`);
  await shows(page, [visit]);
  assert.deepEqual(await chips(page), ['Xi Jinping', 'Visit']);
  assert.deepEqual(page.wrong, []);
});

test('how many are shown is said once the reader pauses; years and months without any go', async (t) => {
  const of = await build(t, await files(t, few));
  const page = await open(await browser(t), `${onDisk(of)}index.html`);
  const heads = () => page.locator('.year h2, .year h3').evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.textContent));
  const years = () => page.locator('.years li').evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.textContent));
  const said = page.locator('.find [role="status"]');
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => window.said.push(document.querySelector('[role="status"]').textContent)).observe(
      document.querySelector('[role="status"]'),
      { childList: true, characterData: true, subtree: true },
    );
  });
  await page.locator('#_q').pressSequentially('xi ', { delay: 30 });
  await shows(page, [call, visit]);
  assert.equal(await said.textContent(), '');
  await page.waitForFunction(() => window.said.length > 0);
  assert.deepEqual(await page.evaluate(() => window.said), ['2 of 7 events']);
  assert.deepEqual(await heads(), ['2024', 'April 2024', 'May 2024']);
  assert.deepEqual(await years(), ['2024']);
  await page.locator('#_q').fill('zebra');
  await shows(page, []);
  assert.deepEqual(await heads(), []);
  assert.match(await page.locator('.find-none').textContent(), /^No event fits all of this\. Take something away/);
  await page.waitForFunction(() => window.said.length > 1);
  assert.match(await said.textContent(), /^0 of 7 events\. No event fits/);
  await page.locator('.chip').click();
  await shows(page, [aid, speech, meeting, call, office, denial, visit]);
  assert.equal(await page.locator('.find-none').isVisible(), false);
  assert.deepEqual(await years(), ['2022', '2023', '2024']);
  assert.deepEqual(page.wrong, []);
});

test('the drawing follows', async (t) => {
  const of = await build(t, await files(t, few));
  const page = await open(await browser(t), `${onDisk(of)}index.html`);
  const marks = () => page.locator('.drawing:visible .mark:not(.is-out)').evaluateAll((all) => all.map((it) => it.textContent.trim()));
  const all = await marks();
  assert.ok(all.length > 3, all.join());
  await page.goto(`${onDisk(of)}index.html?kind=aid`);
  await shows(page, [aid]);
  const left = await marks();
  assert.equal(left.length, 1);
  assert.ok(left[0].includes(aid), left[0]);
  await page.locator('#_q').fill('zebra');
  await shows(page, []);
  assert.deepEqual(await marks(), []);
  await page.locator('.find-clear').click();
  assert.deepEqual(await marks(), all);
  assert.deepEqual(page.wrong, []);
});

test('events that are drawn as one follow each for itself, and what is out is no stop', async (t) => {
  const of = await build(t, path.join(root, 'events'));
  const page = await open(await browser(t), `${onDisk(of)}index.html`, { viewport: { width: 375, height: 800 } });
  const several = () => page.locator('.drawing:visible .mark:has(text)').evaluateAll((all) => all.map((it) => {
    const to = document.querySelector(it.getAttribute('href'));
    return {
      number: it.querySelector('text').textContent,
      title: it.querySelector('title').textContent,
      out: it.classList.contains('is-out'),
      stop: it.getAttribute('tabindex') !== '-1' && it.getAttribute('aria-hidden') !== 'true',
      shown: Boolean(to && !to.hidden),
    };
  }));
  const before = await several();
  assert.ok(before.length > 8);
  assert.ok(before.every(({ out, stop, shown }) => !out && stop && shown));
  await page.goto(`${page.url().split('?')[0]}?kind=statement`);
  await page.locator('.find-count', { hasText: 'of 40' }).waitFor();
  const left = await several();
  assert.ok(left.some(({ out }) => out) && left.some(({ out }) => !out));
  for (const [at, { number, title, out, stop, shown }] of left.entries()) {
    assert.equal(stop, !out);
    if (out) continue;
    assert.ok(shown, title);
    assert.ok(Number(number) <= Number(before[at].number));
    if (number !== before[at].number) assert.equal(title, `${number} / ${before[at].title}`);
  }
  assert.ok(left.some(({ number, out }, at) => !out && number !== before[at].number));
  await page.goto(page.url().split('?')[0]);
  assert.deepEqual(await several(), before);
  assert.deepEqual(page.wrong, []);
});
