import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quarterBetween } from '../arbitraries.testing.ts';
import { addQuarters, formatCalendarQuarter, parseCalendarQuarter } from '../calendar-quarter.ts';
import { addDays, type Day, dayOf, parseDay } from '../day.ts';
import { fiscalPeriodOf } from '../fiscal-calendar.ts';
import { lengthOf, quarterRangeOf } from './quarter-range.ts';

const WEEK = 7;

const rangeOf = (start: string, end: string, yearEnd: number) =>
  textOf(parseDay(start)!, parseDay(end)!, yearEnd);

function textOf(start: Day, end: Day, yearEnd: number): string {
  const range = quarterRangeOf({ start, end }, yearEnd);
  if (!range) return 'none';
  const [first, last] = [range.first, range.last].map(formatCalendarQuarter);
  return first === last ? first! : `${first}-${last}`;
}

/** The ranges of quarters of so many weeks, and of the years and years to date that they make up. */
function weeksOf(firstDay: string, weeks: readonly number[], yearEnd: number) {
  const quarters: string[] = [];
  const toDate: string[] = [];
  let start = parseDay(firstDay)!;
  let yearStart = start;
  weeks.forEach((count, place) => {
    if (place % 4 === 0) yearStart = start;
    const end = addDays(start, count * WEEK - 1);
    quarters.push(textOf(start, end, yearEnd));
    if (place % 4 > 0) toDate.push(textOf(yearStart, end, yearEnd));
    start = addDays(end, 1);
  });
  return { quarters, toDate };
}

describe('four quarters of a fiscal year take four calendar quarters, one each', () => {
  /** Two years of quarters, and their years to date. */
  const from = (first: string) => {
    const quarters = Array.from({ length: 8 }, (_, place) =>
      formatCalendarQuarter(addQuarters(parseCalendarQuarter(first)!, place)),
    );
    const toDate = quarters.flatMap((last, place) =>
      place % 4 > 0 ? `${quarters[place - (place % 4)]}-${last}` : [],
    );
    return { quarters, toDate };
  };

  test.each([
    ['12, 12, 12 and 16 weeks, to August', '2021-08-30', [12, 12, 12, 16, 12, 12, 12, 17], 8],
    ['16, 12, 12 and 12 weeks, to September', '2021-09-27', [16, 12, 12, 12, 16, 12, 12, 13], 9],
    ['12, 12, 12 and 16 weeks, to December', '2021-12-26', [12, 12, 12, 16, 12, 12, 12, 17], 12],
    ['16, 12, 12 and 12 weeks, to January', '2022-01-30', [16, 12, 12, 12, 16, 12, 12, 12], 1],
    ['13 weeks each, and a 53rd week', '2021-09-26', [13, 13, 13, 13, 13, 13, 13, 14], 9],
    ['14 weeks in the first quarter', '2021-09-26', [14, 13, 13, 13, 13, 13, 13, 13], 9],
  ])('%s', (_, firstDay, weeks, yearEnd) => {
    const first = yearEnd === 1 || yearEnd === 12 ? '2022Q1' : '2021Q4';
    expect(weeksOf(firstDay, weeks, yearEnd)).toEqual(from(first));
  });

  test('whatever the month in which the year ends, and though weeks do not end with it', () => {
    const stray = fc.integer({ min: -10, max: 10 });
    const property = fc.property(
      quarterBetween('1990Q1', '2040Q4'),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 12 }),
      stray,
      stray,
      (first, length, yearEnd, early, late) => {
        const last = addQuarters(first, length - 1);
        const start = addDays(fiscalPeriodOf(first, yearEnd).start, early);
        const end = addDays(fiscalPeriodOf(last, yearEnd).end, late);
        fc.pre(Math.abs(late - early) <= 14);
        expect(quarterRangeOf({ start, end }, yearEnd)).toEqual({ first, last });
      },
    );
    fc.assert(property);
  });
});

test.each([
  ["Oracle's March to May", '2025-03-01', '2025-05-31', 5, '2025Q2'],
  ["Oracle's year", '2024-06-01', '2025-05-31', 5, '2024Q3-2025Q2'],
  ["NVIDIA's quarter to January", '2024-10-28', '2025-01-26', 1, '2024Q4'],
  ["Alibaba's year", '2024-04-01', '2025-03-31', 3, '2024Q2-2025Q1'],
  ['a start that is off by a day', '2024-12-31', '2025-03-31', 12, '2025Q1'],
  ['an end that is off by a day', '2025-01-01', '2025-07-01', 12, '2025Q1-2025Q2'],
  [
    'a year that starts on the last day of the one before',
    '2024-12-31',
    '2025-12-31',
    12,
    '2025Q1-2025Q4',
  ],
])('%s', (_, start, end, yearEnd, range) => {
  expect(rangeOf(start, end, yearEnd)).toBe(range);
});

describe('no figure is taken from a period that is not one to four quarters long', () => {
  test.each([
    ['a transition period of one month', '2024-12-01', '2024-12-31'],
    ['a transition period of two months', '2024-11-01', '2024-12-31'],
    ['four months', '2024-09-01', '2024-12-31'],
    ['five months', '2024-08-01', '2024-12-31'],
    ['seven months', '2024-06-01', '2024-12-31'],
    ['eight months', '2024-05-01', '2024-12-31'],
    ['ten months', '2024-03-01', '2024-12-31'],
    ['eleven months', '2024-02-01', '2024-12-31'],
    ['a single day', '2024-12-31', '2024-12-31'],
    ['fifteen months', '2023-10-01', '2024-12-31'],
    ['since the company was founded', '2019-03-05', '2024-12-31'],
    ['an end before the start', '2024-12-31', '2024-10-01'],
  ])('%s', (_, start, end) => {
    expect(rangeOf(start, end, 12)).toBe('none');
  });
});

describe('a year end that moves by a month or two leaves quarters where they were', () => {
  test.each([
    ['the old quarters, by the new year end', '2023-11-01', '2024-01-31', 12, '2023Q4'],
    ['a transition period of a quarter', '2024-10-01', '2024-12-31', 12, '2024Q4'],
    ['the new quarters, by the old year end', '2024-10-01', '2024-12-31', 1, '2024Q4'],
    ['the year before the move', '2023-02-01', '2024-01-31', 12, '2023Q1-2023Q4'],
  ])('%s', (_, start, end, yearEnd, range) => {
    expect(rangeOf(start, end, yearEnd)).toBe(range);
  });
});

test('a quarter has the length that its range says, however many months the period is in', () => {
  const property = fc.property(
    fc.integer({ min: 0, max: 20_000 }),
    fc.integer({ min: 0, max: 500 }),
    fc.integer({ min: 1, max: 12 }),
    (offset, days, yearEnd) => {
      const start = addDays(dayOf(1990, 1, 1), offset);
      const range = quarterRangeOf({ start, end: addDays(start, days) }, yearEnd);
      if (!range) return;
      expect(Math.abs((days + 1) / 91.3 - lengthOf(range))).toBeLessThan(0.5);
    },
  );
  fc.assert(property);
});
