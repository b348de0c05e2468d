// What the checks of activities on the page of a lesson share: opening it, listening, answering.

import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { browser, build, folder, root } from './lib.js';

/** The event files of the example, and those of a small timeline whose lesson has everything. */
export const example = path.join(root, 'events');
export const fixture = path.join(root, 'tests/lessons');

/** A page that notes what goes wrong, and all that is said in live regions. */
export async function open(t, address, options = {}) {
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
export async function hear(page, text) {
  const said = page.waitForFunction((text) => window.heard.includes(text), text, { timeout: 3000 });
  await said.catch(async () => assert.fail(`“${text}” was not said, but: ${JSON.stringify(await page.evaluate(() => window.heard))}`));
  await page.evaluate(() => { window.heard = []; });
}

/** All went well: no message, no request elsewhere, nothing against the policy. */
export async function inPeace(page) {
  assert.deepEqual(page.wrong, []);
  assert.deepEqual(await page.evaluate(() => window.wrong), []);
}

export const practice = (page, title) => page.locator('.activities > li').filter({ has: page.getByRole('heading', { name: title }) }).locator('.practice');

export const titles = (box) => box.locator('.practice-title').allTextContents();

export const focused = (page, selector) => page.evaluate((selector) => document.activeElement.closest(selector) !== null, selector);

/** Goes there by the tabulator key; the focus is never lost on the way. */
export async function tabTo(page, target, key = 'Tab') {
  for (let step = 0; step < 300; step += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`not reached by ${key}: ${await target.evaluate((it) => it.outerHTML.slice(0, 100))}`);
}

/** Presses a button by keyboard; the focus stays on it. */
export async function press(page, button, key = 'Enter') {
  const before = await button.evaluate((it) => Boolean(it.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING));
  await tabTo(page, button, before ? 'Shift+Tab' : 'Tab');
  await page.keyboard.press(key);
  assert.ok(await button.evaluate((it) => it === document.activeElement), 'the focus is lost');
}

/** The events of a site in the order of time, each with its first and last day. */
export async function inTime(of) {
  const { events } = JSON.parse(await readFile(path.join(of, 'events.json'), 'utf8'));
  const spans = events.map(({ title, when }) => ({ title, from: when.earliest ?? '', to: when.latest ?? '9' }));
  return spans.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** What the key has: of each activity with answers to choose, of each part its right answers. */
export async function keys(page, lesson) {
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

export const plain = (text) => text.replace(/^\d+\. /, '').replace(/\s+/g, ' ').trim();

/** Gives these answers, which are of one activity; `as` says how an option is chosen. */
export async function answer(box, answers, as) {
  const items = await box.locator('.practice-item').all();
  assert.equal(items.length, answers.length);
  for (const [at, item] of items.entries()) {
    const ask = await item.locator('.practice-ask').evaluate((it) => [...it.childNodes].find((node) => node.data?.trim()).data);
    assert.equal(plain(ask), plain(answers[at][0]));
    await as(item, answers[at][1].map(plain));
  }
}

/** Chooses with the keys alone. */
export async function byKeyboard(item, wanted) {
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
export async function byPointer(item, wanted, touch) {
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

/** Brings all activities of a page into a state. */
export async function bring(page, state) {
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
export async function ukrainian(t) {
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
