import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { onePerFiling } from './one-per-filing.ts';

const QUARTER = '2024-01-01/2024-03-31';
const valuesOf = (...values: number[]) => {
  const all = values.map((value, place) => reported(QUARTER, value, { path: `$[${place}]` }));
  const { reported: taken, setAside } = onePerFiling(all);
  return { taken: taken.map(({ value }) => value), setAside };
};

test('a figure that a filing has in full and rounded is the one in full, in either order', () => {
  expect(valuesOf(12_345_678, 12_000_000)).toEqual({ taken: [12_345_678], setAside: [] });
  expect(valuesOf(12_000_000, 12_345_678)).toEqual({ taken: [12_345_678], setAside: [] });
});

test('so it is where its text counts in tenths of billions', () => {
  expect(valuesOf(1_199_175_160, 1_199_000_000, 1_200_000_000).taken).toEqual([1_199_175_160]);
  expect(valuesOf(270_000_000, 273_878_145)).toEqual({ taken: [273_878_145], setAside: [] });
  // One digit alone may be of anything.
  expect(valuesOf(1_000_000_000, 1_400_000_000).taken).toEqual([]);
});

test('the same figure twice in a filing is one', () => {
  expect(valuesOf(12_345_678, 12_345_678)).toEqual({ taken: [12_345_678], setAside: [] });
});

test('two figures that are no rounding of each other are both set aside, each naming the other', () => {
  expect(valuesOf(12_345_678, 13_000_000)).toEqual({
    taken: [],
    setAside: [
      { path: '$[0]', reason: '12345678: the filing has 13000000 for the period, too' },
      { path: '$[1]', reason: '13000000: the filing has 12345678 for the period, too' },
    ],
  });
});

test('what two filings report of a period, an amendment and its original too, are two reports', () => {
  const original = reported(QUARTER, 100, { form: '10-K', accession: '0000000001-24-000001' });
  const amended = reported(QUARTER, 110, { form: '10-K/A', accession: '0000000001-24-000002' });
  expect(onePerFiling([original, amended])).toEqual({
    reported: [original, amended],
    setAside: [],
  });
});

test('two periods of one filing are two reports', () => {
  const year = reported('2023-04-01/2024-03-31', 400);
  expect(onePerFiling([reported(QUARTER, 100), year]).reported).toHaveLength(2);
});
