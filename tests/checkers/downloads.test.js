// The files of lessons, read by programs that know nothing of Dateline: python-docx, a parser
// of GIFT, Anki. What they say is compared with the printed handout and key.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

import { convertQti2toQti3 } from '@citolab/qti-convert/qti-convert-node';
import { parse } from 'gift-pegjs';

import { browser, build, folder, full, list, onDisk, python, root } from './lib.js';

const run = promisify(execFile);
const fixture = path.join(root, 'tests/lessons');
const flat = (text) => text.replace(/\s+/g, ' ').trim();

/** A lesson in which everything is meant to be taken for something else. */
const hostile = `title: "${'A long title ~ = # { } : \\\\ '.repeat(7)}end // $CATEGORY: x"
question: "]]> & < > \\" ' %50% [html] -> :: 😀 \\t tab"
intro: "- [a link](https://example.org/?a=1&b=%22) and ]]>\\n- \`{code}\` \\\\\\n  line\\n\\n1. **one *two***"
events: [2024-05-summit, 2024-04-12-denial, 2024-03-20-call, 2024-02-10-signing]
vocabulary:
  - {term: "\\"quoted\\"", meaning: "#separator:comma\\ttab, comma; semi"}
  - {term: "#hash", meaning: "<b>bold</b> & \\"more\\""}
  - {term: "שלום עולם", meaning: "سلام 😀"}
activities:
  - {kind: sequence, title: "%50%~x"}
  - kind: who-said-it
    claims: [2024-03-20-call/guards, 2024-03-20-call/few-guards, 2024-04-12-denial/no-guards]
  - kind: questions
    questions:
      - ask: "~ = # { } : \\\\ \\\\n -> // %50% \\"q\\" <b> &amp; ]]>"
        choices: ["%50% off", "[html]<i>", "= # ~ {x} : \\\\", {text: "]]> & -> 😀", right: true}]
        because: "Because: \`a = {b}\` ~ # \\\\\\\\ and <script>."
        claims: [2024-03-20-call/guards]
      - ask: Two of these.
        choices: ["one", {text: "two", right: true}, {text: "three", right: true}, "four"]
        claims: [2024-03-20-call/guards]
      - ask: "T"
        answer: "**So** = {it} is.\\n\\n- a\\n- b"
        claims: [2024-03-20-call/guards]
`;

/** The folders of event files with lessons, and the sites that they make. */
async function sites(t) {
  const odd = await folder(t);
  await cp(fixture, odd, { recursive: true });
  await writeFile(path.join(odd, 'lessons/hostile.yaml'), hostile);
  const all = [];
  for (const events of [path.join(root, 'events'), full, odd]) {
    const out = await build(t, events);
    const ids = (await list(path.join(out, 'lessons'), '/student/index.html')).map((page) => page.split('/')[0]);
    all.push(...ids.map((id) => ({ id, events, out, of: path.join(out, 'lessons', id) })));
  }
  return all;
}

/** What stands on a printed sheet. */
function sheet() {
  const all = (selector, of = document) => [...of.querySelectorAll(selector)];
  const flat = (text) => text.replace(/\s+/g, ' ').trim();
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (flat(walker.currentNode.data)) texts.push(flat(walker.currentNode.data));
  return {
    title: document.title,
    texts,
    body: flat(document.body.textContent),
    headings: all('h1, h2').map((it) => flat(it.textContent)),
    tables: all('table, .cards, .line, dl.asked').length,
    heads: all('thead').length,
    numbered: all('ol > li').length,
    dotted: all('.text ul > li, .instructions ul > li, .answer ul > li, .quotes > li, ul.answers > li').length,
    italics: all('.reports i').map((it) => flat(it.textContent)),
    links: all('.text a, .instructions a, .answer a').map((it) => it.href),
  };
}

