// What lets others take the timeline along: frames on other pages, the code for them, the
// same as data (oEmbed), and what links to the site look like where they are shared.

import assert from 'node:assert/strict';
import { cp, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import Ajv from 'ajv';

import { browser, dateline, files, folder, full, isFramed, list, serve, site } from './lib.js';

/** A site that stands where it says that it stands; its folder and its address. */
async function published(t, events = full) {
  const made = await folder(t);
  const out = path.join(made, 'site');
  const base = await serve(t, out);
  const own = path.join(made, 'events');
  await cp(events, own, { recursive: true });
  const about = path.join(own, 'timeline.yaml');
  const text = (await readFile(about, 'utf8')).replace(/^base_url:.*\n/m, '');
  await writeFile(about, `${text.trimEnd()}\nbase_url: ${base}\n`);
  const said = await dateline('build', own, '--out', out);
  assert.equal(said.code, 0, said.stderr);
  return { out, base };
}

/** What is told to those who ask how to show a page, by the page's path. */
async function told(out) {
  const found = new Map();
  for (const name of await list(path.join(out, 'oembed'), '.json')) {
    const page = name === 'index.json' ? 'index.html' : name.replace(/\.json$/, '/index.html');
    found.set(page, JSON.parse(await readFile(path.join(out, 'oembed', name), 'utf8')));
  }
  return found;
}

/** What stands in the frame of a page. */
const framing = (name) => `embed/${name.replace(/^(events\/.*)\/index\.html$/, '$1.html')}`;

/** A page of somebody else that holds the code; its address, on another origin. */
async function elsewhere(t, code, width) {
  const page = `<!doctype html><html lang="en"><title>Else</title><link rel="icon" href="data:,"><body style="width: ${width}px">${code}`;
  return serve(t, await files(t, { 'index.html': page }));
}

test('a frame on somebody else’s page shows the timeline, and leads to it', async (t) => {
  const { out, base } = await published(t);
  const page = await (await browser(t)).newPage();
  const wrong = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  const answers = await told(out);
  for (const name of ['index.html', 'events/2024-04-02-call/index.html', 'events/2024-04-bare/index.html']) {
    const { html, title } = answers.get(name);
    for (const width of [300, 600, 800]) {
      await page.goto(await elsewhere(t, html, width));
      const frame = page.frameLocator('iframe');
      await frame.locator('h1').waitFor();
      const shown = page.frames()[1];
      assert.equal(shown.url(), base + framing(name));
      // The heading may be there before the style sheet is.
      await shown.waitForLoadState('load');
      const { styled, wide, heading } = await shown.evaluate(() => ({
        styled: getComputedStyle(document.body).getPropertyValue('--accent').trim() !== '',
        wide: document.documentElement.scrollWidth - window.innerWidth,
        heading: document.querySelector('h1').textContent.trim(),
      }));
      assert.ok(styled, `${name}: not styled`);
      assert.ok(wide <= 0, `${name} at ${width} px: ${wide} px too wide`);
      assert.ok(title.startsWith(heading), `${title} for ${heading}`);
      assert.equal(await page.locator('iframe').getAttribute('title'), title);
      assert.equal(await page.locator('body > p > a').textContent(), title);
    }
    const [opened] = await Promise.all([page.waitForEvent('popup'), page.frameLocator('iframe').locator('h1 a').click()]);
    await opened.locator('header.masthead').waitFor();
    assert.equal(opened.url(), base + name);
    // It is a page like any other, not one in a sandbox.
    assert.equal(await opened.evaluate(() => window.origin), new URL(base).origin);
    await opened.close();
    assert.equal(page.frames()[1].url(), base + framing(name), 'the frame stays what it is');
  }
  assert.deepEqual(wrong, []);
});

/** An answer of the type "rich", by section 2.3.4 of the specification of oEmbed. */
const rich = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'version', 'html', 'width', 'height'],
  properties: {
    type: { const: 'rich' },
    version: { const: '1.0' },
    title: { type: 'string', minLength: 1 },
    provider_name: { type: 'string', minLength: 1 },
    provider_url: { type: 'string', pattern: '^https?://' },
    cache_age: { type: 'integer', minimum: 0 },
    html: { type: 'string', pattern: '^<iframe src="https?://' },
    width: { type: 'integer', minimum: 1 },
    height: { type: 'integer', minimum: 1 },
  },
};

