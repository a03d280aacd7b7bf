import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/client.ts';
import type { GivenRow } from '../importers/tables/tables.ts';
import { addFacts, addRows, NEXT_REVENUE } from '../test/add-rows.ts';
import { createDatabase } from '../test/testkit.ts';
import { loadCatalog } from './catalog.ts';
import { openStore, type Store } from './store.ts';

let url: string;
let database: Database;
let store: Store;
beforeAll(async () => {
  url = await createDatabase();
  database = connect(url);
  store = await openStore(database, {
    seriesBytes: 10_000_000,
    onError: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await store.close();
  await database.close();
});

const seriesOf = (slug: string) => store.snapshot.series.get(store.snapshot.company('slug', slug)!);

test('a new version has the series of the one before, but those of companies with new facts', async () => {
  const before = store.snapshot;
  const [microsoft, alibaba] = [await seriesOf('microsoft'), await seriesOf('alibaba')];
  await addFacts(url, [NEXT_REVENUE]);
  await expect.poll(() => store.snapshot).not.toBe(before);

  // What was not imported was not read again.
  expect(store.snapshot.catalog.companies).toBe(before.catalog.companies);
  // At once, not as a promise: it is in memory.
  expect(seriesOf('microsoft')).toBe(microsoft);
  const changed = await seriesOf('alibaba');
  expect(changed.facts.size).toBe(alibaba.facts.size + 1);
  expect((await before.series.get(before.company('slug', 'alibaba')!)).facts.size).toBe(
    alibaba.facts.size,
  );
});

test('a new version has the series of companies whose facts say something else since, though none was added', async () => {
  const unit = async () => {
    const { facts } = await seriesOf('alibaba');
    return facts.roundedTo(facts.value.indexOf(77_000));
  };
  for (const rounded_to of [null, '1000']) {
    const before = store.snapshot;
    await addFacts(url, [
      { ...NEXT_REVENUE, value: '77000', published_on: '2026-11-03', rounded_to },
    ]);
    await expect.poll(() => store.snapshot).not.toBe(before);
    expect(await unit()).toBe(Number(rounded_to ?? 1));
  }
});

test('a store that cannot be read at first lets go of the database', async () => {
  const other = connect(url);
  const pool = Object.create(other.pool, {
    connect: { value: () => Promise.reject(new Error('too many connections')) },
  });
  const opening = openStore({ pool }, { seriesBytes: 10_000_000, onError: () => {} });
  await expect(opening).rejects.toThrow('too many connections');
  await other.close();
});

/** Imports of each table, and of what may change in a row that is there. */
const IMPORTS: readonly ((url: string) => Promise<void>)[] = [
  (url) => addFacts(url, [{ ...NEXT_REVENUE, published_on: '2026-11-02' }]),
  (url) => addRows(url, 'companies', [ACME]),
  (url) => addRows(url, 'companies', [{ ...ACME, name: 'Aardvark' }]),
  (url) =>
    addRows(url, 'groups', [
      { slug: 'two', name: 'Two', description: 'Two of them.', members: 'acme baidu', rank: 9 },
    ]),
  (url) =>
    addRows(url, 'definitions', [
      { slug: 'us-gaap:Other', description: 'A tag.', rank: 1_000_000 },
    ]),
  (url) => addRows(url, 'sources', [FILING, { ...FILING, slug: 'other-filing', form: '10-Q' }]),
  (url) => addRows(url, 'sources', [{ ...FILING, form: '10-K' }]),
  (url) =>
    addRows(url, 'guidance', [
      {
        ...{
          company: 'baidu',
          concept: 'CAPEX',
          basis: 'cash',
          period_start: null,
          period_end: null,
        },
        ...{ low: '1', high: '2', currency: 'CNY', said_on: '2026-01-01', source: 'other-filing' },
        note: null,
      },
    ]),
  (url) =>
    addRows(url, 'non-disclosures', [
      {
        ...{ company: 'acme', concept: 'CLOUD_REVENUE', from: null, until: null },
        ...{ kind: 'NO_SUCH_BUSINESS', note: 'Sells anvils.' },
      },
    ]),
  (url) =>
    addRows(url, 'exchange-rates', [
      {
        ...{ base: 'USD', quote: 'CNY', calendar_quarter: '2030Q1', average: '7.1' },
        ...{ period_end: null, source: 'other-filing' },
      },
    ]),
];

const ACME: GivenRow<'companies'> = {
  ...{ slug: 'acme', name: 'Acme', ticker: null, aliases: null, country: 'US', cik: null },
  ...{ reporting_currency: 'USD', fiscal_year_end_month: 12 },
};

const FILING: GivenRow<'sources'> = {
  ...{ slug: 'filing', kind: 'FILING', title: 'Filing', publisher: 'Acme', url: null },
  ...{ published_on: null, form: null, accession: null },
};

test('a version that follows another is what it would be by itself, whatever was imported', async () => {
  for (const importRows of IMPORTS) {
    const before = store.snapshot;
    await importRows(url);
    await expect.poll(() => store.snapshot).not.toBe(before);
    const { catalog } = await loadCatalog(database.pool);
    const { rates, ...followed } = store.snapshot.catalog;
    const { rates: ratesAnew, ...anew } = catalog;
    expect(followed).toEqual(anew);
    expect(rates.size).toBe(ratesAnew.size);
  }
});
