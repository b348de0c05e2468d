// What the checks of lessons that are written in the browser share: the scripts, and a small
// timeline, once as files and once as the scripts get it.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';

import { root } from './lib.js';

/** The scripts in the order in which a page has them. */
export const names = ['data', 'shuffle', 'line', 'problems', 'plan', 'markdown', 'file', 'pack'];

/** Runs them as a page does; gives `window.dateline`. */
export async function scripts({ compresses = true } = {}) {
  const window = compresses ? { CompressionStream } : {};
  const context = vm.createContext({
    Blob, CompressionStream, DecompressionStream, TextDecoder, TextEncoder, atob, btoa, window,
  });
  for (const name of names) {
    const file = path.join(root, 'templates/assets/js', `lesson-${name}.js`);
    vm.runInContext(await readFile(file, 'utf8'), context, { filename: file });
  }
  return window.dateline;
}

/** What has come out of the scripts, as one of our own values. */
export const own = (value) => structuredClone(JSON.parse(JSON.stringify(value)));

const day = (text) => Date.parse(`${text}T00:00:00Z`) / 864e5;
/** Days, a month, and what is open on a side: in the order of time. */
const table = [
  { id: '2022-aid', when: '2022/..', span: ['2022-01-01', null] },
  { id: '2023-talks', when: '2023', span: ['2023-01-01', '2023-12-31'] },
  { id: '2024-01-15-letter', when: '2024-01-15', history: 'planned' },
  { id: '2024-04-visit', when: '2024-04', span: ['2024-04-01', '2024-04-30'], status: 'cancelled', history: 'planned' },
  { id: '2024-04-01-call', when: '2024-04-01' },
  { id: '2024-04-01-reply', when: '2024-04-01' },
  { id: '2024-04-06-warning', when: '[..2024-04-06]', span: [null, '2024-04-06'] },
  { id: '2024-05-16-trip', when: '[2024-05-16..2024-05-31]', span: ['2024-05-16', '2024-05-31'], status: 'planned' },
  { id: '2024-06-01-tweet', when: '2024-06-01T10:00:00Z', moment: 10 * 3600 },
  { id: '2024-06-01-answer', when: '2024-06-01T07:00:00-04:00', moment: 11 * 3600 },
  { id: '2030-plan', when: '2030', span: ['2030-01-01', '2030-12-31'], status: 'planned' },
];

const sorted = (it) => {
  if (it.status === 'planned') return 'planned';
  if (it.status === 'cancelled') return 'called-off';
  return it.history ? 'planned-then-happened' : 'happened';
};
const ends = (it) => (it.span ?? [it.when.slice(0, 10), it.when.slice(0, 10)]).map((end) => (end ? day(end) : null));

/** The timeline's files. */
export const files = {
  'timeline.yaml': 'title: A small timeline\n',
  'actors.yaml': `
- {id: house, name: The White House, kind: government}
- {id: china, name: China, kind: government}
- {id: xi, name: Xi Jinping, kind: person}
- {id: x, name: X, kind: person}
`,
  'sources.yaml': `
- {id: alpha, outlet: Alpha, title: A, type: reportage, published: 2024-06-06}
- {id: beta, outlet: Beta, title: B, type: reportage, published: 2024-06-07}
- {id: gamma, outlet: Gamma, title: C, type: reportage, published: 2024-06-08}
`,
  ...Object.fromEntries(table.map((it) => [`${it.id}.yaml`, `
title: Event ${it.id}
kind: statement
status: ${it.status ?? 'happened'}
when: "${it.when}"
actors: [xi]
${it.history ? `history:\n  - {as_of: 2023-06-06, status: ${it.history}, source: alpha}\n` : ''}claims:
  - {id: first, text: First of ${it.id}., by: house, hedge: likely, wording: said, reported_by: [alpha]}
  - {id: second, text: Second of ${it.id}., by: china, figure: {measure: share, value: 70, unit: "%", period: "2023"}, reported_by: [beta, gamma]}
  - {id: third, text: Third of ${it.id}., by: {anonymous: two officials}, figure: {measure: share, value: 90, unit: "%"}, reported_by: [alpha]}
`])),
};

