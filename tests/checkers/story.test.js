// The story as its readers follow it: the drawing, how things stand, what was known when,
// who says what. All of it without JavaScript.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';

import { browser, build, dateline, files, folder, onDisk, site } from './lib.js';

const wide = { width: 1280, height: 900 };
const narrow = { width: 375, height: 800 };

async function open(t, of, viewport, more = {}) {
  const started = await browser(t);
  const context = await started.newContext({ viewport, javaScriptEnabled: false, ...more });
  const page = await context.newPage();
  await page.goto(`${onDisk(of)}index.html`);
  return page;
}

/** The marks of the drawing that is to be seen: what they say, where they lead and stand. */
const marks = (page) =>
  page.locator('.drawing:visible').first().locator('.mark').evaluateAll((all) =>
    all.map((mark) => ({
      name: mark.querySelector('title').textContent,
      href: mark.getAttribute('href'),
      events: mark.dataset.events?.split(' ').map(Number),
      count: Number(mark.querySelector('text')?.textContent ?? 1),
      status: mark.className.baseVal.match(/is-(\w+)/)[1],
      fill: getComputedStyle(mark.querySelector('use, circle')).fill,
      spans: [...mark.querySelectorAll('.span')].map((span) => span.getBoundingClientRect().width),
      boxes: [...mark.querySelectorAll('use, circle')].map((it) => {
        const { x, y, width, height } = it.getBoundingClientRect();
        return { x, y, width, height };
      }),
    })),
  );

function covering(all) {
  const boxes = all.flatMap((mark) => mark.boxes.map((box) => ({ ...box, name: mark.name })));
  const over = (a, b) => {
    const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
    const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    // The outline of a mark may touch the next.
    return x > 3 && y > 3;
  };
  return boxes.flatMap((a, number) =>
    boxes.slice(number + 1).filter((b) => over(a, b)).map((b) => `${a.name} / ${b.name}`),
  );
}

test('the drawing has a link for each event, named, and none covers another', async (t) => {
  const page = await open(t, site, wide);
  const cards = await page.locator('.card').count();
  assert.equal(await page.locator('.drawing:visible').count(), 1);
  const all = await marks(page);
  assert.deepEqual(all.flatMap((mark) => mark.events).sort((a, b) => a - b), [...Array(cards).keys()]);
  assert.deepEqual(covering(all), []);
  const visit = all.find((mark) => mark.name.includes('Putin is due to visit China'));
  assert.equal(visit.name, 'second half of May 2024 (planned): Putin is due to visit China');
  // Hollow, and as wide as the doubt.
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(visit.fill, paper);
  assert.ok(visit.spans.length > 0 && visit.spans.every((width) => width > 5), visit.spans.join());
  const call = all.find((mark) => mark.name.startsWith('2 April 2024: '));
  assert.deepEqual(call.spans, []);
  assert.notEqual(call.fill, paper);
  assert.match(await page.locator('.drawing:visible .last-name').first().textContent(), /^Last report: .*12 April 2024$/);
  await page.getByRole('link', { name: call.name }).click();
  assert.match(page.url(), /events\/2024-04-02-[^/]+\/index\.html$/);
});

test('the drawing can be gone through by keyboard, and every stop is seen', async (t) => {
  const page = await open(t, site, wide);
  const first = page.locator('.drawing:visible .mark').first();
  await first.focus();
  assert.equal(await first.evaluate((it) => getComputedStyle(it).outlineStyle), 'solid');
  const before = await page.evaluate(() => document.activeElement.querySelector('title').textContent);
  // Whoever does not want to go through it goes past it.
  await page.keyboard.press('Shift+Tab');
  const skip = page.locator(':focus');
  assert.equal(await skip.textContent(), 'Skip the drawing');
  assert.ok((await skip.boundingBox()).height >= 24);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => Boolean(document.activeElement.closest('.standing'))));
  await first.focus();
  await page.keyboard.press('Tab');
  const after = await page.evaluate(() => document.activeElement.querySelector('title')?.textContent);
  assert.ok(after && after !== before, `${before} / ${after}`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/events/);
  assert.match(page.url(), /events\/[^/]+\/index\.html$/);
});

