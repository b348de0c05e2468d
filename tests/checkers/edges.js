// The edge cases of citations, as a timeline.

import { build, files } from './lib.js';

/** Sources for all that the rules of citing tell apart: an outlet or none, and so on. */
const variety = () => {
  const types = ['reportage', 'analysis', 'aggregation', 'primary'];
  const outlets = [{}, { outlet: 'The Strelsau "Daily" gazette' }];
  const bylines = [{}, { byline: ['Anna Example'] }];
  const dates = [{}, { published: '2024-04-06' }, { published: '[2024-04-12..]' }];
  const addresses = [
    {},
    { url: 'https://example.org/a' },
    { url: 'https://example.org/a', retrieved: '2024-05-01' },
    { archive_url: 'https://archive.example/a', retrieved: '2024-05-01' },
  ];
  const titles = [{ title: 'Talks end in Strelsau' }, { description: 'A report on the talks' }];
  const made = [];
  for (const type of types)
    for (const outlet of outlets)
      for (const byline of bylines)
        for (const date of dates)
          for (const address of addresses)
            for (const title of titles)
              made.push({ type, language: 'en', ...outlet, ...byline, ...date, ...address, ...title });
  return made;
};

const people = (count) => Array.from({ length: count }, (_, at) => `Given${'abcdefghijklmnopqrstuvwxyz'[at]} Family`);

const bylines = [
  ['Anna Example', "B. O'Example"],
  ['Anna Example', 'The Strelsau news desk'],
  ['The Strelsau news desk', 'Anna Example'],
  ['Anna Example', "B. O'Example", '例子'],
  ['AFP', 'Associated Press'],
  ['Ursula von der Leyen', 'Ludwig van Beethoven'],
  ['Bashar al-Assad', 'Mohammed bin Salman'],
  ['Martin Luther King Jr.'],
  ['Jean-Paul Mary Ann Sartre'],
  ['J.R.R. Tolkien', 'Іван Петрович Коваль', 'Катерина Денисова'],
  people(10),
  people(11),
  people(20),
  people(21),
  people(22),
];

export const dates = [
  '2024',
  '2024-04',
  '2024-05-31',
  '2024-04-02T23:30:00+03:00',
  '2024-22',
  '2024-33',
  '2024-04-12/2024-04-14',
  '2024-04-12/2024-05-03',
  '2023-12-30/2024-01-02',
  '2024-04/2024-06',
  '2023/2024',
  '2024-04?',
  '2024-04-02?',
  '2024?',
  '2024~',
  '2024-04-02~',
  '[2023-12-30..2024-01-02]',
  '202X',
  '-0044',
];

const titles = [
  "US confirms warning allies about China's support for Russia's war",
  'It ends.',
  'Does it end?',
  'It ends!',
  'It goes on…',
  'It goes on...',
  'It ends (so they say)',
  'Who asked "why?"',
  'Who said "so."',
  'Who said "so"',
  "The plan of the workers'",
  'It’s “all” over, they say',
  'a “b (c ‘d’) e” f',
  "The '90s show",
  "Don't they know that we'll win?",
  '«Гілки» and „low“ quotes',
  'Talks - then – and — done',
  '5" pipes',
  'A "trade war"-like state of affairs',
  "iPhone maker's plan to go on",
  'What they agreed on',
  'State-of-the-art weapons: a look back',
  'e.g. this vs. that',
  'War & peace < 100% $5 #1 a_b {c} ~ ^ \\ end',
  'α particle and ß',
  'To be or not to be: that is it',
  "Who's afraid of",
  'Covid-19 and after',
  '"All quoted?"',
  'NATO, the EU and the UK',
  'the next step (the up-to-date)',
];

/** An item of a list in YAML, which takes JSON. */
const source = (id, record) => `- ${JSON.stringify({ id, ...record })}\n`;

const event = (more) => ({
  title: 'Two meet, & "talk"',
  kind: 'meeting',
  status: 'happened',
  when: '2024-04-02',
  ...more,
});

/** Builds the edge cases as a site. */
export async function edges(t) {
  const report = { type: 'reportage', outlet: 'The Gazette', title: 'Talks end', language: 'en' };
  const sources = [
    ...variety().map((record, at) => source(`variety-${at}`, record)),
    ...bylines.map((byline, at) => source(`byline-${at}`, { ...report, byline })),
    ...bylines.map((byline, at) => source(`author-${at}`, { ...report, type: 'analysis', byline })),
    ...dates.map((published, at) => source(`date-${at}`, { ...report, published })),
    ...dates.map((published, at) => source(`of-report-${at}`, { ...report, type: 'analysis', published })),
    ...dates.map((published, at) => source(`read-${at}`, { ...report, url: 'https://example.org/', retrieved: published })),
    ...titles.map((title, at) => source(`title-${at}`, { ...report, title })),
    ...titles.map((title, at) => source(`alone-${at}`, { ...report, title, type: 'primary', published: '2024' })),
    ...titles.map((outlet, at) => source(`outlet-${at}`, { ...report, outlet, byline: ['Anna Example'] })),
    ...titles.filter((title) => /\w$/.test(title)).map((description, at) => source(`described-${at}`, { type: 'reportage', outlet: 'The Gazette', description })),
    source('ukrainian', { ...report, title: 'Угода про «тишу»: що далі', language: 'uk', byline: ['Катерина Денисова'] }),
    source('hungarian', { ...report, title: 'A tárgyalások vége', language: 'hu', byline: ['Nagy Péter'] }),
    source('untold', { ...report, title: 'in no language that is told', language: undefined }),
    source('bare', { type: 'primary' }),
    source('bare-outlet', { type: 'reportage', outlet: 'The Gazette' }),
    source('second', { type: 'primary', description: 'A letter', via: 'title-0' }),
    source('third', { type: 'primary', description: 'What the letter quotes', via: 'second' }),
  ];
  const folder = await files(t, {
    'timeline.yaml': 'title: Talks, and what came of them\nbase_url: https://timeline.example/a\n',
    'sources.yaml': sources.join(''),
    '2024-04-02-meeting.yaml': JSON.stringify(event({})),
    '2024-04-02-mended.yaml': JSON.stringify(
      event({
        title: 'A page that has changed',
        corrections: [
          { on: '2024-04-20', kind: 'update', what: 'More is known.' },
          { on: '2024-05-02', kind: 'correction', what: 'The city was wrong.' },
        ],
      }),
    ),
  });
  return build(t, folder);
}
