import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarQuarter,
  calendarQuarterOf,
  firstDayOf,
  formatCalendarQuarter,
  parseCalendarQuarter,
} from './calendar-quarter.ts';
import { formatDay, parseDay } from './day.ts';

const period = (start: string, end: string) => ({ start: parseDay(start)!, end: parseDay(end)! });

test('a quarter turns into text and back', () => {
  const anyQuarter = fc
    .record({ year: fc.nat(9999), quarter: fc.integer({ min: 1, max: 4 }) })
    .map(({ year, quarter }) => calendarQuarter(year, quarter));
  fc.assert(
    fc.property(
      anyQuarter,
      (quarter) => parseCalendarQuarter(formatCalendarQuarter(quarter)) === quarter,
    ),
  );
  expect(formatCalendarQuarter(calendarQuarter(2025, 2))).toBe('2025Q2');
});

test('neighbours differ by one, over the turn of the year too', () => {
  expect(parseCalendarQuarter('2025Q1')).toBe(parseCalendarQuarter('2024Q4')! + 1);
  expect(parseCalendarQuarter('2025Q2')).toBe(parseCalendarQuarter('2024Q2')! + 4);
});

test.each([
  '2025Q0',
  '2025Q5',
  '2025q2',
  '2025-Q2',
  '25Q2',
  'Q2 2025',
  '2025Q2 ',
  '2025-06-30',
  '',
])('%j is no quarter', (text) => {
  expect(parseCalendarQuarter(text)).toBeUndefined();
});

test('a quarter begins on the first day of its first month', () => {
  const begins = (text: string) => formatDay(firstDayOf(parseCalendarQuarter(text)!));
  expect(['2025Q1', '2025Q2', '2025Q3', '2025Q4'].map(begins)).toEqual([
    '2025-01-01',
    '2025-04-01',
    '2025-07-01',
    '2025-10-01',
  ]);
});

test.each([
  ['Alibaba, April to June', '2025-04-01', '2025-06-30', '2025Q2'],
  ['Oracle, March to May', '2025-03-01', '2025-05-31', '2025Q2'],
  ['Oracle, December to February', '2024-12-01', '2025-02-28', '2025Q1'],
  ['Oracle, December to a leap day', '2023-12-01', '2024-02-29', '2024Q1'],
  ['a year that ends in January, its third quarter', '2025-08-01', '2025-10-31', '2025Q3'],
  ['a year that ends the last Sunday of January', '2025-10-27', '2026-01-25', '2025Q4'],
  ['the quarter after it', '2026-01-26', '2026-04-26', '2026Q1'],
  ['a 53rd week before a Sunday in January', '2025-10-27', '2026-02-01', '2025Q4'],
  ['a year that ends the Saturday nearest to December 31', '2025-10-05', '2026-01-03', '2025Q4'],
  ['16 weeks to the end of August', '2025-05-12', '2025-08-31', '2025Q3'],
])('a period lies in the quarter that holds its midpoint: %s', (_, start, end, quarter) => {
  expect(formatCalendarQuarter(calendarQuarterOf(period(start, end)))).toBe(quarter);
});

test('the first and the last day both count towards the midpoint', () => {
  const quarterOf = (start: string, end: string) =>
    formatCalendarQuarter(calendarQuarterOf(period(start, end)));
  expect(quarterOf('2025-03-31', '2025-03-31')).toBe('2025Q1');
  expect(quarterOf('2025-03-30', '2025-04-01')).toBe('2025Q1');
  expect(quarterOf('2025-03-31', '2025-04-02')).toBe('2025Q2');
});
