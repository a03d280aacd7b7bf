import { expect, test } from 'vitest';
import type { FactRecord } from '../domain/fact-columns.ts';
import type { Company } from '../domain/vocabulary.ts';
import { preload } from './preload.ts';
import { SeriesCache } from './series-cache.ts';
import type { Snapshot } from './snapshot.ts';

const NOTHING = { definitions: [], nonDisclosures: new Map() };

const COMPANIES = Array.from({ length: 100 }, (_, n) => ({ id: n + 1 }) as Company);

/** A cache of companies without facts, and which companies each statement has read. */
function emptySeries(maxBytes: number) {
  const statements: (readonly number[])[] = [];
  const read = async (ids: readonly number[]) => {
    statements.push(ids);
    return new Map<number, FactRecord[]>();
  };
  return { statements, series: new SeriesCache(read, NOTHING, maxBytes) };
}

const snapshotOf = (series: SeriesCache) =>
  ({ catalog: { companies: COMPANIES }, series }) as unknown as Snapshot;

test('the series of many companies are read in one statement, and then from memory', async () => {
  const { statements, series } = emptySeries(1_000_000);
  const first = await Promise.all(COMPANIES.map((company) => series.get(company)));
  expect(statements).toEqual([COMPANIES.map(({ id }) => id)]);
  expect(COMPANIES.map((company) => series.get(company))).toEqual(first);
  expect(statements).toHaveLength(1);
});

test('every series is read ahead of requests when there is room', async () => {
  const { statements, series } = emptySeries(1_000_000);
  expect(await preload(snapshotOf(series), () => true)).toBe(100);
  expect(statements.flat()).toEqual(COMPANIES.map(({ id }) => id));
});

test('series are read ahead as long as none takes the place of another', async () => {
  const { statements, series } = emptySeries(130_000);
  const loaded = await preload(snapshotOf(series), () => true);
  expect(loaded).toBeLessThan(100);
  expect(loaded).toBe(statements.flat().length);
});

test('what cannot be read ahead is read when somebody asks', async () => {
  let isDown = true;
  const read = async () => {
    if (isDown) throw new Error('down');
    return new Map<number, FactRecord[]>();
  };
  const series = new SeriesCache(read, NOTHING, 1_000_000);
  await expect(preload(snapshotOf(series), () => true)).rejects.toThrow('down');
  isDown = false;
  expect((await series.get(COMPANIES[0]!)).facts.size).toBe(0);
});

test('nothing is read ahead that nobody wants any more', async () => {
  const { statements, series } = emptySeries(1_000_000);
  const wanted = [true, false];
  await preload(snapshotOf(series), () => wanted.shift()!);
  expect(statements).toHaveLength(1);
});

test('whoever looks at all companies takes the place of none, and reads again only what has no room', async () => {
  const { statements, series } = emptySeries(130_000);
  const lookAtAll = () => Promise.all(COMPANIES.map((company) => series.passing(company)));
  for (const company of COMPANIES.slice(0, 39)) await series.get(company);
  await lookAtAll();
  const kept = COMPANIES.filter((company) => series.has(company));
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.length).toBeLessThan(100);
  statements.length = 0;
  expect(await lookAtAll()).toHaveLength(100);
  expect(COMPANIES.filter((company) => series.has(company))).toEqual(kept);
  expect(statements.flat()).toHaveLength(100 - kept.length);
});
