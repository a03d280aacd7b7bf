import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDay } from './arbitraries.testing.ts';
import { formatCalendarQuarter } from './calendar-quarter.ts';
import { addDays } from './day.ts';
import type { FactRecord } from './fact-columns.ts';
import { NO_FIGURE } from './figure-line.ts';
import { figuresOf } from './figures-of.ts';
import { areFigures, byPlace, placeOf, reportedOf } from './placed-facts.ts';
import { day, fact, period, QUARTERS, SECOND, series } from './testing.ts';

const anyAmount = fc.oneof(
  fc.constantFrom('0', '1', '300', '90000', '-5', '0.25'),
  fc.integer({ min: 1_000, max: 300_000 }).map(String),
  fc.integer({ min: 1_000, max: 300_000 }).map(String),
);

const anyReport = fc.record({
  value: anyAmount,
  lateness: fc.constantFrom(30, 31, 60, 90, 400),
  roundedTo: fc.constantFrom(0, 1, 1000),
  quality: fc.constantFrom('REPORTED', 'DERIVED', 'ESTIMATED'),
  form: fc.constantFrom('ANNUAL', 'QUARTERLY', 'OTHER'),
});

/** At most one report of each of some quarters. */
const reportsOfQuarters = fc
  .array(fc.option(anyReport, { freq: 4 }), {
    minLength: QUARTERS.length,
    maxLength: QUARTERS.length,
  })
  .map((reports) =>
    reports.flatMap((report, place): FactRecord[] => {
      if (!report) return [];
      const { lateness, ...details } = report;
      const made = fact(formatCalendarQuarter(QUARTERS[place]!), 0, { id: place, ...details });
      return [{ ...made, publishedOn: addDays(made.periodEnd, lateness) }];
    }),
  )
  .filter((facts) => facts.length > 0);

const placesOf = (facts: readonly FactRecord[]) =>
  facts.map((record) => placeOf(record, 12)).sort(byPlace);

const areTheFigures = (facts: readonly FactRecord[]) =>
  areFigures(placesOf(facts), { from: 0, to: facts.length }, series(facts).facts, true);

test('where facts are the figures, the general way leads to the same ones on every day', () => {
  let count = 0;
  const property = fc.property(reportsOfQuarters, anyDay, (facts, asOf) => {
    if (!areTheFigures(facts)) return;
    count++;
    const known = series(facts);
    const reports = placesOf(facts).map(reportedOf);
    const general = figuresOf('CAPEX', reports, known.facts, () => true, known.differences);
    expect(general.setAside).toEqual([]);
    for (const day of [asOf, ...facts.map(({ publishedOn }) => publishedOn)]) {
      for (const quarter of QUARTERS) {
        const [short, long] = [known.lines('CAPEX'), general.lines].map(
          (lines) => lines.lineOf(quarter, day)?.find(quarter, day) ?? NO_FIGURE,
        );
        expect(short).toBe(long);
      }
    }
  });
  fc.assert(property, { numRuns: 1_000 });
  expect(count).toBeGreaterThan(50);
});

const late = fact('2024Q1', 1, { publishedOn: day('2025-01-30') });

test.each([
  ['two of one quarter', [fact('2024Q1', 1), fact('2024Q1', 2)]],
  ['two definitions', [fact('2024Q1', 1), fact('2024Q2', 2, { definition: SECOND })]],
  ['two currencies', [fact('2024Q1', 1), fact('2024Q2', 2, { currency: 'CNY' })]],
  ['a longer period', [fact('2024Q2', 1, period('2024-01-01', '2024-06-30'))]],
  ['a period of other months', [fact('2024Q2', 1, period('2024-05-01', '2024-06-30'))]],
  ['one that was published before the quarter before it', [late, fact('2024Q2', 2)]],
  ['one below zero', [fact('2024Q1', 1), fact('2024Q2', -2)]],
  ['thousands beside units', [fact('2024Q1', 1), fact('2024Q2', 0), fact('2024Q3', 1000)]],
  [
    'one from before its quarter was over',
    [{ ...fact('2024Q1', 1), publishedOn: fact('2024Q1', 1).periodEnd }],
  ],
])('facts are not the figures where there are %s', (_, facts) => {
  expect(areTheFigures(facts)).toBe(false);
});
