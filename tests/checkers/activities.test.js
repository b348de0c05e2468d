// Activities that are done on the page of a lesson: by keyboard, by touch, by mouse, by ear;
// and that what is called right there is what the key has.

import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import axe from 'axe-core';

import { browser, build, folder, full, onDisk, root, serve } from './lib.js';

const example = path.join(root, 'events');
const fixture = path.join(root, 'tests/lessons');

/** A page that notes what goes wrong, and all that is said in live regions. */
async function open(t, address, options = {}) {
  const context = await (await browser(t)).newContext(options);
  await context.addInitScript(() => {
    window.heard = [];
    window.wrong = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => window.wrong.push(violatedDirective));
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = target.parentElement?.closest('[role="status"]') ?? target.closest?.('[role="status"]');
          if (region?.textContent) window.heard.push(region.textContent);
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  });
  const page = await context.newPage();
  page.wrong = [];
  page.on('console', (message) => page.wrong.push(message.text()));
  page.on('pageerror', (error) => page.wrong.push(String(error)));
  const base = address.slice(0, address.indexOf('lessons/'));
  page.on('request', (request) => request.url().startsWith(base) || page.wrong.push(request.url()));
  await page.goto(address);
  return page;
}

/** Waits until this is said in a live region. */
async function hear(page, text) {
  const said = page.waitForFunction((text) => window.heard.includes(text), text, { timeout: 3000 });
  await said.catch(async () => assert.fail(`“${text}” was not said, but: ${JSON.stringify(await page.evaluate(() => window.heard))}`));
  await page.evaluate(() => { window.heard = []; });
}

/** All went well: no message, no request elsewhere, nothing against the policy. */
async function inPeace(page) {
  assert.deepEqual(page.wrong, []);
  assert.deepEqual(await page.evaluate(() => window.wrong), []);
}

const practice = (page, title) => page.locator('.activities > li').filter({ has: page.getByRole('heading', { name: title }) }).locator('.practice');
const titles = (box) => box.locator('.practice-title').allTextContents();
const focused = (page, selector) => page.evaluate((selector) => document.activeElement.closest(selector) !== null, selector);

/** Goes there by the tabulator key; the focus is never lost on the way. */
async function tabTo(page, target, key = 'Tab') {
  for (let step = 0; step < 300; step += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`not reached by ${key}: ${await target.evaluate((it) => it.outerHTML.slice(0, 100))}`);
}

/** Presses a button by keyboard; the focus stays on it. */
async function press(page, button, key = 'Enter') {
  const before = await button.evaluate((it) => Boolean(it.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING));
  await tabTo(page, button, before ? 'Shift+Tab' : 'Tab');
  await page.keyboard.press(key);
  assert.ok(await button.evaluate((it) => it === document.activeElement), 'the focus is lost');
}

/** The events of a site in the order of time, each with its first and last day. */
async function inTime(of) {
  const { events } = JSON.parse(await readFile(path.join(of, 'events.json'), 'utf8'));
  const spans = events.map(({ title, when }) => ({ title, from: when.earliest ?? '', to: when.latest ?? '9' }));
  return spans.sort((a, b) => (a.from < b.from ? -1 : 1));
}

