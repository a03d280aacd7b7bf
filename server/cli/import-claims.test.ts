import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../paths.ts';
import { FIXTURE, readTable } from '../test/dataset.ts';
import { runCli } from '../test/run-cli.ts';
import { createDatabase } from '../test/testkit.ts';

const CLAIMS = readTable('claims').length;

let home: string;
let url: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'capexgraph-claims-'));
  url = await createDatabase();
});
afterAll(() => rm(home, { recursive: true }));

const importClaims = (folder: string, ...flags: string[]) =>
  runCli(['import', 'claims', folder, ...flags], { DATABASE_URL: url, CAPEXGRAPH_HOME: home });

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(home, 'claims-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

async function storedClaims(): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ slug: string }>('select slug from claim order by slug');
  await client.end();
  return rows.map(({ slug }) => slug);
}

const GOOD = await readFile(inProject('prisma/data/claims/alibaba-growth.yaml'), 'utf8');

/** A claim that differs from a good one in one thing. */
function broken(slug: string, from: string | RegExp, to: string): string {
  const text = GOOD.replace('alibaba-growth', slug);
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${slug}: nothing to edit`);
  return edited;
}

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

test('claims that come with other tables are refused as well where their workings are not taken', async () => {
  const text = await readFile(join(FIXTURE, 'claims.csv'), 'utf8');
  const folder = await folderOf({
    'claims.csv': text.replaceAll('query ($asOf: Date)', 'mutation ($asOf: Date)'),
  });
  const { exitCode, stderr } = await runCli(['import', 'csv', folder], {
    DATABASE_URL: url,
    CAPEXGRAPH_HOME: home,
  });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/claims\.csv, line 2, readings\.0\.query: .*a mutation is not taken/);
});

test('a claim of a document that is not there is refused', async () => {
  const folder = await folderOf({
    'a.yaml': broken('of-nobody', 'NEWS-INVESTING-20250901', 'NEWS-NOBODY'),
  });
  const { exitCode, stderr } = await importClaims(folder);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/a\.yaml, line 3, source: "NEWS-NOBODY" is no source of the database/);
  expect(stderr).toContain('capexgraph import csv');
});

test('nothing is said after its source was published', async () => {
  const folder = await folderOf({ 'a.yaml': broken('late', '2025-09-01', '2025-09-02') });
  const { exitCode, stderr } = await importClaims(folder);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(
    /said_on: expected a day up to 2025-09-01, the published_on of its source/,
  );
});

const AMOUNT = `readings:
  - basis: in the quarter
    query: |
      query ($asOf: Date) {
        company(by: { slug: "alibaba" }) {
          quarter(calendarQuarter: "2025Q2", asOf: $asOf) {
            capex { ...Figure }
          }
        }
      }
      fragment Figure on Measure { value }
    figure: company.quarter.capex.value / 1000000000
`;

test.each([
  ['CNY bn', 'CNY bn', 38.7, AMOUNT, 0, /REPRODUCED: CNY 38.68 bn/],
  ['USD bn', 'USD bn', 38.7, AMOUNT, 1, /line 9, unit: the answer is in CNY/],
  [
    'millions',
    'CNY bn',
    38.7,
    AMOUNT.replace('/ 1000000000', '/ 1000000'),
    1,
    /gives 38676, about 1,000 times the published 38.7; expected CNY bn/,
  ],
] as const)('an amount in %s has the currency and the scale of its unit', async (_, unit, published, readings, code, said) => {
  const text = GOOD.replace('alibaba-growth', 'amount')
    .replace('unit: "%"', `unit: ${unit}`)
    .replace('published: 57', `published: ${published}`)
    .replace(/readings:.*/s, readings);
  const { exitCode, stdout, stderr } = await importClaims(
    await folderOf({ 'a.yaml': text }),
    '--dry-run',
  );
  expect(exitCode).toBe(code);
  expect(stdout + stderr).toMatch(said);
});

test('a condition has no bounds, and gives no number', async () => {
  const condition = (holds: string, bounds = '') =>
    GOOD.replace('alibaba-growth', 'condition')
      .replace('published: 57\n', '')
      .replaceAll(/ {4}bounds: .*\n?/g, `${bounds}    holds: ${holds}\n`);
  const growth = 'company.quarter.capex.growth.value';
  const saidOf = async (text: string) =>
    (await importClaims(await folderOf({ 'a.yaml': text }), '--dry-run')).stderr;
  expect(await saidOf(condition(`${growth} * 100`))).toMatch(
    /holds: expected true or false, and it gives 57.1\d+; write a comparison/,
  );
  expect(await saidOf(condition(`${growth} > 0`, `    bounds: ${growth}.[$, $]\n`))).toMatch(
    /bounds: expected no `bounds` beside `holds`/,
  );
  expect(await saidOf(condition(`${growth} > 0.5`))).toBe('');
});

test('a folder without claims is refused', async () => {
  const { exitCode, stderr } = await importClaims(await folderOf({}));
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/expected a folder with claims/);
});

test('the example for who writes claims gives what is printed below it', async () => {
  const readme = await readFile(inProject('prisma/data/claims/README.md'), 'utf8');
  const block = (language: string) =>
    readme.match(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms'))![1]!;
  const folder = await folderOf({ 'alphabet-2024.yaml': block('yaml') });
  const { stdout } = await importClaims(folder, '--dry-run');
  expect(stdout).toContain(block('text'));
  const query = block('graphql')
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const written = block('yaml')
    .split('\n')
    .map((line) => line.trim());
  expect(written.join('\n')).toContain(query.join('\n'));
  const sources = await folderOf({ 'sources.csv': block('csv') });
  expect(await runCli(['import', 'csv', sources], { DATABASE_URL: url })).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('sources: 1 added'),
  });
});

const AGAIN = GOOD.replace('alibaba-growth', 'alibaba-growth-again');

test('a dry run shows the readings with their verdicts, and writes nothing', async () => {
  const dry = await importClaims(await folderOf({ 'a.yaml': AGAIN }), '--dry-run');
  expect(dry).toMatchObject({ exitCode: 0 });
  expect(dry.stdout).toContain('claims: 1 added');
  expect(dry.stdout).toContain(
    'REPRODUCED: 57.14 % from the prior quarter (stated); today 57.14 %',
  );
  expect(dry.stdout).toContain('CONTRADICTED: 219.79 % over the year');
  expect(await storedClaims()).not.toContain('alibaba-growth-again');
});

test('an import lands, and so does its correction', async () => {
  await importClaims(await folderOf({ 'a.yaml': AGAIN }));
  expect(await storedClaims()).toContain('alibaba-growth-again');
  const corrected = await folderOf({ 'a.yaml': AGAIN.replace('published: 57', 'published: 58') });
  const { stdout } = await importClaims(corrected);
  expect(stdout).toContain('claims: 1 added');
  expect(stdout).toContain('alibaba-growth-again: APPROXIMATE');
});
