// The pages as their readers meet them, in Chromium: from the disk and from a server, by
// mouse and by keyboard, narrow and wide, without JavaScript, on paper.

import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { browser, build, files, folder, isFramed, onDisk, rightPage, samples as allSamples, serve, site } from './lib.js';

/** Pages that are read in a window of their own. */
const samples = async (...of) => (await allSamples(...of)).filter((page) => !isFramed(page));

/** What goes wrong while pages are open: messages, requests that leave or fail, policies. */
function watch(page, base) {
  const wrong = [];
  const where = () => page.url().replace(base, '');
  page.on('console', (message) => wrong.push(`${where()}: console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`${where()}: ${error}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) wrong.push(`${where()}: asks for ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // What is cut off because the page is left does not count.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    wrong.push(`${where()}: cannot load ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${where()}: ${response.status()} for ${response.url()}`);
  });
  return wrong;
}

/** A page that notes in `window.violations` what its policy forbids. */
async function open(context) {
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`),
    );
  });
  return context.newPage();
}

/** What is wrong with pages that are only opened, a line each. */
async function visit(started, base, names) {
  const page = await open(await started.newContext());
  const wrong = watch(page, base);
  for (const name of names) {
    await page.goto(base + name);
    const { violations, styled } = await page.evaluate(() => ({
      violations: window.violations,
      // These stand in the style sheet, and no browser has them of itself.
      styled:
        getComputedStyle(document.body).getPropertyValue('--accent').trim() !== '' &&
        // A sheet to print has no masthead.
        (document.querySelector('main .question')
          ? getComputedStyle(document.querySelector('.skip')).position === 'absolute'
          : getComputedStyle(document.querySelector('header.masthead')).display === 'flex'),
    }));
    if (!styled) wrong.push(`${name}: not styled`);
    wrong.push(...violations.map((violation) => `${name}: forbidden by its policy: ${violation}`));
  }
  await page.context().close();
  return wrong;
}

/** A click on the first such link; the page that it leads to. */
async function follow(page, selector) {
  const link = page.locator(selector).first();
  const href = new URL(await link.getAttribute('href'), page.url()).href;
  await link.click();
  await page.waitForURL(href);
}

/** From the timeline to an event, a claim, a source, and back. */
async function clickThrough(started, base, event) {
  const page = await open(await started.newContext());
  const wrong = watch(page, base);
  await page.goto(`${base}index.html`);
  const title = await page.title();
  await follow(page, `.card-title a[href="${event}"]`);
  assert.equal(page.url(), base + event);
  await follow(page, '.claim .claim-link a');
  const claim = decodeURIComponent(new URL(page.url()).hash.slice(1));
  assert.notEqual(claim, '');
  assert.equal(await page.locator(':target').getAttribute('id'), claim);
  assert.equal(await page.locator(':target').getAttribute('class'), 'claim');
  await follow(page, ':target .chain a');
  assert.match(page.url(), /\/sources\/[^/]+\/index\.html$/);
  // The source's page carries the claim and leads back to it.
  const back = page.locator(`.claim-link a[href$="${event}#${claim}"]`);
  assert.equal(await back.count(), 1);
  await follow(page, '.masthead nav a[href$="index.html"]');
  assert.equal(page.url(), `${base}index.html`);
  assert.equal(await page.title(), title);
  for (const entry of ['claims', 'changes', 'actors', 'topics', 'sources']) {
    await follow(page, `.masthead nav a[href$="${entry}/index.html"]`);
    assert.equal(page.url(), `${base}${entry}/index.html`);
    assert.equal(await page.locator('.masthead nav [aria-current]').count(), 1);
  }
  assert.deepEqual(wrong, []);
  await page.context().close();
}

/** The event with the longest page of those with claims. */
async function longest(of) {
  return (await samples(of)).find((name) => name.startsWith('events/'));
}