test('cards are put in order by keyboard alone', async (t) => {
  const of = await build(t, fixture);
  const page = await open(t, `${onDisk(of)}lessons/who-says-so/index.html`);
  const box = practice(page, 'Put them in order');
  const dealt = await titles(box);
  const known = (await inTime(of)).map(({ title }) => title).filter((title) => dealt.includes(title));
  assert.equal(dealt.length, 6);
  assert.notDeepEqual(dealt, known);
  const check = box.getByRole('button', { name: 'Check' });
  await press(page, check);
  const early = await box.locator('.is-wrong .practice-verdict').allTextContents();
  assert.ok(early.length > 0 && early.every((text) => text === 'Too early: something further down came before it.'));
  await hear(page, `Try 1: not in order yet. Too early: ${early.length} of 6.`);

  // Each card to its place with the arrow keys; the focus goes with it.
  const card = (title) => box.locator('.practice-cards > li').filter({ has: page.getByText(title, { exact: true }) });
  for (const [place, title] of known.entries()) {
    let at = (await titles(box)).indexOf(title);
    if (at === place) continue;
    const button = card(title).getByRole('button', { name: `Earlier: ${title}` });
    await tabTo(page, button, 'Shift+Tab');
    for (; at > place; at -= 1) {
      await page.keyboard.press('ArrowUp');
      await hear(page, `${title}: place ${at} of 6`);
      assert.ok(await button.evaluate((it) => it === document.activeElement), title);
    }
  }
  assert.deepEqual(await titles(box), known);
  assert.equal(await box.locator('.practice-date:visible').count(), 0);
  await press(page, check, 'Space');
  await hear(page, 'Try 2: all in order. Other orders are right too, where the reports leave open what came first.');
  assert.equal(await box.locator('.practice-date:visible').count(), 6);
  assert.equal(await box.getByRole('button', { name: 'answers' }).count(), 0);

  // Of two whose dates may overlap both orders are right.
  const [talks, denial] = ['Talks at Strelsau', 'Michael denies that there are guards'];
  assert.equal(known.indexOf(denial) - known.indexOf(talks), 1);
  await press(page, card(talks).getByRole('button', { name: 'Later' }));
  await hear(page, `${talks}: place ${known.indexOf(denial) + 1} of 6`);
  assert.equal(await box.locator('.practice-date:visible').count(), 0);
  await press(page, check);
  await hear(page, 'Try 3: all in order. Other orders are right too, where the reports leave open what came first.');

  // Of two that cannot be exchanged, the later one is told of.
  const [first, second] = known;
  await press(page, card(second).getByRole('button', { name: 'Earlier' }), 'Space');
  await press(page, check);
  await hear(page, 'Try 4: not in order yet. Too early: 1 of 6.');
  assert.equal(await card(second).locator('.practice-verdict').textContent(), 'Too early: something further down came before it.');
  assert.equal(await card(second).getByRole('button', { name: 'Later' }).evaluate((it) => document.getElementById(it.getAttribute('aria-describedby')).textContent), 'Too early: something further down came before it.');
  assert.equal(await card(first).locator('.practice-verdict').textContent(), '');

  // At the top there is no way up, and the focus stays.
  await press(page, card(second).getByRole('button', { name: 'Earlier' }));
  await hear(page, `${second}: place 1 of 6`);
  assert.equal(await card(second).getByRole('button', { name: 'Earlier' }).getAttribute('aria-disabled'), 'true');

  // The way from the result to what it speaks of.
  await press(page, check);
  await tabTo(page, box.getByRole('button', { name: 'Go to the first that is not right' }));
  await page.keyboard.press('Enter');
  assert.ok(await card(second).getByRole('button', { name: 'Later' }).evaluate((it) => it === document.activeElement));

  // The answers for whoever asks for them, and away again.
  const show = box.locator('.practice-show');
  assert.equal(await show.textContent(), 'Show the answers');
  await press(page, show);
  assert.equal(await show.textContent(), 'Hide the answers');
  await hear(page, 'The answers are shown.');
  const key = await box.locator('.practice-answer > ol > li').allInnerTexts();
  assert.equal(key.length, 5);
  assert.match(key[3], /Talks at Strelsau.*Michael denies.*any order/s);
  await press(page, show);
  assert.ok(await box.locator('.practice-answer').isHidden());

  const again = box.getByRole('button', { name: 'Start again' });
  await tabTo(page, again);
  await page.keyboard.press('Enter');
  await hear(page, 'All is as it was at the start.');
  assert.deepEqual(await titles(box), dealt);
  assert.ok(await focused(page, '.practice-cards > li:first-child button'));
  assert.equal(await box.locator('.is-wrong, .is-right').count(), 0);
  await press(page, check);
  await hear(page, `Try 1: not in order yet. Too early: ${early.length} of 6.`);
  await inPeace(page);
});

