import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import { weakest } from './quality.ts';
import { amount, OVER_QUARTER, OVER_YEAR, ratio, TWELVE_MONTHS } from './testing.ts';

test('the weakest of several qualities is the one that counts', () => {
  expect(weakest('REPORTED', 'REPORTED')).toBe('REPORTED');
  expect(weakest('REPORTED', 'DERIVED')).toBe('DERIVED');
  expect(weakest('ESTIMATED', 'DERIVED', 'REPORTED')).toBe('ESTIMATED');
  expect(weakest('ESTIMATED', null)).toBeNull();
});

test('a figure has the quality of its fact', () => {
  expect(amount(view('microsoft'), 'capex', '2025Q2').quality).toBe('REPORTED');
  expect(amount(view('oracle'), 'capex', '2025Q2').quality).toBe('DERIVED');
  expect(amount(view('baidu'), 'cloudRevenue', '2023Q3').quality).toBe('ESTIMATED');
});

test('one derived quarter makes a trailing sum derived', () => {
  const depreciation = amount(
    view('microsoft', { asOf: '2025-09-01' }),
    'depreciation',
    '2025Q2',
    TWELVE_MONTHS,
  );
  expect(depreciation.facts.map(({ quality }) => quality)).toEqual([
    'REPORTED',
    'REPORTED',
    'REPORTED',
    'DERIVED',
  ]);
  expect(depreciation.quality).toBe('DERIVED');
});

test('growth has the weaker quality of the two quarters, whichever it is', () => {
  const cloud = (of: string) => amount(view('baidu', { asOf: '2025-09-01' }), 'cloudRevenue', of);
  expect(cloud('2023Q2').growth(OVER_YEAR).to.quality).toBe('REPORTED');
  expect(cloud('2023Q2').growth(OVER_YEAR).quality).toBe('ESTIMATED');
  expect(cloud('2023Q3').growth(OVER_QUARTER).from.quality).toBe('REPORTED');
  expect(cloud('2023Q3').growth(OVER_QUARTER).quality).toBe('ESTIMATED');
  expect(cloud('2025Q2').growth(OVER_YEAR).quality).toBe('REPORTED');
});

test('a ratio has the weaker quality of the two amounts, whichever it is', () => {
  const known = view('baidu', { asOf: '2025-09-01' });
  expect(ratio(known, 'capex', 'cloudRevenue', '2023Q3').quality).toBe('ESTIMATED');
  expect(ratio(known, 'cloudRevenue', 'capex', '2023Q3').quality).toBe('ESTIMATED');
  expect(ratio(known, 'capex', 'cloudRevenue', '2025Q2').quality).toBe('REPORTED');
});
