// What the checks share: where things are, building a site, serving it, the browser.

import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { chromium } from 'playwright-core';

const run = promisify(execFile);

/** This folder, and the project. */
export const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');

/** The committed site, and the event files that use everything the format has. */
export const site = path.join(root, 'site');
export const full = path.join(here, 'full');

const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');

/** The program. */
export const program = path.join(target, 'release/dateline');

/** Runs `dateline`; gives its exit code and what it said. */
export async function dateline(...args) {
  try {
    return { code: 0, ...(await run(program, args, { cwd: root, maxBuffer: 1 << 28 })) };
  } catch (error) {
    if (typeof error.code !== 'number') throw error;
    return error;
  }
}

/** Runs a program in Python of this folder with the packages that tests/run installs; what it prints, as JSON. */
export async function python(program, ...args) {
  const own = path.join(target, 'checkers-venv', 'bin', 'python');
  const { stdout } = await run(own, [path.join(here, program), ...args], { maxBuffer: 1 << 28 }).catch((error) => {
    if (error.code === 'ENOENT') throw new Error(`${own} is missing: tests/run sets it up`);
    throw error;
  });
  return JSON.parse(stdout);
}

/**
 * A new folder that goes when the test is over. It lies in the folder of what is built and
 * not in the system's one for temporary files, which a browser in a sandbox cannot see.
 */
export async function folder(t) {
  await mkdir(target, { recursive: true });
  const made = await mkdtemp(path.join(target, 'checkers-'));
  t.after(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** Builds the site of a folder of event files. */
export async function build(t, events = full) {
  const out = path.join(await folder(t), 'site');
  const said = await dateline('build', events, '--out', out);
  if (said.code !== 0) throw new Error(`dateline build ${events}:\n${said.stderr}`);
  return out;
}

/** A folder that holds these files. */
export async function files(t, contents) {
  const made = await folder(t);
  for (const [name, text] of Object.entries(contents)) {
    await mkdir(path.dirname(path.join(made, name)), { recursive: true });
    await writeFile(path.join(made, name), text);
  }
  return made;
}

/** The files below a folder that end so, with `/`, sorted. */
export async function list(below, end) {
  const all = await readdir(below, { recursive: true });
  return all.map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith(end)).sort();
}

/** The pages of a site, under the kind of page that they are. */
export async function kinds(of) {
  const kinds = new Map();
  for (const page of await list(of, '.html')) {
    const [first, second, ...rest] = page.split('/');
    const alone = [undefined, 'index.html', 'new'].includes(second);
    const kind = alone ? page : first === 'embed' ? `${first}/${second}` : [first, '*', ...rest].join('/');
    kinds.set(kind, [...(kinds.get(kind) ?? []), page]);
  }
  return kinds;
}

/** Whether a page stands in frames on other pages: it has no way about the site. */
export const isFramed = (page) => page.startsWith('embed/');

/** Of each kind the largest page and, unless that is not wanted, the smallest. */
export async function samples(of, smallest = true) {
  const chosen = new Set();
  for (const pages of (await kinds(of)).values()) {
    const sized = await Promise.all(
      pages.map(async (page) => [page, (await stat(path.join(of, page))).size]),
    );
    sized.sort((a, b) => a[1] - b[1]);
    chosen.add(sized.at(-1)[0]);
    if (smallest) chosen.add(sized[0][0]);
  }
  return [...chosen];
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.xml': 'application/xml',
};

/** Serves a folder below `/a/b/` of a host; gives the address. */
export async function serve(t, of) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = decodeURIComponent(pathname).replace(/^\/a\/b\//, '').replace(/(^|\/)$/, '$1index.html');
    const file = path.join(of, name);
    const found = pathname.startsWith('/a/b/') && file.startsWith(of + path.sep);
    if (!found || !(await stat(file).then((it) => it.isFile(), () => false))) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
      return;
    }
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/a/b/`;
}

/** The address of a folder on the disk. */
export const onDisk = (of) => `${pathToFileURL(of)}/`;

/** How the browser is started. */
export const browserOptions = () => ({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

/** Starts the browser; it ends with the test. */
export async function browser(t) {
  const started = await chromium.launch(browserOptions());
  t.after(() => started.close());
  return started;
}

/** A page that stands alone, with everything that is asked of one. */
export const rightPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title>
<meta name="description" content="A page for trying the checks.">
</head>
<body>
<header><nav aria-label="Main"><a href="#content">Content</a></nav></header>
<main id="content" tabindex="-1"><h1>A page</h1></main>
<footer><p>The end</p></footer>
</body>
</html>
`;