/** What the key has: of each activity with answers to choose, of each part its right answers. */
async function keys(page, lesson) {
  await page.goto(new URL('key/index.html', lesson).href);
  return page.locator('.exercise').evaluateAll((exercises) =>
    exercises.map((it) => {
      const all = (selector, from = it) => [...from.querySelectorAll(selector)];
      const bare = (node) => node.textContent.trim();
      const speakers = new Map(all('.speakers li').map((li) => [bare(li.firstElementChild), li.lastChild.data.trim()]));
      const heads = all('.is-sorting thead th').map(bare);
      return [
        ...all('.statements li').map((li) => [li.lastChild.data.trim(), [speakers.get(bare(li.querySelector('.blank')))]]),
        ...all('.is-sorting tbody tr').map((row) => [bare(row.cells[0]), all('.box', row).flatMap((cell, at) => (bare(cell) ? [heads[at + 1]] : []))]),
        ...all('.questions > li').filter((li) => li.querySelector('.boxes')).map((li) => [
          bare(li.querySelector('p')),
          all('.is-right', li).map((right) => bare(right).slice(bare(right.firstElementChild).length, -1).trim()),
        ]),
      ];
    }),
  );
}

const plain = (text) => text.replace(/^\d+\. /, '').replace(/\s+/g, ' ').trim();

/** Gives these answers, which are of one activity; `as` says how an option is chosen. */
async function answer(box, answers, as) {
  const items = await box.locator('.practice-item').all();
  assert.equal(items.length, answers.length);
  for (const [at, item] of items.entries()) {
    const ask = await item.locator('.practice-ask').evaluate((it) => [...it.childNodes].find((node) => node.data?.trim()).data);
    assert.equal(plain(ask), plain(answers[at][0]));
    await as(item, answers[at][1].map(plain));
  }
}

/** Chooses with the keys alone. */
async function byKeyboard(item, wanted) {
  const page = item.page();
  const select = item.locator('select');
  if (await select.count()) {
    await tabTo(page, select);
    const options = (await select.locator('option').allTextContents()).map(plain);
    await page.keyboard.press('Home');
    for (let step = options.indexOf(wanted[0]); step > 0; step -= 1) await page.keyboard.press('ArrowDown');
    assert.equal(plain(await select.evaluate((it) => it.selectedOptions[0].textContent)), wanted[0]);
    return;
  }
  const labels = await item.locator('label').all();
  const inputs = item.locator('input');
  if ((await inputs.first().getAttribute('type')) === 'checkbox') {
    for (const [at, label] of labels.entries()) {
      if ((await inputs.nth(at).isChecked()) === wanted.includes(plain(await label.textContent()))) continue;
      await tabTo(page, inputs.nth(at));
      await page.keyboard.press('Space');
    }
    return;
  }
  // A group of radio buttons is one stop: at the chosen one, or else at the first.
  const chosen = item.locator('input:checked');
  await tabTo(page, (await chosen.count()) ? chosen : inputs.first());
  await page.keyboard.press('Space');
  for (let step = 0; step < labels.length; step += 1) {
    const now = await item.locator('label:has(input:checked)').textContent();
    if (plain(now) === wanted[0]) return;
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`no such choice: ${wanted}`);
}

/** Chooses by pointer; a list is the browser's own. */
async function byPointer(item, wanted, touch) {
  if (await item.locator('select').count()) {
    await item.locator('select').selectOption(await item.locator('option').evaluateAll((all, wanted) => all.find((it) => it.textContent.replace(/\s+/g, ' ').trim() === wanted).value, wanted[0]));
    return;
  }
  for (const label of await item.locator('label').all()) {
    const right = wanted.includes(plain(await label.textContent()));
    const input = label.locator('input');
    if (right === (await input.isChecked())) continue;
    if (right || (await input.getAttribute('type')) === 'checkbox') await (touch ? label.tap() : label.click());
  }
}

