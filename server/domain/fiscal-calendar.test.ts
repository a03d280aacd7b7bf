import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addQuarters,
  type CalendarQuarter,
  calendarQuarterOf,
  formatCalendarQuarter,
  parseCalendarQuarter,
} from './calendar-quarter.ts';
import { addDays, formatDay, parseDay } from './day.ts';
import {
  fiscalLabel,
  fiscalPeriodOf,
  fiscalQuarterOf,
  quarterOfPeriod,
} from './fiscal-calendar.ts';

const JANUARY = 1;
const quarter = (text: string) => parseCalendarQuarter(text)!;
const anyQuarter = fc.nat(600).map((quarters) => addQuarters(quarter('1950Q1'), quarters));
const anyYearEnd = fc.integer({ min: 1, max: 12 });

/** Quarters since the first one of fiscal year 0. */
function ordinal(quarter: CalendarQuarter, yearEnd: number): number {
  const fiscal = fiscalQuarterOf(quarter, yearEnd);
  return fiscal.year * 4 + fiscal.quarter;
}

test.each([
  ['Alibaba', 3, '2025Q2', 'FY2026 Q1', '2025-04-01', '2025-06-30'],
  ['Alibaba', 3, '2025Q1', 'FY2025 Q4', '2025-01-01', '2025-03-31'],
  ['Oracle', 5, '2025Q2', 'FY2025 Q4', '2025-03-01', '2025-05-31'],
  ['Oracle', 5, '2025Q3', 'FY2026 Q1', '2025-06-01', '2025-08-31'],
  ['Oracle', 5, '2024Q1', 'FY2024 Q3', '2023-12-01', '2024-02-29'],
  ['Microsoft', 6, '2025Q3', 'FY2026 Q1', '2025-07-01', '2025-09-30'],
  ['Amazon', 12, '2025Q2', 'FY2025 Q2', '2025-04-01', '2025-06-30'],
  ['NVIDIA', JANUARY, '2025Q4', 'FY2026 Q4', '2025-11-01', '2026-01-31'],
  ['NVIDIA', JANUARY, '2025Q1', 'FY2026 Q1', '2025-02-01', '2025-04-30'],
])('a fiscal year is named by the calendar year in which it ends: %s', (...row) => {
  const [, yearEnd, text, label, start, end] = row;
  const whole = fiscalPeriodOf(quarter(text), yearEnd);
  expect(fiscalLabel(fiscalQuarterOf(quarter(text), yearEnd))).toBe(label);
  expect([whole.start, whole.end].map(formatDay)).toEqual([start, end]);
});

test('whatever the year end, fiscal quarters follow one another without gap or overlap', () => {
  fc.assert(
    fc.property(anyQuarter, anyYearEnd, (quarter, yearEnd) => {
      const { end } = fiscalPeriodOf(quarter, yearEnd);
      expect(fiscalPeriodOf(addQuarters(quarter, 1), yearEnd).start).toBe(end + 1);
      expect(ordinal(addQuarters(quarter, 1), yearEnd)).toBe(ordinal(quarter, yearEnd) + 1);
    }),
  );
});

test('whatever the year end, the fourth quarter ends in its month and the year is named by it', () => {
  fc.assert(
    fc.property(anyQuarter, anyYearEnd, (of, yearEnd) => {
      const fiscal = fiscalQuarterOf(of, yearEnd);
      const fourth = fiscalPeriodOf(addQuarters(of, 4 - fiscal.quarter), yearEnd);
      const month = String(yearEnd).padStart(2, '0');
      expect(formatDay(fourth.end).slice(0, 7)).toBe(`${fiscal.year}-${month}`);
    }),
  );
});

test('weeks that do not end with the month leave a fiscal quarter in its calendar quarter', () => {
  const anyShift = fc.integer({ min: -7, max: 7 });
  fc.assert(
    fc.property(anyQuarter, anyYearEnd, anyShift, anyShift, (of, yearEnd, early, late) => {
      const { start, end } = fiscalPeriodOf(of, yearEnd);
      const shifted = { start: addDays(start, early), end: addDays(end, late) };
      expect(calendarQuarterOf(shifted)).toBe(of);
      expect(quarterOfPeriod(shifted)).toBe(of);
    }),
  );
});

test.each([
  ["Alibaba's year to March", '2024-04-01', '2025-03-31', '2025Q1'],
  ["Oracle's year to May", '2024-06-01', '2025-05-31', '2025Q2'],
  ["Oracle's nine months to February", '2024-06-01', '2025-02-28', '2025Q1'],
  ['six months to June', '2025-01-01', '2025-06-30', '2025Q2'],
])('a longer period lies in the quarter of its last three months: %s', (_, start, end, last) => {
  const period = { start: parseDay(start)!, end: parseDay(end)! };
  expect(formatCalendarQuarter(quarterOfPeriod(period))).toBe(last);
});
