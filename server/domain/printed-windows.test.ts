import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, formatDay } from './day.ts';
import { explain } from './explanations/explanation.ts';
import type { FactRecord } from './fact-columns.ts';
import {
  amount,
  day,
  fact,
  gaps,
  madeUp,
  period,
  quarter,
  SECOND,
  TWELVE_MONTHS,
  type ViewOptions,
} from './testing.ts';
import { WINDOWS } from './vocabulary.ts';
import { since } from './window.ts';

const IN_2024 = ['2024Q1', '2024Q2', '2024Q3', '2024Q4'];
const YEAR_2024 = period('2024-01-01', '2024-12-31');
const ON_YEAR_END_DAY = { publishedOn: day('2025-01-30') };

/** A print in whole units, so that a year may be off by one from its quarters. */
const print = (of: string, value: number, details: Partial<FactRecord> = {}) =>
  fact(of, value, { roundedTo: 1, ...details });

/** Four quarters of a hundred, the last one printed with the year. */
const QUARTERS = IN_2024.map((of) => print(of, 100));

/** A print of the whole year. */
const year = (value: number, details: Partial<FactRecord> = {}) =>
  print('2024Q4', value, { ...YEAR_2024, ...ON_YEAR_END_DAY, ...details });

/** Every window that is exactly the year. */
const WHOLE_YEAR = {
  'the twelve months': TWELVE_MONTHS,
  'the fiscal year': WINDOWS.FISCAL_YEAR_TO_DATE,
  'the calendar year': WINDOWS.CALENDAR_YEAR_TO_DATE,
  'all since its first quarter': since(quarter('2024Q1')),
};

/** What the year 2024 is, the same over each of them. */
function yearOf(facts: readonly FactRecord[], options: ViewOptions = {}): number | null {
  const known = madeUp(facts, options);
  const values = Object.values(WHOLE_YEAR).map((window) =>
    amount(known, 'capex', '2024Q4', window).value(),
  );
  expect(new Set(values).size).toBe(1);
  return values[0]!;
}

test('a print of exactly a window is its amount, over every window that it is exactly', () => {
  expect(yearOf(QUARTERS)).toBe(400);
  expect(yearOf([...QUARTERS, year(401)])).toBe(401);
  for (const [words, window] of Object.entries(WHOLE_YEAR)) {
    const capex = amount(madeUp([...QUARTERS, year(401)]), 'capex', '2024Q4', window);
    expect(
      capex.facts.map(({ value }) => value),
      words,
    ).toEqual([401]);
    expect(explain(capex)).toMatch(/published 2025-01-30 \(first\)$/);
  }
});

test('a print is counted in any unit as exactly as it is printed', () => {
  const printed = year(0, { value: '5916294568.5193', roundedTo: 0 });
  const capex = amount(madeUp([printed]), 'capex', '2024Q4', TWELVE_MONTHS);
  expect(capex.value(1e9)).toBe(5.9162945685193);
});

test('a converted window is the sum of its quarters, whatever is printed', () => {
  expect(yearOf([...QUARTERS, year(401)], { currency: 'CNY' })).toBe(2800);
});

test('a print is not the amount of another window', () => {
  const facts = [...QUARTERS, print('2025Q1', 100), year(401)];
  const known = madeUp(facts);
  expect(amount(known, 'capex', '2025Q1', TWELVE_MONTHS).value()).toBe(400);
  expect(amount(known, 'capex', '2024Q3', WINDOWS.CALENDAR_YEAR_TO_DATE).value()).toBe(300);
  expect(amount(known, 'capex', '2024Q4', since(quarter('2024Q2'))).value()).toBe(300);
});

test('twelve months that end within the year have a print of their own', () => {
  const facts = ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1', '2025Q2'].map((of) =>
    print(of, 100),
  );
  const twelve = print('2025Q2', 402, period('2024-07-01', '2025-06-30'));
  const known = madeUp([...facts, twelve]);
  expect(amount(known, 'capex', '2025Q2', TWELVE_MONTHS).value()).toBe(402);
  expect(amount(known, 'capex', '2025Q2', since(quarter('2024Q3'))).value()).toBe(402);
  expect(amount(known, 'capex', '2025Q1', TWELVE_MONTHS).value()).toBe(400);
});

test.each(
  IN_2024,
)('after a restatement of %s the year is the sum, until the year is printed anew', (of) => {
  const restated = print(of, 120, { publishedOn: day('2025-04-30') });
  const facts = [...QUARTERS, year(401), restated];
  expect(yearOf(facts, { asOf: '2025-04-29' })).toBe(401);
  expect(yearOf(facts)).toBe(420);
  const anew = year(421, { publishedOn: day('2026-01-30') });
  expect(yearOf([...facts, anew])).toBe(421);
});

