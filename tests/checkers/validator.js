// The Nu Html Checker, and what is not taken from it.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import jar from 'vnu-jar';

import { list, serve } from './lib.js';

/**
 * What it says of a folder's pages, style sheets and pictures. It asks a server for the pages:
 * of a file it says that its policy blocks its own style sheet, as `'self'` means nothing to it
 * there. (The forbidden host is this one.)
 */
export async function said(t, of) {
  const address = await serve(t, of);
  const pages = (await list(of, '.html')).map((name) => new URL(name, address).href);
  const others = [...(await list(of, '.css')), ...(await list(of, '.svg'))];
  if (pages.length === 0) throw new Error(`${of}: no pages`);
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
  const messages = JSON.parse(text).messages.map(({ url, lastLine, type, subType, message, extract }) => ({
    file: (url ?? '').replace(address, '').replace(`${disk}/`, ''),
    kind: subType ?? type,
    text: `line ${lastLine}: ${message}\n    ${(extract ?? '').trim().replaceAll('\n', ' ')}`,
  }));
  return messages.filter(({ text }) => !mistaken.some((mistake) => mistake.test(text)));
}

/** In what it is mistaken. */
const mistaken = [
  // It takes data for a script that the policy blocks. A `script` element of a type that is
  // none of JavaScript's is left alone before policies are asked (HTML, "prepare the script
  // element"); that Chromium does so is shown in browser.test.js.
  /Inline script violates[^]*<script type="application\/ld\+json">/,
  // A guess, of pages whose author put a very long word of another language on them.
  /This document appears to be written in/,
];
