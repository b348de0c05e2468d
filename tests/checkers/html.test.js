// HTML, CSS and SVG by the Nu Html Checker: no error and no warning. One is not taken from
// it: it holds data to be a script.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import jar from 'vnu-jar';

import { build, files, list, rightPage, serve, site } from './lib.js';

/**
 * What the checker says of a folder's pages, style sheets and pictures. It asks a server
 * for the pages: of a file it says that its policy blocks its own style sheet, as `'self'`
 * means nothing to it there. (The forbidden host is this one.)
 */
async function said(t, of) {
  const address = await serve(t, of);
  const pages = (await list(of, '.html')).map((name) => new URL(name, address).href);
  const others = [...(await list(of, '.css')), ...(await list(of, '.svg'))];
  assert.notEqual(pages.length, 0);
  const java = ['-Xss4m', '-Dnu.validator.servlet.allow-forbidden-hosts=true', '-jar', jar];
  const options = ['--stdout', '--exit-zero-always', '--format', 'json'];
  const kinds = ['--also-check-css', '--also-check-svg'];
  const names = [...pages, ...others.map((name) => path.join(of, name))];
  const text = await new Promise((resolve, reject) => {
    execFile('java', [...java, ...options, ...kinds, ...names], { maxBuffer: 1 << 28 }, (error, out, err) => {
      if (error) reject(new Error(`${error.message}\n${err}`));
      else resolve(out);
    });
  });
  const disk = pathToFileURL(of).href.replace('file://', 'file:');
  return JSON.parse(text).messages.map(({ url, lastLine, type, subType, message, extract }) => ({
    file: (url ?? '').replace(address, '').replace(`${disk}/`, ''),
    kind: subType ?? type,
    text: `line ${lastLine}: ${message}\n    ${(extract ?? '').trim().replaceAll('\n', ' ')}`,
  }));
}

/**
 * Whether the checker takes data for a script that the policy blocks. A `script` element of a
 * type that is none of JavaScript's is left alone before policies are asked (HTML, "prepare
 * the script element"); that Chromium does so is shown in browser.test.js.
 */
const isData = (text) => /Inline script violates[^]*<script type="application\/ld\+json">/.test(text);

/** No error, no warning; remarks on style are passed on. */
async function right(t, of) {
  const complaints = [];
  for (const { file, kind, text } of await said(t, of)) {
    if (isData(text)) continue;
    if (kind === 'info') t.diagnostic(`${file}: ${text}`);
    else complaints.push(`${file}: ${kind}: ${text}`);
  }
  assert.equal(complaints.length, 0, `\n${complaints.join('\n')}`);
}

test('the committed site is right', (t) => right(t, site));

test('a site that uses everything the format has is right', async (t) => right(t, await build(t)));

test('what is wrong would be told', async (t) => {
  const broken = await files(t, {
    'right.html': rightPage,
    'twice.html': rightPage.replace('<h1>', '<h1 id="content">'),
    'empty-heading.html': rightPage.replace('<h1>A page</h1>', '<h1></h1>'),
    'script.html': rightPage.replace('</h1>', '</h1><script>1</script>'),
    'data.html': rightPage.replace('</h1>', '</h1><script type="application/ld+json">{}</script>'),
    'right.css': 'p { color: red }',
    'wrong.css': 'p { colour: red }',
    'right.svg': '<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>',
    'wrong.svg': '<svg xmlns="http://www.w3.org/2000/svg"><circel r="1"/></svg>',
  });
  const found = (await said(t, broken)).filter(({ kind, text }) => kind !== 'info' && !isData(text));
  assert.deepEqual([...new Set(found.map(({ file }) => file))].sort(), [
    'empty-heading.html',
    'script.html',
    'twice.html',
    'wrong.css',
    'wrong.svg',
  ]);
});
