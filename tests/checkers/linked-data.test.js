// What the pages say for search engines and other programs: JSON-LD that any processor
// reads, in terms that schema.org has, of things that are there.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import jsonld from 'jsonld';

import { build, files, list, site } from './lib.js';
import { vocabulary } from './vocabulary.js';

const element = /<script type="application\/ld\+json">(.*?)<\/script>/gs;

/** The context of schema.org as far as it is used, so that nothing is asked of its server. */
const context = { '@vocab': 'https://schema.org/' };

async function documentLoader(url) {
  assert.match(url, /^https:\/\/schema\.org\/?$/);
  return { document: { '@context': context }, documentUrl: url };
}

/** The address under which a site is thought to stand while it is checked. */
const somewhere = 'https://somewhere.example/';

/** The pages that say something, each with its graph. Frames for other sites say nothing. */
async function graphs(of) {
  const found = new Map();
  for (const name of (await list(of, '.html')).filter((name) => !name.startsWith('embed/'))) {
    const html = await readFile(path.join(of, name), 'utf8');
    const said = [...html.matchAll(element)].map(([, text]) => text);
    assert.equal(said.length, 1, `${name}: ${said.length} pieces of JSON-LD`);
    found.set(name, { html, document: JSON.parse(said[0]) });
  }
  assert.notEqual(found.size, 0);
  return found;
}

/** Every thing in a graph, and in the things in it. */
function* things(value) {
  if (Array.isArray(value)) for (const one of value) yield* things(one);
  else if (value !== null && typeof value === 'object') {
    yield value;
    for (const one of Object.values(value)) yield* things(one);
  }
}

