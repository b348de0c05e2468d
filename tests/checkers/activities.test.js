// Activities that are done on the page of a lesson: by keyboard and by ear; and that what is
// called right there is what the key has.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answer, byKeyboard, byPointer, example, fixture, focused, hear, inPeace, inTime, keys, open, plain, practice, press, tabTo, titles } from './activities.js';
import { build, full, onDisk, serve } from './lib.js';

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