/** What is to be answered, as the key has it. */
function answers() {
  const all = (selector, of) => [...of.querySelectorAll(selector)];
  const flat = (text) => text.replace(/\s+/g, ' ').trim();
  const titled = (strong) => flat(strong.nextSibling.data);
  return all('.exercise', document).flatMap((it) => {
    const order = all(':scope > ol.answers > li', it).map((li) => all('strong', li).map(titled));
    if (order.length > 1) return [{ kind: 'order', groups: order }];
    if (it.querySelector('.match')) {
      const names = Object.fromEntries(all('.speakers li', it).map((li) => [li.querySelector('strong').textContent, titled(li.querySelector('strong'))]));
      const pairs = all('.statements li', it).map((li) => [titled(li.querySelector('.blank')), names[li.querySelector('.blank').textContent]]);
      return [{ kind: 'match', pairs, to: Object.values(names) }];
    }
    if (it.querySelector('.is-sorting')) {
      const heads = all('thead th', it).map((th) => flat(th.textContent)).slice(1, -1);
      const pairs = all('tbody tr', it).map((row) => [flat(row.querySelector('th').textContent), heads[all('.box', row).findIndex((box) => box.textContent.trim())]]);
      return [{ kind: 'match', pairs, to: heads }];
    }
    if (it.querySelector('.asked')) return [{ kind: 'open', answers: all('.asked dd', it).slice(-1).map((dd) => flat(dd.textContent)) }];
    return all('.questions > li', it).map((li) => {
      const choices = all('.boxes > li', li).map((one) => [flat(one.textContent.replace(/✓$/, '')).replace(/^[A-Z]+ /, ''), one.classList.contains('is-right')]);
      const because = all('.answer', li).map((one) => flat(one.textContent));
      return { kind: choices.length ? 'choice' : 'open', ask: flat(li.querySelector('p').textContent), choices, answers: because };
    });
  });
}

/** The sheets of a lesson, read by the browser. */
async function sheets(page, { out, id }) {
  const read = {};
  for (const name of ['student', 'key']) {
    await page.goto(`${onDisk(out)}lessons/${id}/${name}/index.html`);
    read[name] = await page.evaluate(sheet);
    if (name === 'key') read.answers = await page.evaluate(answers);
  }
  return read;
}

async function open(t) {
  return (await (await browser(t)).newContext({ javaScriptEnabled: false })).newPage();
}

/** HTML as text. */
const plain = (page, html) => page.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').body.textContent.replace(/\s+/g, ' ').trim(), html);

test('a lesson offers its files, and says how large each is and which have the answers', async (t) => {
  const page = await open(t);
  for (const { id, out, of } of await sites(t)) {
    await page.goto(`${onDisk(out)}lessons/${id}/index.html`);
    const offers = await page.locator('.downloads > li').evaluateAll((all) =>
      all.map((it) => ({
        href: it.querySelector('a').getAttribute('href'),
        rel: it.querySelector('a').rel,
        text: it.textContent,
      })),
    );
    const ends = offers.map(({ href }) => href.slice(id.length));
    assert.deepEqual(ends.filter((end) => !['.gift', '-qti.zip', '-cards.txt'].includes(end)), ['-handout.docx', '-key.docx', '.zip']);
    assert.equal(ends.includes('.gift'), ends.includes('-qti.zip'));
    for (const { href, rel, text } of offers) {
      const { size } = await stat(path.join(of, href));
      assert.ok(text.includes(`${Math.ceil(size / 1024)}\u00a0KB`), `${href}: ${text}`);
      const hasKey = !href.endsWith('-handout.docx');
      assert.equal(rel, hasKey ? 'nofollow' : '', href);
      assert.equal(text.includes('With answers'), hasKey, href);
    }
    const there = (await list(of, '')).filter((name) => !name.endsWith('index.html') && name.includes('.'));
    assert.deepEqual(there, offers.map(({ href }) => href).sort(), 'every file is offered');
  }
});

test('a lesson in which nothing is to be answered has no questions', async (t) => {
  const short = (await sites(t)).filter(({ id }) => ['short', 'bare'].includes(id));
  assert.equal(short.length, 2);
  for (const { id, of } of short) {
    assert.deepEqual((await list(of, '')).filter((name) => name.includes('.') && !name.endsWith('.html')), [`${id}-handout.docx`, `${id}-key.docx`, `${id}.zip`]);
  }
});

