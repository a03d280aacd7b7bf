import { expect, test } from 'vitest';
import { REVIEWED_RATES, view } from '../test/reviewed-views.ts';
import { amount, fact, gaps, madeUp, OVER_QUARTER, OVER_YEAR, series, viewOf } from './testing.ts';
import { WINDOWS } from './vocabulary.ts';

test('growth is to over from, less one, over the quarter or over the year', () => {
  const known = view('alibaba', { asOf: '2025-09-01' });
  const capex = amount(known, 'capex', '2025Q2');
  expect(capex.growth(OVER_QUARTER).value).toBeCloseTo(38_676 / 24_612 - 1, 12);
  expect(capex.growth(OVER_YEAR).value).toBeCloseTo(38_676 / 12_094 - 1, 12);
  expect(capex.growth(OVER_YEAR).from.value(1e6)).toBe(12_094);
  expect(capex.growth(OVER_YEAR).to.value(1e6)).toBe(38_676);
});

test('growth from a loss is not meaningful, and the gap names the quarter of the loss', () => {
  const growth = amount(view('amazon'), 'operatingCashFlow', '2023Q1').growth(OVER_YEAR);
  expect([growth.from.value(1e6), growth.to.value(1e6)]).toEqual([-2_790, 4_788]);
  expect([growth.value, growth.quality]).toEqual([null, null]);
  expect(gaps(growth)).toEqual(['OPERATING_CASH_FLOW 2022Q1 NOT_MEANINGFUL']);
});

test('growth from zero is not meaningful, growth to zero or below is', () => {
  const flow = { concept: 'OPERATING_CASH_FLOW' } as const;
  const known = madeUp([
    fact('2025Q1', 0, flow),
    fact('2025Q2', 100, flow),
    fact('2025Q3', -50, flow),
  ]);
  const growth = (of: string) => amount(known, 'operatingCashFlow', of).growth(OVER_QUARTER);
  expect(gaps(growth('2025Q2'))).toEqual(['OPERATING_CASH_FLOW 2025Q1 NOT_MEANINGFUL']);
  expect(growth('2025Q3').value).toBe(-1.5);
  expect(gaps(growth('2025Q3'))).toEqual([]);
});

test('growth needs the quarter that it looks back to, and no other', () => {
  const known = madeUp([fact('2024Q2', 100), fact('2025Q2', 150)]);
  expect(amount(known, 'capex', '2025Q2').growth(OVER_YEAR).value).toBe(0.5);
  expect(gaps(amount(known, 'capex', '2025Q2').growth(OVER_QUARTER))).toEqual([
    'CAPEX 2025Q1 NOT_IN_DATASET',
  ]);
});

test('growth without a figure of either quarter names both, the older one first', () => {
  const known = madeUp([fact('2025Q1', 100)]);
  expect(gaps(amount(known, 'capex', '2025Q3').growth(OVER_YEAR))).toEqual([
    'CAPEX 2024Q3 OUT_OF_RANGE',
    'CAPEX 2025Q3 NOT_YET_PUBLISHED',
  ]);
});

test('growth without an exchange rate of either quarter is missing', () => {
  const toEuro = amount(view('alibaba', { currency: 'EUR' }), 'capex', '2026Q2').growth(
    OVER_QUARTER,
  );
  expect(toEuro.from.value()).not.toBeNull();
  expect(toEuro.value).toBeNull();
  expect(gaps(toEuro)).toEqual(['CAPEX 2026Q2 NO_EXCHANGE_RATE']);
  const older = series([fact('2019Q4', 1), fact('2020Q4', 2)]);
  const toYuan = amount(viewOf(older, REVIEWED_RATES, { currency: 'CNY' }), 'capex', '2020Q4');
  expect(toYuan.growth(OVER_YEAR).to.value()).not.toBeNull();
  expect(gaps(toYuan.growth(OVER_YEAR))).toEqual(['CAPEX 2019Q4 NO_EXCHANGE_RATE']);
});

test('growth of a sum to date over the quarter means nothing, of whatever length the other sum is and whether it is known', () => {
  const known = madeUp(
    ['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1'].map((of, place) => fact(of, 10 + place)),
  );
  for (const of of ['2024Q2', '2024Q4', '2025Q1']) {
    const capex = amount(known, 'capex', of, WINDOWS.CALENDAR_YEAR_TO_DATE);
    expect(gaps(capex.growth(OVER_QUARTER))).toEqual([`CAPEX ${of} NOT_MEANINGFUL`]);
  }
  const none = amount(known, 'revenue', '2024Q4', WINDOWS.CALENDAR_YEAR_TO_DATE);
  expect(gaps(none.growth(OVER_QUARTER))).toEqual(['REVENUE 2024Q4 NOT_MEANINGFUL']);
});
