import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filings } from '../../test/generated-filings.ts';
import { addQuarters, calendarQuarter } from '../calendar-quarter.ts';
import { addDays, END_OF_TIME } from '../day.ts';
import { figureOn } from './line.ts';
import { linesOf } from './lines.ts';
import { quartersOf } from './quarter-range.ts';
import { byPublication, type ReportedValue } from './reported-value.ts';
import { knownOn, lineOf } from './testing.ts';

const RUNS = { numRuns: 150, interruptAfterTimeLimit: 4_000 };
const daysOf = (reports: readonly ReportedValue[]) => [
  ...new Set(reports.map(({ publishedOn }) => publishedOn)),
];

test('what was known on a day follows from what was published by then', () => {
  const property = fc.property(filings(), fc.boolean(), ({ reports }, isNeverNegative) => {
    for (const day of daysOf(reports)) {
      const published = reports.filter(({ publishedOn }) => publishedOn <= day);
      expect(knownOn(reports, isNeverNegative, day)).toEqual(
        knownOn(published, isNeverNegative, END_OF_TIME),
      );
    }
  });
  fc.assert(property, RUNS);
});

test('the order in which reports are read changes nothing', () => {
  const property = fc.property(filings(), fc.gen(), ({ reports }, draw) => {
    const places = reports.map(() => draw(fc.nat, 1_000_000));
    const shuffled = reports
      .map((report, place) => ({ ...report, row: places[place]! }))
      .sort((a, b) => a.row - b.row)
      .sort(byPublication);
    const inOrder = reports.toSorted(byPublication);
    expect(knownOn(shuffled, true, END_OF_TIME)).toEqual(knownOn(inOrder, true, END_OF_TIME));
  });
  fc.assert(property, RUNS);
});

test('a figure that stands and is printed again changes nothing, where nothing was restated since', () => {
  const property = fc.property(filings({ mistakes: false }), fc.nat(), ({ reports }, place) => {
    const { lines } = linesOf(reports, true, () => true).at(-1)!;
    const periods = lines
      .flatMap(({ line }) => [...line.periods.values()])
      .filter(({ newest }) => newest);
    fc.pre(periods.length > 0);
    const { reported, since } = periods[place % periods.length]!.newest!;
    const restated = periods.flatMap(({ versions }) => versions.slice(1));
    fc.pre(restated.every((each) => each.since <= since));
    const again = {
      ...reported,
      row: reports.length,
      publishedOn: addDays(reports.at(-1)!.publishedOn, 40),
    };
    const all = [...reports, again];
    for (const day of daysOf(all))
      expect(knownOn(all, true, day)).toEqual(knownOn(reports, true, day));
  });
  fc.assert(property, RUNS);
});

test('quarters of one basis are those that the year is made of, whatever was reported of it', () => {
  const property = fc.property(
    filings({ mistakes: false, soldIn: false, coarserFrom: false, otherTagFrom: false }),
    ({ reports, quarters }) => {
      const line = lineOf(reports);
      const first = calendarQuarter(2019, 1);
      quarters.forEach((amount, place) => {
        expect(figureOn(line.figures.get(addQuarters(first, place)), END_OF_TIME)?.value).toBe(
          amount,
        );
      });
    },
  );
  fc.assert(property, RUNS);
});

test('a year that is printed again has the quarters that were restated in between, and the fourth makes up the rest', () => {
  const percent = fc.integer({ min: 60, max: 97 });
  const choices = { mistakes: false, soldIn: false, coarserFrom: false, otherTagFrom: false };
  const property = fc.property(filings(choices), percent, ({ reports, quarters }, share) => {
    const year = reports.findLast(({ first, last }) => last - first === 3)!;
    const others = quarters.slice(-4, -1).map((value) => Math.round((value * share) / 100));
    const nineMonths = others.reduce((a, b) => a + b, 0);
    const next = (days: number, last: number, value: number): ReportedValue => ({
      ...year,
      row: reports.length + days,
      last: addQuarters(year.first, last),
      value,
      publishedOn: addDays(reports.at(-1)!.publishedOn, days),
    });
    const toDate = others.map((_, place) => others.slice(0, place + 1).reduce((a, b) => a + b, 0));
    const later = [
      ...toDate.map((value, place) => next(90 * (place + 1), place, value)),
      next(365, 3, year.value),
    ];
    // Another period's figure would be one on the wrong dates.
    fc.pre(toDate.every((value) => reports.every((each) => each.value !== value)));
    const line = lineOf([...reports, ...later]);
    const known = [0, 1, 2, 3].map(
      (place) => figureOn(line.figures.get(addQuarters(year.first, place)), END_OF_TIME)?.value,
    );
    expect(known).toEqual([...others, year.value - nineMonths]);
  });
  fc.assert(property, RUNS);
});

test('a difference has all of its operands, which were known by its day and make up one quarter', () => {
  const property = fc.property(filings(), ({ reports }) => {
    for (const { lines } of linesOf(reports, true, () => true)) {
      for (const { line } of lines) {
        for (const [quarter, figures] of line.figures) {
          for (const { from, figure } of figures) {
            if (!figure) continue;
            const { reported, less, value } = figure;
            expect(
              Math.max(...[reported, ...less].map(({ publishedOn }) => publishedOn)),
            ).toBeLessThanOrEqual(from);
            expect(less.reduce((rest, each) => rest - each.value, reported.value)).toBe(value);
            const taken = less.flatMap(quartersOf);
            expect(quartersOf(reported).filter((each) => !taken.includes(each))).toEqual([quarter]);
          }
        }
      }
    }
  });
  fc.assert(property, RUNS);
});

test('what cannot be negative never is', () => {
  const property = fc.property(filings(), ({ reports }) => {
    for (const { line } of linesOf(reports, true, () => true).flatMap(({ lines }) => lines)) {
      for (const figures of line.figures.values()) {
        for (const { figure } of figures)
          expect(figure?.value ?? 0).toBeGreaterThanOrEqual(-(figure?.rounding ?? 0));
      }
    }
  });
  fc.assert(property, RUNS);
});
