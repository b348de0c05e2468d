// How long pages take in a browser: `node web.mjs JOB`, where the job, as JSON, names the
// folder to serve, how often, and which pages to load and in which to find something.
// Prints what it measured as JSON.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(path.resolve(here, '../../tests/checkers/package.json'));
const { chromium } = require('playwright-core');

const job = JSON.parse(process.argv[2]);

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

async function serve(folder) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = path.join(folder, decodeURIComponent(pathname).replace(/\/$/, '/index.html'));
    if (!(await stat(file).then((it) => it.isFile(), () => false))) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** In the page: when the last thing that it had to do was done. */
function watch() {
  window.lastWork = 0;
  new PerformanceObserver((list) => {
    for (const it of list.getEntries()) window.lastWork = Math.max(window.lastWork, it.startTime + it.duration);
  }).observe({ type: 'longtask', buffered: true });
  window.idleSince = () => {
    const ends = performance.getEntriesByType('resource').map((it) => it.responseEnd);
    return Math.max(window.lastWork, performance.getEntriesByType('navigation')[0].loadEventEnd, ...ends);
  };
}

/** A page in a browser that has seen nothing before, and reaches no other host. */
async function fresh(browser, origin) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.route('**/*', (route) => (route.request().url().startsWith(origin) ? route.continue() : route.abort()));
  await page.addInitScript(watch);
  return page;
}

/** Until for a second there was nothing to do. */
async function idle(page) {
  await page.waitForFunction(() => window.idleSince() > 0 && performance.now() - window.idleSince() > 1000);
}

/** Loads a page until it has drawn what `ready` selects, and has nothing more to do. */
async function load(browser, origin, { url, ready }) {
  const page = await fresh(browser, origin);
  await page.goto(origin + url, { waitUntil: 'load' });
  await page.waitForSelector(ready, { state: 'attached' });
  await idle(page);
  const found = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    load: performance.getEntriesByType('navigation')[0].loadEventEnd,
    idle: window.idleSince(),
    bytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, it) => sum + it.encodedBodySize, 0),
    nodes: document.querySelectorAll('*').length,
  }));
  await page.context().close();
  return found;
}

/** In the page: when, after a key was pressed, what it changed was first and last painted. */
function watchKeys() {
  const field = document.querySelector('input[type="search"]');
  window.key = null;
  addEventListener('keydown', (event) => { window.key = { pressed: event.timeStamp, first: null, last: null }; }, true);
  new MutationObserver((records) => {
    // What a screen reader is told comes later, when nothing has been typed for a while.
    const answers = (it) => it.target !== field && !it.target.closest?.('.find-said');
    if (!window.key || !records.some(answers)) return;
    const { key } = window;
    requestAnimationFrame(() => {
      // What comes after a frame comes when that is painted.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        key.last = performance.now() - key.pressed;
        key.first ??= key.last;
      };
      channel.port2.postMessage(0);
    });
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** Of each key of some words the time until the answer is painted; the first one fetches what it needs. */
async function find(browser, origin, url, words) {
  const page = await fresh(browser, origin);
  await page.goto(origin + url, { waitUntil: 'load' });
  await idle(page);
  await page.evaluate(watchKeys);
  await page.locator('input[type="search"]').first().focus();
  const keys = [];
  for (const word of words) {
    for (const letter of word) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await page.waitForTimeout(keys.length === 0 ? 2000 : 400);
      const { first, last } = await page.evaluate(() => window.key);
      keys.push({ letter, first, last });
    }
    await page.locator('input[type="search"]').first().fill('');
    await page.waitForTimeout(600);
  }
  await page.context().close();
  return keys;
}

const server = await serve(job.folder);
const origin = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const result = { version: browser.version(), load: {}, find: {} };
// One after the other in each round; the first round only warms up.
for (let round = 0; round <= job.rounds; round += 1) {
  for (const [name, what] of Object.entries(job.load ?? {})) {
    const one = await load(browser, origin, what);
    if (round > 0) (result.load[name] ??= []).push(one);
  }
  for (const [name, url] of Object.entries(job.find ?? {})) {
    const keys = await find(browser, origin, url, job.words);
    if (round > 0) (result.find[name] ??= []).push(keys);
  }
}
await browser.close();
server.closeAllConnections();
server.close();
process.stdout.write(JSON.stringify(result));
