// The feeds, by feedparser and by a schema of JSON Feed 1.1: that they are right, that both
// forms say the same, and that readers' programs know their entries again.

import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import Ajv from 'ajv';

import { build, files, folder, full, here, list, python, root } from './lib.js';

const events = path.join(root, 'events');
const schema = JSON.parse(await readFile(path.join(here, 'json-feed.schema.json'), 'utf8'));
const isJsonFeed = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(schema);

/** The most entries of a feed. */
const most = 100;

/** Every feed of a site: its folder, as feedparser reads it, and the other form. */
async function feeds(of) {
  const names = await list(of, 'feed.xml');
  const read = await python('read.py', 'feed', ...names.map((name) => path.join(of, name)));
  return Promise.all(
    names.map(async (name, number) => {
      const json = await readFile(path.join(of, name.replace(/xml$/, 'json')), 'utf8');
      return { name, folder: path.posix.dirname(name), atom: read[number], json: JSON.parse(json) };
    }),
  );
}

/** What is wrong with a feed by itself, a line each. */
function wrongWith({ name, atom, json }) {
  const wrong = [];
  const rule = (holds, what) => holds || wrong.push(`${name}: ${what}`);
  rule(atom.bozo === false, `not well-formed: ${atom.bozo}`);
  rule(atom.version === 'atom10', `is ${atom.version}`);
  rule(isJsonFeed(json), `the JSON form: ${JSON.stringify(isJsonFeed.errors)}`);
  rule(atom.title === json.title, `titles: ${atom.title}, ${json.title}`);
  rule(/^urn:uuid:[0-9a-f-]{36}$/.test(atom.id), `id ${atom.id}`);
  const ids = atom.entries.map(({ id }) => id);
  rule(new Set(ids).size === ids.length, 'an id comes twice');
  rule(ids.length <= most, `${ids.length} entries`);
  const days = atom.entries.map(({ updated }) => updated);
  rule(days.every((day, number) => number === 0 || day <= days[number - 1]), 'not the newest first');
  rule(days.length === 0 || atom.updated === days[0], `is of ${atom.updated}, its newest entry of ${days[0]}`);
  rule(atom.entries.length === json.items?.length, 'the forms have not the same number of entries');
  atom.entries.forEach((entry, number) => {
    const item = json.items?.[number] ?? {};
    const told = (which) => `${which} of ${entry.id}`;
    rule(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(entry.id), told('form'));
    rule(/^\d{4}-\d\d-\d\dT00:00:00Z$/.test(entry.updated) && entry.parsed !== null, told('day'));
    rule(entry.content.length === 1 && entry.content[0][0] === 'text/html', told('type of content'));
    const same = [
      [entry.id, item.id],
      [entry.title, item.title],
      [entry.link, item.url],
      [entry.published, item.date_published],
      [entry.updated, item.date_modified],
      [entry.tags.join(), (item.tags ?? []).join()],
    ];
    for (const [one, other] of same) rule(one === other, `the forms differ: ${one}, ${other}`);
  });
  return wrong;
}

/** The file that an address in a feed leads to, and its anchor. */
function target(address, { folder }, base) {
  const [href, anchor = ''] = address.split('#');
  const below = base && href.startsWith(base) ? href.slice(base.length) : path.posix.join(folder, href);
  return [below === '' || below.endsWith('/') ? `${below}index.html` : below, anchor];
}

