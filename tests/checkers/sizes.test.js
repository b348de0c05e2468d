// What every page weighs, and what every page has.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { browser, build, files, isFramed, list, onDisk, rightPage, site } from './lib.js';

/** The most that style sheets and scripts of a page may weigh together, gzipped. */
const budget = 20 * 1024;
/** The most for the page on which lessons are made. */
const budgetOfBuilder = 40 * 1024;

/** What the browser makes of a page: the parts that the rules below are about. */
function parts() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? '';
  const content = (selector) => document.querySelector(selector)?.getAttribute('content') ?? '';
  return {
    doctype: document.doctype?.name,
    mode: document.compatMode,
    lang: document.documentElement.lang,
    title: text('title'),
    description: content('meta[name="description"]').trim(),
    policy: content('meta[http-equiv="Content-Security-Policy"]'),
    policyFirst: all('head > *').findIndex((it) => it.httpEquiv === 'Content-Security-Policy'),
    loadsFirst: all('head > *').findIndex((it) => it.matches('link, script, style')),
    headings: all('h1, h2, h3, h4, h5, h6').map((it) => [Number(it.tagName[1]), it.textContent.trim()]),
    landmarks: {
      header: all('body > header').length,
      nav: all('body > header nav').length,
      main: all('main').length,
      footer: all('body > footer').length,
    },
    // Data is not run, whatever the policy says.
    inline: all('style, script:not([src], [type="application/ld+json"]), [style]').map((it) => it.outerHTML.slice(0, 80)),
    handlers: all('*').flatMap((it) =>
      it.getAttributeNames().filter((name) => name.startsWith('on')).map((name) => `${it.tagName} ${name}`),
    ),
    // A citation is saved, and never opened.
    scripted: all('[href], [src], [action]')
      .filter((it) => !it.matches('.cite-files a[download][href^="data:application/"]'))
      .flatMap((it) => ['href', 'src', 'action'].map((name) => it.getAttribute(name) ?? ''))
      .filter((address) => /^\s*(javascript|data|vbscript):/i.test(address)),
    loaded: all('link[rel~="stylesheet"], script[src]').map((it) => it.href || it.src),
  };
}

/** What is wrong with a page. */
async function wrongWith(page, address, framed = false) {
  await page.goto(address);
  const it = await page.evaluate(parts);
  const wrong = [];
  const rule = (holds, message) => holds || wrong.push(message);
  rule(it.doctype === 'html' && it.mode === 'CSS1Compat', 'no doctype');
  rule(/^[a-z]{2,3}(-|$)/.test(it.lang), `lang="${it.lang}"`);
  rule(it.title !== '', 'no title');
  rule(it.description !== '', 'no description');
  const first = it.headings.filter(([level]) => level === 1);
  rule(first.length === 1, `${first.length} h1`);
  it.headings.forEach(([level, text], number) => {
    const before = number === 0 ? 0 : it.headings[number - 1][0];
    rule(level <= before + 1, `h${level} behind h${before}: ${text}`);
    rule(text !== '', `an empty h${level}`);
  });
  for (const [landmark, count] of Object.entries(it.landmarks)) {
    const expected = framed && ['header', 'nav'].includes(landmark) ? 0 : 1;
    rule(count === expected, `${count} of ${landmark}`);
  }
  const directives = new Map(
    it.policy.split(';').map((part) => part.trim().split(/\s+/)).map(([name, ...values]) => [name, values]),
  );
  rule(directives.get('default-src')?.join() === "'none'", `the policy does not begin at nothing: ${it.policy}`);
  rule(!/unsafe|\*|https?:|data:/.test(it.policy), `the policy is loose: ${it.policy}`);
  rule(it.loadsFirst === -1 || it.policyFirst < it.loadsFirst, 'the policy stands behind what it is for');
  for (const found of it.inline) rule(false, `inline: ${found}`);
  for (const found of it.handlers) rule(false, `event handler: ${found}`);
  for (const found of it.scripted) rule(false, `address: ${found}`);
  let weight = 0;
  for (const loaded of it.loaded) {
    const file = loaded.startsWith('file:') ? await readFile(fileURLToPath(loaded)).catch(() => null) : null;
    if (file === null) rule(false, `not a file of the site: ${loaded}`);
    else weight += gzipSync(file, { level: 9 }).length;
  }
  const most = address.endsWith('/lessons/new/index.html') ? budgetOfBuilder : budget;
  rule(weight <= most, `${weight} bytes of style and script, gzipped; ${most} are allowed`);
  return wrong;
}