test('every page opens styled and in peace, and asks for nothing elsewhere', async (t) => {
  const started = await browser(t);
  const built = await build(t);
  for (const of of [site, built]) {
    const served = await serve(t, of);
    const names = await samples(of);
    assert.ok(names.length >= 9, names.join());
    assert.deepEqual(await visit(started, served, names), []);
    const moved = path.join(await folder(t), 'a folder & more', 'öffentlich');
    await cp(of, moved, { recursive: true });
    const onFile = names.filter((name) => name !== '404.html');
    assert.deepEqual(await visit(started, onDisk(moved), onFile), []);
  }
});

test('the reader gets from the timeline to a claim, to its source, and back', async (t) => {
  const started = await browser(t);
  const event = await longest(site);
  await clickThrough(started, onDisk(site), event);
  await clickThrough(started, await serve(t, site), event);
});

test('what is wrong would be told', async (t) => {
  const started = await browser(t);
  const head = (text) => rightPage.replace('<header>', '<header class="masthead">').replace('</head>', `<link rel="icon" href="icon.svg">${text}</head>`);
  const link = '<link rel="stylesheet" href="a.css">';
  const broken = await files(t, {
    'a.css': ':root { --accent: red } header { display: flex }',
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'right.html': head(link),
    'bare.html': head(''),
    'missing.html': head('<link rel="stylesheet" href="b.css">'),
    'script.html': head(`${link}<script>1</script>`),
    'elsewhere.html': head(link)
      .replace("img-src 'self'", 'img-src *')
      .replace('<h1>', '<img alt="" src="http://127.0.0.1:9/a.png"><h1>'),
  });
  const expected = {
    'right.html': [],
    'bare.html': [/^bare\.html: not styled$/],
    'missing.html': [/not styled/, /(404|cannot load)/],
    'script.html': [/console: .*Content Security Policy/, /forbidden by its policy: script-src-elem: inline/],
    'elsewhere.html': [/asks for http:\/\/127\.0\.0\.1:9\/a\.png/, /cannot load/],
  };
  for (const base of [await serve(t, broken), onDisk(broken)]) {
    for (const [name, patterns] of Object.entries(expected)) {
      const wrong = await visit(started, base, [name]);
      if (patterns.length === 0) assert.deepEqual(wrong, []);
      for (const pattern of patterns) assert.ok(wrong.some((line) => pattern.test(line)), `${pattern}: ${wrong}`);
    }
  }
});

/** The pages that do not fit a window, with what sticks out. */
async function tooWide(started, base, names, windows) {
  const page = await started.newPage();
  const wide = [];
  for (const name of names) {
    await page.goto(base + name);
    for (const { width, font = '', media = null } of windows) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ media });
      const found = await page.evaluate((font) => {
        // Not by a style element: the policy forbids these, and not this.
        document.documentElement.style.fontSize = font;
        const wide = document.documentElement.scrollWidth;
        if (wide <= window.innerWidth) return null;
        const out = [...document.body.querySelectorAll('*')].filter(
          (it) => it.getBoundingClientRect().right > window.innerWidth + 1,
        );
        const names = out.slice(0, 5).map((it) => `${it.tagName.toLowerCase()}.${it.className}`);
        return `${wide} px: ${names.join(' ')}`;
      }, font);
      if (found) wide.push(`${name} at ${width} px ${font} ${media ?? ''}: ${found}`);
    }
  }
  await page.close();
  return wide;
}

const windows = [
  { width: 1280 },
  { width: 768 },
  { width: 375 },
  { width: 320 }, // 1280 at 400 %
  { width: 320, font: '200%' },
  { width: 640, font: '200%' },
  { width: 673, media: 'print' }, // A4 within its margins
];

