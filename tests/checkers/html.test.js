// HTML, CSS and SVG by the Nu Html Checker: no error and no warning. In what it is mistaken
// stands in validator.js.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { build, files, rightPage, site } from './lib.js';
import { said } from './validator.js';

/** No error, no warning; remarks on style are passed on. */
async function right(t, of) {
  const complaints = [];
  for (const { file, kind, text } of await said(t, of)) {
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
  const found = (await said(t, broken)).filter(({ kind }) => kind !== 'info');
  assert.deepEqual([...new Set(found.map(({ file }) => file))].sort(), [
    'empty-heading.html',
    'script.html',
    'twice.html',
    'wrong.css',
    'wrong.svg',
  ]);
});