test('the answers of oEmbed are right, and each page names its own', async (t) => {
  const { out, base } = await published(t);
  const right = new Ajv().compile(rich);
  const answers = await told(out);
  const page = await (await browser(t)).newPage({ javaScriptEnabled: false });
  const offered = (await list(out, '.html')).filter((name) => /^(index|events\/[^/]+\/index)\.html$/.test(name));
  assert.deepEqual([...answers.keys()].sort(), offered);
  for (const [name, answer] of answers) {
    assert.ok(right(answer), `${name}: ${JSON.stringify(right.errors)}`);
    await page.goto(base + name);
    const link = page.locator('link[rel="alternate"][type="application/json+oembed"]');
    const address = await link.getAttribute('href');
    assert.deepEqual(await (await page.request.get(address)).json(), answer);
    // The code on the page is the same, and what it frames is there.
    assert.equal(await page.locator('details.share textarea').inputValue(), answer.html);
    const framed = /src="([^"]+)"/.exec(answer.html)[1];
    assert.ok((await stat(path.join(out, framed.slice(base.length)))).isFile(), framed);
  }
});

test('the code can be reached and copied by keyboard, and is not printed', async (t) => {
  const { out, base } = await published(t);
  const page = await (await browser(t)).newPage();
  await page.goto(`${base}index.html`);
  const code = page.getByLabel('Code to paste');
  assert.equal(await code.isVisible(), false);
  await page.locator('details.share summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), await code.getAttribute('id'));
  await page.keyboard.press('Control+A');
  const chosen = await code.evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
  assert.equal(chosen, (await told(out)).get('index.html').html);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('details.share').isVisible(), false);
});

/** What a page has in its head for those who share it. */
async function head(out, name) {
  const html = await readFile(path.join(out, name), 'utf8');
  const metas = [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">/g)];
  const canonical = /<link rel="canonical" href="([^"]*)">/.exec(html)?.[1];
  return { html, canonical, metas: Object.fromEntries(metas.map(([, name, content]) => [name, content])) };
}

test('a link to any page can be shown with its title and what it is about', async (t) => {
  const { out } = await published(t);
  for (const of of [out, site]) {
    const pages = (await list(of, '.html')).filter((name) => !isFramed(name) && name !== '404.html');
    for (const name of pages) {
      const { metas, canonical, html } = await head(of, name);
      const { 'og:url': url, ...rest } = metas;
      assert.equal(url, canonical, name);
      assert.equal(canonical === undefined, of === site, name);
      assert.deepEqual(
        Object.keys(rest).sort(),
        ['og:description', 'og:locale', 'og:site_name', 'og:title', 'og:type', 'twitter:card'],
        name,
      );
      assert.ok(Object.values(rest).every((content) => content.trim() !== ''), name);
      assert.equal(rest['og:type'], name.startsWith('events/') ? 'article' : 'website', name);
      assert.ok(html.includes(`<title>${rest['og:title']}`), name);
    }
  }
});

test('frames open windows of their own, and are not found in place of the site', async (t) => {
  const { out, base } = await published(t);
  const frames = (await list(out, '.html')).filter(isFramed);
  assert.ok(frames.length > 40);
  for (const name of frames) {
    const { html, canonical } = await head(out, name);
    assert.match(html, /<meta name="robots" content="noindex">/, name);
    assert.equal(canonical, base + name.replace(/^embed\//, '').replace(/index\.html$/, '').replace(/\.html$/, '/'), name);
    for (const [link] of html.matchAll(/<a [^>]*>/g)) {
      assert.match(link, /target="_blank" rel="noopener"/, `${name}: ${link}`);
    }
    for (const [, href] of html.matchAll(/<a [^>]*href="(\.\.[^"]*)"/g)) {
      const to = path.join(out, path.dirname(name), href.replace(/#.*/, ''));
      assert.ok((await stat(to)).isFile(), `${name}: ${href}`);
    }
  }
  assert.doesNotMatch(await readFile(path.join(out, 'sitemap.xml'), 'utf8'), /embed/);
});

test('without an address nothing is offered that needs one', async () => {
  assert.deepEqual((await list(site, '.json')).filter((name) => name.startsWith('oembed/')), []);
  for (const name of await list(site, '.html')) {
    assert.doesNotMatch(await readFile(path.join(site, name), 'utf8'), /oembed|class="share"|<iframe/, name);
  }
  assert.ok((await list(site, '.html')).some(isFramed));
});