test('with colours of the reader’s own, what is hollow stays hollow', async (t) => {
  const page = await open(t, site, wide);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const [done, planned] = await page.evaluate(() =>
      ['happened', 'planned'].map((status) => {
        const shape = document.querySelector(`.drawing.is-wide .mark.is-${status}:not(.is-doubted) use`);
        const { fill, stroke } = getComputedStyle(shape);
        return { fill, stroke };
      }),
    );
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.notEqual(done.fill, paper);
    assert.equal(planned.fill, paper);
    assert.notEqual(planned.stroke, paper);
    const cards = await page.evaluate(() =>
      ['happened', 'planned'].map((status) => getComputedStyle(document.querySelector(`.card.is-${status}`), '::after').backgroundColor),
    );
    assert.notEqual(cards[0], cards[1]);
    assert.equal(cards[1], paper);
  }
});

test('on a phone the events of a time are put together, large enough for a finger', async (t) => {
  const page = await open(t, site, narrow);
  assert.equal(await page.locator('.drawing:visible').count(), 1);
  const all = await marks(page);
  assert.deepEqual(covering(all), []);
  const cards = await page.locator('.card').count();
  assert.equal(new Set(all.flatMap((mark) => mark.events)).size, cards);
  const several = all.find((mark) => mark.events.length > 1);
  assert.match(several.name, new RegExp(`^${several.events.length} events: `));
  const centres = all.map((mark) => mark.boxes[0].x + mark.boxes[0].width / 2);
  const rows = all.map((mark) => Math.round(mark.boxes[0].y + mark.boxes[0].height / 2));
  for (const [number, x] of centres.entries()) {
    const same = centres.filter((_, other) => other !== number && rows[other] === rows[number]);
    for (const other of same) assert.ok(Math.abs(other - x) >= 13, `${all[number].name}: ${Math.abs(other - x)}`);
  }
  await page.getByRole('link', { name: several.name }).first().click();
  const target = page.locator(':target');
  assert.equal(await target.count(), 1);
  assert.ok(await target.evaluate((it) => it.matches('.card')));
});

test('two thousand events stay readable', async (t) => {
  const event = (number) => {
    const day = new Date(Date.UTC(2010, 0, 1) + ((number * 7919) % 5000) * 864e5).toISOString().slice(0, 10);
    const who = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'][(number * 31) % 8];
    return [`${day}-event-${number}.yaml`, `title: Event ${number}\nkind: meeting\nstatus: happened\nwhen: ${day}\nactors: [${who}]\nsources: [s]\n`];
  };
  const actors = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => `- {id: ${id}, name: Actor ${id}, kind: government}\n`);
  const events = await files(t, {
    'timeline.yaml': 'title: Many\n',
    'actors.yaml': actors.join(''),
    'sources.yaml': '- {id: s, outlet: S, published: 2024-01-01, type: reportage}\n',
    ...Object.fromEntries(Array.from({ length: 2000 }, (_, number) => event(number))),
  });
  const out = await build(t, events);
  for (const viewport of [wide, narrow]) {
    const page = await open(t, out, viewport);
    const all = await marks(page);
    assert.ok(all.length < 300, `${all.length} marks`);
    // The numbers of so many stand not on the page, but how many there are.
    assert.deepEqual(all.filter((mark) => mark.events), []);
    assert.equal(all.reduce((sum, { count }) => sum + count, 0), 2000);
    assert.deepEqual(covering(all), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    const times = await page.locator('.drawing:visible .time').evaluateAll((texts) =>
      texts.map((text) => text.getBoundingClientRect()).map(({ left, right, top }) => [left, right, Math.round(top)]),
    );
    for (const [number, [left, , top]] of times.entries()) {
      const clash = times.filter((other, at) => at < number && other[2] === top && other[1] > left && other[0] <= left);
      assert.deepEqual(clash, []);
    }
  }
});

