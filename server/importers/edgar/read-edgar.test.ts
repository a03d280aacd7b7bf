import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../../database/client.ts';
import { createDatabase } from '../../test/testkit.ts';
import { importDataset } from '../import-dataset.ts';
import { edgar } from './importer.ts';
import { ACME, CHAINS, companyfacts, ENTRY } from './testing.ts';

let database: Database;
let folder: string;
beforeAll(async () => {
  database = connect(await createDatabase());
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-edgar-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function fileOf(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

async function importFiles(...files: string[]) {
  const { pool } = database;
  const bar = () => ({ advance: () => {}, stop: () => {} });
  const context = { pool, home: folder, progress: () => {}, bar };
  const entries = edgar.read(files, { mirror: 'https://example.org' }, context);
  return importDataset(pool, entries, { kind: 'edgar', origin: 'test', isAllOrNothing: false });
}

test('a file adds its company once, and what is refused keeps nothing out', async () => {
  const acme = await fileOf('acme.json', ACME);
  const { tables, refusals, setAside } = await importFiles('/no/such.json', acme);
  expect(tables.companies.added).toBe(1);
  // Six figures of revenue, four of capital expenditures, five of cash flow; five filings.
  expect(tables.facts).toEqual({ rows: 15, added: 15, changed: 0 });
  expect(tables.sources).toEqual({ rows: 5, added: 5, changed: 0 });
  expect(tables.definitions.added).toBe(CHAINS.tags.length);
  expect(setAside).toEqual([]);
  expect(refusals.map(({ file }) => file)).toEqual(['/no/such.json']);

  const { rows } = await database.pool.query(
    `select concept, value::float8 as value, quality, rounded_to::float8 as unit, locator, form, accession
     from fact join source on source.id = fact.source_id
     where concept = 'CAPEX' and form = '10-K' and starts_with(accession, '0000012345')`,
  );
  expect(rows).toEqual([
    {
      concept: 'CAPEX',
      value: 117_000_000,
      quality: 'REPORTED',
      unit: 1_000_000,
      locator: 'us-gaap:PaymentsToAcquirePropertyPlantAndEquipment',
      form: '10-K',
      accession: '0000012345-24-020201',
    },
  ]);

  expect((await importFiles(acme)).tables.facts).toEqual({ rows: 15, added: 0, changed: 0 });
});

test('a file that gives no row leaves nothing behind, no definition either', async () => {
  const { tables } = await importFiles(await fileOf('nothing.json', companyfacts([])));
  for (const { rows } of Object.values(tables)) expect(rows).toBe(0);
});

test('bad entries are set aside, each with its path and what is wrong, and the others are taken', async () => {
  const { start: _, ...instant } = ENTRY;
  const other = { ...ENTRY, accn: '0001234567-24-000002', filed: '2024-05-02' };
  const file = await fileOf(
    'bad.json',
    companyfacts([], {
      cik: 4321,
      entityName: 'GARBLED CORP',
      facts: {
        'us-gaap': {
          Revenues: {
            units: {
              USD: [
                ENTRY,
                instant,
                { ...ENTRY, start: '2024-04-01' },
                { ...ENTRY, val: 1e17 },
                { ...ENTRY, filed: '2999-01-01', accn: '0001234567-99-000001' },
                { ...other, val: 120 },
                { ...other, val: 130 },
                { ...other, form: '10-Q/A', accn: '0001234567-24-000003', val: 100 },
              ],
              EUR: [{ ...ENTRY, val: 90 }],
              shares: [ENTRY],
            },
          },
          PaymentsToAcquireProductiveAssets: 'stray',
        },
      },
    }),
  );
  const { tables, refusals, setAside } = await importFiles(file);
  expect(tables).toMatchObject({ companies: { added: 1 }, facts: { added: 2 } });
  expect(refusals).toEqual([]);
  const at = '$.facts.us-gaap.Revenues.units';
  expect(setAside.map(({ column, reason }) => `${column}: ${reason}`).sort()).toEqual(
    [
      `${at}.USD[1].start: expected a date like 2025-06-30; found nothing`,
      `${at}.USD[2].end: expected a date after start; found "2024-03-31"`,
      `${at}.USD[3].val: expected at most 15 digits; found 100000000000000000`,
      `${at}.USD[4]: published_on: expected a day that has come; found "2999-01-01"`,
      `${at}.USD[5]: 120: the filing has 130 for the period, too`,
      `${at}.USD[6]: 130: the filing has 120 for the period, too`,
      `${at}.EUR: the company reports in USD`,
      `${at}.shares: expected a currency like USD for a unit`,
      '$.facts.us-gaap.PaymentsToAcquireProductiveAssets: expected an object; found "stray"',
    ].sort(),
  );
  expect(new Set(setAside.map(({ file }) => file))).toEqual(new Set([file]));
});

test('what contradicts the database is refused, and the rest of the file is taken', async () => {
  const { pool } = database;
  const fact = {
    company: 'alibaba',
    concept: 'CAPEX' as const,
    definition: 'purchases-gross',
    period_start: '2025-04-01',
    period_end: '2025-06-30',
    currency: 'CNY' as const,
    quality: 'REPORTED' as const,
    rounded_to: '1000000',
    locator: null,
    source: 'BABA-PR-2025Q2',
    note: null,
  };
  const rows = [
    { ...fact, value: '1', published_on: '2025-08-29' },
    { ...fact, value: '1', published_on: '2025-09-01' },
    { ...fact, value: '2', published_on: '2025-09-01' },
    { ...fact, value: '1', published_on: '2025-09-02', company: 'nobody' },
  ];
  const entries = rows.map((row) => ({ table: 'facts' as const, row, file: 'made up' }));
  const options = { kind: 'edgar', origin: 'test', isAllOrNothing: false };
  const { tables, refusals } = await importDataset(pool, entries, options);
  expect(tables.facts).toEqual({ rows: 1, added: 1, changed: 0 });
  expect(refusals.map(({ column, reason }) => `${column}: ${reason}`)).toEqual([
    'company: "nobody" is neither in the import nor in the database',
    'value: a row before has "1"; a restatement has a publication day or source of its own',
    expect.stringMatching(/^value: the database has 38676000000; a restatement/),
  ]);
});
