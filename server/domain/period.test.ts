import { expect, test } from 'vitest';
import { parseDay } from './day.ts';
import { areSame, isOneQuarter, isYearAtMost, lengthOf, quartersIn } from './period.ts';

const period = (start: string, end: string) => ({ start: parseDay(start)!, end: parseDay(end)! });

test.each([
  ['two months of transition', '2024-01-01', '2024-02-29', null, 1],
  ['12 weeks', '2024-11-25', '2025-02-16', 'QUARTER', 1],
  ['three months', '2025-07-01', '2025-09-30', 'QUARTER', 1],
  ['14 weeks', '2025-10-27', '2026-02-01', 'QUARTER', 1],
  ['17 weeks', '2023-05-08', '2023-09-03', 'QUARTER', 1],
  ['five months', '2025-01-01', '2025-05-31', null, 2],
  ['24 weeks', '2024-09-02', '2025-02-16', 'HALF_YEAR', 2],
  ['six months', '2025-01-01', '2025-06-30', 'HALF_YEAR', 2],
  ['28 weeks', '2025-02-02', '2025-08-16', 'HALF_YEAR', 2],
  ['36 weeks', '2024-09-02', '2025-05-11', 'NINE_MONTHS', 3],
  ['nine months', '2025-01-01', '2025-09-30', 'NINE_MONTHS', 3],
  ['40 weeks', '2025-02-02', '2025-11-08', 'NINE_MONTHS', 3],
  ['eleven months', '2025-01-01', '2025-11-30', null, 4],
  ['52 weeks', '2024-01-29', '2025-01-26', 'YEAR', 4],
  ['a year', '2025-01-01', '2025-12-31', 'YEAR', 4],
  ['53 weeks', '2025-01-27', '2026-02-01', 'YEAR', 4],
  ['18 months', '2024-01-01', '2025-06-30', null, 6],
])('how long a period is: %s', (_, start, end, length, quarters) => {
  const days = period(start, end);
  expect(lengthOf(days)).toBe(length);
  expect(quartersIn(days)).toBe(quarters);
  expect(isOneQuarter(days)).toBe(quarters === 1);
  expect(isYearAtMost(days)).toBe(quarters <= 4);
});

test('two documents mean the same period when its days differ by two weeks at most', () => {
  const march = period('2025-01-01', '2025-03-31');
  expect(areSame(march, period('2024-12-30', '2025-03-30'))).toBe(true);
  expect(areSame(march, period('2025-01-15', '2025-03-31'))).toBe(true);
  expect(areSame(march, period('2025-01-16', '2025-03-31'))).toBe(false);
  expect(areSame(march, period('2025-01-01', '2025-06-30'))).toBe(false);
});
