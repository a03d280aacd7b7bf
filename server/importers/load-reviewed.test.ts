import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/client.ts';
import { migrate } from '../database/migrate.ts';
import { addFacts, NEXT_REVENUE, type NewFact } from '../test/add-rows.ts';
import { FIXTURE } from '../test/dataset.ts';
import { createDatabase } from '../test/testkit.ts';
import { readChains } from './edgar/read-edgar.ts';
import { CHAINS } from './edgar/testing.ts';
import { importDataset } from './import-dataset.ts';
import { loadFolder, loadReviewedDataset, REVIEWED_DATASET } from './load-reviewed.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-upgrade-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A database as an older release left it. */
async function olderHome(own: readonly NewFact[] = [NEXT_REVENUE]) {
  const url = await createDatabase({ empty: true });
  await migrate(url);
  const database = connect(url);
  await loadFolder(database.pool, FIXTURE, 'reviewed dataset');
  if (own.length > 0) await addFacts(url, own);
  return database;
}

/** A start's report. */
async function start({ pool }: Database, dataset?: string): Promise<string[]> {
  const lines: string[] = [];
  await loadReviewedDataset({ pool }, (line) => lines.push(line), dataset);
  return lines;
}

/** The fixture with a row more in a table, or with another row in place of one. */
async function newer(table: string, edit: (text: string) => string): Promise<string> {
  const copy = await mkdtemp(join(folder, 'newer-'));
  await cp(FIXTURE, copy, { recursive: true });
  const file = join(copy, `${table}.csv`);
  await writeFile(file, edit(await readFile(file, 'utf8')));
  return copy;
}

const factsOf = ({ prisma }: Database) => prisma.fact.count();
const importsOf = ({ prisma }: Database) => prisma.import.count();
async function newestVersion({ pool }: Database): Promise<string> {
  const { rows } = await pool.query('select version from import order by id desc limit 1');
  return rows[0].version;
}

/** What the folder of the reviewed dataset says of itself. */
async function reviewedVersion(): Promise<string> {
  const described = await readFile(join(REVIEWED_DATASET, 'datapackage.json'), 'utf8');
  return JSON.parse(described).version;
}

const NEW_FACT: Readonly<Record<string, string>> = {
  company: 'meta',
  concept: 'CAPEX',
  definition: 'purchases-gross',
  period_start: '2026-07-01',
  period_end: '2026-09-30',
  value: '7',
  currency: 'USD',
  quality: 'REPORTED',
  rounded_to: '1',
  published_on: '2026-11-20',
  source: 'BABA-PR-2026Q2',
};

const addFact = (text: string) => {
  const columns = text.split('\n', 1)[0]!.split(',');
  return `${text.trimEnd()}\n${columns.map((column) => NEW_FACT[column] ?? '').join(',')}\n`;
};

test('a home of an older release takes what is new at the next start, is told so, and keeps its own facts', async () => {
  const database = await olderHome();
  const before = await factsOf(database);
  const lines = await start(database, await newer('facts', addFact));
  expect(lines).toEqual([
    'This release has a newer reviewed dataset; importing what is new in it',
    'Added 1 facts from 0 sources, and changed 0 rows that were there',
  ]);
  expect(await factsOf(database)).toBe(before + 1);
  await database.close();
});

test('the next start finds nothing to do, whether there was anything new or not', async () => {
  const database = await olderHome();
  for (const dataset of [FIXTURE, await newer('facts', addFact)]) {
    expect(await start(database, dataset)).not.toEqual([]);
    const imports = await importsOf(database);
    expect(await start(database, dataset)).toEqual([]);
    expect(await importsOf(database)).toBe(imports);
  }
  await database.close();
});

test('a row that contradicts what is there is told, and keeps no other out', async () => {
  const database = await olderHome();
  const edited = await newer('exchange-rates', (text) => text.replace(',7.2331,', ',7.2,'));
  const facts = join(edited, 'facts.csv');
  await writeFile(facts, addFact(await readFile(facts, 'utf8')));
  const before = await factsOf(database);
  const lines = await start(database, edited);
  expect(lines).toContainEqual(expect.stringContaining('the database has 7.2331'));
  expect(await factsOf(database)).toBe(before + 1);
  await database.close();
});

test('the dataset of this release goes into the home of the last one, which says so or has its version then', async () => {
  const database = await olderHome([]);
  const lines = await start(database, REVIEWED_DATASET);
  expect(lines[1]).toMatch(/^Added \d+ facts/);
  expect(lines.length).toBeLessThan(12);
  // A text that says less than before needs a migration: of two, an import keeps the longer.
  if (lines.length === 2) expect(await newestVersion(database)).toBe(await reviewedVersion());
  await database.close();
});

/** The tables as they were before there were ranks, when definitions had places in the order in which they came. */
const WITHOUT_RANKS = `
  update definition set rank = placed.place
  from (
    select slug, row_number() over (order by slug = 'my-own', slug like '%:%', rank) as place
    from definition
  ) placed
  where placed.slug = definition.slug;
  alter table definition rename rank to position;
  alter table "group" rename rank to position;
  create unique index definition_position_key on definition(position);
  delete from _prisma_migrations where migration_name like '%_ranks'`;

test('a home from before there were ranks has those of one that is filled today, and its version', async () => {
  const [old, fresh] = [
    await createDatabase({ empty: true }),
    await createDatabase({ empty: true }),
  ];
  const versions: string[] = [];
  for (const url of [old, fresh]) {
    await migrate(url);
    const database = connect(url);
    const { pool } = database;
    await loadFolder(pool, FIXTURE, 'reviewed dataset');
    const tags = [...readChains(CHAINS)];
    const own = { slug: 'my-own', description: 'Imported after the tags.', rank: 29 };
    const entries = [...tags, { table: 'definitions' as const, row: own, file: 'test' }];
    await importDataset(pool, entries, { kind: 'csv', origin: 'mine', isAllOrNothing: true });
    if (url === old) {
      await pool.query(WITHOUT_RANKS);
      await migrate(url);
    }
    await start(database, FIXTURE);
    versions.push(await newestVersion(database));
    await database.close();
  }
  expect(versions[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(versions[0]).toBe(versions[1]);
});

test('a database that was filled with something else stays as it is', async () => {
  const url = await createDatabase({ empty: true });
  await migrate(url);
  const database = connect(url);
  await loadFolder(database.pool, FIXTURE, './my-companies');
  expect(await start(database)).toEqual([]);
  expect(await importsOf(database)).toBe(1);
  await database.close();
});

test('a new home has the version that the folder of the reviewed dataset says', async () => {
  const url = await createDatabase({ empty: true });
  await migrate(url);
  const database = connect(url);
  await start(database);
  expect(await newestVersion(database)).toBe(await reviewedVersion());
  await database.close();
});