test('answers are chosen by keyboard alone, wrong and right', async (t) => {
  const of = await build(t, fixture);
  const page = await open(t, `${onDisk(of)}lessons/who-says-so/index.html`);
  const lesson = page.url();
  const answers = (await keys(page, lesson)).flat();
  await page.goto(lesson);
  for (const [title, total, atOnce] of [['Who said it?', 4, true], ['What became of it?', 4, false], ['Questions', 1, false]]) {
    const box = practice(page, title);
    const check = box.getByRole('button', { name: 'Check' });
    const verdicts = () => box.locator('.practice-verdict').allTextContents();
    await press(page, check);
    await hear(page, 'Nothing is answered yet.');
    assert.deepEqual(new Set(await verdicts()), new Set(['']));
    assert.ok(await box.locator('.practice-show').isHidden());

    // All wrong, but for the last, which is left out where there are several.
    const wrong = await box.locator('.practice-item').evaluateAll((items) => items.map((it) => {
      const rights = it.dataset.right.split(' ');
      const options = it.querySelector('select')
        ? [...it.querySelectorAll('option')].map(({ value, textContent }) => [value, textContent])
        : [...it.querySelectorAll('label')].map((label) => [label.querySelector('input').value, label.textContent]);
      return options.find(([value]) => value && !rights.includes(value))[1];
    }));
    const items = await box.locator('.practice-item').all();
    const answered = total > 1 ? total - 1 : total;
    // From the buttons back to the first item.
    await page.evaluate(() => document.activeElement.blur());
    await box.evaluate((it) => it.scrollIntoView());
    for (const [at, item] of items.slice(0, answered).entries()) await byKeyboard(item, [plain(wrong[at])]);
    await press(page, check);
    const left = total > answered ? ' Not answered yet: 1.' : '';
    await hear(page, `Try 1: 0 of ${total} right.${left}`);
    assert.deepEqual(await verdicts(), [...Array(answered).fill('Not yet'), ...(left ? ['Not answered yet'] : [])]);
    await tabTo(page, box.getByRole('button', { name: 'Go to the first that is not right' }));
    await page.keyboard.press('Enter');
    assert.ok(await items[0].evaluate((it) => it.contains(document.activeElement)));
    const described = await box.locator('select, fieldset').first().evaluate((it) => document.getElementById(it.getAttribute('aria-describedby')).textContent);
    assert.equal(described, 'Not yet');
    assert.equal(await box.locator('.practice-why:visible, .practice-answer:visible').count(), 0);

    // The answers, for whoever asks; and away again.
    await press(page, box.locator('.practice-show'));
    await hear(page, 'The answers are shown.');
    assert.equal(await box.locator('.practice-answer:visible').count(), total);
    for (const item of items) {
      const said = plain(await item.locator('.practice-answer').innerText());
      const ask = plain(await item.locator('.practice-ask').innerText());
      assert.equal(said, `Answer: ${answers.find(([text]) => plain(text) === ask)[1].join('; ')}`);
    }
    await press(page, box.locator('.practice-show'));
    assert.equal(await box.locator('.practice-answer:visible, .practice-why:visible').count(), 0);

    // One right, then all.
    await page.evaluate(() => document.activeElement.blur());
    const own = async (item) => answers.find(([text]) => plain(text) === plain(item))[1].map(plain);
    const asks = await box.locator('.practice-ask').allInnerTexts();
    if (total > 1) {
      await byKeyboard(items[0], await own(asks[0]));
      assert.deepEqual((await verdicts())[0], '', 'what was said of one answer does not hold for another');
      await press(page, check);
      await hear(page, `Try 2: 1 of ${total} right.${left}`);
      assert.equal((await verdicts())[0], 'Right');
      assert.equal(await box.locator('.practice-why:visible').count(), atOnce ? 0 : 1);
      await page.evaluate(() => document.activeElement.blur());
    }
    for (const [at, item] of items.entries()) await byKeyboard(item, await own(asks[at]));
    await press(page, check);
    await hear(page, `Try ${total > 1 ? 3 : 2}: all right, ${total} of ${total}.`);
    assert.deepEqual(new Set(await verdicts()), new Set(['Right']));
    assert.equal(await box.locator('.practice-why:visible').count(), total);
    assert.ok(await box.locator('.practice-show').isHidden());
    // Once more changes nothing, and is said.
    await press(page, check);
    await hear(page, `Try ${total > 1 ? 3 : 2}: all right, ${total} of ${total}.`);

    await tabTo(page, box.getByRole('button', { name: 'Start again' }));
    await page.keyboard.press('Enter');
    await hear(page, 'All is as it was at the start.');
    assert.ok(await box.locator('select, input').first().evaluate((it) => it === document.activeElement));
    assert.equal(await box.locator('input:checked').count(), 0);
    assert.deepEqual(new Set(await verdicts()), new Set(['']));
  }
  assert.match(await practice(page, 'Questions').innerText(), /The other questions ask for your own words.*Handout for pupils/);
  await inPeace(page);
});

