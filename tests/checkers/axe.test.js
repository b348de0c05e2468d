// Accessibility, by axe-core with all the rules that it has by default (its best practices
// among them) and the size of targets: light and dark, wide and narrow.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';

import axe from 'axe-core';

import { browser, build, files, rightPage, root, samples, serve, site } from './lib.js';

const looks = ['light', 'dark'].flatMap((colorScheme) =>
  [1280, 375].map((width) => ({ colorScheme, width })),
);

/** What axe finds on the pages of a site, a line each. */
async function violations(t, of, names) {
  const address = await serve(t, of);
  // The pages' own policy forbids the script that does the checking.
  const page = await (await browser(t)).newPage({ bypassCSP: true });
  const found = [];
  for (const name of names) {
    await page.goto(address + name);
    await page.evaluate(axe.source);
    for (const { colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await page.evaluate(() =>
        window.axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }),
      );
      for (const { id, help, nodes } of violations) {
        for (const { target, failureSummary } of nodes) {
          const why = failureSummary.split('\n').slice(1).join(' ').trim();
          found.push(`${name}, ${colorScheme}, ${width} px: ${id}: ${help}\n    ${target.join(' ')}\n    ${why}`);
        }
      }
    }
  }
  return found;
}

async function right(t, of) {
  const found = await violations(t, of, await samples(of));
  assert.equal(found.length, 0, `\n${found.join('\n')}`);
}

test('every kind of page of the committed site is accessible', (t) => right(t, site));

test('so is every kind of page of a site that uses everything', async (t) => right(t, await build(t)));

test('so is every kind of page in Ukrainian', async (t) => {
  const of = await build(t, path.join(root, 'tests/ukrainian'));
  // Its page for what is not there belongs at another address.
  const names = (await samples(of)).filter((name) => name !== '404.html');
  const found = await violations(t, of, names);
  assert.equal(found.length, 0, `\n${found.join('\n')}`);
});

test('what is wrong would be told', async (t) => {
  const faint = '@media (prefers-color-scheme: dark) { :root { color-scheme: dark } p { color: #333 } }';
  const broken = await files(t, {
    'right.html': rightPage,
    'unnamed.html': rightPage.replace('>Content</a>', '></a>'),
    'outside.html': rightPage.replace('<main', '<p>Outside of all landmarks</p><main'),
    'faint.html': rightPage.replace('</head>', '<link rel="stylesheet" href="faint.css"></head>'),
    'faint.css': faint,
  });
  const names = ['right.html', 'unnamed.html', 'outside.html', 'faint.html'];
  const found = (await violations(t, broken, names)).join('\n');
  assert.match(found, /^unnamed\.html, light, 1280 px: link-name/m);
  assert.match(found, /^outside\.html, dark, 375 px: region/m);
  assert.match(found, /^faint\.html, dark, 1280 px: color-contrast/m);
  assert.doesNotMatch(found, /^faint\.html, light/m);
  assert.doesNotMatch(found, /^right\.html/m);
});