test('no page has to be scrolled sideways', async (t) => {
  const started = await browser(t);
  const wide = [];
  for (const of of [site, await build(t)]) {
    const names = await samples(of);
    const base = await serve(t, of);
    wide.push(...(await tooWide(started, base, names, windows)));
  }
  assert.equal(wide.length, 0, `\n${wide.join('\n')}`);
  const broken = await files(t, { 'wide.html': rightPage.replace('A page</h1>', `${'x'.repeat(200)}</h1>`) });
  assert.equal((await tooWide(started, onDisk(broken), ['wide.html'], [{ width: 320 }])).length, 1);
  assert.equal((await tooWide(started, onDisk(broken), ['wide.html'], [{ width: 9000 }])).length, 0);
});

/** Goes through a page by the tabulator key; what it does not reach, and what is not shown. */
async function walk(page, address) {
  await page.goto(address);
  const count = await page.evaluate(() => {
    window.stops = new Map();
    document.addEventListener('focusin', ({ target }) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(target);
      const drawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      const seen = !/^rgba\(.*, 0\)$/.test(outlineColor) && target.getClientRects().length > 0;
      window.stops.set(target, drawn && seen);
    });
    // A group of radio buttons is one stop.
    window.reachable = () =>
      [...document.querySelectorAll('a[href], summary, textarea, button, select, input, [tabindex="0"]')].filter(
        (it) => it.checkVisibility() && (it.type !== 'radio' || it === document.getElementsByName(it.name)[0]),
      );
    return window.reachable().length;
  });
  for (let number = 0; number < count; number += 1) await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const name = (it) => it.outerHTML.slice(0, 100);
    const all = window.reachable();
    const bare = [...window.stops].filter(([, shown]) => !shown).map(([it]) => `has no outline: ${name(it)}`);
    const missed = all.filter((it) => !window.stops.has(it)).map((it) => `is not reached: ${name(it)}`);
    return [...bare, ...missed];
  });
}

test('all of it can be reached by keyboard, and it is seen where one is', async (t) => {
  const page = await (await browser(t)).newPage();
  for (const of of [site, await build(t)]) {
    const base = onDisk(of);
    for (const name of (await samples(of, false)).filter((name) => name !== '404.html')) {
      await page.goto(base + name);
      await page.keyboard.press('Tab');
      const skip = page.locator(':focus');
      assert.equal(await skip.getAttribute('class'), 'skip', name);
      const box = await skip.boundingBox();
      assert.ok(box.y >= 0 && box.x >= 0 && box.height >= 24, `${name}: the skip link stays hidden`);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement.tagName === 'MAIN');
      await page.keyboard.press('Tab');
      const inside = await page.evaluate(() => {
        const stops = [...document.querySelectorAll('main :is(a[href], summary, textarea, button, input, [tabindex="0"])')];
        const seen = stops.filter((it) => it.checkVisibility());
        return seen.length === 0 || document.activeElement === seen[0];
      });
      assert.ok(inside, `${name}: the skip link does not skip the navigation`);
      assert.deepEqual(await walk(page, base + name), [], name);
    }
  }
  const link = '<link rel="stylesheet" href="a.css">';
  const two = rightPage.replace('</h1>', '</h1><p><a id="no" href="#content">no</a></p>');
  const broken = await files(t, {
    'right.html': two.replace('</head>', `${link}</head>`),
    'unreached.html': two.replace('<a id="no"', '<a tabindex="-1"').replace('</head>', `${link}</head>`),
    'a.css': ':focus-visible { outline: 2px solid red }',
    'bare.html': two.replace('</head>', '<link rel="stylesheet" href="b.css"></head>'),
    'b.css': 'a { outline: 2px solid red } #no { outline: none }',
  });
  assert.deepEqual(await walk(page, `${onDisk(broken)}right.html`), []);
  assert.match((await walk(page, `${onDisk(broken)}unreached.html`)).join(), /is not reached: <a tabindex="-1"/);
  assert.match((await walk(page, `${onDisk(broken)}bare.html`)).join(), /has no outline: <a id="no"/);
});

