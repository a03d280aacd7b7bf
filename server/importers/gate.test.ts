import { expect, test } from 'vitest';
import { checkEntry } from './gate.ts';
import type { Entry } from './importer.ts';
import { type GivenRow, TABLES, type TableRow } from './tables/tables.ts';

const FACT: GivenRow<'facts'> & TableRow<'facts'> = {
  company: 'acme',
  concept: 'REVENUE',
  definition: 'as-reported',
  period_start: '2025-04-01',
  period_end: '2025-06-30',
  value: '38676000000.25',
  currency: 'CNY',
  quality: 'REPORTED',
  published_on: '2025-08-29',
  source: 'acme-2025Q2',
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
  [{ period_end: '2025-06-13' }, 'period_end: expected a period of a quarter at least'],
  [{ period_start: '2024-06-23' }, 'period_end: expected a period of a year at most'],
  [{ published_on: '2025-06-30' }, 'published_on: expected a date after period_end'],
  [{ published_on: '2999-01-01' }, 'published_on: expected a day that has come'],
  [{ value: '-1' }, 'value: expected revenue of zero or more'],
  [{ value: '1e9' }, 'value: expected a number like 38676000000'],
  [{ value: '1.23456' }, 'value: expected a number like 38676000000 with at most 4 decimals'],
  [{ value: 1 }, 'value: expected a number like 38676000000'],
  [{ period_start: '2025-02-30' }, 'period_start: expected a date like 2025-06-30'],
  [{ company: null }, 'company: expected a slug of letters'],
  [{ company: undefined }, 'company: expected a slug of letters'],
  [{ note: undefined }, 'note: '],
  [{ currency: 'XYZ' }, 'currency: Invalid option'],
])('a fact with %j is refused', (changes, reason) => {
  const found = against(changes);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(reason);
});

test('a period of 75 days and one of a year of 53 weeks are taken, and capex below zero', () => {
  expect(against({ period_end: '2025-06-14' })).toEqual([]);
  expect(against({ period_start: '2024-06-24' })).toEqual([]);
  expect(against({ concept: 'CAPEX', value: '-1' })).toEqual([]);
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

test('what is refused in a file with paths is named by its path', () => {
  const place = { file: 'CIK0000000001.json', path: '$.facts.us-gaap.Revenues.units.USD' };
  const { refusals } = checkEntry(given({ ...FACT, value: '-1' }, place));
  expect(refusals).toEqual([
    {
      file: place.file,
      line: null,
      column: place.path,
      reason: 'value: expected revenue of zero or more; found "-1"',
    },
  ]);
});

test('a fact is staged with its calendar quarter, whoever read it', () => {
  const { calendar_quarter } = TABLES.facts.staged!;
  expect(calendar_quarter!(FACT)).toBe('2025Q2');
  expect(calendar_quarter!({ ...FACT, period_start: '2024-07-01' })).toBe('2025Q2');
});

test('a refusal goes through the gate as it is', () => {
  const refusal = { file: 'a.zip', line: null, column: null, reason: 'it is damaged' };
  expect(checkEntry(refusal)).toEqual({ refusals: [refusal] });
});
