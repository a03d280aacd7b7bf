import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import { amount, OVER_QUARTER, OVER_YEAR, TWELVE_MONTHS } from './testing.ts';

const asOf = '2025-09-01';
const percent = (fraction: number | null) => Number((fraction! * 100).toFixed(2));

test.each([
  ['alibaba', 57.14, 219.79],
  ['tencent', -30.46, 118.89],
  ['baidu', 31.03, 79.41],
])('%s: capex in 2025Q2 grew by %d % over the quarter and by %d % over the year', (...row) => {
  const [company, overQuarter, overYear] = row;
  const capex = amount(view(company, { asOf }), 'capex', '2025Q2');
  expect(percent(capex.growth(OVER_QUARTER).value)).toBe(overQuarter);
  expect(percent(capex.growth(OVER_YEAR).value)).toBe(overYear);
});

test.each([
  ['2024Q2', 18.85],
  ['2024Q3', 20.38],
])('microsoft: cloud revenue in %s grew by %d % over the year', (of, expected) => {
  const known = view('microsoft', { asOf });
  expect(percent(amount(known, 'cloudRevenue', of).growth(OVER_YEAR).value)).toBe(expected);
  expect(percent(amount(view('microsoft'), 'cloudRevenue', of).growth(OVER_YEAR).value)).toBe(
    expected,
  );
});

test('alibaba: cloud revenue in 2023Q2 grew by 2.91 % over the year, as known today', () => {
  expect(percent(amount(view('alibaba'), 'cloudRevenue', '2023Q2').growth(OVER_YEAR).value)).toBe(
    2.91,
  );
});

test.each([
  ['microsoft', 64_551, 88_200],
  ['amazon', 107_656, 107_656],
  ['alphabet', 66_980, 66_980],
  ['meta', 52_162, 54_742],
])('%s: capex of twelve months to 2025Q2 was %d m USD, on the headline basis %d', (...row) => {
  const [company, cash, headline] = row;
  const known = view(company, { asOf });
  expect(amount(known, 'capex', '2025Q2', TWELVE_MONTHS).value(1e6)).toBe(cash);
  expect(amount(known, 'headlineCapex', '2025Q2', TWELVE_MONTHS).value(1e6)).toBe(headline);
});
