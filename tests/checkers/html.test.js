// HTML and CSS by the Nu Html Checker: no error, no warning, nothing filtered.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

import jar from 'vnu-jar';

import { build, files, list, rightPage, serve, site } from './lib.js';

/**
 * What the checker says of a folder's pages, style sheets and pictures, a line each. It
 * asks a server for them: of a file it says that its policy blocks its own style sheet,
 * as `'self'` means nothing to it there.
 */
async function said(t, of) {
  const address = await serve(t, of);
  const names = (await Promise.all(['.html', '.css', '.svg'].map((end) => list(of, end)))).flat();
  assert.notEqual(names.length, 0);
  const text = await new Promise((resolve, reject) => {
    const options = ['--stdout', '--exit-zero-always', '--format', 'json'];
    const kinds = ['--also-check-css', '--also-check-svg'];
    const addresses = names.map((name) => new URL(name, address).href);
    execFile(
      'java',
      ['-Xss4m', '-jar', jar, ...options, ...kinds, ...addresses],
      { maxBuffer: 1 << 28 },
      (error, out, err) => (error ? reject(new Error(`${error.message}\n${err}`)) : resolve(out)),
    );
  });
  return JSON.parse(text).messages.map(
    ({ url, lastLine, type, subType, message, extract }) =>
      `${url?.replace(address, '')}:${lastLine}: ${subType ?? type}: ${message}\n    ${extract?.trim()}`,
  );
}

async function right(t, of) {
  const complaints = await said(t, of);
  assert.equal(complaints.length, 0, `\n${complaints.join('\n')}`);
}

test('the committed site is right HTML and CSS', (t) => right(t, site));

test('so is a site that uses everything the format has', async (t) => right(t, await build(t)));

test('what is wrong would be told', async (t) => {
  const broken = await files(t, {
    'right.html': rightPage,
    'twice.html': rightPage.replace('<h1>', '<h1 id="content">'),
    'empty-heading.html': rightPage.replace('<h1>A page</h1>', '<h1></h1>'),
    'a.css': 'p { colour: red }',
  });
  const complaints = (await said(t, broken)).map((line) => path.basename(line.split(':')[0]));
  assert.deepEqual([...new Set(complaints)].sort(), ['a.css', 'empty-heading.html', 'twice.html']);
});