test('what an answer rests on is shown when it is right', async (t) => {
  const of = await build(t, fixture);
  const page = await open(t, `${onDisk(of)}lessons/who-says-so/index.html`);
  const lesson = page.url();
  const answers = await keys(page, lesson);
  await page.goto(lesson);
  for (const [title, at] of [['Who said it?', 1], ['What became of it?', 4], ['Questions', 8]]) {
    await answer(practice(page, title), answers[at], byPointer);
    await practice(page, title).getByRole('button', { name: 'Check' }).click();
  }
  const why = (title) => practice(page, title).locator('.practice-why').allInnerTexts();
  const reports = (await why('Who said it?')).map(plain);
  assert.deepEqual(reports.map((text) => text.replace(/^.*Reported by: /, '').replace(/ \([^)]*\)/g, '')), ['The Gazette, The Herald', 'The Courier', 'The Courier', 'The Digest']);
  const stages = (await why('What became of it?')).map(plain).sort();
  assert.match(stages.join('\n'), /planned: March 2024 \(.*The Gazette.*\) → confirmed: 10 March 2024 \(20 February 2024\) → happened: 10 March 2024/);
  assert.match((await why('Questions'))[0], /The palace's account is of what he said\..*About ninety guards stand at Zenda\./s);
  // What is not so before is hidden from everybody.
  assert.equal(await page.locator('.practice [hidden]').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length), 0);
  await inPeace(page);
});

test('what is right there is what the key has', async (t) => {
  for (const [events, ids] of [[example, ['who-says-so', 'planned-or-happened']], [fixture, ['who-says-so']], [full, null]]) {
    const of = await build(t, events);
    const served = await serve(t, of);
    const page = await open(t, `${served}lessons/index.html`);
    const all = ids ?? (await page.locator('.lessons a').evaluateAll((links) => links.map((it) => it.getAttribute('href').split('/')[0])));
    const time = await inTime(of);
    let done = 0;
    for (const id of all) {
      const lesson = `${served}lessons/${id}/index.html`;
      const right = await keys(page, lesson);
      await page.goto(lesson);
      for (const [at, step] of (await page.locator('.activities > li').all()).entries()) {
        const box = step.locator('.practice');
        if (!(await box.count())) continue;
        done += 1;
        if (await box.locator('.practice-cards').count()) {
          // In the order of their first days nothing is ever too early.
          const cards = await titles(box);
          const known = time.filter(({ title }) => cards.includes(title)).map(({ title }) => title);
          for (const [place, title] of known.entries()) {
            for (let at = (await titles(box)).indexOf(title); at > place; at -= 1) {
              await box.locator('.practice-cards > li').nth(at).locator('.practice-earlier').click();
            }
          }
        } else {
          await answer(box, right[at], byPointer);
        }
        await box.locator('.practice-check').click();
        await box.locator('.practice-result.is-right:not(:empty)').waitFor({ timeout: 3000 });
        assert.equal(await box.locator('.is-wrong').count(), 0);
      }
    }
    assert.ok(done >= 4, `${done} activities`);
    await inPeace(page);
  }
});