test('documents have what the printed sheets have, and nothing else', async (t) => {
  const page = await open(t);
  for (const site of await sites(t)) {
    const read = await sheets(page, site);
    for (const [name, end] of [['student', 'handout'], ['key', 'key']]) {
      const where = `${site.id}, ${end}`;
      const expected = read[name];
      const [found] = await python('downloads.py', 'document', path.join(site.of, `${site.id}-${end}.docx`));
      const cells = found.tables.flatMap((table) => table.rows.flat());
      const said = flat([...found.paragraphs.map((it) => it.text), ...cells].join('\n'));
      for (const text of expected.texts) assert.ok(said.includes(text), `${where}: ${text} is missing`);
      if (name === 'student') {
        // Of what is set apart by tabs, lines and boxes; quotation marks are the style sheet's.
        for (const text of [...found.paragraphs.map((it) => it.text), ...cells]) {
          for (const part of text.split(/[\t\n☐“”]|_{3,}/)) {
            assert.ok(expected.body.replace(/[“”]/g, '').includes(flat(part)) || expected.body.includes(flat(part)), `${where}: ${part} is too much`);
          }
        }
      }
      const headings = found.paragraphs.filter((it) => ['Title', 'Heading 1'].includes(it.style));
      assert.deepEqual(headings.map((it) => flat(it.text)), expected.headings, where);
      assert.deepEqual(found.held, { Title: true, 'Heading 1': true, 'Heading 2': true });
      assert.equal(found.tables.length, expected.tables, where);
      const lines = found.tables.filter((table) => table.style === 'Line of time').length;
      assert.equal(found.tables.filter((table) => table.heads[0]).length, expected.heads + lines, where);
      assert.ok(found.tables.every((table) => table.whole), `${where}: no row is cut`);
      assert.equal(found.paragraphs.filter((it) => it.list === 'decimal').length, expected.numbered, where);
      assert.equal(found.paragraphs.filter((it) => it.list === 'bullet').length, expected.dotted, where);
      assert.equal(found.kinds, 0, where);
      const cited = found.paragraphs.filter((it) => it.style === 'Bibliography');
      assert.deepEqual(cited.flatMap((it) => it.italic).map(flat), expected.italics, where);
      const links = found.paragraphs.flatMap((it) => it.links).map(([, url]) => url);
      for (const link of expected.links) assert.ok(links.includes(link), `${where}: ${link}`);
      assert.ok(links.every((link) => /^(https?|mailto):/.test(link)), `${where}: ${links}`);
      assert.ok(expected.title.startsWith(found.title) && found.foot.startsWith(found.title), where);
      assert.deepEqual([found.language, found.lang, found.times, found.hidden], ['en-GB', 'en-GB', [null, null], []], where);
      assert.deepEqual(found.page.map(Math.round), [210, 297], where);
      for (const it of found.paragraphs) {
        const first = it.text.match(/\p{L}/u)?.[0] ?? '';
        assert.equal(it.rightToLeft, /[\u0590-\u08ff]/.test(first), `${where}: ${it.text}`);
      }
      const [archive] = await python('downloads.py', 'archive', path.join(site.of, `${site.id}-${end}.docx`));
      assert.equal(archive.names[0], '[Content_Types].xml');
    }
  }
});

test('nothing in a handout for Word gives the answers away', async (t) => {
  for (const { id, of } of await sites(t)) {
    const { stdout } = await run('unzip', ['-p', path.join(of, `${id}-handout.docx`)], { maxBuffer: 1 << 26 });
    for (const mark of ['✓', '≠', 'Teacher’s key', 'teacher']) assert.ok(!stdout.includes(mark), `${id}: ${mark}`);
  }
});

