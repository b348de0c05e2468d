// The hooks for pre-commit: it takes their file, and each of them runs.

import assert from 'node:assert/strict';
import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import { dateline, folder, python, root } from './lib.js';

test('pre-commit takes the hooks, and each says whether all is well', async (t) => {
  const hooks = await python('hooks.py', path.join(root, '.pre-commit-hooks.yaml'));
  assert.deepEqual(hooks.map(({ id }) => id), ['dateline-check', 'dateline-fmt']);
  for (const { id, entry, language, pass_filenames: names, files } of hooks) {
    assert.equal(language, 'rust');
    assert.equal(names, false, 'a timeline is checked as a whole');
    assert.match('events/2024-04-02-biden-xi-call.yaml', new RegExp(files));
    const [program, ...args] = entry.split(' ');
    assert.equal(program, 'dateline');
    const events = path.join(await folder(t), 'events');
    await cp(path.join(root, 'events'), events, { recursive: true });
    const fine = await dateline(...args, events);
    assert.equal(fine.code, 0, `${id}: ${fine.stderr}`);
    await writeFile(path.join(events, '2024-04-30-broken.yaml'), 'title: [');
    const broken = await dateline(...args, events);
    assert.equal(broken.code, 1, id);
    assert.match(broken.stderr, /2024-04-30-broken\.yaml:1/, id);
  }
});
