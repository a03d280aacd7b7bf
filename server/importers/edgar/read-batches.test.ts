import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../../database/client.ts';
import { createDatabase } from '../../test/testkit.ts';
import { importDataset } from '../import-dataset.ts';
import { readDocuments } from './documents.ts';
import { type EdgarReport, readBatches } from './read-batches.ts';

const ALPHABET = fileURLToPath(new URL('fixtures/CIK0001652044.json', import.meta.url));

let database: Database;
beforeAll(async () => {
  database = connect(await createDatabase());
});
afterAll(() => database.close());

const noClient = () => {
  throw new Error('Nothing is asked of EDGAR here.');
};

async function importFiles(...files: string[]) {
  const found: EdgarReport = { refusals: [], contradictions: [], skipped: [] };
  const batches = readBatches(database.pool, readDocuments(files, noClient), found);
  const { tables } = await importDataset(database.pool, batches, { kind: 'EDGAR', origin: 'test' });
  return { tables, found };
}

test("Alphabet's file adds the quarters before the reviewed dataset, once, and refused files keep nothing out", async () => {
  const { tables, found } = await importFiles('/no/such.json', ALPHABET);
  expect(tables.companies.added).toBe(0);
  expect(tables.facts.added).toBeGreaterThan(50);
  expect(found.contradictions).toEqual([]);
  expect(found.refusals.map(({ file }) => file)).toEqual(['/no/such.json']);

  const { rows } = await database.pool.query(
    `select calendar_quarter as quarter, value::float8 as value from fact
     join quarter on quarter.id = fact.quarter_id join source on source.id = fact.source_id
     where concept = 'CAPEX' and source.slug like 'sec-%' and calendar_quarter = '2019Q4'`,
  );
  expect(rows).toEqual([{ quarter: '2019Q4', value: 6_052_000_000 }]);

  expect((await importFiles(ALPHABET)).tables.facts).toEqual({ rows: 0, added: 0 });
});
