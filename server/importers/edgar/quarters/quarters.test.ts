import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, dayFromNumber, dayOf, formatDay } from '../../../domain/day.ts';
import type { Print } from '../read/print.ts';
import { linesOf, printed, quarterly } from '../testing.ts';
import { quartersOf } from './quarters.ts';

test('a quarter printed as such is reported, any other is the difference of two figures', () => {
  const prints = [
    printed('2024-01-01/2024-03-31', 10),
    printed('2024-01-01/2024-06-30', 30),
    printed('2024-04-01/2024-06-30', 20),
    printed('2024-01-01/2024-09-30', 60),
    printed('2024-01-01/2024-12-31', 100, { form: '10-K', filed: '2025-02-05' }),
  ];
  expect(linesOf(quartersOf(prints))).toEqual([
    '2024-01-01/2024-03-31 10 REPORTED 2024-05-10',
    '2024-04-01/2024-06-30 20 REPORTED 2024-08-09',
    '2024-07-01/2024-09-30 30 DERIVED 2024-11-09',
    '2024-10-01/2024-12-31 40 DERIVED 2025-02-05',
  ]);
});

test('a figure of nine months is not a third quarter, nor a year a fourth, where the shorter one is missing', () => {
  const capex = [
    printed('2024-01-01/2024-03-31', 6_400_000_000),
    printed('2024-01-01/2024-09-30', 22_831_000_000),
    printed('2024-01-01/2024-12-31', 37_256_000_000, { form: '10-K' }),
  ];
  expect(quarterly(capex)).toEqual({
    '2024-03-31': '6400000000 REPORTED',
    '2024-12-31': '14425000000 DERIVED',
  });
  expect(quarterly([capex[0]!, capex[2]!])).toEqual({ '2024-03-31': '6400000000 REPORTED' });
});

test('figures that start on different days have no difference', () => {
  expect(
    quarterly([printed('2023-04-01/2023-12-31', 60), printed('2023-01-01/2024-03-31', 100)]),
  ).toEqual({});
  expect(
    quarterly([printed('2024-01-01/2024-06-30', 30), printed('2024-01-02/2024-09-30', 60)]),
  ).toEqual({});
});

test('a period of two months, as after a change of the fiscal year, is no quarter', () => {
  expect(quarterly([printed('2024-01-01/2024-02-29', 7, { form: '10-KT' })])).toEqual({});
});

test('figures of cents have exact differences', () => {
  const prints = [printed('2024-01-01/2024-03-31', 0.1), printed('2024-01-01/2024-06-30', 0.3)];
  expect(quarterly(prints)['2024-06-30']).toBe('0.2 DERIVED');
});

test('a re-print of the same value, or of its rounding, is no new fact', () => {
  const prints = [
    printed('2023-01-01/2023-03-31', 1_234_567_000),
    printed('2023-01-01/2023-03-31', 1_234_567_000, { filed: '2024-05-01' }),
    printed('2023-01-01/2023-03-31', 1_230_000_000, { filed: '2024-05-02' }),
  ];
  expect(linesOf(quartersOf(prints))).toEqual([
    '2023-01-01/2023-03-31 1234567000 REPORTED 2023-05-10',
  ]);
});

test('each new value is a fact from the day of its filing, and so is the return to an old one', () => {
  const prints = ['2023-05-01', '2023-08-01', '2024-05-01'].map((filed, place) =>
    printed('2023-01-01/2023-03-31', [10, 11, 10][place]!, { filed }),
  );
  expect(quartersOf(prints).figures.map(({ value }) => value)).toEqual(['10', '11', '10']);
});

test('a 10-K/A that restates the year restates its last quarter from that day on', () => {
  const prints = [
    printed('2023-01-01/2023-09-30', 60),
    printed('2023-01-01/2023-12-31', 100, { form: '10-K', filed: '2024-02-05' }),
    printed('2023-01-01/2023-12-31', 95, { form: '10-K/A', filed: '2024-06-20' }),
  ];
  expect(linesOf(quartersOf(prints))).toEqual([
    '2023-10-01/2023-12-31 40 DERIVED 2024-02-05',
    '2023-10-01/2023-12-31 35 DERIVED 2024-06-20',
  ]);
});

