import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPANIES, view } from '../test/reviewed-views.ts';
import { anyDay, anyFacts, anyQuarter } from './arbitraries.testing.ts';
import { firstDayOf, formatCalendarQuarter } from './calendar-quarter.ts';
import { END_OF_TIME, formatDay } from './day.ts';
import { ExchangeRates } from './exchange-rates.ts';
import type { FactRecord } from './fact-columns.ts';
import { figureItem, RATIOS, SCREENED, type Screened } from './measures.ts';
import { type Quarter, quartersOf } from './quarter.ts';
import { cellOf, isFiltered, isMoney, meaningOf } from './screened.ts';
import { keysOf } from './table.ts';
import { FIRST, notDisclosed, quarter, quarterOf, rate, series, viewOf } from './testing.ts';
import type { View } from './view.ts';
import { CONCEPTS, CURRENCIES, SPANS, WINDOWS } from './vocabulary.ts';

const FIGURES = keysOf(SCREENED);

/** What the quarter's own field has for a value. */
function fieldOf(figure: Screened, quarter: Quarter): number | null {
  const entry = SCREENED[figure];
  const ratio = (name: keyof typeof RATIOS) => {
    const { numerator, denominator } = RATIOS[name];
    return quarter.ratio(figureItem(numerator), figureItem(denominator), WINDOWS.QUARTER);
  };
  if ('ratio' in entry) return ratio(entry.ratio).value;
  if ('change' in entry) return ratio(entry.change).change(SPANS[entry.over]).value;
  const amount = (name: Parameters<typeof figureItem>[0], window = WINDOWS.QUARTER) =>
    quarter.amount(figureItem(name), window);
  if ('growth' in entry) return amount(entry.growth).growth(SPANS[entry.over]).value;
  return amount(entry.amount, WINDOWS['window' in entry ? entry.window : 'QUARTER']).value();
}

/** Compares every figure of a view's quarters, and counts those that are there. */
function compare(view: View, there: Map<Screened, number>): void {
  for (const of of quartersOf(view)) {
    for (const figure of FIGURES) {
      const value = fieldOf(figure, of);
      expect(cellOf(figure)(view, of.calendarQuarter)).toBe(value ?? Number.NaN);
      if (value !== null) there.set(figure, (there.get(figure) ?? 0) + 1);
    }
  }
}

/** Facts of all concepts, in two definitions of a currency each, with restatements, gaps, years to date, long numbers and zeros. */
const anyCompany = fc
  .tuple(fc.array(anyFacts, { minLength: 4, maxLength: 6 }), fc.infiniteStream(fc.nat(999)))
  .map(([facts, numbers]) =>
    facts.flat().map((fact) => {
      const number = numbers.next().value;
      const isToDate = number % 10 < 3;
      return {
        ...fact,
        concept: CONCEPTS[number % CONCEPTS.length]!,
        currency: fact.definition === FIRST ? ('USD' as const) : ('CNY' as const),
        // More digits than a double holds, or none.
        value: number % 10 === 9 ? '0' : number % 2 ? `${fact.value}123456789` : fact.value,
        periodStart: isToDate ? firstDayOf(quarter(`${yearOf(fact)}Q1`)) : fact.periodStart,
      };
    }),
  );

const yearOf = ({ periodEnd }: FactRecord) => formatDay(periodEnd).slice(0, 4);

/** Rates of some quarters. */
const anyRates = fc
  .array(anyQuarter)
  .map(
    (without) =>
      new ExchangeRates(
        ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4']
          .filter((of) => !without.map(formatCalendarQuarter).slice(0, 2).includes(of))
          .flatMap((of, place) => [
            rate('USD', 'CNY', of, `7.${place}`),
            rate('USD', 'EUR', of, `0.9${place}`),
          ]),
      ),
  );

test('a cell is what the field of its quarter answers, whatever was reported, in any currency and as of any day', () => {
  const there = new Map<Screened, number>();
  fc.assert(
    fc.property(
      anyCompany,
      anyRates,
      fc.constantFrom(undefined, ...CURRENCIES),
      fc.oneof(fc.constant(END_OF_TIME), anyDay),
      (facts, rates, currency, asOf) => {
        const company = series(facts, {}, [notDisclosed('CLOUD_REVENUE', '2024Q3')]);
        compare(viewOf(company, rates, { currency, asOf }), there);
      },
    ),
    { numRuns: 25 },
  );
  for (const figure of FIGURES)
    expect([figure, there.get(figure)]).not.toEqual([figure, undefined]);
});

test('a cell is what the field of its quarter answers, of every company', () => {
  const there = new Map<Screened, number>();
  for (const company of COMPANIES) {
    for (const currency of [undefined, 'USD', 'EUR'] as const) {
      for (const asOf of [undefined, '2023-12-31']) {
        compare(view(company, { currency, asOf }), there);
      }
    }
  }
  expect(Math.min(...FIGURES.map((figure) => there.get(figure) ?? 0))).toBeGreaterThan(100);
});

test('a figure that is missing is not a number', () => {
  const tencent = view('tencent');
  const { calendarQuarter } = quarterOf(tencent, '2025Q2');
  expect(cellOf('capexToCloudRevenue')(tencent, calendarQuarter)).toBeNaN();
});

test('amounts are money; ratios, growth and changes are not', () => {
  expect(FIGURES.filter((figure) => !isMoney(figure))).toEqual(
    FIGURES.filter((figure) => /To|Over/.test(figure)),
  );
});

test('an amount of twelve months orders quarters, but filters none', () => {
  expect(FIGURES.filter((figure) => !isFiltered(figure))).toEqual(['capexTrailingTwelveMonths']);
});

test('each figure says over what time it is', () => {
  expect(meaningOf('capex')).toMatch(/Of the quarter\.$/);
  expect(meaningOf('capexTrailingTwelveMonths')).toMatch(/Of the trailing twelve months\.$/);
  expect(meaningOf('capexGrowthOverYear')).toBe('Growth of capex over the year, like for like.');
  expect(meaningOf('capexToRevenueChangeOverYear')).toBe(
    'Change of capex over revenue over the year, like for like.',
  );
});
