import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayFromDate,
  dayFromNumber,
  dayOf,
  END_OF_TIME,
  formatDay,
  monthOf,
  parseDay,
  START_OF_TIME,
} from './day.ts';

const anyDay = fc.integer({ min: dayOf(1000, 1, 1), max: dayOf(9999, 12, 31) }).map(dayFromNumber);

test('a day turns into text and back', () => {
  fc.assert(fc.property(anyDay, (day) => parseDay(formatDay(day)) === day));
});

test('days are counted from 1970, so that dates subtract', () => {
  expect(parseDay('1970-01-01')).toBe(0);
  expect(parseDay('2024-03-01')! - parseDay('2024-02-28')!).toBe(2);
  expect(parseDay('2025-03-01')! - parseDay('2025-02-28')!).toBe(1);
  expect(dayOf(2025, 6, 30)).toBe(parseDay('2025-06-30'));
});

test.each([
  '2025-02-29',
  '2025-06-31',
  '2025-13-01',
  '2025-00-10',
  '2025-6-30',
  '20250630',
  '2025-06-30T00:00:00Z',
  ' 2025-06-30',
  '2025Q2',
  '',
])('%j is no date', (text) => {
  expect(parseDay(text)).toBeUndefined();
});

test('a date of the database is its day in UTC', () => {
  expect(formatDay(dayFromDate(new Date('2025-06-30T00:00:00Z')))).toBe('2025-06-30');
  expect(formatDay(dayFromDate(new Date('1969-12-31T00:00:00Z')))).toBe('1969-12-31');
});

test('all days lie between the start and the end of time', () => {
  expect(END_OF_TIME).toBeGreaterThan(parseDay('9999-12-31')!);
  expect(START_OF_TIME).toBeLessThan(parseDay('1000-01-01')!);
});

test('the month of a day is that of the calendar', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = new Date(day * 86_400_000);
      expect(monthOf(day)).toBe(date.getUTCFullYear() * 12 + date.getUTCMonth());
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['the last day of a leap February', '2000-02-29', 2000 * 12 + 1],
  ['the day after a February that is not a leap one', '1900-03-01', 1900 * 12 + 2],
  ['the last day of a year', '2024-12-31', 2024 * 12 + 11],
  ['the first day of the next', '2025-01-01', 2025 * 12],
])('%s lies in its month', (_, day, month) => {
  expect(monthOf(parseDay(day)!)).toBe(month);
});
