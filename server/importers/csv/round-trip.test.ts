import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../../database/client.ts';
import { migrate } from '../../database/migrate.ts';
import { exportDataset } from '../../files/export-dataset.ts';
import { FIXTURE, readTable } from '../../test/dataset.ts';
import { createDatabase } from '../../test/testkit.ts';
import { type ImportReport, importDataset } from '../import-dataset.ts';
import { RefusedInput } from '../refusal.ts';
import { TABLE_NAMES, type TableName } from '../tables/tables.ts';
import { readFolder } from './read-folder.ts';

const FACTS = readTable('facts').length;

let folder: string;
let reviewed: Database;
let empty: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-csv-'));
  reviewed = connect(await createDatabase());
  const url = await createDatabase({ empty: true });
  await migrate(url);
  empty = connect(url);
});
afterAll(async () => {
  await Promise.all([reviewed.close(), empty.close()]);
  await rm(folder, { recursive: true, force: true });
});

async function importFolder(
  { pool }: Database,
  from: string,
  dryRun = false,
): Promise<ImportReport> {
  return importDataset(pool, readFolder(from), {
    kind: 'csv',
    origin: from,
    dryRun,
    isAllOrNothing: true,
  });
}

const rowsIn = (from: string, table: TableName) =>
  parse(readFileSync(join(from, `${table}.csv`)), { columns: true }).length;
const added = ({ tables }: ImportReport) => Object.values(tables).map((table) => table.added);

test('an export into an empty database gives the same bytes again, and importing it twice adds nothing', async () => {
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  await exportDataset(reviewed.pool, first);
  for (const table of TABLE_NAMES) expect(rowsIn(first, table), table).toBe(rowsIn(FIXTURE, table));
  expect(added(await importFolder(empty, first, true))).toContain(FACTS);
  expect(await empty.prisma.fact.count()).toBe(0);
  expect(added(await importFolder(empty, first))).toContain(FACTS);
  expect(new Set(added(await importFolder(empty, first)))).toEqual(new Set([0]));
  expect(await empty.prisma.import.count()).toBe(1);
  await exportDataset(empty.pool, second);
  for (const table of TABLE_NAMES) {
    const [before, after] = await Promise.all(
      [first, second].map((from) => readFile(join(from, `${table}.csv`), 'utf8')),
    );
    expect(after, table).toBe(before);
  }
});

const HEADER =
  'company,concept,definition,period_start,period_end,value,currency,quality,published_on,source,note';
const GOOD =
  'alibaba,CAPEX,purchases-gross,2026-07-01,2026-09-30,1,CNY,REPORTED,2026-11-20,BABA-PR-2026Q2,';

test.each([
  ['a date that does not exist', GOOD.replace('2026-09-30', '2026-09-31'), 'period_end'],
  ['a number with an exponent', GOOD.replace(',1,', ',1e400,'), 'value'],
  [
    'a figure published before its period ends',
    GOOD.replace('2026-11-20', '2026-09-30'),
    'published_on',
  ],
  ['a figure published on a day to come', GOOD.replace('2026-11-20', '2099-01-01'), 'published_on'],
  ['a period that ends before it starts', GOOD.replace('2026-09-30', '2026-06-15'), 'period_end'],
  ['another value for the fact of a row before', GOOD.replace(',1,', ',2,'), 'value'],
  ['an unknown currency', GOOD.replace('CNY', 'XYZ'), 'currency'],
  ['a company that is nowhere', GOOD.replace('alibaba', 'nobody'), 'company'],
  ['a source that is nowhere', GOOD.replace('BABA-PR-2026Q2', 'nothing'), 'source'],
  ['a row with a column too few', GOOD.slice(0, -1), null],
  [
    'another value for a fact that is there',
    'alibaba,CAPEX,purchases-gross,2025-04-01,2025-06-30,1,CNY,REPORTED,2025-08-29,BABA-PR-2025Q2,',
    'value',
  ],
])('%s is refused with its line, and nothing lands', async (name, row, column) => {
  const from = join(await mkdtemp(join(folder, 'bad-')));
  await writeFile(join(from, 'facts.csv'), `\uFEFF${HEADER}\r\n${GOOD}\r\n${row}\r\n`);
  const error = await importFolder(reviewed, from).catch((error) => error);
  expect(error, name).toBeInstanceOf(RefusedInput);
  expect(error.refusals).toMatchObject([{ file: join(from, 'facts.csv'), line: 3, column }]);
  expect(await reviewed.prisma.fact.count()).toBe(FACTS);
});