/** What is wrong with the pages of a site, a line each. */
async function wrongIn(t, of) {
  const context = await (await browser(t)).newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const pages = (await list(of, '.html')).filter((name) => name !== '404.html');
  assert.notEqual(pages.length, 0);
  const wrong = [];
  for (const name of pages) {
    for (const what of await wrongWith(page, onDisk(of) + name, isFramed(name))) wrong.push(`${name}: ${what}`);
  }
  return wrong;
}

async function right(t, of) {
  const wrong = await wrongIn(t, of);
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
}

test('every page of the committed site has what a page needs', (t) => right(t, site));

test('so has every page of a site that uses everything', async (t) => right(t, await build(t)));

test('what is wrong would be told', async (t) => {
  const style = (text) => rightPage.replace('</head>', `<link rel="stylesheet" href="${text}"></head>`);
  const random = Array.from({ length: 50000 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
  const pages = {
    'doctype.html': [rightPage.replace('<!doctype html>', ''), 'no doctype'],
    'lang.html': [rightPage.replace(' lang="en"', ''), 'lang=""'],
    'title.html': [rightPage.replace('<title>A page', '<title>'), 'no title'],
    'description.html': [rightPage.replace('A page for trying the checks.', ''), 'no description'],
    'two.html': [rightPage.replace('</h1>', '</h1><h1>Again</h1>'), '2 h1'],
    'skipped.html': [rightPage.replace('</h1>', '</h1><h3>Deep</h3>'), 'h3 behind h1: Deep'],
    'footer.html': [rightPage.replaceAll('footer', 'div'), '0 of footer'],
    'policy.html': [rightPage.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"), 'the policy is loose'],
    'none.html': [rightPage.replace('http-equiv="Content-Security-Policy"', ''), 'the policy does not begin'],
    'style.html': [rightPage.replace('<h1>', '<h1 style="color: red">'), 'inline: <h1 style'],
    'script.html': [rightPage.replace('</h1>', '</h1><script>1</script>'), 'inline: <script>'],
    'data.html': [rightPage.replace('</h1>', '</h1><script type="application/ld+json">{}</script>'), ''],
    'module.html': [rightPage.replace('</h1>', '</h1><script type="module">1</script>'), 'inline: <script type="module">'],
    'handler.html': [rightPage.replace('<h1>', '<h1 onclick="x()">'), 'event handler: H1 onclick'],
    'address.html': [rightPage.replace('#content', 'javascript:x()'), 'address: javascript:x()'],
    'missing.html': [style('missing.css'), 'not a file of the site'],
    'heavy.html': [style('heavy.css'), 'bytes of style and script'],
    'right.html': [style('light.css'), ''],
  };
  const contents = Object.entries(pages).map(([name, [text]]) => [name, text]);
  const broken = await files(t, {
    ...Object.fromEntries(contents),
    'heavy.css': `/* ${random} */`,
    'light.css': 'p { color: red }',
  });
  const wrong = await wrongIn(t, broken);
  for (const [name, [, expected]] of Object.entries(pages)) {
    const told = wrong.filter((line) => line.startsWith(`${name}: `));
    const right = expected === '' ? told.length === 0 : told.some((line) => line.includes(expected));
    assert.ok(right, `${name}: expected “${expected}”, got ${JSON.stringify(told)}`);
  }
});
