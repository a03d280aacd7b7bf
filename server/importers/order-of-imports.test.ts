import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/client.ts';
import { migrate } from '../database/migrate.ts';
import { exportDataset } from '../files/export-dataset.ts';
import { FIXTURE } from '../test/dataset.ts';
import { createDatabase } from '../test/testkit.ts';
import { readFolder } from './csv/read-folder.ts';
import { edgar } from './edgar/importer.ts';
import { ACME, companyfactsOf } from './edgar/testing.ts';
import { importDataset } from './import-dataset.ts';
import type { Entry, Row } from './importer.ts';
import { columnsOf } from './tables/sql.ts';
import { TABLE_NAMES, type TableName } from './tables/tables.ts';
import { versionOfContent } from './version.ts';

let folder: string;
const rows: Row[] = [];
const opened: Database[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-order-'));
  for await (const entry of readFolder(FIXTURE)) rows.push(entry as Row);
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  await rm(folder, { recursive: true, force: true });
});

async function openEmpty(): Promise<Database> {
  const url = await createDatabase({ empty: true });
  await migrate(url);
  const database = connect(url);
  opened.push(database);
  return database;
}

type Import = (database: Database) => AsyncIterable<Entry> | Iterable<Entry>;

/** The files of a database that imports made, one after the other; their version is that of its rows. */
async function filesAfter(...imports: readonly Import[]): Promise<ReadonlyMap<string, string>> {
  const database = await openEmpty();
  const { pool } = database;
  for (const read of imports) {
    const options = { kind: 'csv', origin: 'test', isAllOrNothing: true };
    await importDataset(pool, read(database), options);
  }
  const client = await pool.connect();
  await client.query('begin');
  const version = String(await versionOfContent(client));
  await client.query('commit');
  client.release();
  const written = await exportDataset(pool, await mkdtemp(join(folder, 'export-')));
  const files = await Promise.all(
    written.map(async (file) => [file.split('/').at(-1)!, await readFile(file, 'utf8')] as const),
  );
  expect(versionIn(new Map(files))).toBe(version);
  return new Map(files);
}

const versionIn = (files: ReadonlyMap<string, string>) =>
  JSON.parse(files.get('datapackage.json')!).version as string;

/** What two imports say of one row, column by column; of each, the second is the one that stays. */
const DIFFERENCES: { readonly [Name in TableName]?: Readonly<Record<string, [object, object]>> } = {
  groups: {
    name: [{ name: 'B' }, { name: 'AB' }],
    description: [{ description: 'Short.' }, { description: 'Much longer.' }],
    rank: [{ rank: 10 }, { rank: 9 }],
  },
  definitions: {
    description: [{ description: 'beta' }, { description: 'Zeta' }],
    rank: [{ rank: 7 }, { rank: 3 }],
  },
  sources: {
    kind: [{ kind: 'NEWS' }, { kind: 'FILING' }],
    title: [{ title: 'Title' }, { title: 'A longer title' }],
    publisher: [{ publisher: 'Nobody' }, { publisher: 'Nobody at all' }],
    url: [{ url: null }, { url: 'https://example.org/a' }],
    published_on: [{ published_on: null }, { published_on: '2019-01-01' }],
    form: [{ form: '6-K' }, { form: '20-F' }],
    accession: [{ accession: null }, { accession: '0000000001-20-000001' }],
  },
  facts: {
    rounded_to: [{ rounded_to: null }, { rounded_to: '100' }],
    locator: [{ locator: null }, { locator: 'page 3' }],
    note: [{ note: 'So.' }, { note: 'So and so.' }],
  },
  'non-disclosures': {
    until: [{ until: null }, { until: '2025Q4' }],
    kind: [{ kind: 'NO_SUCH_BUSINESS' }, { kind: 'NOT_SEPARATE' }],
    note: [{ note: 'So.' }, { note: 'So and so.' }],
  },
  guidance: { note: [{ note: null }, { note: 'Said twice.' }] },
  'exchange-rates': { source: [{ source: 'FRB-H10-DEXCHUS' }, { source: 'BABA-PR-2020Q1' }] },
};

test('every column in which imports may differ is tried below', () => {
  const tried = TABLE_NAMES.map((name) => [name, Object.keys(DIFFERENCES[name] ?? {})]);
  const differing = TABLE_NAMES.map((name) => [
    name,
    columnsOf(name).flatMap(([column, { stays }]) => (stays ? column : [])),
  ]);
  expect(tried).toEqual(differing);
});

test('of what imports say differently one thing stays, whichever was said first, in one import or in many', async () => {
  const others = new Map<Row, [Row, Row]>();
  for (const name of TABLE_NAMES) {
    const ofTable = rows.filter(({ table }) => table === name);
    for (const [place, pair] of Object.values(DIFFERENCES[name] ?? {}).entries()) {
      const row = ofTable[place % ofTable.length]!;
      const before = others.get(row) ?? [row, row];
      const both = pair.map((cells, which) => ({
        ...before[which],
        row: { ...before[which]!.row, ...cells },
      }));
      others.set(row, both as [Row, Row]);
    }
  }
  const said = (which: 0 | 1) => rows.map((row) => others.get(row)?.[which] ?? row);
  const [loser, winner] = [said(0), said(1)];
  const expected = await filesAfter(() => winner);
  expect(versionIn(expected)).not.toBe(versionIn(await filesAfter(() => loser)));
  const orders: readonly (readonly Import[])[] = [
    [() => loser.toReversed(), () => winner],
    [() => winner, () => loser],
    [() => [...loser, ...winner]],
    [() => [...winner, ...loser].sort((a, b) => a.file.localeCompare(b.file)), () => loser],
    [() => loser, () => [...winner, ...loser, ...winner], () => loser.toReversed()],
  ];
  for (const imports of orders) expect(await filesAfter(...imports)).toEqual(expected);
});

