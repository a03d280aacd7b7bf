import fc from 'fast-check';
import { addQuarters, type CalendarQuarter, formatCalendarQuarter } from './calendar-quarter.ts';
import { addDays, type Day, dayFromNumber } from './day.ts';
import { fiscalPeriodOf } from './fiscal-calendar.ts';
import { day, FIRST, fact, QUARTERS, quarter, SECOND } from './testing.ts';
import { QUALITIES } from './vocabulary.ts';

// Made-up input in plenty, for the tests of laws.

/** Any day from the first to the last. */
export function dayBetween(first: string, last: string): fc.Arbitrary<Day> {
  return fc.integer({ min: day(first), max: day(last) }).map(dayFromNumber);
}

/** Any quarter from the first to the last. */
export function quarterBetween(first: string, last: string): fc.Arbitrary<CalendarQuarter> {
  const from = quarter(first);
  return fc.nat(quarter(last) - from).map((count) => addQuarters(from, count));
}

export const anyQuarter = fc.constantFrom(...QUARTERS);

/** A day on which some, all or none of the facts are known. */
export const anyDay = dayBetween('2023-12-01', '2027-02-01');

const anyFact = fc.record({
  of: anyQuarter,
  isAnnual: fc.nat(20).map((n) => n === 0),
  concept: fc.constantFrom('CAPEX', 'CAPEX_INCLUDING_LEASES', 'REVENUE'),
  definition: fc.constantFrom(FIRST, SECOND),
  quality: fc.constantFrom(...QUALITIES),
  tenThousandths: fc.integer({ min: -1e8, max: 1e14 }),
  lateness: fc.constantFrom(30, 31, 120, 395),
});

/** Facts of two years: in two definitions, with restatements, ties, gaps and a few annual figures. */
export const anyFacts = fc
  .array(anyFact, { minLength: 20, maxLength: 90, size: 'max' })
  .map((facts) =>
    facts.map(({ of, isAnnual, tenThousandths, lateness, ...details }, id) => {
      const { start, end } = fiscalPeriodOf(of, 12);
      return fact(formatCalendarQuarter(of), (tenThousandths / 1e4).toFixed(4), {
        ...details,
        id,
        periodStart: isAnnual ? addDays(end, -364) : start,
        publishedOn: addDays(end, lateness),
      });
    }),
  );
