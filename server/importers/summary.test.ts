import { afterAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/client.ts';
import { migrate } from '../database/migrate.ts';
import { FIXTURE } from '../test/dataset.ts';
import { createDatabase } from '../test/testkit.ts';
import { readFolder } from './csv/read-folder.ts';
import { importDataset } from './import-dataset.ts';
import type { Entry, Row } from './importer.ts';
import { loadReviewedDataset } from './load-reviewed.ts';
import { COUNTED, type ImportSummary, type Summary } from './summary.ts';

let database: Database;
afterAll(() => database.close());

async function load(entries: readonly Entry[]): Promise<void> {
  const options = { kind: 'csv', origin: 'test', isAllOrNothing: true };
  await importDataset(database.pool, entries, options);
}

/** What the newest import says, and what the rows come to. */
async function summaries(): Promise<[ImportSummary | null, Summary]> {
  const { pool } = database;
  const { rows } = await pool.query<{ id: number; summary: ImportSummary | null }>(
    'select id, summary from import order by id desc limit 1',
  );
  const { id, summary } = rows[0]!;
  delete summary?.changed;
  return [summary, (await pool.query<Summary>(COUNTED, [id])).rows[0]!];
}

test('each import says how much there is with it, which is what the rows come to', async () => {
  const url = await createDatabase({ empty: true });
  await migrate(url);
  database = connect(url);
  const entries: Entry[] = [];
  for await (const entry of readFolder(FIXTURE)) entries.push(entry);
  const isFact = (entry: Entry) => 'table' in entry && entry.table === 'facts';
  const facts = entries.filter(isFact);
  const sources = entries.filter((entry) => 'table' in entry && entry.table === 'sources');
  // Every third fact, so that imports meet in quarters of companies; some come again.
  const parts = [
    sources.slice(0, 5),
    entries.filter((entry) => !isFact(entry)),
    facts.filter((_, place) => place % 3 === 0),
    facts.filter((_, place) => place % 3 < 2).reverse(),
    facts,
    // One is known of already, and what form it has comes later.
    [{ ...(sources[0] as Row), row: { ...(sources[0] as Row).row, form: '10-Q' } } as Row],
  ];
  for (const part of parts) {
    await load(part);
    const [kept, counted] = await summaries();
    expect(kept).toEqual(counted);
  }
  const [kept] = await summaries();
  expect(kept).toMatchObject({ facts: facts.length, sources: sources.length });

  // An import of a release that did not count.
  await database.pool.query('update import set summary = null');
  await loadReviewedDataset(database, () => {});
  const [completed, counted] = await summaries();
  expect(completed).toEqual(counted);
});
