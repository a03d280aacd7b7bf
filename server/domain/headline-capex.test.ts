import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import {
  amount,
  day,
  fact,
  gaps,
  madeUp,
  OVER_QUARTER,
  OVER_YEAR,
  ratio,
  TWELVE_MONTHS,
} from './testing.ts';

const LEASES = { concept: 'CAPEX_INCLUDING_LEASES' } as const;

test('headline capex is the figure with finance leases where the company states one', () => {
  const microsoft = view('microsoft', { asOf: '2025-09-01' });
  expect(amount(microsoft, 'capex', '2025Q2').value(1e6)).toBe(17_079);
  expect(amount(microsoft, 'headlineCapex', '2025Q2').value(1e6)).toBe(24_200);
  expect(ratio(microsoft, 'headlineCapex', 'revenue', '2025Q2').value).toBeCloseTo(24_200 / 76_441);
});

test('headline capex is the cash figure where the company states no other', () => {
  const amazon = view('amazon', { asOf: '2025-09-01' });
  expect(amount(amazon, 'headlineCapex', '2025Q2').value(1e6)).toBe(32_183);
  expect(amount(amazon, 'headlineCapex', '2025Q2').growth(OVER_YEAR).value).toBe(
    amount(amazon, 'capex', '2025Q2').growth(OVER_YEAR).value,
  );
});

test('a newer cash figure does not take the place of the headline', () => {
  const later = { publishedOn: day('2026-06-30') };
  const facts = [fact('2025Q2', 120, LEASES), fact('2025Q2', 100, later)];
  expect(amount(madeUp(facts), 'headlineCapex', '2025Q2').value()).toBe(120);
  expect(amount(madeUp(facts), 'capex', '2025Q2').value()).toBe(100);
});

test('headline and cash figures are never compared or added up with one another', () => {
  const cash = ['2024Q3', '2024Q4', '2025Q1', '2025Q2'].map((of) => fact(of, 100));
  const known = madeUp([...cash, fact('2025Q1', 140, LEASES), fact('2025Q2', 150, LEASES)]);
  const headline = amount(known, 'headlineCapex', '2025Q2');
  expect(headline.value()).toBe(150);
  expect(headline.growth(OVER_QUARTER).value).toBeCloseTo(150 / 140 - 1, 12);
  expect(amount(known, 'headlineCapex', '2025Q1').growth(OVER_QUARTER).value).toBe(0);
  expect(amount(known, 'headlineCapex', '2025Q2', TWELVE_MONTHS).value()).toBe(400);
});

test('where neither the headline nor the cash figure has every quarter, none is made up', () => {
  const known = madeUp([fact('2025Q1', 100), fact('2025Q2', 150, LEASES)]);
  const growth = amount(known, 'headlineCapex', '2025Q2').growth(OVER_QUARTER);
  expect(growth.value).toBeNull();
  expect(gaps(growth)).toEqual(['CAPEX_INCLUDING_LEASES 2025Q1 NOT_COMPARABLE']);
});

test('growth from a headline of nothing names the headline', () => {
  const known = madeUp([fact('2025Q1', 0, LEASES), fact('2025Q2', 150, LEASES)]);
  expect(gaps(amount(known, 'headlineCapex', '2025Q2').growth(OVER_QUARTER))).toEqual([
    'CAPEX_INCLUDING_LEASES 2025Q1 NOT_MEANINGFUL',
  ]);
});

test('a missing headline lacks the cash figure, which would have done', () => {
  const headline = amount(view('amazon', { asOf: '2025-07-30' }), 'headlineCapex', '2025Q2');
  expect(gaps(headline)).toEqual(['CAPEX 2025Q2 NOT_YET_PUBLISHED']);
});