// What each element of a page looks like: its box, and how it is painted.
const looks = () =>
  [...document.body.querySelectorAll('*')].flatMap((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    if (width * height === 0) return [];
    const { color, backgroundColor, visibility, opacity, fontSize } = getComputedStyle(it);
    const box = [x, y, width, height].map(Math.round);
    return [it.localName, ...box, color, backgroundColor, visibility, opacity, fontSize].join(' ');
  });

test('without JavaScript all of it is there', async (t) => {
  const started = await browser(t);
  const [withIt, without] = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => (await started.newContext({ javaScriptEnabled })).newPage()),
  );
  for (const of of [site, await build(t)]) {
    const base = await serve(t, of);
    // Lessons are made by a script alone; without it, the page says so.
    for (const name of (await samples(of, false)).filter((name) => name !== 'lessons/new/index.html')) {
      await withIt.goto(base + name);
      await without.goto(base + name);
      // What only a script can offer it adds, and marks as such; the rest is to be the same.
      for (const page of [withIt, without]) {
        await page.evaluate(() => document.querySelectorAll('[data-by-script], .find').forEach((it) => it.remove()));
      }
      const text = await without.locator('body').innerText();
      assert.ok(text.length > 100, name);
      assert.equal(text, await withIt.locator('body').innerText(), name);
      // Boxes and colours, not pixels: two tabs may smooth the same letter differently.
      const seen = await Promise.all([withIt, without].map((page) => page.evaluate(looks)));
      const differs = seen[0].flatMap((it, number) => (it === seen[1][number] ? [] : [`${it} ≠ ${seen[1][number]}`]));
      assert.deepEqual(differs.slice(0, 5), [], `${name} looks different without JavaScript`);
      assert.equal(seen[0].length, seen[1].length, name);
    }
  }
});

const papers = { A4: [595, 842], Letter: [612, 792] };

test('pages can be printed', async (t) => {
  const page = await (await browser(t)).newPage();
  for (const of of [site, await build(t)]) {
    for (const name of ['index.html', await longest(of), 'claims/index.html']) {
      await page.goto(onDisk(of) + name);
      for (const [format, [width, height]] of Object.entries(papers)) {
        const pdf = (await page.pdf({ format })).toString('latin1');
        assert.ok(pdf.startsWith('%PDF-') && pdf.includes('%%EOF'), name);
        const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
        assert.ok(boxes.length > 0, `${name}: no page`);
        for (const [, w, h] of boxes) {
          assert.ok(Math.abs(w - width) < 2 && Math.abs(h - height) < 2, `${name}: ${format} is ${w} by ${h}`);
        }
        t.diagnostic(`${name}, ${format}: ${boxes.length} pages`);
      }
      await page.emulateMedia({ media: 'print' });
      // The way about the site and links to the page itself are of no use on paper; the rest is there.
      const print = await page.evaluate(() => ({
        hidden: ['.skip', '.masthead nav', '.claim-link'].filter((selector) =>
          [...document.querySelectorAll(selector)].some((it) => it.getClientRects().length > 0),
        ),
        paper: getComputedStyle(document.body).backgroundColor,
        lost: [...document.querySelectorAll('h1, h2, h3, h4, .claim-text, .claim-reports li, td, .card-date')]
          .filter((it) => it.getClientRects().length === 0 && it.textContent.trim() !== '')
          .map((it) => it.outerHTML.slice(0, 80)),
      }));
      assert.deepEqual(print, { hidden: [], paper: 'rgb(255, 255, 255)', lost: [] }, name);
      await page.emulateMedia({ media: null });
    }
  }
});

test('the 404 page leads back from any depth', async (t) => {
  const built = await build(t);
  const base = await serve(t, built);
  const page = await (await browser(t)).newPage();
  // As a host does it: the page stands at an address that is not its own.
  await cp(path.join(built, '404.html'), path.join(built, 'events/gone.html'));
  await page.goto(`${base}events/gone.html`);
  assert.equal(await page.locator('header.masthead').evaluate((it) => getComputedStyle(it).display), 'flex');
  await follow(page, 'main a');
  assert.equal(page.url(), `${base}index.html`);
});