test('how the story stands: what comes next, what is known, what is disputed', async (t) => {
  const page = await open(t, site, wide);
  const next = await page.locator('.standing-next li').allTextContents();
  assert.equal(next.length, 2);
  assert.match(next[1], /second half of May 2024.*Putin is due to visit China.*planned/s);
  const known = await page.locator('section[aria-labelledby="_known"] li').allTextContents();
  assert.ok(known.length > 0);
  for (const line of known) assert.match(line, / [2-9] origins/);
  const disputed = page.locator('section[aria-labelledby="_disputed"] li');
  assert.match(await disputed.first().textContent(), /iRay.*denies.*officials/s);
  await disputed.first().locator('.standing-against a').click();
  assert.equal(await page.locator(':target').getAttribute('class'), 'claim');
  // All of what is known stands on the page of accounts.
  await page.goto(`${onDisk(site)}index.html`);
  await page.locator('.standing-more a').first().click();
  assert.equal(await page.locator(':target').textContent(), 'All that two or more origins bear out');
});

test('what was known on a day has nothing that no report had told by then', async (t) => {
  const page = await open(t, site, wide);
  await page.getByRole('link', { name: 'What was known when' }).click();
  assert.deepEqual(await page.locator('.lines a').allTextContents(), ['not before 6 April 2024', '9 April 2024', 'not before 12 April 2024']);
  await page.getByRole('link', { name: '9 April 2024' }).click();
  assert.equal(await page.locator('h1').textContent(), 'As known on 9 April 2024');
  const titles = await page.locator('.card-title').allTextContents();
  assert.ok(titles.includes('Lavrov arrives in Beijing'));
  assert.ok(titles.includes('Putin is due to visit China'));
  assert.ok(!titles.some((title) => title.includes('iRay')), titles.join());
  const text = await page.locator('main').textContent();
  for (const late of ['Stars and Stripes', 'Tribune', 'iRay']) assert.ok(!text.includes(late), late);
  await page.locator('.days').getByText('not before 6 April 2024', { exact: true }).click();
  assert.equal(await page.locator('h1').textContent(), 'As known on 6 April 2024 at the earliest');
  const earlier = await page.locator('.card-title').allTextContents();
  assert.ok(!earlier.includes('Lavrov arrives in Beijing'));
  // What was said stands there, to be unfolded.
  const details = page.locator('.card-said').first();
  await details.locator('summary').click();
  assert.ok(await details.locator('li').first().isVisible());
});

const plan = {
  'timeline.yaml': 'title: A visit\n',
  'actors.yaml': '- {id: flavia, name: Flavia, kind: person, roles: [{title: Queen, to: 2024-02}, {title: President, from: 2024-03}]}\n- {id: zenda, name: Zenda, kind: government}\n',
  'sources.yaml': [
    '- {id: one, outlet: One, published: 2024-01-10, type: reportage}',
    '- {id: two, outlet: Two, published: 2024-02-20, type: reportage, relays: [wire]}',
    '- {id: three, outlet: Three, published: 2024-03-25, type: reportage}',
    '- {id: wire, outlet: The Wire, via: two, type: reportage}',
    '',
  ].join('\n'),
  '2024-03-20-visit.yaml': `title: Flavia in Zenda
kind: visit
status: happened
when: 2024-03-20T14:30:00+02:00
summary: She came.
actors: [{who: flavia, role: visitor}, {who: zenda, role: host}]
claims:
  - {id: plan, text: She will come in February., by: zenda, said: 2024-01-10, reported_by: [one]}
  - {id: later, text: She will come in March., by: flavia, said: 2024-02-19, reported_by: [two], relations: [{supersedes: plan}]}
  - {id: no, text: No visit is planned., by: {anonymous: an official, of: zenda}, said: 2024-03-21, wording: denied, reported_by: [three], relations: [{denies: later}]}
history:
  - {as_of: 2024-01-10, status: planned, when: 2024-02, source: one}
  - {as_of: 2024-02-20, status: postponed, when: 2024-03, source: two}
corrections:
  - {on: 2024-04-01, kind: correction, what: The day was given wrongly.}
`,
};

