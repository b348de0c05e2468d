// What `check --format sarif` writes, against the schema of SARIF as Microsoft's own tools ship it.

import assert from 'node:assert/strict';
import { cp, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

import { dateline, folder, root } from './lib.js';

const require = createRequire(import.meta.url);
const home = path.dirname(require.resolve('@microsoft/jest-sarif/package.json'));
// The schema is of draft-04, which this package's own validator still reads, formats included.
const theirs = createRequire(path.join(home, 'package.json'));
const ajv = new (theirs('ajv'))({ schemaId: 'id', meta: false, allErrors: true });
ajv.addMetaSchema(theirs('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(require(path.join(home, 'lib/schemas/sarif-2.1.0-rtm.5.json')));

const ui = path.join(root, 'tests/ui');

test('what is wrong with event files is valid SARIF', async (t) => {
  const cases = (await readdir(ui, { withFileTypes: true })).filter((entry) => entry.isDirectory() && entry.name !== 'base');
  let results = 0;
  for (const { name } of cases) {
    const events = await folder(t);
    await cp(path.join(ui, 'base'), events, { recursive: true });
    await cp(path.join(ui, name), events, { recursive: true });
    const { stdout } = await dateline('check', events, '--format', 'sarif');
    const log = JSON.parse(stdout);
    assert.ok(validate(log), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3), null, 2)}`);
    results += log.runs[0].results.length;
  }
  assert.ok(results > 200, `${results} results`);
});

test('the schema refuses what is no SARIF', () => {
  assert.ok(!validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] }));
});
