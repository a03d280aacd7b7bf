import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateToQuarter, quarterToDate } from '../src/quarters.ts';

const quarters = fc
  .tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, quarter]) => `${String(year).padStart(4, '0')}Q${quarter}`);
const DAY_MS = 86_400_000;

test('a quarter goes from its first day to its last, at midnight UTC', () => {
  expect(quarterToDate('2025Q2')).toEqual(new Date('2025-04-01'));
  expect(quarterToDate('2025Q2', 'last')).toEqual(new Date('2025-06-30'));
  expect(quarterToDate('2024Q1', 'last')).toEqual(new Date('2024-03-31'));
});

test('the first and the last day of a quarter lie in it, and the days around them do not', () => {
  fc.assert(
    fc.property(quarters, (quarter) => {
      const [first, last] = [quarterToDate(quarter), quarterToDate(quarter, 'last')];
      expect([dateToQuarter(first), dateToQuarter(last)]).toEqual([quarter, quarter]);
      if (quarter > '0000Q1' && quarter < '9999Q4') {
        expect(dateToQuarter(new Date(Number(first) - 1))).not.toBe(quarter);
        expect(dateToQuarter(new Date(Number(last) + DAY_MS))).not.toBe(quarter);
      }
    }),
  );
});

test('a day may be a text', () => {
  expect(dateToQuarter('2025-06-30')).toBe('2025Q2');
  expect(dateToQuarter('2025-08-29T10:15:00.000Z')).toBe('2025Q3');
});

test.each(['2025', '2025Q5', '2025-Q1', 'Q1 2025', ''])('%j is no quarter', (text) => {
  expect(() => quarterToDate(text)).toThrow('write it like 2025Q2');
});

test.each(['', 'soon', '+010000-01-01'])('%j is no day of one', (text) => {
  expect(() => dateToQuarter(text)).toThrow(RangeError);
});