test('a plan is a plan on the days on which it was one, in the pages and in a whole site', async (t) => {
  const events = await files(t, plan);
  const out = await build(t, events);
  const page = await open(t, out, wide);
  const card = async (name) => {
    await page.goto(onDisk(out) + name);
    return (await page.locator('.card').first().textContent()).replace(/\s+/g, ' ');
  };
  assert.match(await card('known/2024-01-10/index.html'), /February 2024.*planned.*1 claim ·/);
  const then = await card('known/2024-02-20/index.html');
  assert.match(then, /March 2024.*postponed.*2 claims ·/);
  assert.ok(!then.includes('She came'));
  const over = await card('known/2024-03-25/index.html');
  assert.match(over, /20 March 2024, 14:30 \(UTC\+02:00\).*She came/);
  assert.ok(!over.includes('postponed'));

  const past = path.join(await folder(t), 'past');
  assert.equal((await dateline('build', events, '--out', past, '--as-of', '2024-02-20')).code, 0);
  await page.goto(`${onDisk(past)}index.html`);
  assert.match(await page.locator('.then').textContent(), /As known on 20 February 2024/);
  assert.match(await page.locator('.card').textContent(), /postponed/);
  await page.locator('.card-title a').click();
  const text = await page.locator('main').textContent();
  for (const late of ['She came', 'denied', 'Three', 'given wrongly']) assert.ok(!text.includes(late), late);
});

test('an event page tells who says so, how it reached us, what differs, how the plan changed', async (t) => {
  const out = await build(t, await files(t, plan));
  const page = await open(t, out, wide);
  await page.locator('.card-title a').click();
  assert.match(await page.locator('.facts').textContent(), /20 March 2024, 14:30 \(UTC\+02:00\)/);
  assert.match(await page.locator('.facts').textContent(), /Flavia, President/);
  const table = page.getByRole('table', { name: 'Who says what' });
  const heads = await table.getByRole('columnheader').allTextContents();
  assert.deepEqual(heads, ['What is said', 'Who says so', 'How it reached us']);
  const row = table.locator('tr#later');
  // The office held when it was said, not the later one.
  assert.match(await row.getByRole('cell').nth(0).textContent(), /Flavia, Queen.*said 19 February 2024/);
  assert.equal(
    (await row.locator('.chain').first().textContent()).replace(/\s+/g, ' ').trim(),
    'Twohad it fromThe Wire origin',
  );
  assert.match(await page.locator('.pair').textContent(), /No visit is planned\..*denies.*She will come in March\./s);
  const history = page.locator('section', { has: page.locator('#_history') });
  const states = await history.getByRole('row').allTextContents();
  assert.equal(states.length, 4);
  assert.match(states[1], /10 January 2024.*planned.*February 2024.*One/s);
  assert.match(states[2], /20 February 2024.*postponed.*March 2024.*Two/s);
  assert.match(await page.locator('.corrections').textContent(), /Correction, 1 April 2024: The day was given wrongly\./);
});

test('an actor’s page has the office of the time, their drawing, what they and others say', async (t) => {
  const page = await open(t, site, wide);
  await page.goto(`${onDisk(site)}actors/blinken/index.html`);
  assert.match(await page.locator('.card-part').first().textContent(), /Secretary of State/);
  assert.ok((await page.locator('section[aria-labelledby="said-of-them"] li').count()) > 0);
  await page.goto(`${onDisk(site)}actors/us-government/index.html`);
  assert.equal(await page.locator('.drawing:visible').count(), 1);
  assert.ok(!(await page.locator('.lane-name').allTextContents()).includes('The US government'));
  assert.match(await page.locator('.facts').textContent(), /Parts.*The US State Department/s);
});

test('a source’s page has what it told first; figures are set out with their difference in words', async (t) => {
  const page = await open(t, site, wide);
  await page.goto(`${onDisk(site)}sources/kyiv-independent-2024-04-09/index.html`);
  const first = await page.locator('section[aria-labelledby="told-first"] li').allTextContents();
  assert.ok(first.includes('Lavrov arrives in Beijing'), first.join());
  assert.ok(!first.includes('Putin is due to visit China'), first.join());
  await page.goto(`${onDisk(site)}claims/index.html`);
  const differences = await page.locator('.difference').allTextContents();
  assert.ok(differences.includes('All give 70%; they are put as “nearly” and as an exact figure; they are about different times: last quarter of 2023 and 2023.'), differences.join('\n'));
  const heads = await page.locator('table').first().getByRole('columnheader').allTextContents();
  assert.deepEqual(heads, ['Value', 'Put as', 'Period', 'Speaker', 'Reported by']);
});