test('questions for Moodle are read, with the answers of the key', async (t) => {
  const page = await open(t);
  const kinds = {};
  for (const site of await sites(t)) {
    const { answers } = await sheets(page, site);
    const text = await readFile(path.join(site.of, `${site.id}.gift`), 'utf8').catch(() => undefined);
    if (text === undefined) {
      assert.deepEqual(answers, []);
      continue;
    }
    const [category, ...questions] = parse(text);
    assert.equal(category.type, 'Category');
    assert.equal(questions.length, answers.length, site.id);
    for (const [number, question] of questions.entries()) {
      const expected = answers[number];
      const where = `${site.id}, ${question.title}`;
      kinds[question.type] = (kinds[question.type] ?? 0) + 1;
      assert.equal(question.stem.format, 'html', where);
      if (expected.ask) assert.equal(await plain(page, question.stem.text), expected.ask, where);
      const feedback = await plain(page, question.globalFeedback?.text ?? '');
      for (const answer of expected.answers ?? []) assert.ok(feedback.includes(answer), `${where}: ${answer}`);
      if (expected.kind === 'choice') {
        assert.equal(question.type, 'MC', where);
        const right = expected.choices.filter(([, right]) => right).length;
        for (const [at, choice] of question.choices.entries()) {
          assert.equal(await plain(page, choice.text.text), expected.choices[at][0], where);
          assert.equal(right === 1 ? choice.isCorrect : choice.weight > 0, expected.choices[at][1], where);
        }
        assert.equal(question.choices.length, expected.choices.length, where);
        const sum = question.choices.reduce((sum, it) => sum + Math.max(0, it.weight ?? 0), 0);
        if (right > 1) assert.ok(Math.abs(sum - 100) < 0.001, `${where}: ${sum}`);
      } else if (expected.kind === 'open') {
        assert.equal(question.type, 'Essay', where);
      } else {
        assert.equal(question.type, 'Matching', where);
        const pairs = [];
        const wrong = [];
        for (const { subquestion, subanswer } of question.matchPairs) {
          if (subquestion.text === '') wrong.push(subanswer);
          else pairs.push([await plain(page, subquestion.text), subanswer]);
        }
        if (expected.kind === 'match') {
          assert.deepEqual(pairs, expected.pairs, where);
          assert.deepEqual([...new Set([...wrong, ...pairs.map(([, to]) => to)])].sort(), [...new Set(expected.to)].sort(), where);
        } else {
          let place = 1;
          const places = expected.groups.flatMap((group) => {
            const last = place + group.length - 1;
            const name = place === last ? `${place}` : `${place}–${last}`;
            place = last + 1;
            return group.map((title) => [title, name]);
          });
          assert.deepEqual(pairs.toSorted(), places.toSorted(), where);
        }
      }
    }
  }
  assert.deepEqual(Object.keys(kinds).sort(), ['Essay', 'MC', 'Matching']);
});

test('a package for other systems keeps to the rules, with the answers of the key', async (t) => {
  const page = await open(t);
  const kinds = new Set();
  for (const site of await sites(t)) {
    const { answers, key } = await sheets(page, site);
    if (answers.length === 0) continue;
    const [found] = await python('downloads.py', 'package', path.join(site.of, `${site.id}-qti.zip`));
    assert.deepEqual(found.wrong, [], site.id);
    assert.equal(found.title, key.headings[0]);
    assert.deepEqual(found.types, ['imsqti_test_xmlv2p1', ...answers.map(() => 'imsqti_item_xmlv2p1')]);
    assert.equal(new Set(found.items.map((it) => it.identifier)).size, answers.length);
    for (const [number, item] of found.items.entries()) {
      const expected = answers[number];
      const where = `${site.id}, ${item.title}`;
      kinds.add(item.interaction);
      assert.match(item.identifier, /^[\p{L}_][\p{L}\d_.-]*$/u);
      assert.equal(item.language, 'en');
      const told = flat(item.feedback);
      for (const answer of expected.answers ?? []) assert.ok(told.replace(/ /g, '').includes(answer.replace(/ /g, '')), `${where}: ${answer}`);
      const names = item.correct.map((value) => value.split(' ').map((one) => item.choices[one]));
      const pairs = names.map((pair) => pair.map(flat));
      if (expected.kind === 'choice') {
        const right = expected.choices.filter(([, right]) => right).map(([text]) => text);
        assert.ok(flat(item.body).startsWith(expected.ask), where);
        assert.deepEqual(Object.values(item.choices).map(flat), expected.choices.map(([text]) => text), where);
        assert.deepEqual(pairs.flat(), right, where);
        const one = right.length === 1;
        assert.deepEqual([item.interaction, item.cardinality, item.most], ['choiceInteraction', one ? 'single' : 'multiple', one ? '1' : '0'], where);
        assert.match(item.template, one ? /match_correct$/ : /map_response$/);
        if (!one) assert.deepEqual(Object.values(item.mapped), expected.choices.map(([, right]) => (right ? 1 : -1)));
      } else if (expected.kind === 'open') {
        assert.deepEqual([item.interaction, item.type, item.template, item.scorer.length], ['extendedTextInteraction', 'string', false, 1], where);
      } else if (expected.kind === 'match' || expected.groups.some((group) => group.length > 1)) {
        assert.deepEqual([item.interaction, item.type, item.most], ['matchInteraction', 'directedPair', `${item.sets[0]}`], where);
        assert.match(item.template, /map_response$/);
        assert.deepEqual(Object.keys(item.mapped), item.correct, where);
        if (expected.kind === 'match') {
          assert.deepEqual(pairs, expected.pairs, where);
          assert.equal(item.sets[1], expected.to.length, where);
        }
      } else {
        assert.deepEqual([item.interaction, item.cardinality], ['orderInteraction', 'ordered'], where);
        assert.match(item.template, /match_correct$/);
        assert.deepEqual(pairs.flat(), expected.groups.flat(), where);
        assert.notDeepEqual(Object.keys(item.choices), item.correct, `${where}: the cards lie in order`);
      }
    }
  }
  assert.deepEqual([...kinds].sort(), ['choiceInteraction', 'extendedTextInteraction', 'matchInteraction', 'orderInteraction']);
});

