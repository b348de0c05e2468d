// What a lesson that is written in the browser consists of, and its key: Dateline's own pages
// show the same, of lessons made by chance, of the example and of all that the format has.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';

import { parse } from 'yaml';

import { build, files as written, full, list, root } from './lib.js';
import { data, filesOf, lessons, own, scripts } from './plan.js';

const { plan, lessonData, lessonFile } = await scripts();
const lettered = (number) => String.fromCharCode(65 + number);
const unescaped = (text) => text.replace(/&(?:lt|gt|quot|amp|#\d+);/g, (it) =>
  ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' })[it] ?? String.fromCodePoint(it.slice(2, -1)));

/** What a sheet shows of an exercise, as a list of texts. */
const texts = (html, pattern) => [...html.matchAll(pattern)].map(([, text]) => text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ').trim()).map(unescaped);
const shown = {
  'who-said-it': (html) => [...texts(html, /<li><strong class="letter">.<\/strong> (.*?)<\/li>/gs), ...texts(html, /<span class="blank">(.)<\/span>/g)],
  'compare-reports': (html) => texts(html, /<td>(.*?)<\/td>/gs),
  'planned-or-happened': (html) => texts(html, /<th scope="row">(.*?)<\/th>/gs),
  'blank-timeline': (html) => [...texts(html, /(<text.*?<\/text>)/gs), ...[...html.matchAll(/<(?:line class="tick" x1|rect class="span" x)="([^"]*)"/g)].map(([, x]) => Number(x))],
  significance: (html) => texts(html, /<li><strong class="letter">.<\/strong> (.*?)(?=<span|<\/li>)/gs),
};
const round = (at) => Math.round(at * 10000) / 10;
const expected = {
  'who-said-it': ({ speakers, statements }) => [...speakers, ...statements.map(({ speaker }) => lettered(speaker))],
  'compare-reports': ({ rows }) => rows.flatMap(({ cells }) => cells.map(([text, differs]) => (differs ? `${text} ≠` : text))),
  'planned-or-happened': ({ items }) => items.map(({ title }) => title),
  'blank-timeline': ({ ticks, marks }) => [
    ...ticks.flatMap(({ name, under }) => [name, under].filter(Boolean)),
    ...marks.map((_, number) => lettered(number)),
    ...ticks.map(({ at }) => round(at)),
    ...marks.map(({ from }) => round(from)),
  ],
  significance: ({ events }) => events.map(({ title }) => title),
};

/** Compares a lesson with its handout and its key; gives the kinds of its activities. */
async function compare(site, lesson, data) {
  const [key, handout] = await Promise.all(['key', 'student'].map((sheet) =>
    readFile(path.join(site, 'lessons', lesson.id, sheet, 'index.html'), 'utf8')));
  const [keys, handouts] = [key, handout].map((html) => html.split('<section class="exercise"').slice(1));
  const { exercises } = own(plan(lesson, data));
  assert.equal(exercises.length, keys.length, lesson.id);
  exercises.forEach(({ kind, task }, number) => {
    const why = `${lesson.id} ${number} ${kind}`;
    if (kind === 'sequence') {
      const cards = texts(handouts[number], /<p class="card-title">(.*?)<\/p>/gs);
      assert.deepEqual(cards, task.cards.map(({ event }) => event.title), why);
      const groups = [...keys[number].split('<ol class="answers">')[1].matchAll(/<li>(.*?)<\/li>/gs)].map(([, html]) => [
        texts(html, /<strong>(.)<\/strong>/g).join(''), html.match(/<em>(\w+)/)?.[1] ?? null,
      ]);
      const note = { any: 'in', some: 'their', null: null };
      assert.deepEqual(groups, task.key.map((group) => [group.cards.map(lettered).join(''), note[group.note]]), why);
    } else if (expected[kind]) {
      assert.deepEqual(shown[kind](keys[number]), expected[kind](task).map((it) => it.trim?.() ?? it), why);
    }
  });
  return exercises.map(({ kind }) => kind);
}

test('what lessons made by chance consist of is what their pages show', async (t) => {
  const right = lessons(400, 9, true).filter((it) => !plan(it, data).problems.some(({ level }) => level === 'error'));
  assert.ok(right.length > 40, `${right.length}`);
  const site = await build(t, await written(t, filesOf(right, lessonFile)));
  const seen = [];
  for (const lesson of right) seen.push(...await compare(site, lesson, data));
  for (const kind of [...Object.keys(expected), 'sequence']) assert.ok(seen.filter((it) => it === kind).length > 3, kind);
});

for (const [name, events] of [['the example', path.join(root, 'events')], ['all that the format has', full]]) {
  test(`the lessons of ${name} are worked out from the site's own data as its pages have them`, async (t) => {
    const site = await build(t, events);
    let found;
    const context = vm.createContext({ dateline: {
      lesson: (it) => { found = lessonData.begin(it); },
      lessonPart: (number, part) => lessonData.add(found, number, part),
    } });
    const run = async (name) => vm.runInContext(await readFile(path.join(site, 'data', name), 'utf8'), context);
    await run('lesson.js');
    for (const name of await list(path.join(site, 'data'), '.js')) if (/^lesson-\d+\.js$/.test(name)) await run(name);
    assert.deepEqual(own(lessonData.lacking(found, found.events)), []);
    const all = await list(path.join(events, 'lessons'), '.yaml');
    assert.ok(all.length > 1);
    for (const file of all) {
      const lesson = { ...parse(await readFile(path.join(events, 'lessons', file), 'utf8')), id: path.basename(file, '.yaml') };
      await compare(site, lesson, found);
      const wrong = plan(lesson, found).problems.filter(({ code }) => code !== 'order-unknown' && code !== 'no-activities');
      assert.deepEqual(own(wrong), [], file);
      // What is written of it is the same lesson.
      const again = { ...parse(lessonFile.write(lesson, found)), id: lesson.id };
      await compare(site, again, found);
    }
  });
}
