import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTable } from '../test/dataset.ts';
import { broken, GOOD, openClaims } from './claim-files.testing.ts';

const CLAIMS = readTable('claims').length;

const claims = await openClaims();
const { importClaims, folderOf, storedClaims } = claims;
afterAll(claims.close);

const FIGURE = 'figure: company.quarter.capex.growth.value * 100';

/** What is wrong, the edit that makes it so, the line and place that are named, and what is said. */
const BROKEN: readonly [string, string | RegExp, string, number | null, string | null, RegExp][] = [
  ['no-such-field', 'capex {', 'capax {', 18, 'readings.0.query', /Cannot query field "capax"/],
  [
    'mutation',
    'query ($asOf',
    'mutation ($asOf',
    15,
    'readings.0.query',
    /a mutation is not taken/,
  ],
  ['no-day', ', asOf: $asOf', '', 15, 'readings.0.query', /"\$asOf" is never used/],
  ['claims-again', /company\(by.*/, 'claims {', 16, 'readings.0.query', /neither claims nor nodes/],
  ['fails', 'slug: "alibaba"', 'id: "alibaba"', 16, 'readings.0.query', /is not an id/],
  [
    'missing',
    '2025Q2',
    '2035Q2',
    14,
    'readings.0.query',
    /company: quarter\(calendarQuarter: "2035Q2".* is missing by all that is known today/,
  ],
  [
    'nobody',
    'slug: "alibaba"',
    'slug: "facebook"',
    14,
    'readings.0.query',
    /^company\(by: \{slug: "facebook"\}\) is missing/,
  ],
  [
    'throws',
    FIGURE,
    'figure: company.quarter * 100',
    31,
    'readings.0.figure',
    /evaluate to a number/,
  ],
  ['loops', FIGURE, 'figure: ($f := function(){ $f() }; $f())', 31, 'readings.0.figure', /lambda/],
  [
    'text',
    FIGURE,
    'figure: company.quarter.capex.growth.explanation',
    31,
    'readings.0.figure',
    /expected a number/,
  ],
  [
    'nothing',
    FIGURE,
    'figure: company.quarter.value',
    31,
    'readings.0.figure',
    /nothing; check the path/,
  ],
  ['constant', FIGURE, 'figure: "57"', 31, 'readings.0.figure', /expected a path of the answer/],
  [
    'fraction',
    /figure: .*\n +bounds: .*/,
    FIGURE.slice(0, -6),
    31,
    'readings.0.figure',
    /1\/100 times the published 57/,
  ],
  [
    'bounds',
    'low * 100, high * 100',
    'low, high',
    32,
    'readings.0.bounds',
    /expected the figure 57.1\d+ between/,
  ],
  [
    'one-bound',
    /bounds: company.*/,
    'bounds: company.quarter.capex.growth.value',
    32,
    'readings.0.bounds',
    /gives 0\.57\d+; write both/,
  ],
  ['unheld', /published: 57\n/, '', 11, 'readings.0.holds', /expected `holds` in every reading/],
  [
    'both',
    FIGURE,
    `holds: company.quarter.capex.growth.value > 0\n    ${FIGURE}`,
    31,
    'readings.0.holds',
    /beside a published figure/,
  ],
  ['unread', /readings:.*/s, '', 1, 'readings', /add readings:/],
  ['full-stop', /measure: .*/, 'measure: Growth.', 8, 'measure', /without a full stop/],
  ['unit', 'unit: "%"', 'unit: percent', 9, 'unit', /expected one of %, percentage points/],
  [
    'digits',
    'published: 57',
    'published: 57.123',
    10,
    'published',
    /at most 2 decimals of %; write 57.12;/,
  ],
  [
    'precise',
    'published: 57',
    'published: 57\nprecision: 10',
    10,
    'published',
    /no more digits.*; write 60;/,
  ],
  ['range', 'published: 57', 'published: 57\npublished_to: 50', 11, 'published_to', /lower end/],
  ['day', '2025-09-01', '2025-09-31', 4, 'said_on', /expected a date/],
  ['key', 'basis: from', 'bases: from', 12, 'readings.0.bases', /did you mean basis\?/],
  ['claims-key', 'published: 57', 'pubished: 57', 10, 'pubished', /did you mean published\?/],
  ['future', 'said_on: 2025', 'said_on: 2999', 4, 'said_on', /a day that has come/],
  ['stated', 'stated: no', 'stated: yes', 34, 'readings.1.stated', /at most one reading/],
  ['division', FIGURE, `${FIGURE} / 0`, 31, 'readings.0.figure', /no number that there is/],
  [
    'deep',
    FIGURE,
    `figure: ${'('.repeat(300)}company${')'.repeat(300)}`,
    31,
    'readings.0.figure',
    /nested too deeply/,
  ],
  [
    'reaches-out',
    FIGURE,
    'figure: company.constructor.constructor("return process")()',
    31,
    'readings.0.figure',
    /gives nothing/,
  ],
  ['prototype', 'basis: from', '__proto__: from', 12, 'readings.0.__proto__', /no such key/],
  ['alias', /unit: "%"\npublished: 57/, 'unit: &a "%"\npublished: *a', 10, null, /an alias/],
  ['tabs', '  - basis: from', '\t- basis: from', 12, null, /use spaces/],
  [
    'colon',
    /statement: >-\n */,
    'statement: It says: ',
    5,
    null,
    /put a text with a colon in quotes/,
  ],
  ['percent', 'unit: "%"', 'unit: %', 9, null, /put it in quotes/],
  ['two', /$/, '---\nslug: another\n', 54, null, /one claim in a file/],
  ['huge', /$/, `# ${'x'.repeat(70_000)}`, null, null, /at most 65536 bytes/],
  ['yaml', 'readings:', 'readings: [', 12, null, /./],
];

test('what is wrong with claims is named with file, line and place, and nothing lands', async () => {
  const files = BROKEN.map(([slug, from, to]) => [`${slug}.yaml`, broken(slug, from, to)]);
  const folder = await folderOf({
    ...Object.fromEntries(files),
    'twice.yaml': broken('unrelated', 'rose', 'grew'),
    'unrelated.yaml': broken('unrelated', 'rose', 'went up'),
    'named.yml': GOOD,
    'empty.yaml': '',
  });
  await mkdir(join(folder, 'folder.yaml'));
  const { exitCode, stdout } = await importClaims(folder, '--json');
  expect(exitCode).toBe(1);
  const { refusals } = JSON.parse(stdout) as {
    refusals: { file: string; line: number | null; column: string | null; reason: string }[];
  };
  for (const [slug, , , line, column, reason] of BROKEN) {
    const found = refusals.filter(({ file }) => file === join(folder, `${slug}.yaml`));
    expect(found[0], slug).toMatchObject({ line, column, reason: expect.stringMatching(reason) });
  }
  const others = refusals.filter(({ file }) => /unrelated|named|empty|folder/.test(file));
  expect(others.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/ends in \.yaml; rename it/),
    expect.stringMatching(/expected slug, source, said_on/),
    expect.stringMatching(/expected a file that can be read/),
    expect.stringMatching(/twice\.yaml has the same; give one of the two another/),
  ]);
  expect(await storedClaims()).toHaveLength(CLAIMS);
});
