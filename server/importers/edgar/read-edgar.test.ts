import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../../database/client.ts';
import { createDatabase } from '../../test/testkit.ts';
import { importDataset } from '../import-dataset.ts';
import { edgar } from './importer.ts';
import { ACME, companyfacts, ENTRY } from './testing.ts';

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
  // Three concepts of four quarters, one of them restated, and one quarter of the year after.
  expect(tables.facts).toEqual({ rows: 14, added: 14 });
  expect(setAside).toEqual([]);
  expect(refusals.map(({ file }) => file)).toEqual(['/no/such.json']);

  const { rows } = await database.pool.query(
    `select value::float8 as value, quality from fact
     join quarter on quarter.id = fact.quarter_id join source on source.id = fact.source_id
     where concept = 'CAPEX' and source.slug = 'sec-0000012345-24-000001'`,
  );
  expect(rows).toEqual([{ value: 38_000_000, quality: 'DERIVED' }]);

  expect((await importFiles(acme)).tables.facts).toEqual({ rows: 0, added: 0 });
});

test('a figure that breaks a rule of the dataset is refused with its path, and the others are taken', async () => {
  const quarter = (start: string, end: string, val: number) => ({
    ...ENTRY,
    start,
    end,
    val,
    accn: '0000004321-25-000001',
    form: '10-K',
    filed: '2025-02-01',
  });
  const file = await fileOf(
    'negative.json',
    companyfacts(
      [
        quarter('2024-01-01', '2024-12-31', 900),
        quarter('2024-01-01', '2024-03-31', 100),
        quarter('2024-04-01', '2024-06-30', -5),
      ],
      { cik: 4321, entityName: 'NEGATIVE CORP' },
    ),
  );
  const { tables, refusals } = await importFiles(file);
  expect(tables).toMatchObject({ companies: { added: 1 }, facts: { rows: 1, added: 1 } });
  expect(refusals).toEqual([
    {
      file,
      line: null,
      column: '$.facts.us-gaap.Revenues.units.USD',
      reason: 'value: expected revenue of zero or more; found "-5"',
    },
  ]);
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
  expect(tables.facts).toEqual({ rows: 1, added: 1 });
  expect(refusals.map(({ column, reason }) => `${column}: ${reason}`)).toEqual([
    'company: "nobody" is neither in the import nor in the database',
    'value: a row before has "1"; a restatement has a publication day or source of its own',
    expect.stringMatching(/^value: the database has 38676000000; a restatement/),
  ]);
});
