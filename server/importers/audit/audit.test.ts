import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database } from '../../database/client.ts';
import { exportDataset } from '../../files/export-dataset.ts';
import { FIXTURE, readTable } from '../../test/dataset.ts';
import { createDatabase } from '../../test/testkit.ts';
import { auditDatabase } from './audit-database.ts';
import { auditFolder } from './audit-folder.ts';
import { quoted, withCell } from './testing.ts';

let root: string;
let database: Database;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'capexgraph-audit-'));
  database = connect(await createDatabase());
});
afterAll(async () => {
  await database.close();
  await rm(root, { recursive: true, force: true });
});

/** A copy of the fixture in which a text of a file is another one. */
async function altered(file: string, from: string | RegExp, to: string): Promise<string> {
  const folder = await mkdtemp(join(root, 'altered-'));
  await cp(FIXTURE, folder, { recursive: true });
  const text = await readFile(join(folder, file), 'utf8');
  expect(text.search(from)).toBeGreaterThan(0);
  await writeFile(join(folder, file), text.replace(from, to));
  return folder;
}

test('nothing is said of a sound dataset, in files or in a database', async () => {
  expect(await auditFolder(FIXTURE)).toEqual([]);
  expect(await auditDatabase(database.pool)).toEqual([]);
});

const facts = readTable('facts');
const sources = readTable('sources');

const JUNE = 'alibaba,CAPEX,purchases-gross,2025-04-01,2025-06-30,38676000000';

test.each([
  ['a value in other units', 'facts.csv', JUNE, `${JUNE}000`, 'value', 'neighbours'],
  [
    'a value that the year contradicts',
    'facts.csv',
    'intelligent-cloud-2024,2025-01-01,2025-03-31,26751000000',
    'intelligent-cloud-2024,2025-01-01,2025-03-31,27751000000',
    'value',
    'add up to',
  ],
  [
    'a document of a later day',
    'sources.csv',
    '%20Results.pdf,2025-08-29',
    '%20Results.pdf,2025-08-30',
    'published_on',
    'is before',
  ],
  [
    'a day that is none',
    'facts.csv',
    '2025-08-29',
    '2025-08-32',
    'published_on',
    'expected a date',
  ],
  ['no document', 'facts.csv', 'BABA-PR-2025Q2', 'nothing', 'source', 'no document'],
  [
    'no definition',
    'facts.csv',
    ',purchases-gross,',
    ',purchases,',
    'definition',
    'not in definitions.csv',
  ],
  [
    'a filing without its number',
    'sources.csv',
    ',0001193125-20-146636',
    ',',
    'accession',
    'address',
  ],
  ['a place in a note', 'facts.csv', 'Free cash flow table,', ',Page 7. ', 'locator', '"Page 7"'],
  [
    'a statement that was made after its document',
    'guidance.csv',
    ',2025-08-29,call-baba-2025q2',
    ',2025-08-30,call-baba-2025q2',
    'said_on',
    'is after',
  ],
  [
    'a lower end above the upper one',
    'guidance.csv',
    ',16000000000,18000000000,',
    ',160000000000,18000000000,',
    'low',
    'the upper end',
  ],
  ['a rate of tenfold', 'exchange-rates.csv', ',6.6084,', ',66.084,', 'average', 'neighbours'],
  ['a rate at the end', 'exchange-rates.csv', ',6.6981,', ',66.981,', 'period_end', 'average'],
  ['an address without a host', 'sources.csv', /https:\/\/[^/,]+\//, 'https:///', 'url', 'address'],
  ['an address with a gap in it', 'sources.csv', 'https://www.', 'https://www .', 'url', 'address'],
])('%s is found, with file, line and column', async (_, file, from, to, column, reason) => {
  const found = await auditFolder(await altered(file, from, to));
  expect(found).toContainEqual(
    expect.objectContaining({
      file: expect.stringMatching(/\.csv$/),
      line: expect.any(Number),
      column,
      reason: expect.stringContaining(reason),
    }),
  );
});

test.each([
  [
    'a number that is not the filing at the address',
    { accession: '0001193125-20-146637' },
    'sources.csv',
    'accession',
    '0001193125-20-146636',
  ],
  [
    'an address of another filer',
    { url: 'https://www.sec.gov/Archives/edgar/data/320193/000119312520146636/d927979dex991.htm' },
    'facts.csv',
    'source',
    'filing of 320193',
  ],
])('%s is found', async (_, cells, file, column, reason) => {
  const place = sources.findIndex(({ slug }) => slug === 'BIDU-6K-2020Q1');
  const folder = await mkdtemp(join(root, 'filing-'));
  await cp(FIXTURE, folder, { recursive: true });
  const accession = '0001193125-20-146636';
  const rows = sources.map((row, at) => (at === place ? { ...row, accession, ...cells } : row));
  const columns = [
    'slug',
    'kind',
    'title',
    'publisher',
    'url',
    'published_on',
    'form',
    'accession',
  ];
  const lines = rows.map((row) =>
    columns.map((name) => quoted((row as Record<string, string>)[name] ?? '')).join(),
  );
  await writeFile(join(folder, 'sources.csv'), [columns.join(), ...lines].join('\n'));
  const found = await auditFolder(folder);
  expect(found.length).toBeGreaterThan(0);
  for (const each of found) {
    expect([basename(each.file), each.column]).toEqual([file, column]);
    expect(each.reason).toContain(reason);
  }
});

test('whichever cell of an exported folder is altered, and however little, it is found', async () => {
  const folder = join(root, 'cells');
  await exportDataset(database.pool, folder);
  const cell = fc.record({ row: fc.nat(facts.length - 1), digit: fc.integer({ min: 1, max: 9 }) });
  await fc.assert(
    fc.asyncProperty(cell, async ({ row, digit }) => {
      const { copy } = await withCell(root, folder, {
        ...{ file: 'facts.csv', row, column: 'value' },
        text: `${facts[row]!.value}.${digit}`,
      });
      expect((await auditFolder(copy)).map(({ column }) => column)).toContain('version');
      await rm(copy, { recursive: true });
    }),
    { numRuns: 6 },
  );
});

describe('of what was exported, or is stored, each altered cell is found', () => {
  test('in files', async () => {
    const folder = join(root, 'exported');
    await exportDataset(database.pool, folder);
    expect(await auditFolder(folder)).toEqual([]);
    const file = join(folder, 'facts.csv');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace(JUNE, JUNE.replace('38676', '38677')),
    );
    expect(await auditFolder(folder)).toMatchObject([
      { column: 'version', reason: expect.stringContaining('have been altered') },
    ]);
  });

  test('in a database, where the row is named as well', async () => {
    await database.pool.query(
      `update fact set value = value * 1000, published_on = published_on - 1
       where period_end = '2025-06-30' and concept = 'CAPEX'
         and company_id = (select id from company where slug = 'alibaba')`,
    );
    const found = await auditDatabase(database.pool);
    const reasons = found.map(({ file, column, reason }) => `${file} ${column} ${reason}`);
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^facts alibaba CAPEX .*published_on: .* is before/),
        expect.stringMatching(/^facts alibaba CAPEX .*value: .* far from its neighbours/),
        expect.stringMatching(/^import \d+ rows have been altered/),
      ]),
    );
  });
});
