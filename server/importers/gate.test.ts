import { expect, test } from 'vitest';
import { checkEntry } from './gate.ts';
import type { Entry } from './importer.ts';
import type { GivenRow, TableRow } from './tables/tables.ts';

const FACT: GivenRow<'facts'> & TableRow<'facts'> = {
  company: 'acme',
  concept: 'REVENUE',
  definition: 'as-reported',
  period_start: '2025-04-01',
  period_end: '2025-06-30',
  value: '38676000000.25',
  currency: 'CNY',
  quality: 'REPORTED',
  rounded_to: '0.01',
  published_on: '2025-08-29',
  source: 'acme-2025Q2',
  locator: 'page 7',
  note: null,
};
const PLACE = { file: 'facts.csv', line: 2 };
const given = (row: object, place: object = PLACE) =>
  ({ table: 'facts', row, ...place }) as unknown as Entry;

/** What is said against a fact with some changes. */
function against(changes: object): string[] {
  const { refusals = [] } = checkEntry(given({ ...FACT, ...changes }));
  return refusals.map(({ column, reason }) => `${column}: ${reason}`);
}

test('a row that keeps the rules goes on as it is', () => {
  expect(checkEntry(given(FACT))).toEqual(given(FACT));
});

test.each([
  [{ period_end: '2025-03-31' }, 'period_end: expected a date after period_start'],
  [{ published_on: '2025-06-30' }, 'published_on: expected a date after period_end'],
  [{ published_on: '2999-01-01' }, 'published_on: expected a day that has come'],
  [{ value: '1e9' }, 'value: expected a number like 38676000000'],
  [{ value: '1.23456' }, 'value: expected a number like 38676000000 with at most 4 decimals'],
  [{ value: 1 }, 'value: expected a number like 38676000000'],
  [{ period_start: '2025-02-30' }, 'period_start: expected a date like 2025-06-30'],
  [{ company: null }, 'company: expected a slug of letters'],
  [{ company: undefined }, 'company: expected a slug of letters'],
  [{ note: undefined }, 'note: '],
  [{ currency: 'XYZ' }, 'currency: expected one of USD, CNY, HKD, EUR'],
])('a fact with %j is refused', (changes, reason) => {
  const found = against(changes);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(reason);
});

test('a fact may be of any period, and below zero: a document reported it', () => {
  expect(against({ period_start: '2025-06-30' })).toEqual([]);
  expect(against({ period_start: '2024-07-01' })).toEqual([]);
  expect(against({ value: '-1' })).toEqual([]);
});

test('what was added to a table may be left out: nothing is said of a unit or a place then', () => {
  const { rounded_to: _, locator: __, ...before } = FACT;
  expect(checkEntry(given(before))).toEqual(given({ ...FACT, rounded_to: null, locator: null }));
});

test('everything that is wrong with a row is said, each with what was found', () => {
  expect(against({ currency: 'XYZ', value: 'many' })).toEqual([
    'value: expected a number like 38676000000 with at most 4 decimals; found "many"',
    expect.stringMatching(/^currency: .*; found "XYZ"$/),
  ]);
});

test('a column that the table does not have is refused, not dropped', () => {
  const { refusals } = checkEntry(given({ ...FACT, curency: 'USD' }));
  expect(refusals).toMatchObject([{ ...PLACE, reason: expect.stringContaining('curency') }]);
});

test('an entry of a document with paths is set aside, named by its path', () => {
  const place = { file: 'CIK0000000001.json', path: '$.facts.us-gaap.Revenues.units.USD' };
  const { refusals } = checkEntry(given({ ...FACT, value: '1e9' }, place));
  expect(refusals).toEqual([
    {
      file: place.file,
      line: null,
      column: place.path,
      reason: 'value: expected a number like 38676000000 with at most 4 decimals; found "1e9"',
      isSetAside: true,
    },
  ]);
});

test('a refusal goes through the gate as it is', () => {
  const refusal = { file: 'a.zip', line: null, column: null, reason: 'it is damaged' };
  expect(checkEntry(refusal)).toEqual({ refusals: [refusal] });
});