test.each([
  ['companies', ',CN,CNY,3,', ',CN,CNY,4,', 'fiscal_year_end_month', '3'],
  ['exchange-rates', ',7.2331,', ',7.2,', 'average', '7.2331'],
  ['groups', 'alibaba tencent baidu', 'alibaba tencent', 'members', 'alibaba tencent baidu'],
])('an edit of %s that are there is refused, not passed over', async (table, from, to, column, stored) => {
  const edited = await mkdtemp(join(folder, 'edited-'));
  const text = await readFile(join(FIXTURE, `${table}.csv`), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(edited, `${table}.csv`), text.replace(from, to));
  const error = await importFolder(reviewed, edited).catch((error) => error);
  expect(error.refusals).toEqual([
    expect.objectContaining({
      column,
      reason: `the database has ${stored}; an import does not change it`,
    }),
  ]);
});

test('a name, a ticker, a country and aliases are changed by a later import, unless it is silent', async () => {
  const from = await mkdtemp(join(folder, 'renamed-'));
  const write = (header: string, row: string) =>
    writeFile(join(from, 'companies.csv'), `${header}\n${row}\n`);
  const stored = async () =>
    (await empty.prisma.company.findMany({ where: { slug: 'zed' } })).map(
      ({ name, ticker, aliases, country }) => [name, ticker, aliases, country],
    );
  const header = 'slug,name,ticker,aliases,country,reporting_currency,fiscal_year_end_month,cik';
  await write(header, 'zed,Zed Subsidiary LLC,,,ZZ,USD,12,');
  await importFolder(empty, from);
  await write(header, 'zed,Zed,ZED,Zedd;ZED.L,US,USD,12,');
  expect((await importFolder(empty, from)).tables.companies).toEqual({
    rows: 1,
    added: 0,
    changed: 1,
  });
  expect(await stored()).toEqual([['Zed', 'ZED', 'Zedd;ZED.L', 'US']]);
  await write(header.replace('aliases,', ''), 'zed,Zed,,US,USD,12,');
  expect((await importFolder(empty, from)).tables.companies).toEqual({
    rows: 1,
    added: 0,
    changed: 0,
  });
  expect(await stored()).toEqual([['Zed', 'ZED', 'Zedd;ZED.L', 'US']]);
});

test('two rows of one company that differ are refused, and two that do not are one', async () => {
  const from = await mkdtemp(join(folder, 'twice-'));
  const header = 'slug,name,ticker,country,reporting_currency,fiscal_year_end_month,cik';
  const write = (...rows: string[]) =>
    writeFile(join(from, 'companies.csv'), [header, ...rows, ''].join('\n'));
  await write('zed,Zed,,US,USD,12,', 'zed,Zee,,US,USD,11,');
  const error = await importFolder(reviewed, from).catch((error) => error);
  expect(error.refusals).toMatchObject([
    { line: 3, column: 'name', reason: 'line 2 has "Zed"; an import does not change it' },
    {
      line: 3,
      column: 'fiscal_year_end_month',
      reason: 'line 2 has "12"; an import does not change it',
    },
  ]);
  await write('zed,Zed,,US,USD,12,', 'zed,Zed,,US,USD,12,');
  const { tables } = await importFolder(reviewed, from, true);
  expect(tables.companies).toEqual({ rows: 2, added: 1, changed: 0 });
});

test('an empty file is refused', async () => {
  const from = await mkdtemp(join(folder, 'bad-'));
  await writeFile(join(from, 'facts.csv'), '');
  await expect(importFolder(reviewed, from)).rejects.toThrow(
    'facts.csv, line 1: the file is empty',
  );
});

test.each([
  ['a column twice', `${HEADER},note`, 'note'],
  ['a column too many', `${HEADER},extra`, 'extra'],
  ['a column missing', HEADER.replace(',note', ''), 'note'],
])('%s is refused in the first line', async (_, header, column) => {
  const from = await mkdtemp(join(folder, 'bad-'));
  await writeFile(join(from, 'facts.csv'), `${header}\n${GOOD}\n`);
  const error = await importFolder(reviewed, from).catch((error) => error);
  expect(error.refusals).toMatchObject([{ line: 1, column }]);
});

test('text that is not UTF-8 and a folder without tables are refused', async () => {
  const from = await mkdtemp(join(folder, 'bad-'));
  await expect(importFolder(reviewed, from)).rejects.toThrow('facts.csv');
  await writeFile(join(from, 'facts.csv'), Buffer.from([0x63, 0xff, 0xfe]));
  await expect(importFolder(reviewed, from)).rejects.toThrow('expected text in UTF-8');
});
