import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { connect } from '../database/client.ts';
import { migrate } from '../database/migrate.ts';
import { exportDataset } from '../files/export-dataset.ts';
import { readFolder } from '../importers/csv/read-folder.ts';
import { importDataset } from '../importers/import-dataset.ts';
import { TABLE_NAMES } from '../importers/tables/tables.ts';
import { addFacts, addRows, NEXT_REVENUE } from './add-rows.ts';
import { rowsInGraphQL } from './graphql-cells.ts';
import { createDatabase, startServer, UNBOUNDED } from './testkit.ts';

const databaseUrl = await createDatabase();
const server = await startServer(databaseUrl, UNBOUNDED);
const root = await mkdtemp(join(tmpdir(), 'capexgraph-replay-'));
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

/** The files of a database, by name. */
async function filesOf(url: string): Promise<Map<string, string>> {
  const database = connect(url);
  const written = await exportDataset(database.pool, await mkdtemp(join(root, 'export-')));
  await database.close();
  const files = await Promise.all(
    written.map(async (file) => [file.split('/').at(-1)!, await readFile(file, 'utf8')] as const),
  );
  return new Map(files);
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** A table as a file, from what GraphQL says of its rows. */
function csvOf(rows: readonly Record<string, string>[]): string {
  const lines = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))];
  return lines.map((cells) => `${cells.map(quoted).join()}\n`).join('');
}

test('whoever follows the changes from an empty folder on has the same dataset, corrections and all', async () => {
  const note = { note: 'Said "anew",\nin two lines', locator: 'page 3' };
  await addFacts(databaseUrl, [NEXT_REVENUE]);
  await addFacts(databaseUrl, [
    { ...NEXT_REVENUE, ...note, value: '2.5', published_on: '2026-11-02' },
  ]);
  await addRows(databaseUrl, 'companies', [
    {
      ...{ slug: 'baidu', name: 'Baidu, Inc.', ticker: null, country: 'CN', cik: '0001329099' },
      ...{ reporting_currency: 'CNY', fiscal_year_end_month: 12 },
    },
  ]);
  const before = await filesOf(databaseUrl);
  const { version } = JSON.parse(before.get('datapackage.json')!) as { version: string };
  await expect
    .poll(() =>
      fetch(`${server.url}/changes.atom`).then(({ headers }) => headers.get('x-dataset-version')),
    )
    .toBe(version);

  const folder = await mkdtemp(join(root, 'followed-'));
  for (const table of TABLE_NAMES) {
    const file = `${table}.csv`;
    const text =
      table === 'facts'
        ? csvOf(await rowsInGraphQL('facts', server))
        : await (await fetch(`${server.url}/data/${file}?version=${version}`)).text();
    await writeFile(join(folder, file), text);
  }
  const rebuilt = await createDatabase({ empty: true });
  await migrate(rebuilt);
  const database = connect(rebuilt);
  const options = { kind: 'csv', origin: 'test', isAllOrNothing: true };
  await importDataset(database.pool, readFolder(folder), options);
  await database.close();
  expect(await filesOf(rebuilt)).toEqual(before);
});