/** The same as the scripts get it. */
export const data = {
  language: 'en',
  events: table.map((it) => {
    const [first, last] = ends(it);
    const claim = (id, more) => ({ id, text: `${id[0].toUpperCase()}${id.slice(1)} of ${it.id}.`, hedged: false, ...more });
    const row = (source) => ({ source, report: ['Alpha', 'Beta', 'Gamma'][source], says: '', quoted: false });
    return {
      id: it.id,
      title: `Event ${it.id}`,
      span: [first, last],
      known: [first ?? last, last ?? first],
      moment: it.moment && [first, it.moment, first],
      sorted: sorted(it),
      reports: [0, 1, 2],
      pin: `${it.id} pinned`,
      claims: [
        claim('first', { speaker: 'house', actor: 'house', by: 'The White House', hedged: true, cells: { verb: 'said', speaker: 'The White House', hedge: 'put as likely, not as certain' }, rows: [row(0)] }),
        claim('second', { speaker: 'china', actor: 'china', by: 'China', measure: 'share', cells: { value: '70 %', 'put-as': 'plain figure', period: '2023', speaker: 'China', hedge: '–' }, rows: [row(1), row(2)] }),
        claim('third', { speaker: 'other', by: 'two officials', measure: 'share', cells: { value: '90 %', 'put-as': 'plain figure', speaker: 'two officials', hedge: '–' }, rows: [row(0)] }),
      ],
    };
  }),
  actors: [
    { id: 'house', name: 'The White House' },
    { id: 'china', name: 'China' },
    { id: 'xi', name: 'Xi Jinping' },
    { id: 'x', name: 'X' },
  ],
  sources: ['Alpha', 'Beta', 'Gamma'].map((name) => ({ name })),
  words: {
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    get month() { return this.months.map((name) => `${name} {year}`); },
    year: '{year}',
    yearEarly: 'AD {year}',
    yearBefore: '{year} BC',
    unsaid: 'does not say',
  },
};

/** Numbers that look like chance, the same each time. */
export const chance = (seed) => (limit) => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >> 8) % limit;
};

const ids = data.events.map(({ id }) => id);
const claims = ids.flatMap((id) => ['first', 'second', 'third'].map((claim) => `${id}/${claim}`));
/** Lessons as they come by chance: right ones for the most part, or wrong ones. */
export function lessons(count, seed, tidy) {
  const below = chance(seed);
  const pick = (all) => all[below(all.length)];
  const some = (all, least, most) => Array.from({ length: least + below(most - least) }, () => pick(all));
  const once = (all) => (tidy || below(6) ? [...new Set(all)] : all);
  const least = tidy ? 3 : 0;
  const events = () => ({ events: once(some(ids, least, 8)) });
  const kinds = {
    sequence: events,
    'planned-or-happened': events,
    'blank-timeline': () => ({ ...events(), from: pick(['', '2022', '2024-04', '2024-04-03']), to: pick(['', '2031', '2024-04-20', '2022-01']) }),
    significance: () => ({ ...events(), choose: 1 + below(4), rubric: some([{ criterion: 'Depth', levels: ['a', 'b'] }], 0, 2) }),
    'who-said-it': () => ({ claims: once(some(claims, least, 7)), distractors: once(some(['house', 'china', 'xi', 'x'], 0, 4)) }),
    'compare-reports': () => ({ claims: once(some(claims, least, 5)), columns: once(some(['value', 'put-as', 'period', 'speaker', 'hedge', 'verb'], 0, 3)) }),
    sourcing: () => ({ claim: pick(claims) }),
    'cause-or-just-before': () => ({ pairs: some(ids, least, 4).map((before) => ({ before, after: pick(ids) })) }),
    questions: () => ({
      questions: some(['Who?', 'Why?'], least, 4).map((ask) => ({
        ask,
        choices: some(['a', 'b', 'A', { text: 'c', right: true }, { text: 'd', right: true }], 0, 4),
        answer: pick(['', 'So.']),
        claims: once(some(claims, tidy ? 1 : 0, 4)),
      })),
    }),
  };
  return Array.from({ length: count }, (_, number) => ({
    id: `lesson-${number}`,
    title: 'T',
    question: 'Q?',
    events: tidy || below(3) ? ids : once(some(ids, 1, 9)),
    standards: some(['RH.9-10.6', 'RH 9-10.6', 'D2.his.11.9-12', 'D2.His.99.9-12', 'W.K.1', 'Own', 'CCSS.x', 'D3.1.9-12', 'rh.6-8', 'Math 3'], 0, 3),
    vocabulary: some([{ term: 'a', meaning: 'b' }, { term: 'A', meaning: 'c' }, { term: 'c', meaning: 'd' }], 0, 3),
    activities: some(Object.keys(kinds), 1, 6).map((kind) => ({ kind, ...kinds[kind]() })),
    ...(below(3) ? {} : { seed: below(1e6) }),
  }));
}

/** The timeline without pins: these are not those that Dateline would make. */
export const unpinned = { ...data, events: data.events.map(({ pin, ...event }) => event) };
/** The timeline's files, and those of lessons. */
export const filesOf = (all, { write }) =>
  ({ ...files, ...Object.fromEntries(all.map((it) => [`lessons/${it.id}.yaml`, write(it, unpinned)])) });