test('a quarter printed again as it was, or rounded, leaves the print of the year', () => {
  const again = print('2024Q2', 100, { publishedOn: day('2025-07-30') });
  const rounded = print('2024Q3', 0, { publishedOn: day('2025-10-30'), roundedTo: 1000 });
  expect(yearOf([...QUARTERS, year(401), again, rounded])).toBe(401);
});

test('a print of the year that only rounds the one before changes nothing; an exacter one does', () => {
  const exact = year(401, { roundedTo: 1 });
  const later = { publishedOn: day('2026-01-30') };
  expect(yearOf([...QUARTERS, exact, year(400, { ...later, roundedTo: 10 })])).toBe(401);
  const coarse = year(400, { roundedTo: 10 });
  expect(yearOf([...QUARTERS, coarse, year(401, { ...later, roundedTo: 1 })])).toBe(401);
  expect(yearOf([...QUARTERS, exact, year(430, { ...later, roundedTo: 10 })])).toBe(430);
});

test('a print in another definition than that of the quarters is not their amount', () => {
  expect(yearOf([...QUARTERS, year(500, { definition: SECOND })])).toBe(400);
});

test('a print that cannot be true is not the amount', () => {
  const quarters = IN_2024.map((of) => fact(of, 100_000_000));
  const inThousands = year(400_000);
  expect(yearOf([...quarters, inThousands])).toBe(400_000_000);
});

test('a year is known by its print where its quarters are not', () => {
  expect(yearOf([year(401)])).toBe(401);
  expect(yearOf([...QUARTERS.slice(0, 1), ...QUARTERS.slice(3), year(401)])).toBe(401);
  expect(gaps(amount(madeUp([year(401)]), 'capex', '2024Q4'))).toEqual([
    'CAPEX 2024Q4 NOT_DERIVABLE',
  ]);
  const inYuan = amount(madeUp([year(401)], { currency: 'CNY' }), 'capex', '2024Q4', TWELVE_MONTHS);
  expect([inYuan.value(), gaps(inYuan).length]).toEqual([null, 4]);
});

// Any history of restated quarters and years, one value a day, in whole units.

const restatements = fc.array(
  fc.record({
    /** A quarter of the year, or the year. */
    of: fc.constantFrom(0, 1, 2, 3, 4),
    value: fc.constantFrom(70, 80, 90, 100, 110, 120),
    after: fc.integer({ min: 1, max: 400 }),
  }),
  { maxLength: 6 },
);

type Restatement = { of: number; value: number; after: number };

const FIRST_DAY = day('2025-01-30');

function factsOf(changes: readonly Restatement[]): FactRecord[] {
  return [
    ...QUARTERS,
    year(401),
    ...changes.map(({ of, value, after }) => {
      const details = { publishedOn: addDays(FIRST_DAY, after) };
      return of === 4 ? year(4 * value + 1, details) : print(IN_2024[of]!, value, details);
    }),
  ].map((record, id) => ({ ...record, id }));
}

/** The newest print of the year, unless a quarter was given another value after it. */
function expectedOf(changes: readonly Restatement[], until: number): number | undefined {
  const quarters = [100, 100, 100, 100];
  let print: number | null = 401;
  for (const { of, value, after } of changes.toSorted((a, b) => a.after - b.after)) {
    if (after > until) break;
    if (of === 4) print = 4 * value + 1;
    else {
      if (quarters[of] !== value) print = null;
      quarters[of] = value;
    }
  }
  return print ?? quarters.reduce((sum, value) => sum + value);
}

test('a year is its newest print, or the sum of its quarters since one of them was restated after it', () => {
  const oneADay = restatements.filter(
    (changes) => new Set(changes.map(({ after }) => after)).size === changes.length,
  );
  fc.assert(
    fc.property(oneADay, fc.integer({ min: 0, max: 400 }), (changes, until) => {
      // A year that is printed anew without its quarters leaves open which of them it restates.
      const asOf = formatDay(addDays(FIRST_DAY, until));
      const known = changes.filter(({ of, after }) => of !== 4 || after > until);
      expect(yearOf(factsOf(known), { asOf })).toBe(expectedOf(known, until));
    }),
  );
});

test('a year as of a day is what the facts published by then make it', () => {
  fc.assert(
    fc.property(restatements, fc.integer({ min: 0, max: 400 }), (changes, until) => {
      const facts = factsOf(changes);
      const last = addDays(FIRST_DAY, until);
      const published = facts.filter(({ publishedOn }) => publishedOn <= last);
      for (const window of [WINDOWS.FISCAL_YEAR_TO_DATE, WINDOWS.QUARTER]) {
        for (const of of IN_2024.slice(2)) {
          const [then, alone] = [
            amount(madeUp(facts, { asOf: last }), 'capex', of, window),
            amount(madeUp(published), 'capex', of, window),
          ];
          expect([then.value(), gaps(then), explain(then)]).toEqual([
            alone.value(),
            gaps(alone),
            explain(alone),
          ]);
        }
      }
    }),
    { numRuns: 40 },
  );
});
