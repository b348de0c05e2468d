// What Lighthouse says of the pages, as on a phone. Its figure for speed depends on the
// machine and on what else it does: it is printed, and not held against anything.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { chromium } from 'playwright-core';
import lighthouse from 'lighthouse';

import { browserOptions, files, rightPage, samples, serve, site } from './lib.js';

/** The pages that most readers come to, and the longest of each kind. */
async function pages() {
  const longest = (await samples(site, false)).filter((name) => /^(events|actors|known)\//.test(name));
  return ['index.html', 'claims/index.html', ...longest];
}

/** What Lighthouse finds wrong with pages, a line each. */
async function judged(t, base, names) {
  const port = 9300 + (process.pid % 600);
  const options = browserOptions();
  const started = await chromium.launch({
    ...options,
    args: [...options.args, `--remote-debugging-port=${port}`],
  });
  t.after(() => started.close());
  const wrong = [];
  for (const name of names) {
    const { lhr } = await lighthouse(base + name, { port, logLevel: 'silent' });
    for (const [id, category] of Object.entries(lhr.categories)) {
      if (id === 'performance') {
        t.diagnostic(`${name}: performance ${Math.round(category.score * 100)}`);
        continue;
      }
      if (category.score === 1) continue;
      const failed = category.auditRefs
        .map(({ id: audit, weight }) => [weight, lhr.audits[audit]])
        .filter(([weight, audit]) => weight > 0 && audit.score !== null && audit.score < 1)
        .map(([, audit]) => audit.id);
      wrong.push(`${name}: ${id} ${category.score}: ${failed.join(', ')}`);
    }
  }
  return wrong;
}

test('the pages are in order as Lighthouse sees it', async (t) => {
  assert.deepEqual(await judged(t, await serve(t, site), await pages()), []);
});

test('what is not would be told', async (t) => {
  const broken = await files(t, {
    'nameless.html': rightPage.replace('<h1>', '<img src="x.svg"><h1>'),
    'silent.html': rightPage.replace('<title>A page</title>', ''),
  });
  const wrong = await judged(t, await serve(t, broken), ['nameless.html', 'silent.html']);
  assert.ok(wrong.some((line) => /^nameless\.html: accessibility .*image-alt/.test(line)), wrong.join('\n'));
  assert.ok(wrong.some((line) => /^silent\.html: .*document-title/.test(line)), wrong.join('\n'));
});
