import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/client.ts';
import { migrate } from '../database/migrate.ts';
import { FIXTURE } from '../test/dataset.ts';
import { createDatabase } from '../test/testkit.ts';
import { readFolder } from './csv/read-folder.ts';
import { importDataset } from './import-dataset.ts';
import type { Entry, Row } from './importer.ts';
import { loadReviewedDataset } from './load-reviewed.ts';
import { versionOfContent } from './version.ts';

const opened: Database[] = [];
afterAll(() => Promise.all(opened.map((database) => database.close())));

async function openEmpty(): Promise<Database> {
  const url = await createDatabase({ empty: true });
  await migrate(url);
  const database = connect(url);
  opened.push(database);
  return database;
}

async function load({ pool }: Database, entries: readonly Entry[]): Promise<void> {
  await importDataset(pool, entries, { kind: 'csv', origin: 'test', isAllOrNothing: true });
}

async function ofRows(pool: Pool): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const version = String(await versionOfContent(client));
    await client.query('commit');
    return version;
  } finally {
    client.release();
  }
}

/** What the log of imports says, and what the rows say. */
async function versionsOf({ pool }: Database) {
  const { rows } = await pool.query<{ version: string }>(
    'select version from import order by id desc limit 1',
  );
  return [rows[0]?.version, await ofRows(pool)];
}

const rows: Row[] = [];
let version: string;
beforeAll(async () => {
  for await (const entry of readFolder(FIXTURE)) rows.push(entry as Row);
  const database = await openEmpty();
  await load(database, rows);
  [version] = (await versionsOf(database)) as [string];
});

const of = (...tables: Row['table'][]) => rows.filter(({ table }) => tables.includes(table));

test('the same rows have one version, in whatever order and in however many imports they came', async () => {
  const database = await openEmpty();
  await load(database, of('sources').reverse());
  await load(database, of('definitions', 'companies'));
  const facts = of('facts', 'guidance').reverse();
  await load(database, facts.slice(0, 300));
  await load(database, facts);
  await load(database, of('non-disclosures', 'groups', 'exchange-rates', 'claims').reverse());
  expect(await versionsOf(database)).toEqual([version, version]);
  expect(version).toMatch(/^[0-9a-f]{64}$/);
});

test('every row counts, and each cell of it', async () => {
  const database = await openEmpty();
  const versions: string[] = [];
  for (const row of [...of('sources').slice(0, 3), ...of('definitions').slice(0, 3)]) {
    await load(database, [row]);
    const [logged, counted] = await versionsOf(database);
    expect(logged).toBe(counted);
    versions.push(logged!);
  }
  await database.pool.query(`update source set title = title || '.'`);
  versions.push(await ofRows(database.pool));
  expect(new Set(versions).size).toBe(versions.length);
});

test.each([
  ['datestyle', 'German'],
  ['timezone', 'Pacific/Kiritimati'],
  ['bytea_output', 'escape'],
  ['intervalstyle', 'sql_standard'],
  ['extra_float_digits', '-15'],
  ['lc_numeric', 'C'],
])('rows are counted alike in a database with a %s of its own', async (setting, value) => {
  const database = await openEmpty();
  const { rows: named } = await database.pool.query('select current_database() as name');
  await database.pool.query(`alter database ${named[0].name} set ${setting} = '${value}'`);
  const german = connect(database.pool.options.connectionString!);
  opened.push(german);
  await load(german, rows);
  expect(await versionsOf(german)).toEqual([version, version]);
});

test('a row is counted as it is stored, however its numbers and spaces are written', async () => {
  const database = await openEmpty();
  await load(database, of('companies', 'definitions', 'sources'));
  const fact = of('facts')[0]!;
  const numbers = ['1.50', '007', '-0', '-0.000', '0.10', '100', '-012.3400', '0', '00.5', '10.0'];
  const facts = numbers.map((value, place) => ({
    ...fact,
    row: { ...fact.row, value, published_on: `2026-01-${10 + place}`, rounded_to: value },
  }));
  const members = 'alibaba   tencent  baidu';
  const group = { ...of('groups')[0]!, row: { ...of('groups')[0]!.row, members } };
  const rate = of('exchange-rates')[0]!;
  const rates = [{ ...rate, row: { ...rate.row, average: '007.1000', period_end: null } }];
  // Each alone, as a sum would hide none, but would not say which it is.
  for (const row of [...facts, group, ...rates, ...of('claims').slice(0, 1)] as Row[]) {
    await load(database, [row]);
    const [logged, counted] = await versionsOf(database);
    expect(logged, JSON.stringify(row.row)).toBe(counted);
  }
  const unit = { ...fact.row, value: '5', published_on: '2026-02-10', rounded_to: null };
  await load(database, [{ ...fact, row: unit } as Row]);
  const { rows: stored } = await database.pool.query(
    `select rounded_to::float8 as unit from fact where published_on = '2026-02-10'`,
  );
  expect(stored).toEqual([{ unit: 1 }]);
  const [logged, counted] = await versionsOf(database);
  expect(logged).toBe(counted);
});

test('what a later import changes is another version, and changed back the one before', async () => {
  const database = await openEmpty();
  const acme = {
    slug: 'acme',
    name: 'Acme',
    ticker: null,
    country: 'US',
    reporting_currency: 'USD' as const,
    fiscal_year_end_month: 12,
    cik: null,
  };
  const named = (name: string): Row => ({
    table: 'companies',
    row: { ...acme, name },
    file: 'test',
  });
  await load(database, [named('Acme')]);
  const [before] = await versionsOf(database);
  await load(database, [named('Acme Inc.')]);
  const [changed, counted] = await versionsOf(database);
  expect(changed).toBe(counted);
  expect(changed).not.toBe(before);
  await load(database, [named('Acme')]);
  expect(await versionsOf(database)).toEqual([before, before]);
});

test('a database that was filled before there were versions gets its own, and keeps it right', async () => {
  const database = await openEmpty();
  await load(database, rows.slice(0, 200));
  await database.pool.query('update import set version = null');
  await load(database, rows);
  expect(await versionsOf(database)).toEqual([version, version]);
  await database.pool.query('update import set version = null');
  await loadReviewedDataset(database, () => {});
  expect(await versionsOf(database)).toEqual([version, version]);
});
