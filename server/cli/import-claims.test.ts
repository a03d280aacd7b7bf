import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inProject } from '../paths.ts';
import { FIXTURE } from '../test/dataset.ts';
import { broken, GOOD, openClaims } from './claim-files.testing.ts';

const claims = await openClaims();
const { run, importClaims, folderOf, storedClaims } = claims;
afterAll(claims.close);

test('claims that come with other tables are refused as well where their workings are not taken', async () => {
  const text = await readFile(join(FIXTURE, 'claims.csv'), 'utf8');
  const folder = await folderOf({
    'claims.csv': text.replaceAll('query ($asOf: Date)', 'mutation ($asOf: Date)'),
  });
  const { exitCode, stderr } = await run('import', 'csv', folder);
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

test('a file that is not UTF-8 is refused as that', async () => {
  const folder = await folderOf({});
  await writeFile(join(folder, 'a.yaml'), Buffer.from(`\uFEFF${GOOD}`, 'utf16le'));
  await writeFile(join(folder, 'b.yaml'), Buffer.from([...Buffer.from(GOOD), 0xff]));
  const { exitCode, stderr } = await importClaims(folder);
  expect(exitCode).toBe(1);
  expect(stderr.match(/[ab]\.yaml: expected UTF-8; save it as that/g)).toHaveLength(2);
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

const ofBaidu = (quarter: string) =>
  GOOD.replace('alibaba-growth', 'baidu-cloud')
    .replace('unit: "%"', 'unit: CNY bn')
    .replace('published: 57', 'published: 4.4')
    .replace(
      /readings:.*/s,
      AMOUNT.replace('alibaba', 'baidu')
        .replace('2025Q2', quarter)
        .replace('capex { ...Figure }', 'cloudRevenue { value bounds { low high } }')
        .replace(/ +fragment.*\n/, '')
        .replace(
          'company.quarter.capex.value / 1000000000',
          `company.quarter.cloudRevenue.value / 1000000000
    bounds: company.quarter.cloudRevenue.bounds.[low / 1000000000, high / 1000000000]`,
        ),
    );

test('where an input is estimated, a path of its bounds leads to nothing, and the figure stands', async () => {
  const folder = await folderOf({ 'a.yaml': ofBaidu('2023Q3') });
  const { exitCode, stdout, stderr } = await importClaims(folder, '--dry-run');
  expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('bounds')]);
  expect(stdout).toContain('REPRODUCED: CNY 4.40 bn');
  const misspelt = ofBaidu('2025Q2').replace('bounds.[low', 'bound.[low');
  const refused = await importClaims(await folderOf({ 'a.yaml': misspelt }), '--dry-run');
  expect(refused.stderr).toMatch(/readings\.0\.bounds: .*nothing; check the path/);
});

test('what was said of a time to come is refused until there are figures of it', async () => {
  const folder = await folderOf({ 'a.yaml': ofBaidu('2099Q4') });
  const { exitCode, stderr } = await importClaims(folder, '--dry-run');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/readings\.0\.query: .*can be checked once its figures are public/);
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
  expect(await run('import', 'csv', sources)).toMatchObject({
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
  expect(stdout).toContain('claims: 0 added, 1 changed');
  expect(stdout).toContain('alibaba-growth-again: APPROXIMATE');
});