/** What is wrong with what the pages of a site say, a line each. */
async function wrongIn(of, base) {
  const schema = await vocabulary();
  const pages = await graphs(of);
  const address = (name) => new URL(base ? name.replace(/(^|\/)index\.html$/, '$1') : name, base ?? somewhere).href;
  const wrong = [];
  const told = new Set();
  const named = [];
  for (const [name, { document }] of pages) {
    const tell = (text) => wrong.push(`${name}: ${text}`);
    if (document['@context'] !== 'https://schema.org') tell('another context');
    for (const thing of document['@graph']) schema.wrongWith(thing).forEach(tell);
    // By a processor of its own: whatever it would have to drop is an error.
    try {
      const expanded = await jsonld.expand(document, { documentLoader, base: address(name), safe: true });
      for (const thing of things(expanded)) {
        const id = thing['@id'];
        if (thing['@type']) told.add(id);
        if (id !== undefined && !thing['@type']) named.push([name, id]);
        const types = thing['@type'] ?? [];
        if (!types.every((type) => type.startsWith('https://schema.org/'))) tell(`a type of nobody: ${types}`);
      }
    } catch (error) {
      tell(`cannot be read: ${error.message} ${JSON.stringify(error.details?.event ?? '')}`);
    }
    const page = document['@graph'][0];
    if (!/Page$/.test(page['@type'])) tell('does not begin with the page');
    const own = new URL(page.url, address(name)).href;
    if (own !== address(name)) tell(`gives ${own} for its own address`);
    const shown = [...things(document)].map((thing) => thing['@type']).filter((type) => type === 'Event').length;
    if (shown !== (name.startsWith('events/') ? 1 : 0)) tell(`tells of ${shown} events`);
  }
  // Nothing is named that no page tells of.
  for (const [name, id] of named) if (!told.has(id)) wrong.push(`${name}: nobody tells what ${id} is`);
  for (const [name, { document }] of pages) {
    for (const { url = '' } of things(document)) {
      const there = new URL(url, address(name));
      const inside = there.href.startsWith(base ?? somewhere);
      const to = there.href.slice((base ?? somewhere).length).replace(/#.*/, '').replace(/(^|\/)$/, '$1index.html');
      if (inside && !pages.has(to)) wrong.push(`${name}: ${there.href} is no page`);
      const anchor = decodeURIComponent(there.hash.slice(1));
      if (inside && anchor !== '' && !pages.get(to)?.html.includes(`id="${anchor}"`)) {
        wrong.push(`${name}: ${there.href} has no anchor`);
      }
    }
  }
  return wrong;
}

async function right(of, base) {
  const wrong = await wrongIn(of, base);
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
}

test('what the committed site says is right', () => right(site));

test('so is what a site says that uses everything, at an address of its own', async (t) =>
  right(await build(t), 'https://timeline.example/a/b/'));

test('nothing is told as fact, or more exactly than it is known', async (t) => {
  const pages = await graphs(await build(t));
  const of = (name, type) => pages.get(name).document['@graph'].filter((thing) => thing['@type'] === type);
  const [call] = of('events/2024-04-02-call/index.html', 'Event');
  assert.deepEqual(
    [call.startDate, call.eventStatus, call.previousStartDate],
    ['2024-04-02', 'https://schema.org/EventRescheduled', ['2024-04', '2024-04-10']],
  );
  const claims = of('events/2024-04-02-call/index.html', 'Claim');
  assert.equal(claims.length, 8);
  // Somebody unnamed is nobody's name; a doubtful day is no date.
  const unnamed = claims.find(({ url }) => url.endsWith('#history'));
  assert.deepEqual([unnamed.author, unnamed.creditText], [undefined, 'two "senior" officials & <others>']);
  const own = claims.find(({ url }) => url.endsWith('#reports'));
  assert.deepEqual([own.author, own.dateCreated], [undefined, undefined]);
});

/** What an event's dates claim beyond what the data of the site know of it. */
function beyond(event, when) {
  const wrong = [];
  for (const property of ['startDate', 'endDate']) {
    const said = event[property]?.slice(0, 10);
    if (said === undefined) continue;
    const ends = when.edtf.split('/');
    const own = ends.length === 1 ? when.edtf : ends[property === 'startDate' ? 0 : 1];
    const days = [property === 'startDate' || ends.length === 1 ? when.earliest : when.latest];
    if (ends.length === 1) days.push(when.latest);
    if (/[?~%]/.test(own)) wrong.push(`${property} ${said} for ${when.edtf}, which is in doubt`);
    if (!days.every((day) => day?.startsWith(said))) wrong.push(`${property} ${said} for ${when.edtf}`);
  }
  return wrong;
}

test('no date is more exact than it is known', async (t) => {
  const wrong = [];
  for (const of of [site, await build(t)]) {
    const { events } = JSON.parse(await readFile(path.join(of, 'events.json'), 'utf8'));
    const pages = await graphs(of);
    for (const { url, when } of events) {
      const graph = pages.get(`${url}index.html`).document['@graph'];
      const event = graph.find((thing) => thing['@type'] === 'Event');
      wrong.push(...beyond(event, when).map((text) => `${url}: ${text}`));
      // What no property says is said in words.
      const told = (event.startDate ?? event.endDate) !== undefined || event.description.toLowerCase().startsWith(when.text.toLowerCase());
      if (!told) wrong.push(`${url}: does not say when`);
    }
  }
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
  const month = { edtf: '2024-04', earliest: '2024-04-01', latest: '2024-04-30' };
  assert.deepEqual(beyond({ startDate: '2024-04' }, month), []);
  assert.deepEqual(beyond({ startDate: '2024-04-01' }, month), ['startDate 2024-04-01 for 2024-04']);
});

test('what is wrong would be told', async (t) => {
  const page = (things) =>
    `<!doctype html><title>A</title><p id="there">A</p><script type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [{ '@type': 'WebPage', '@id': '#page', url: 'index.html' }, ...things],
    })}</script>`;
  const cases = [
    [{ '@type': 'Event', name: 'A' }, 'tells of 1 events'],
    [{ '@type': 'Claim', '@id': '#a', text: 'A', about: { '@id': '#page' }, url: 'index.html#there' }, null],
    [{ '@type': 'Happening', name: 'A' }, 'there is no type Happening'],
    [{ '@type': 'Claim', claimant: 'A' }, 'a Claim has no such property'],
    [{ '@type': 'Person', headline: 'A' }, 'a Person has no such property'],
    [{ '@type': 'Claim', author: 'Ann' }, '“Ann” is none of Organization,Person'],
    [{ '@type': 'Claim', author: { '@type': 'Place', name: 'A' } }, 'a Place is none of'],
    [{ '@type': 'Claim', author: { '@type': 'Corporation', name: 'A' } }, null],
    [{ '@type': 'Claim', dateCreated: '2024-04~' }, 'is none of Date'],
    [{ '@type': 'PublicationEvent', eventStatus: 'https://schema.org/EventDenied' }, 'is none of EventStatusType'],
    [{ '@type': 'PublicationEvent', eventStatus: 'https://schema.org/EventCancelled' }, null],
    [{ '@type': 'PublicationEvent', attendees: { '@type': 'Person', name: 'A' } }, 'out of use'],
    [{ '@type': 'Person', hasOccupation: { '@type': 'Role', hasOccupation: { '@type': 'Occupation' } } }, null],
    [{ '@type': 'Person', hasOccupation: { '@type': 'Role', memberOf: { '@type': 'Organization' } } }, 'a Role has no such'],
    [{ '@type': 'Claim', about: { '@id': '#gone' } }, 'nobody tells what'],
    [{ '@type': 'Claim', url: 'gone/index.html' }, 'is no page'],
    [{ '@type': 'Claim', url: 'index.html#gone' }, 'has no anchor'],
    [{ '@type': 'Claim', text: { '@value': 'A', '@type': 1 } }, 'cannot be read'],
  ];
  for (const [thing, expected] of cases) {
    const wrong = await wrongIn(await files(t, { 'index.html': page([thing]) }));
    const right = expected === null ? wrong.length === 0 : wrong.some((line) => line.includes(expected));
    assert.ok(right, `${JSON.stringify(thing)}: expected “${expected}”, got ${JSON.stringify(wrong)}`);
  }
});
