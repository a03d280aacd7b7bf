import { expect, test } from 'vitest';
import { explain } from './explanations/explanation.ts';
import type { FactRecord } from './fact-columns.ts';
import { amount, fact, madeUp, period } from './testing.ts';

const toDate = (end: string, of: string, value: number, details: Partial<FactRecord> = {}) =>
  fact(of, value, { ...period('2024-01-01', end), ...details });

const year = (details: Partial<FactRecord> = {}) => [
  fact('2024Q1', 10e6, details),
  toDate('2024-06-30', '2024Q2', 22e6),
  toDate('2024-12-31', '2024Q4', 56e6, details),
  toDate('2024-09-30', '2024Q3', 36e6),
];

const figureOf = (facts: readonly FactRecord[], of: string) =>
  amount(madeUp(facts), 'capex', of).figures[0]!;

test('a figure that was reported as such is its fact, with its quality', () => {
  const figure = figureOf(year(), '2024Q1');
  expect([figure.value, figure.isDifference, figure.quality]).toEqual([10e6, false, 'REPORTED']);
  expect(figure.facts.map(({ value }) => value)).toEqual([10e6]);
});

test('a difference has what it is taken from before what is taken off', () => {
  const figure = figureOf(year(), '2024Q4');
  expect([figure.value, figure.exact.toFixed(), figure.isDifference]).toEqual([
    20e6,
    '20000000',
    true,
  ]);
  expect(figure.facts.map(({ value }) => value)).toEqual([56e6, 36e6]);
  expect(explain(amount(madeUp(year()), 'capex', '2024Q4'))).toBe(
    'Capex of Acme, 2024Q4: 20 m USD = 56 m of the 4 quarters to 2024Q4, published 2025-01-30, − 36 m of the 3 quarters to 2024Q3, published 2024-10-30 (first; derived)',
  );
});

test('a difference is derived, and estimated if any of what it is taken from is', () => {
  expect(figureOf(year(), '2024Q4').quality).toBe('DERIVED');
  const estimated = year({ quality: 'ESTIMATED' });
  expect(
    ['2024Q1', '2024Q2', '2024Q3', '2024Q4'].map((of) => figureOf(estimated, of).quality),
  ).toEqual(['ESTIMATED', 'ESTIMATED', 'DERIVED', 'ESTIMATED']);
});

test('a difference is not known before all that it is taken from', () => {
  const known = (asOf: string) => amount(madeUp(year(), { asOf }), 'capex', '2024Q4').value();
  expect(known('2025-01-29')).toBeNull();
  expect(known('2025-01-30')).toBe(20e6);
});
