// What editors make of a timeline that `dateline init` began: through the language server for
// YAML that VS Code and others use, as they speak with it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { dateline, folder } from './lib.js';

const program = createRequire(import.meta.url).resolve('yaml-language-server/bin/yaml-language-server');

/** An editor with a folder open, and with the settings that it has there. */
class Editor {
  #server;
  #next = 1;
  #asked = new Map();
  #waiting = new Map();
  #shown = new Set();
  #news = new Map();
  #read = Buffer.alloc(0);

  constructor(t, of, settings) {
    this.of = of;
    this.settings = settings;
    this.#server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#server.stdout.on('data', (data) => this.#take(data));
    t.after(() => this.#server.kill());
  }

  async start() {
    const rootUri = pathToFileURL(this.of).href;
    const item = { dynamicRegistration: false };
    await this.ask('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'timeline' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { completion: { ...item, completionItem: { documentationFormat: ['markdown'] } }, hover: item, publishDiagnostics: {} },
      },
    });
    this.#send({ method: 'initialized', params: {} });
    this.#send({ method: 'workspace/didChangeConfiguration', params: { settings: this.settings } });
    // The server takes up its settings when it likes: it has once it finds this wrong.
    const uri = this.#show('events/1999.yaml', '# yaml-language-server: $schema=../schema/event.json\ntitel: x\n');
    const other = this.#show('events/1998.yaml', 'titel: x\n');
    await this.#told(uri, (wrong) => wrong.length > 0);
    if (Object.keys(this.settings.yaml.schemas).length > 0) await this.#told(other, (wrong) => wrong.length > 0);
    return this;
  }

  /** What is told of a file, once it fits. */
  #told(uri, fits = () => true) {
    const known = this.#news.get(uri);
    if (known !== undefined && fits(known)) return Promise.resolve(known);
    return new Promise((resolve) => this.#waiting.set(uri, { resolve, fits }));
  }

  /** Opens a file, once, with a text, and gives what is wrong in it. */
  async open(name, text) {
    const wrong = await this.#told(this.#show(name, text));
    return wrong.map((it) => ({ line: it.range.start.line, message: it.message }));
  }

  /** What can be written at the end of a file with this text, and what is said of it. */
  async complete(name, text) {
    const uri = this.#show(name, text);
    const lines = text.split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1).length };
    const found = await this.ask('textDocument/completion', { textDocument: { uri }, position });
    const said = (it) => it.documentation?.value ?? it.documentation ?? '';
    return new Map((found.items ?? found).map((it) => [it.label, said(it)]));
  }

  /** What is said of a place in a file with this text. */
  async hover(name, text, line, character) {
    const uri = this.#show(name, text);
    const said = await this.ask('textDocument/hover', { textDocument: { uri }, position: { line, character } });
    return said?.contents?.value ?? '';
  }

  #show(name, text) {
    const uri = pathToFileURL(path.join(this.of, name)).href;
    // What is told of a file that was open before could be taken for news.
    assert.ok(!this.#shown.has(uri), `${name} was open before`);
    this.#shown.add(uri);
    this.#send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    return uri;
  }

  ask(method, params) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#send({ id, method, params });
    });
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(data) {
    this.#read = Buffer.concat([this.#read, data]);
    for (;;) {
      const end = this.#read.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#read.toString('latin1', 0, end))[1]);
      if (this.#read.length < end + 4 + length) return;
      const message = JSON.parse(this.#read.toString('utf8', end + 4, end + 4 + length));
      this.#read = this.#read.subarray(end + 4 + length);
      this.#hear(message);
    }
  }

  #hear({ id, method, params, result, error }) {
    if (method === 'textDocument/publishDiagnostics') {
      this.#news.set(params.uri, params.diagnostics);
      const waiting = this.#waiting.get(params.uri);
      if (waiting?.fits(params.diagnostics)) {
        this.#waiting.delete(params.uri);
        waiting.resolve(params.diagnostics);
      }
    } else if (method === 'workspace/configuration') {
      const of = (section) => this.settings[section] ?? {};
      this.#send({ id, result: params.items.map(({ section }) => of(section)) });
    } else if (method !== undefined) {
      // The server asks for leave to register something: it has it.
      if (id !== undefined) this.#send({ id, result: null });
    } else {
      const { resolve, reject } = this.#asked.get(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    }
  }
}

/** The settings of the folder, as an editor hands them on. */
async function settings(of) {
  const own = JSON.parse(await readFile(path.join(of, '.vscode/settings.json'), 'utf8'));
  return { yaml: { ...plain, schemas: own['yaml.schemas'] } };
}

// No schema is fetched from anywhere.
const plain = { validate: true, completion: true, hover: true, schemaStore: { enable: false }, schemas: {} };

const kinds = ['timeline', 'actors', 'places', 'sources'];
const withoutModeline = (text) => text.replace(/^# yaml-language-server: .*\n/, '');

/** A timeline that was begun, and an editor that has it open. */
async function begun(t, how) {
  const of = path.join(await folder(t), 'timeline');
  const said = await dateline('init', of);
  assert.equal(said.code, 0, said.stderr);
  const editor = new Editor(t, of, how === 'settings' ? await settings(of) : { yaml: plain });
  const keep = how === 'settings' ? withoutModeline : (text) => text;
  return { of, editor: await editor.start(), keep };
}

for (const how of ['modelines', 'settings']) {
  test(`by its ${how}: nothing is wrong with what was begun`, async (t) => {
    const { of, editor, keep } = await begun(t, how);
    const names = await readdir(path.join(of, 'events'));
    assert.ok(names.length >= 5);
    for (const name of names) {
      const text = await readFile(path.join(of, 'events', name), 'utf8');
      if (how === 'modelines') assert.match(text, /^# yaml-language-server: \$schema=\.\.\/schema\//);
      assert.deepEqual(await editor.open(`events/${name}`, keep(text)), [], name);
    }
  });

  test(`by its ${how}: a wrong word and a wrong key are underlined`, async (t) => {
    const { of, editor, keep } = await begun(t, how);
    const text = keep(await readFile(path.join(of, 'events/2000-01-01-example.yaml'), 'utf8'));
    const line = text.split('\n').indexOf('kind: call');
    const wrong = await editor.open('events/2000-01-01-example.yaml', text.replace('kind: call', 'kind: phone'));
    assert.ok(wrong.length > 0 && wrong.every((it) => it.line === line), JSON.stringify(wrong));
    const misspelt = await editor.open('events/2000-01-02-example.yaml', text.replace('kind: call', 'knid: call'));
    assert.ok(misspelt.some((it) => it.line === line && /knid/.test(it.message)), JSON.stringify(misspelt));
    // Each kind of file has its own schema.
    for (const kind of kinds) {
      const own = keep(await readFile(path.join(of, `events/${kind}.yaml`), 'utf8'));
      const more = kind === 'timeline' ? `${own}titel: x\n` : `${own}- {id: x, nmae: X}\n`;
      const told = await editor.open(`events/${kind}.yaml`, more);
      assert.ok(told.some((it) => /titel|nmae/.test(it.message)), `${kind}: ${JSON.stringify(told)}`);
    }
  });

  test(`by its ${how}: keys and words are completed, each with its meaning`, async (t) => {
    const { of, editor, keep } = await begun(t, how);
    const head = keep('# yaml-language-server: $schema=../schema/event.json\n');
    const complete = (name, text) => editor.complete(`events/${name}.yaml`, `${head}title: Talks\n${text}`);
    const keys = await complete('2000-02-01', '');
    for (const key of ['kind', 'status', 'when', 'actors', 'claims', 'history']) {
      assert.ok(keys.has(key), `${key}: ${[...keys.keys()]}`);
    }
    assert.ok(!keys.has('title'));
    assert.match(keys.get('kind'), /What kind of event it is/);
    const words = await complete('2000-02-02', 'kind: ');
    for (const word of ['call', 'visit', 'sanction-threat']) assert.ok(words.has(word), [...words.keys()].join());
    assert.match(words.get('call'), /telephone/);
    const inside = await complete('2000-02-03', 'actors:\n  - who: a-example\n    ');
    for (const key of ['role', 'note']) assert.ok(inside.has(key), [...inside.keys()].join());
    const hedges = await complete('2000-02-04', 'claims:\n  - id: a\n    hedge: ');
    assert.ok(hedges.has('likely') && !hedges.has('call'), [...hedges.keys()].join());
    const roles = await complete('2000-02-05', 'actors:\n  - who: a-example\n    role: c');
    assert.ok(roles.has('caller') && !roles.has('call'), [...roles.keys()].join());
    const kinds = await editor.complete('events/actors.yaml', keep('# yaml-language-server: $schema=../schema/actors.json\n') + '- id: a\n  kind: ');
    assert.ok(kinds.has('person'), [...kinds.keys()].join());
    const said = await editor.hover('events/2000-02.yaml', `${head}title: Talks\nwhen: 2000-02\n`, head === '' ? 1 : 2, 1);
    assert.match(said, /as exactly as the reports allow/);
  });
}

test('an event that was begun is completed as well', async (t) => {
  const { of, editor } = await begun(t, 'modelines');
  const said = await dateline('new', 'event', 'Talks', '--when', '2000-02', '--kind', 'call', '--dir', path.join(of, 'events'));
  assert.equal(said.code, 0, said.stderr);
  const text = await readFile(path.join(of, 'events/2000-02-talks.yaml'), 'utf8');
  assert.deepEqual(await editor.open('events/2000-02-talks.yaml', text), []);
  const wrong = await editor.open('events/2000-02-other.yaml', text.replace('kind: call', 'kind: phone'));
  assert.ok(wrong.length > 0);
});
