import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import { SCREENED, type Screened } from './measures.ts';
import { isFiltered, isMoney, meaningOf, screenedValue } from './screened.ts';
import { keysOf } from './table.ts';
import { amount, OVER_YEAR, quarterOf, ratio, TWELVE_MONTHS } from './testing.ts';

const alibaba = view('alibaba', { asOf: '2025-09-01' });
const june = quarterOf(alibaba, '2025Q2');

test.each<[Screened, number | null]>([
  ['capex', amount(alibaba, 'capex', '2025Q2').value()],
  ['capexTrailingTwelveMonths', amount(alibaba, 'capex', '2025Q2', TWELVE_MONTHS).value()],
  ['capexToRevenue', ratio(alibaba, 'capex', 'revenue', '2025Q2').value],
  ['capexGrowthOverYear', amount(alibaba, 'capex', '2025Q2').growth(OVER_YEAR).value],
])('quarters are screened by their own figures: %s', (figure, value) => {
  expect(value).not.toBeNull();
  expect(screenedValue(figure)(june)).toBe(value);
});

test('a figure that is missing is null', () => {
  const tencent = quarterOf(view('tencent'), '2025Q2');
  expect(screenedValue('capexToCloudRevenue')(tencent)).toBeNull();
});

test('amounts are money, ratios and growth are not', () => {
  expect(keysOf(SCREENED).filter(isMoney)).toEqual(['capex', 'capexTrailingTwelveMonths']);
});

test('an amount of twelve months orders quarters, but filters none', () => {
  expect(isFiltered('capexTrailingTwelveMonths')).toBe(false);
  expect(isFiltered('capex')).toBe(true);
});

test('each figure says over what time it is', () => {
  expect(meaningOf('capex')).toMatch(/Of the quarter\.$/);
  expect(meaningOf('capexTrailingTwelveMonths')).toMatch(/Of the trailing twelve months\.$/);
  expect(meaningOf('capexGrowthOverYear')).toBe('Growth of capex over the year.');
});
