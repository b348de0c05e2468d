// The JSON Schemas against an independent validator and an independent YAML reader: what
// Dateline takes they take, and what it refuses for its structure they refuse.

import assert from 'node:assert/strict';
import { cp, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';

import Ajv from 'ajv';
import { parseAllDocuments } from 'yaml';

import { dateline, folder, full, list, root } from './lib.js';

/** What a schema can tell: it knows of one file, and nothing of dates and addresses. */
const structural = [
  'unknown-key',
  'missing-key',
  'wrong-type',
  'null-value',
  'empty-value',
  'unknown-word',
  'bad-id',
];
/** What only several records, or a look beyond the values, can tell. */
const beyond = [
  'duplicate-id',
  'unknown-reference',
  'not-relayed',
  'relay-circle',
  'part-circle',
  'self-relation',
  'history-order',
  'missing-file',
  'named-twice',
  'not-in-lesson',
  'activity-too-small',
  'one-answer',
  'off-the-line',
  'bad-question',
  'answer-without-claim',
];

const ui = path.join(root, 'tests/ui');
const schemas = path.join(root, 'docs/schema');

// Strict as far as the format allows: a year alone is a number, so that a date has two types.
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const validators = new Map();
for (const name of (await readdir(schemas)).filter((name) => name.endsWith('.json'))) {
  const schema = JSON.parse(await readFile(path.join(schemas, name), 'utf8'));
  validators.set(path.basename(name, '.json'), ajv.compile(schema));
}

const lists = ['actors', 'places', 'sources'];

/** A file's value by YAML 1.2's core schema; `undefined` if it is not one YAML document. */
function read(text, name) {
  const documents = parseAllDocuments(text.replace(/^\uFEFF/, ''), { version: '1.2', schema: 'core', logLevel: 'error' });
  // No document at all is a list without items; elsewhere it is nothing.
  if (documents.length === 0) return lists.includes(name) ? [] : null;
  const [document] = documents;
  if (documents.length > 1 || document.errors.length > 0) return undefined;
  let value;
  try {
    value = document.toJS();
  } catch {
    return undefined; // aliases that unfold without end
  }
  return value === null && document.contents === null && lists.includes(name) ? [] : value;
}

/** Whether a file is a lesson, by its name in the folder. */
const isLesson = (name) => path.dirname(name) === 'lessons';

/** The event files in a folder, and its lessons. */
const filesIn = async (of) => (await list(of, '.yaml')).filter((name) => !name.includes('/') || isLesson(name));

/** What the schema of a file says against its text, and where: nothing, if it is right. */
function against(name, text) {
  const kind = isLesson(name) ? 'lesson' : path.basename(name, '.yaml');
  const validate = validators.get(kind) ?? validators.get('event');
  const value = read(text, kind);
  if (value === undefined) return [{ at: '', message: 'not YAML' }];
  return validate(value) ? [] : validate.errors.map((it) => ({ at: it.instancePath, message: it.message }));
}

/** Whether one of two JSON pointers leads through the other. */
const meet = (a, b) => `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);

/** The JSON pointer of a place that `check` names: `claims[0].text`. */
const pointer = (named) => (named ?? '').replace(/\[(\d+)\]/g, '.$1').replace(/^(?=[^.])/, '.').replaceAll('.', '/');

/** Validates the event files that stand in a folder. */
async function right(of) {
  const names = await filesIn(of);
  assert.notEqual(names.length, 0);
  const wrong = [];
  for (const name of names) {
    const text = await readFile(path.join(of, name), 'utf8');
    wrong.push(...against(name, text).map(({ at, message }) => `${name}: ${at} ${message}`));
  }
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
}

test('there is a schema for each kind of file', () => {
  assert.deepEqual([...validators.keys()].sort(), ['actors', 'event', 'lesson', 'places', 'sources', 'timeline']);
  for (const validate of validators.values()) {
    assert.equal(validate.schema.$schema, 'http://json-schema.org/draft-07/schema#');
  }
});

test('the schemas are those that the program prints', async () => {
  for (const [name, validate] of validators) {
    const said = await dateline('schema', name);
    assert.equal(said.code, 0, said.stderr);
    assert.deepEqual(JSON.parse(said.stdout), validate.schema, name);
  }
});

test('the example timeline is right', () => right(path.join(root, 'events')));

test('so is one that uses everything the format has', () => right(full));

test('so is the base of the wrong examples', () => right(path.join(ui, 'base')));

test('the wrong examples are refused where their structure is wrong, and only there', async (t) => {
  const cases = (await readdir(ui, { withFileTypes: true }))
    .filter((it) => it.isDirectory() && it.name !== 'base')
    .map((it) => it.name)
    .sort();
  const disagreements = [];
  let [refused, taken, places] = [0, 0, 0];
  for (const name of cases) {
    // `check` says of each complaint in which file it is, and whether it is about a value.
    const laid = path.join(await folder(t), 'events');
    await cp(path.join(ui, 'base'), laid, { recursive: true });
    await cp(path.join(ui, name), laid, { recursive: true });
    const removed = await readFile(path.join(ui, name, 'removed.txt'), 'utf8').catch(() => '');
    for (const file of removed.split('\n').filter((line) => line !== '')) await rm(path.join(laid, file));
    const expected = await readFile(path.join(ui, name, 'expected.txt'), 'utf8');
    const { diagnostics } = JSON.parse((await dateline('check', laid, '--format', 'json')).stdout);
    const errors = diagnostics.filter((it) => it.severity === 'error');
    for (const { code } of errors) {
      assert.ok(expected.includes(`error[${code}]: `), `${name}: ${code} is not in expected.txt`);
    }
    for (const file of await filesIn(laid)) {
      const said = errors.filter((it) => path.relative(laid, it.file) === file);
      // Of a file's name the schema knows nothing.
      const values = said.filter(({ code, line }) => line !== null || !['bad-id', 'file-name'].includes(code));
      const text = await readFile(path.join(laid, file), 'utf8');
      const told = against(file, text);
      const sound = values.every(({ code }) => beyond.includes(code));
      if (told.length > 0) refused += 1;
      else taken += 1;
      for (const { code, message, path: named } of values) {
        if (!structural.includes(code)) continue;
        places += 1;
        if (!told.some(({ at }) => meet(at, pointer(named)))) {
          disagreements.push(`${name}/${file}: only check: ${pointer(named)}: ${code}: ${message}`);
        }
      }
      for (const { at, message } of told) {
        if (sound || !values.some(({ path: named }) => meet(at, pointer(named)))) {
          disagreements.push(`${name}/${file}: only the schema: ${at} ${message}`);
        }
      }
    }
  }
  assert.equal(disagreements.length, 0, `\n${disagreements.join('\n')}`);
  t.diagnostic(`${cases.length} examples: ${taken} files taken, ${refused} refused; ${places} places compared`);
  assert.ok(taken >= 100 && places >= 60, 'too little was compared');
});

test('what is wrong would be told', () => {
  const event = 'title: Talks\nkind: call\nstatus: happened\nwhen: 2024-04-02\n';
  assert.deepEqual(against('e.yaml', event), []);
  assert.deepEqual(against('e.yaml', event.replace('2024-04-02', '2024')), []);
  for (const wrong of [
    event.replace('call', 'phone'),
    event.replace('title', 'titel'),
    event.replace('Talks', '7'),
    event.replace('Talks', ''),
    `${event}topics: [Trade]\n`,
    `${event}claims: [{id: a, text: A, by: b, reported_by: []}]\n`,
    `${event}claims: [{id: a, text: A, by: {anonymous: x, source: y}, reported_by: [s]}]\n`,
    '[]',
    '',
  ]) {
    assert.notDeepEqual(against('e.yaml', wrong), [], wrong);
  }
  assert.deepEqual(against('places.yaml', '# none\n'), []);
  assert.notDeepEqual(against('places.yaml', '{}'), []);
});