test('several choices are right together, and one of them is not', async (t) => {
  const of = await build(t, full);
  const page = await open(t, `${onDisk(of)}lessons/index.html`);
  for (const link of await page.locator('.lessons a').evaluateAll((all) => all.map((it) => it.href))) {
    await page.goto(link);
    if (await page.locator('.practice input[type="checkbox"]').count()) break;
  }
  const item = page.locator('.practice-item:has([type="checkbox"])');
  const box = page.locator('.practice').filter({ has: item });
  assert.match(await item.locator('legend').innerText(), /Choose all that are right\./);
  const verdict = async () => {
    await press(page, box.locator('.practice-check'));
    return item.locator('.practice-verdict').textContent();
  };
  await byKeyboard(item, ['فلافيا']);
  assert.equal(await verdict(), 'Not yet');
  await page.evaluate(() => document.activeElement.blur());
  await byKeyboard(item, ['فلافيا', '情况并非如此', 'Nobody']);
  assert.equal(await verdict(), 'Not yet');
  await page.evaluate(() => document.activeElement.blur());
  await byKeyboard(item, ['فلافيا', '情况并非如此']);
  assert.equal(await verdict(), 'Right');
  await inPeace(page);
});

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
    assert.equal(await page.getByRole('link', { name: 'Handout for pupils' }).count(), 1);
    // The handout has no answer, nor what could hold one.
    await page.goto(`${base}lessons/${id}/student/index.html`);
    assert.equal(await page.locator('template, [data-right], [data-follows], script[src]').count(), 0);
  }
});

/** Brings all activities of a page into a state. */
async function bring(page, state) {
  for (const box of await page.locator('.practice').all()) {
    if (state === 'start') continue;
    for (const item of await box.locator('.practice-item').all()) {
      const [right, several] = await item.evaluate((it) => [it.dataset.right.split(' '), it.querySelector('[type="checkbox"]') !== null]);
      const values = await item.locator('option, input').evaluateAll((all) => all.map((it) => it.value).filter(Boolean));
      const value = state === 'right' ? right : [values.find((value) => !right.includes(value))];
      if (await item.locator('select').count()) await item.locator('select').selectOption(value[0]);
      else if (several) for (const one of values) await item.locator(`[value="${one}"]`).setChecked(value.includes(one));
      else await item.locator(`[value="${value[0]}"]`).check();
    }
    await box.locator('.practice-check').click();
    if (state === 'right') {
      for (const wrong = box.locator('li.is-wrong'); await wrong.count(); await box.locator('.practice-check').click()) {
        const last = wrong.last();
        await last.locator('.practice-later').click();
      }
      await box.locator('.practice-result.is-right').waitFor();
    } else {
      await box.locator('.practice-result:not(:empty)').waitFor();
      if (state === 'shown') await box.locator('.practice-show').click();
    }
  }
}

/** A timeline in Ukrainian, with a lesson. */
async function ukrainian(t) {
  const of = await folder(t);
  await cp(path.join(root, 'tests/ukrainian'), of, { recursive: true });
  const lesson = `title: Хто це каже?
question: Звідки ми це знаємо?
events: ["2022", "2024-04-02", "2024-05"]
activities:
  - {kind: sequence}
  - {kind: who-said-it, claims: [2024-04-02/1, 2024-04-02/2, 2024-04-02/3], distractors: ["4"]}
  - {kind: planned-or-happened}
  - kind: questions
    questions:
      - {ask: Хто це каже?, choices: [Завод, {text: Анна, right: true}, {text: Уряд, right: true}], claims: [2024-04-02/1]}
      - {ask: Чому?, answer: Бо так., claims: [2024-04-02/1]}
`;
  await cp(path.join(fixture, 'lessons'), path.join(of, 'lessons'), { recursive: true, filter: (name) => !name.endsWith('.yaml') });
  await writeFile(path.join(of, 'lessons/hto.yaml'), lesson);
  return build(t, of);
}

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