/** The addresses of a feed that lead nowhere. */
async function leadNowhere(of, feed, base) {
  const hrefs = feed.json.items.flatMap(({ url, content_html: html }) => [
    url,
    ...[...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
  ]);
  const nowhere = [];
  for (const href of new Set([feed.json.home_page_url, ...hrefs])) {
    if (base ? !href.startsWith(base) : /^\w+:/.test(href)) continue;
    const [name, anchor] = target(href, feed, base);
    const text = await readFile(path.join(of, name), 'utf8').catch(() => null);
    if (text === null || (anchor !== '' && !text.includes(`id="${anchor}"`))) nowhere.push(`${feed.name}: ${href}`);
  }
  return nowhere;
}

for (const [what, from, base] of [
  ['the example', events, undefined],
  ['a site that uses everything', full, 'https://timeline.example/a/b/'],
]) {
  test(`the feeds of ${what} are right, and lead to its pages`, async (t) => {
    const built = await build(t, from);
    const all = await feeds(built);
    const pages = await list(built, 'index.html');
    const own = pages.filter((name) => /^(actors|topics)\/[^/]+\/index.html$/.test(name)).length;
    assert.equal(all.length, own + 1);
    assert.ok(all.some(({ atom }) => atom.entries.length > 20));
    for (const feed of all) {
      assert.deepEqual(wrongWith(feed), []);
      assert.deepEqual(await leadNowhere(built, feed, base), []);
      // Its page names it.
      const page = await readFile(path.join(built, feed.folder, 'index.html'), 'utf8');
      const up = '../'.repeat(feed.folder === '.' ? 0 : 2);
      const below = `${up}${feed.folder === '.' ? '' : `${feed.folder}/`}`;
      for (const [type, form] of [['atom+xml', 'feed.xml'], ['feed+json', 'feed.json']]) {
        const named = page.match(new RegExp(`<link rel="alternate" type="application/${type.replace('+', '\\+')}"[^>]*href="([^"]*)"`));
        assert.equal(named?.[1], `${below}${form}`, feed.name);
        assert.ok(page.includes(`<a href="${below}${form}">`), `${feed.name}: no link that is seen`);
      }
    }
    // An actor's feed and a topic's have nothing that the whole has not, as far as that goes.
    const whole = all.find(({ folder }) => folder === '.');
    if (whole.atom.entries.length < most) {
      const ids = new Set(whole.atom.entries.map(({ id }) => id));
      for (const { name, atom } of all) {
        for (const { id } of atom.entries) assert.ok(ids.has(id), `${name}: ${id}`);
      }
    }
  });
}

test('entries keep their ids when the site gets an address, and when it moves', async (t) => {
  const at = async (address) => {
    const made = path.join(await folder(t), 'events');
    await cp(events, made, { recursive: true });
    const about = path.join(made, 'timeline.yaml');
    await writeFile(about, (await readFile(about, 'utf8')) + (address ? `base_url: ${address}\n` : ''));
    const built = await build(t, made);
    const all = await feeds(built);
    const [calendar] = await python('read.py', 'calendar', path.join(built, 'calendar.ics'));
    return {
      ids: all.map(({ atom }) => [atom.id, ...atom.entries.map(({ id }) => id)]),
      uids: calendar.events.map(({ uid }) => uid),
      links: all[0].atom.entries.map(({ link }) => link),
      self: all[0].atom.links.filter(([rel]) => rel === 'self'),
    };
  };
  const without = await at(undefined);
  const [here, there] = [await at('https://one.example/a'), await at('https://two.example/')];
  for (const other of [here, there]) {
    assert.deepEqual(other.ids, without.ids);
    assert.deepEqual(other.uids, without.uids);
  }
  assert.deepEqual(without.self, []);
  assert.match(here.self[0][1], /^https:\/\/one\.example\/a\/.*feed\.xml$/);
  assert.ok(here.links.every((link) => link.startsWith('https://one.example/a/events/')));
});

test('what is wrong would be told', async (t) => {
  const built = await build(t, events);
  const name = (await list(built, 'feed.xml')).at(-1);
  const [atom, json] = await Promise.all(
    [name, name.replace(/xml$/, 'json')].map((file) => readFile(path.join(built, file), 'utf8')),
  );
  const broken = {
    'unclosed': [atom.replace('</entry>', ''), json, 'not well-formed'],
    'bare': [atom.replace('<title>', '<title>& '), json, 'not well-formed'],
    'day': [atom.replace('T00:00:00Z</updated>\n<link', '</updated>\n<link'), json, 'day of'],
    'twice': [atom, json.replace(/"title": "[^"]*",\n {6}"content/, '"title": "Else",\n      "content'), 'the forms differ'],
    'version': [atom, json.replace('/1.1"', '/1"'), 'the JSON form'],
    'url': [atom, json.replace('"url"', '"adress"'), 'the JSON form'],
    'right': [atom, json, ''],
  };
  const made = await files(
    t,
    Object.fromEntries(
      Object.entries(broken).flatMap(([folder, [xml, text]]) => [
        [`${folder}/feed.xml`, xml],
        [`${folder}/feed.json`, text],
      ]),
    ),
  );
  for (const feed of await feeds(made)) {
    const [, , expected] = broken[feed.folder];
    const wrong = wrongWith(feed).join('\n');
    assert.ok(expected === '' ? wrong === '' : wrong.includes(expected), `${feed.folder}: ${wrong}`);
  }
});