test('of several rows of one import about one that is there, the same stays in whatever order they stand', async () => {
  const group = rows.find(({ table }) => table === 'groups')!;
  const named = (...names: readonly string[]): Import => {
    const said = names.map((name) => ({ ...group, row: { ...group.row, name } }) as Row);
    return () => [...rows.filter((row) => row !== group), ...said];
  };
  const expected = await filesAfter(named('ABC'));
  expect(await filesAfter(named('A'), named('AB', 'ABC', 'B'))).toEqual(expected);
  expect(await filesAfter(named('A'), named('ABC', 'AB'))).toEqual(expected);
});

const bar = () => ({ advance: () => {}, stop: () => {} });

/** An import of companyfacts files. */
const filed =
  (...files: string[]): Import =>
  ({ pool }) => {
    const context = { pool, home: folder, progress: () => {}, bar };
    return edgar.read(files, { mirror: 'https://example.org' }, context);
  };

test('filings and tables that are imported in any order are one dataset, byte for byte', async () => {
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const acme = await write('acme.json', ACME);
  const text = '2024-02-02 10-K Revenue 2023Q1-2023Q4 47 SalesRevenueNet 2023Q1-2023Q4 46';
  const other = await write('other.json', companyfactsOf(text, { cik: 77, name: 'OTHER CO' }));
  const tables: Import = () => readFolder(FIXTURE);
  const expected = await filesAfter(tables, filed(acme, other));
  expect(expected.get('definitions.csv')).toContain(',1000001\n');
  expect(await filesAfter(filed(other), tables, filed(acme))).toEqual(expected);
  expect(await filesAfter(filed(acme), filed(other), tables, tables)).toEqual(expected);
});

test('a filing has the unit of all its figures, whether the file that had fewer of them came before or after', async () => {
  const before = '2024-02-02 10-K revenue 2023Q1-2023Q4 47 revenue 2022Q1-2022Q4 41';
  const files: Import[] = [];
  for (const [name, text] of Object.entries({
    before,
    now: `${before} capex 2023Q1-2023Q4 4.7005`,
  })) {
    const file = join(folder, `unit-${name}.json`);
    await writeFile(file, companyfactsOf(text));
    files.push(filed(file));
  }
  const [fewer, all] = files as [Import, Import];
  const expected = await filesAfter(all);
  expect(expected.get('facts.csv')).toMatch(/,47000000,USD,REPORTED,100,/);
  expect(await filesAfter(fewer, all)).toEqual(expected);
  expect(await filesAfter(all, fewer, all)).toEqual(expected);
});

test('the definitions of a file go first in its order, and in another order they are another version', async () => {
  const [header, ...lines] = (await readFile(join(FIXTURE, 'definitions.csv'), 'utf8'))
    .trimEnd()
    .split('\n');
  expect(header).toBe('slug,description');
  const ordered = async (...lines: readonly string[]) => {
    const from = await mkdtemp(join(folder, 'definitions-'));
    await writeFile(join(from, 'definitions.csv'), [header, ...lines, ''].join('\n'));
    return filesAfter(() => readFolder(from));
  };
  const slugsIn = (files: ReadonlyMap<string, string>) =>
    [...files.get('definitions.csv')!.matchAll(/^[^,]+/gm)].slice(1).map(String);
  const slugs = lines.map((line) => line.split(',')[0]!);
  const asTheyAre = await ordered(...lines);
  expect(slugsIn(asTheyAre)).toEqual(slugs);
  const backwards = await ordered(...lines.toReversed());
  expect(slugsIn(backwards)).toEqual(slugs.toReversed());
  const [first, second, ...rest] = lines;
  const swapped = await ordered(second!, first!, ...rest);
  const versions = [asTheyAre, backwards, swapped].map(versionIn);
  expect(new Set(versions).size).toBe(3);
});

test('definitions of one rank go by their slugs, and an empty rank is the place in the file', async () => {
  const from = await mkdtemp(join(folder, 'ranks-'));
  const text = 'rank,slug,description\n,b,B.\n1,a,A.\n,d,D.\n7,c,C.\n';
  await writeFile(join(from, 'definitions.csv'), text);
  const files = await filesAfter(() => readFolder(from));
  expect(files.get('definitions.csv')).toBe(
    'slug,description,rank\na,A.,1\nb,B.,1\nd,D.,3\nc,C.,7\n',
  );
});

test.each(['0', '-1', '1.5', 'first', '10000000000'])('a rank of %s is refused', async (rank) => {
  const row = { slug: 'a', description: 'A.', rank };
  const database = await openEmpty();
  const entries: Entry[] = [{ table: 'definitions', row, file: 'test' }];
  const options = { kind: 'csv', origin: 'test', isAllOrNothing: true };
  await expect(importDataset(database.pool, entries, options)).rejects.toThrow(
    'rank: expected a whole number above zero',
  );
});

test('of a fact that is there, another quality is refused as another value is', async () => {
  const database = await openEmpty();
  const options = { kind: 'csv', origin: 'test', isAllOrNothing: false };
  await importDataset(database.pool, rows, options);
  const fact = rows.find(({ table }) => table === 'facts')!;
  const entry = { ...fact, row: { ...fact.row, quality: 'ESTIMATED' } } as Entry;
  const { refusals, tables } = await importDataset(database.pool, [entry], options);
  expect(refusals.map(({ column }) => column)).toEqual(['quality']);
  expect(tables.facts).toEqual({ rows: 0, added: 0, changed: 0 });
});
