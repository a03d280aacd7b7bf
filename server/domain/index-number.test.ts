import { expect, test } from 'vitest';
import { COMPANIES, groupView, view } from '../test/reviewed-views.ts';
import type { Amount } from './amount.ts';
import { explain } from './explanations/explanation.ts';
import { IndexNumber } from './index-number.ts';
import { amount, gaps, OVER_QUARTER, OVER_YEAR, quarter, TWELVE_MONTHS } from './testing.ts';

/** A quarter's amount as an index that is 100 in another. */
const index = (of: Amount, base: string) =>
  new IndexNumber(of.growth(OVER_QUARTER, of.calendarQuarter - quarter(base)));

test('an index is an amount in percent of that of its base, and says so with both', () => {
  const found = index(amount(view('alibaba'), 'capex', '2025Q2'), '2025Q1');
  expect(found.value).toBeCloseTo((38_676 / 24_612) * 100, 10);
  expect(explain(found)).toBe('38,676 m CNY (2025Q2) / 24,612 m CNY (2025Q1) × 100 = 157.1');
});

test('it is 100 in its base', () => {
  for (const company of COMPANIES) {
    const known = view(company).knownQuarters();
    const revenue = amount(view(company), 'revenue', '2025Q1');
    expect(known).toContain(quarter('2025Q1'));
    expect(index(revenue, '2025Q1').value).toBe(100);
  }
});

test('before its base, it is compared with what comes later, both in one definition', () => {
  const before = amount(view('microsoft'), 'cloudRevenue', '2023Q2');
  const found = index(before, '2024Q2');
  expect([found.to.definitions, found.from.definitions]).toEqual([
    ['intelligent-cloud'],
    ['intelligent-cloud'],
  ]);
  expect(found.value).toBeCloseTo((23_993 / 28_515) * 100, 10);
  const after = amount(view('microsoft'), 'cloudRevenue', '2024Q2').growth(OVER_YEAR);
  expect(found.value).toBeCloseTo(100 / (1 + after.value!), 10);
  expect(explain(found)).toContain('like for like: Microsoft as intelligent-cloud');
});

test('where no definition has both quarters, there is none', () => {
  const found = index(amount(view('alibaba'), 'cloudRevenue', '2026Q2'), '2026Q1');
  expect(found.value).toBeNull();
  expect(gaps(found)).toEqual(['CLOUD_REVENUE 2026Q1 NOT_COMPARABLE']);
});

test('a base that is missing, or zero or less, is named with its reason', () => {
  const cash = amount(view('amazon'), 'operatingCashFlow', '2023Q1');
  expect(gaps(index(cash, '2022Q1'))).toEqual(['OPERATING_CASH_FLOW 2022Q1 NOT_MEANINGFUL']);
  expect(gaps(index(cash, '1999Q1'))).toEqual(['OPERATING_CASH_FLOW 1999Q1 OUT_OF_RANGE']);
  expect(gaps(index(cash, '2099Q1'))).toEqual(['OPERATING_CASH_FLOW 2099Q1 NOT_YET_PUBLISHED']);
});

test('its bounds are what rounding leaves open, and hold it', () => {
  const { bounds, value } = index(amount(view('baidu'), 'capex', '2025Q2'), '2025Q1');
  expect(bounds!.low).toBeCloseTo((3.75 / 2.95) * 100, 3);
  expect(bounds!.high).toBeCloseTo((3.85 / 2.85) * 100, 3);
  expect(value).toBeGreaterThan(bounds!.low);
  expect(value).toBeLessThan(bounds!.high);
});

test('a group is added up before it is compared, each member like for like', () => {
  const capex = amount(groupView('china-hyperscalers'), 'capex', '2025Q2', TWELVE_MONTHS);
  const growth = capex.growth(OVER_YEAR);
  const found = index(capex, '2024Q2');
  expect(found.value).toBeCloseTo((1 + growth.value!) * 100, 8);
});
