import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/client.ts';
import { createDatabase } from '../test/testkit.ts';
import { importDataset } from './import-dataset.ts';
import type { Entry } from './importer.ts';

let database: Database;
beforeAll(async () => {
  database = connect(await createDatabase());
});
afterAll(() => database.close());

const SOURCE = {
  slug: 'toy',
  kind: 'DATASET' as const,
  title: 'Toy',
  publisher: 'Nobody',
  url: null,
  published_on: null,
};
const FACT = {
  company: 'microsoft',
  concept: 'REVENUE' as const,
  definition: 'as-reported',
  period_start: '2019-07-01',
  period_end: '2019-09-30',
  value: '1',
  currency: 'USD' as const,
  quality: 'REPORTED' as const,
  published_on: '2019-10-23',
  source: 'toy',
  note: null,
};
const COMPANY = {
  slug: 'microsoft',
  name: 'Microsoft',
  ticker: 'MSFT',
  country: 'US',
  reporting_currency: 'EUR' as const,
  fiscal_year_end_month: 6,
  cik: '0000789019',
};

test('what refers to a row that is refused is refused with it, though the database knows the name', async () => {
  const place = { file: 'toy.txt', line: 10 };
  const entries: Entry[] = [
    { table: 'companies', row: COMPANY, ...place },
    { table: 'sources', row: SOURCE, ...place },
    { table: 'facts', row: FACT, ...place },
  ];
  const options = { kind: 'toy', origin: 'test', isAllOrNothing: false };
  const { tables, refusals } = await importDataset(database.pool, entries, options);
  expect([tables.sources.added, tables.facts.added]).toEqual([1, 0]);
  expect(refusals.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)).toEqual([
    '10 reporting_currency: the database has USD; an import does not change it',
    '10 company: "microsoft" was refused',
  ]);
});