test('Anki takes the cards, and a second time doubles none', async (t) => {
  for (const { id, of } of await sites(t)) {
    const file = path.join(of, `${id}-cards.txt`);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const lines = text.trimEnd().split('\n');
    const rows = lines.slice(7).map((line) => line.split('\t'));
    assert.ok(lines.slice(0, 7).every((line) => line.startsWith('#')) && rows.every((row) => row.length === 4), id);
    const changed = path.join(await folder(t), 'changed.txt');
    await writeFile(changed, text.replace(/^([^#\n][^\t\n]*\t)[^\t\n]*/m, '$1Another back'));
    const [first, again, other] = await python('downloads.py', 'deck', file, file, changed);
    assert.deepEqual([first.new, first.updated, first.skipped, first.notes.length], [rows.length, 0, [0, 0, 0, 0], rows.length], id);
    assert.equal(first.deck.length, 1);
    const unescaped = (field) => field.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;|&#39;/g, "'").replace(/&amp;/g, '&');
    const written = (field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    for (const [front, back, tags, guid] of rows) {
      const note = first.notes.find((one) => one.id === guid);
      assert.deepEqual(note.fields.map(unescaped), [front, back].map(written), id);
      assert.deepEqual(note.tags.toSorted(), tags.split(' ').sort(), id);
    }
    assert.deepEqual([again.new, again.notes.length], [0, rows.length], id);
    assert.deepEqual([other.new, other.notes.length], [0, rows.length], id);
    assert.equal(other.notes.filter((note) => note.fields[1] === 'Another back').length, 1, id);
  }
});

test('the archive has every file, and its pages open as they are', async (t) => {
  const page = await open(t);
  const wrong = [];
  page.on('console', (message) => wrong.push(message.text()));
  for (const { id, of, events } of await sites(t)) {
    const packed = path.join(of, `${id}.zip`);
    const [{ names, times, modes, systems }] = await python('downloads.py', 'archive', packed);
    assert.deepEqual([times, modes, systems], [['(1980, 1, 1, 0, 0, 0)'], ['0o100644'], [3]]);
    assert.equal(names[0], `${id}/README.txt`);
    assert.deepEqual(names.slice(1), names.slice(1).toSorted());
    const into = await folder(t);
    await run('unzip', ['-q', packed, '-d', into]);
    const at = path.join(into, id);
    assert.deepEqual(await list(path.join(at, 'student'), ''), [`${id}-handout.docx`, `${id}-handout.html`]);
    const same = async (one, other) => assert.ok((await readFile(one)).equals(await readFile(other)), one);
    for (const name of await list(path.join(at, 'teacher'), '')) {
      if (name.endsWith('.html')) continue;
      await same(path.join(at, 'teacher', name), name.endsWith('.yaml') ? path.join(events, 'lessons', name) : path.join(of, name));
    }
    const note = await readFile(path.join(at, 'README.txt'), 'utf8');
    for (const name of names.slice(1)) assert.ok(note.includes(`\r\n${path.basename(name)}\r\n`), `${name} is told of`);
    for (const [name, own] of [['student', 'handout'], ['teacher', 'key']]) {
      const address = `${onDisk(at)}${name}/${id}-${own}.html`;
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(address);
      assert.deepEqual(requests, [address]);
      page.removeAllListeners('request');
      assert.equal(await page.locator('.exercise').first().or(page.locator('h1')).first().isVisible(), true);
      assert.match(await page.evaluate(() => getComputedStyle(document.querySelector('h1')).fontSize), /^(2[5-9]|3\d)/, 'it has its style');
      const links = await page.locator('a').evaluateAll((all) => all.map((it) => it.getAttribute('href')));
      assert.ok(links.every((link) => /^(https?:|mailto:)/.test(link)), `${address}: ${links}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('with an address, files that leave the site lead back to it', async (t) => {
  const own = await folder(t);
  await cp(fixture, own, { recursive: true });
  const about = path.join(own, 'timeline.yaml');
  await writeFile(about, `${await readFile(about, 'utf8')}\nbase_url: https://news.example/war/\n`);
  const of = path.join(await build(t, own), 'lessons/who-says-so');
  const [found] = await python('downloads.py', 'document', path.join(of, 'who-says-so-key.docx'));
  const links = found.paragraphs.flatMap((it) => it.links.map(([, url]) => url));
  assert.ok(links.includes('https://news.example/war/events/2024-03-20-call/index.html#guards'), links);
  const into = await folder(t);
  await mkdir(into, { recursive: true });
  await run('unzip', ['-q', path.join(of, 'who-says-so.zip'), '-d', into]);
  const html = await readFile(path.join(into, 'who-says-so/teacher/who-says-so-key.html'), 'utf8');
  assert.match(html, /href="https:\/\/news\.example\/war\/events\/2024-03-20-call\/index\.html#/);
});

test('a program that knows QTI reads every file of a package, and takes it into QTI 3', async (t) => {
  // The elements of QTI 3 that a test and its items can have here, and those of HTML in them.
  const known = new Set(`assessment-test test-part assessment-section assessment-item-ref assessment-item response-declaration
    correct-response value mapping map-entry outcome-declaration default-value item-body match-interaction simple-match-set
    simple-associable-choice order-interaction simple-choice choice-interaction extended-text-interaction prompt rubric-block
    content-body response-processing modal-feedback item-session-control outcome-processing set-outcome-value sum test-variables`
    .split(/\s+/).map((name) => `qti-${name}`).concat('p ul ol li strong em a blockquote code pre br hr'.split(' ')));
  const names = (xml) => [...xml.matchAll(/<([A-Za-z][\w-]*)/g)].map(([, name]) => name);
  const all = (xml, end) => [...xml.matchAll(new RegExp(`<(?:qti-)?${end}\\b[^>]*>([\\s\\S]*?)</(?:qti-)?${end}>`, 'gi'))].map(([, inside]) => flat(inside));
  let items = 0;
  for (const { id, of } of await sites(t)) {
    const packed = path.join(of, `${id}-qti.zip`);
    if (!(await stat(packed).catch(() => null))) continue;
    const into = path.join(await folder(t), 'qti');
    await run('unzip', ['-q', packed, '-d', into]);
    for (const name of (await list(into, '.xml')).filter((one) => one !== 'imsmanifest.xml')) {
      const source = await readFile(path.join(into, name), 'utf8');
      const taken = await convertQti2toQti3(source);
      assert.deepEqual(names(taken).filter((one) => !known.has(one)), [], `${id}: ${name}`);
      if (!name.startsWith('items/')) continue;
      items += 1;
      // What is right, and what there is to choose, is what it was.
      const [right] = all(source, 'correctResponse');
      assert.deepEqual(all(all(taken, 'correct-response')[0] ?? '', 'value'), right ? all(right, 'value') : []);
      for (const [before, after] of [['simpleChoice', 'simple-choice'], ['simpleAssociableChoice', 'simple-associable-choice']]) {
        assert.deepEqual(all(taken, after), all(source, before), `${id}: ${name}`);
      }
      const way = /<responseProcessing template="[^"]*\/(\w+)"/.exec(source)?.[1];
      assert.equal(/<qti-response-processing template="[^"]*\/(\w+)\.xml"/.exec(taken)?.[1], way, `${id}: ${name}`);
    }
  }
  assert.ok(items > 10, `${items} items`);
  const wrong = '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a"><itemBody><oddInteraction/></itemBody></assessmentItem>';
  assert.deepEqual(names(await convertQti2toQti3(wrong)).filter((one) => !known.has(one)), ['oddInteraction']);
});
