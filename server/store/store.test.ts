import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/client.ts';
import { addFacts, NEXT_REVENUE } from '../test/add-rows.ts';
import { createDatabase } from '../test/testkit.ts';
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

  // At once, not as a promise: it is in memory.
  expect(seriesOf('microsoft')).toBe(microsoft);
  const changed = await seriesOf('alibaba');
  expect(changed.facts.size).toBe(alibaba.facts.size + 1);
  expect((await before.series.get(before.company('slug', 'alibaba')!)).facts.size).toBe(
    alibaba.facts.size,
  );
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