test('a year restated in a later report gives a quarter only less nine months restated with it', () => {
  const first = [
    printed('2023-01-01/2023-09-30', 60),
    printed('2023-01-01/2023-12-31', 100, { form: '10-K', filed: '2024-02-05' }),
  ];
  const year = printed('2023-01-01/2023-12-31', 70, { form: '10-K', filed: '2025-02-05' });
  const nineMonths = (value: number) =>
    printed('2023-01-01/2023-09-30', value, { filed: '2024-11-05' });

  expect(quarterly([...first, year])).toEqual({ '2023-12-31': '40 DERIVED' });
  expect(quarterly([...first, year, nineMonths(42)])).toEqual({ '2023-12-31': '28 DERIVED' });
  const mixed = quartersOf([...first, year, nineMonths(60)]);
  expect(mixed.figures.map(({ value }) => value)).toEqual(['40']);
  expect(mixed.contradictions[0]!.reason).toMatch(/mix two bases/);
});

test('a printed quarter gives way to a difference only when an operand is restated', () => {
  const prints = [
    printed('2023-01-01/2023-03-31', 10),
    printed('2023-01-01/2023-06-30', 31),
    printed('2023-04-01/2023-06-30', 20),
  ];
  expect(quarterly(prints)['2023-06-30']).toBe('20 REPORTED');
  const restated = [
    printed('2023-01-01/2023-03-31', 9, { filed: '2024-05-01' }),
    printed('2023-01-01/2023-06-30', 25, { filed: '2024-08-01' }),
  ];
  expect(quarterly([...prints, ...restated])['2023-06-30']).toBe('16 DERIVED');
});

/** The prints of a fiscal year that is filed year-to-date, from the values of its quarters. */
function yearToDate(start: Day, ends: readonly Day[], values: readonly number[]): Print[] {
  let sum = 0;
  return ends.map((end, place) => {
    sum += values[place]!;
    const period = `${formatDay(start)}/${formatDay(end)}`;
    return printed(period, sum, { form: place === 3 ? '10-K' : '10-Q' });
  });
}

const FOUR_VALUES = fc
  .array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), { minLength: 4, maxLength: 4 })
  // A first quarter that equals its year is taken for a mistake, which it nearly always is.
  .filter(([, ...others]) => others.reduce((sum, value) => sum + value, 0) !== 0);

function expectQuartersBack(prints: readonly Print[], ends: readonly Day[], values: number[]) {
  const { figures, contradictions } = quartersOf(prints);
  expect(contradictions).toEqual([]);
  expect(figures.map(({ end }) => end)).toEqual(ends);
  expect(figures.map(({ value }) => Number(value))).toEqual(values.map((value) => value + 0));
}

test('quarters made year-to-date come back as they were, for every end of the fiscal year', () => {
  const year = fc.integer({ min: 2009, max: 2035 });
  const month = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(year, month, FOUR_VALUES, (year, month, values) => {
      const ends = [3, 6, 9, 12].map((months) => addDays(dayOf(year, month + 1 + months, 1), -1));
      expectQuartersBack(yearToDate(dayOf(year, month + 1, 1), ends, values), ends, values);
    }),
  );
});

test('quarters of 12 to 17 weeks come back as they were, in years of 52 and 53 weeks', () => {
  const weeks = fc.constantFrom(
    [13, 13, 13, 13],
    [13, 13, 13, 14],
    [16, 12, 12, 12],
    [12, 12, 12, 16],
    [12, 12, 12, 17],
  );
  fc.assert(
    fc.property(
      weeks,
      fc.integer({ min: 14_000, max: 24_000 }),
      FOUR_VALUES,
      (weeks, start, values) => {
        const first = dayFromNumber(start);
        const ends = weeks.map((_, place) =>
          addDays(first, 7 * weeks.slice(0, place + 1).reduce((sum, some) => sum + some, 0) - 1),
        );
        expectQuartersBack(yearToDate(first, ends, values), ends, values);
      },
    ),
  );
});

test('what later filings print does not change what was known before', () => {
  const restated = fc.array(fc.constantFrom(95, 100, 105), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(restated, fc.integer({ min: 1, max: 7 }), (percent, filings) => {
      const ends = [3, 6, 9, 12].map((months) => addDays(dayOf(2023, months + 1, 1), -1));
      const prints = yearToDate(dayOf(2023, 1, 1), ends, [1000, 1100, 1200, 1300]);
      const later = prints.map((print) => ({ ...print, filed: addDays(print.filed, 365) }));
      const all = [...prints, ...later].map((print, place) => ({
        ...print,
        value: (print.value * percent[place]!) / 100,
        accession: `${print.accession}${place}`,
      }));
      const before = quartersOf(all.slice(0, filings));
      const lastDay = all[filings - 1]!.filed;
      const known = quartersOf(all).figures.filter(({ filed }) => filed <= lastDay);
      expect(known).toEqual(before.figures);
    }),
  );
});
