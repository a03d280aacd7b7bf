import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPANIES, view } from '../test/reviewed-views.ts';
import { quarterBetween } from './arbitraries.testing.ts';
import { addQuarters, formatCalendarQuarter } from './calendar-quarter.ts';
import { CompanyAmount } from './company-amount.ts';
import { Decimal } from './decimal.ts';
import {
  amount,
  fact,
  gaps,
  madeUp,
  ONE_QUARTER,
  OVER_QUARTER,
  OVER_YEAR,
  QUARTERS,
  quarter,
  ratio,
  TWELVE_MONTHS,
  valueOfMeasure,
} from './testing.ts';
import { CURRENCIES } from './vocabulary.ts';

test('twelve months are four consecutive quarters, the last one included', () => {
  const capex = amount(view('alibaba', { asOf: '2025-09-01' }), 'capex', '2025Q2', TWELVE_MONTHS);
  expect(capex.value(1e6)).toBe(17_491 + 31_775 + 24_612 + 38_676);
  expect(capex.facts.map(({ value }) => value / 1e6)).toEqual([17_491, 31_775, 24_612, 38_676]);
});

test('a trailing sum is missing while one of its four quarters is', () => {
  const cloud = amount(view('baidu'), 'cloudRevenue', '2025Q3', TWELVE_MONTHS);
  expect([cloud.value(), cloud.exact(), cloud.quality]).toEqual([null, null, null]);
  expect([cloud.facts, cloud.exchangeRates]).toEqual([[], []]);
  expect(gaps(cloud)).toEqual(['CLOUD_REVENUE 2024Q4 NOT_IN_DATASET']);
});

test.each([
  ['a trailing sum', 4, (sum: CompanyAmount) => sum],
  ['its growth over the quarter', 5, (sum: CompanyAmount) => sum.growth(OVER_QUARTER)],
  ['its growth over the year', 8, (sum: CompanyAmount) => sum.growth(OVER_YEAR)],
])('%s needs the last %d quarters, every one of them', (_, count, measureOf) => {
  const quarters = QUARTERS.map(formatCalendarQuarter);
  for (const absent of quarters) {
    const others = ['2023Q4', ...quarters, '2026Q1'].filter((of) => of !== absent);
    const known = madeUp(others.map((of) => fact(of, 100)));
    const isNeeded = quarters.slice(-count).includes(absent);
    const measure = measureOf(amount(known, 'capex', '2025Q4', TWELVE_MONTHS));
    expect(gaps(measure)).toEqual(isNeeded ? [`CAPEX ${absent} NOT_IN_DATASET`] : []);
    expect(valueOfMeasure(measure) === null).toBe(isNeeded);
  }
});

test('a quarter that is worth nothing is not missing', () => {
  const facts = ['2024Q3', '2024Q4', '2025Q1', '2025Q2'].map((of) => fact(of, 0));
  expect(amount(madeUp(facts), 'capex', '2025Q2', TWELVE_MONTHS).value()).toBe(0);
});

test('a trailing sum is missing while one of its quarters has no exchange rate', () => {
  const capex = amount(view('alibaba', { currency: 'EUR' }), 'capex', '2026Q2', TWELVE_MONTHS);
  expect([capex.value(), capex.exact(), capex.quality]).toEqual([null, null, null]);
  expect(gaps(capex)).toEqual(['CAPEX 2026Q2 NO_EXCHANGE_RATE']);
});

test('growth and ratios of twelve months compare twelve months', () => {
  const known = view('alibaba', { asOf: '2025-09-01' });
  const capex = amount(known, 'capex', '2025Q2', TWELVE_MONTHS);
  expect(capex.growth(OVER_YEAR).value).toBeCloseTo(112_554 / 37_254 - 1, 12);
  expect(capex.growth(OVER_YEAR).from.calendarQuarter).toBe(quarter('2024Q2'));
  expect(capex.growth(OVER_QUARTER).value).toBeCloseTo(
    112_554 / (112_554 - 38_676 + 12_094) - 1,
    12,
  );
  expect(ratio(known, 'capex', 'revenue', '2025Q2', TWELVE_MONTHS).value).toBeCloseTo(0.1124682, 7);
});

test('growth of twelve months is missing while one of its eight quarters is', () => {
  const cloud = amount(view('baidu'), 'cloudRevenue', '2025Q3', TWELVE_MONTHS);
  expect(cloud.growth(OVER_YEAR).value).toBeNull();
  expect(gaps(cloud.growth(OVER_YEAR))).toEqual([
    'CLOUD_REVENUE 2023Q4 NOT_IN_DATASET',
    'CLOUD_REVENUE 2024Q4 NOT_IN_DATASET',
  ]);
});

test('a company that reports three months that end in May is summed over its own quarters', () => {
  const oracle = amount(view('oracle', { asOf: '2025-09-01' }), 'capex', '2025Q2', TWELVE_MONTHS);
  expect(oracle.value(1e6)).toBe(2_303 + 3_970 + 5_862 + 9_080);
});

test('twelve months are the sum of their four quarters in one definition, to the last cents', () => {
  const anyQuarter = quarterBetween('2022Q4', '2026Q2');
  const anyItem = fc.constantFrom('capex', 'cloudRevenue', 'operatingCashFlow');
  const anyView = fc.record({
    company: fc.constantFrom(...COMPANIES),
    currency: fc.constantFrom(...CURRENCIES),
  });
  fc.assert(
    fc.property(anyView, anyQuarter, anyItem, ({ company, currency }, last, item) => {
      const known = view(company, { currency });
      const sum = amount(known, item, last, TWELVE_MONTHS);
      fc.pre(sum.value() !== null);
      const quarters = [3, 2, 1, 0].map(
        (back) =>
          new CompanyAmount(known, sum.item, addQuarters(last, -back), ONE_QUARTER, {
            lineOf: () => sum.conceptLine,
            gaps: () => [],
          }).exact()!,
      );
      const difference = Decimal.sum(...quarters)
        .minus(sum.exact()!)
        .toNumber();
      expect(Math.abs(difference)).toBeLessThanOrEqual(
        currency === known.company.reportingCurrency ? 0 : 0.02,
      );
    }),
  );
});
