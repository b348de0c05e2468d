// What the checks of finding events share: a few events, and what a reader sees and does.

import assert from 'node:assert/strict';

import { onDisk, serve } from './lib.js';

/** Seven events, told of on three days; of one the plan changed. */
export const few = {
  'timeline.yaml': 'title: Few events\nlanguage: en\n',
  'actors.yaml': `
- {id: us, name: The United States, kind: government}
- {id: house, name: The White House, kind: government, of: us}
- {id: biden, name: Joe Biden, kind: person, of: house}
- {id: china, name: China, kind: government, also: [Beijing]}
- {id: xi, name: Xi Jinping, kind: person, of: china}
- {id: strauss, name: Anna Strauß, kind: person}
- {id: isik, name: İbrahim Işık, kind: person}
- {id: kuleba, name: Дмитро Кулеба, kind: person}
`,
  'places.yaml': `
- {id: asia, name: Asia}
- {id: land, name: China, within: asia}
- {id: beijing, name: Beijing, within: land}
- {id: kyiv, name: Київ}
`,
  'sources.yaml': `
- {id: alpha, outlet: Alpha, title: A, type: reportage, published: 2024-04-06}
- {id: beta, outlet: Beta, title: B, type: reportage, published: 2024-04-09}
- {id: gamma, outlet: Gamma & <Sons>, title: C, type: reportage, published: 2024-05-20}
`,
  '2022-aid.yaml': `
title: Aid goes on
kind: aid
status: happened
when: 2022/..
actors: [us]
topics: [aid]
sources: [alpha]
`,
  '2023-statement.yaml': `
title: IŞIK speaks in İstanbul
kind: statement
status: happened
when: 2023
actors: [isik]
sources: [gamma]
`,
  '2024-04-meeting.yaml': `
title: Кулеба зустрічає її у Києві
kind: meeting
status: happened
when: 2024-04
where: kyiv
actors: [kuleba]
topics: [aid]
sources: [beta]
`,
  '2024-04-01-call.yaml': `
title: Biden calls Xi
kind: call
status: happened
when: 2024-04-01
actors: [biden, xi]
topics: [trade]
summary: They spoke of the café.
claims:
  - {id: candid, text: The call was candid., by: house, reported_by: [alpha]}
  - {id: drones, text: Drones were not spoken of., by: {anonymous: two senior officials, of: us}, reported_by: [beta]}
`,
  '2024-04-02-visit.yaml': `
title: Strauß visits the office for the STRASSE in Beijing
kind: visit
status: happened
when: 2024-04-02
where: beijing
actors: [strauss]
topics: [trade]
sources: [alpha]
`,
  '2024-04-03-denial.yaml': `
title: China denies
kind: denial
status: happened
when: 2024-04-03
where: land
claims:
  - {id: cold, text: "U.S. coldness, it was said.", by: china, reported_by: [beta], relations: [{denies: 2024-04-01-call/candid}]}
`,
  '2024-05-16-visit.yaml': `
title: Xi visits Anna
kind: visit
status: happened
when: 2024-05-16
actors: [xi, strauss]
summary: A day.
history:
  - {as_of: 2024-04-06, status: planned, when: "[2024-05-16..2024-05-31]", source: alpha}
sources: [alpha, gamma]
`,
};
/** Their titles, in the order of time. */
export const [aid, speech, meeting, call, office, denial, visit] = [
  'Aid goes on',
  'IŞIK speaks in İstanbul',
  'Кулеба зустрічає її у Києві',
  'Biden calls Xi',
  'Strauß visits the office for the STRASSE in Beijing',
  'China denies',
  'Xi visits Anna',
];

/** Windows. */
export const desktop = { width: 1280, height: 900 };
export const phone = { width: 375, height: 800 };

/** A page that notes what goes wrong on it. */
export async function open(started, address, options = {}) {
  const context = await started.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  page.wrong = [];
  page.on('console', (message) => page.wrong.push(message.text()));
  page.on('pageerror', (error) => page.wrong.push(`${error}`));
  // A page that is left no longer waits for its icon.
  const left = (request) => request.failure()?.errorText === 'net::ERR_ABORTED';
  page.on('requestfailed', (request) => left(request) || page.wrong.push(`cannot load ${request.url()}`));
  page.on('response', (response) => response.status() >= 400 && page.wrong.push(response.url()));
  await page.goto(address);
  return page;
}

/** The titles of the events that are shown. */
export const shown = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.card')].filter((it) => it.checkVisibility()).map((it) => it.querySelector('.card-title').textContent),
  );

/** Waits until these are shown, and no others. */
export async function shows(page, titles, why = '') {
  const wait = (wanted) =>
    [...document.querySelectorAll('.card')]
      .filter((it) => it.checkVisibility())
      .map((it) => it.querySelector('.card-title').textContent)
      .join('|') === wanted.join('|') && document.querySelector('.find').ariaBusy !== 'true';
  await page.waitForFunction(wait, titles, { timeout: 4000 }).catch(() => {});
  assert.deepEqual(await shown(page), titles, why);
}

/** Opens a facet; gives its choices as they are shown: name, count, and how deep. */
export async function choices(page, facet) {
  const panel = page.locator(`[data-facet="${facet}"]`);
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
  await panel.locator('.choice:visible').first().waitFor();
  return panel.locator('.choice').evaluateAll((rows) =>
    rows
      .filter((row) => row.checkVisibility())
      .map((row) => `${'-'.repeat(row.style.getPropertyValue('--depth'))}${row.querySelector('.choice-name').textContent} ${row.querySelector('.choice-number').textContent}`),
  );
}

/** Chooses, or takes back. */
export const choose = async (page, facet, name) => {
  await choices(page, facet);
  await page.locator(`[data-facet="${facet}"] .choice`, { hasText: name }).first().click();
};
/** The filters that are on, as the page words them. */
export const chips = (page) => page.locator('.chip').allTextContents();
/** What the address asks for. */
export const query = (page) => decodeURIComponent(new URL(page.url()).search);

/** From the disk and from a server. */
export async function bases(t, of) {
  return [onDisk(of), await serve(t, of)];
}
