import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import {
  amount,
  FIRST,
  fact,
  gaps,
  madeUp,
  OVER_QUARTER,
  OVER_YEAR,
  ratio,
  SECOND,
  TWELVE_MONTHS,
} from './testing.ts';

test('growth takes both quarters in the first definition that has them', () => {
  const cloud = amount(view('microsoft'), 'cloudRevenue', '2024Q3');
  const { from, to, value } = cloud.growth(OVER_YEAR);
  expect([from.value(1e6), to.value(1e6)]).toEqual([20_013, 24_092]);
  expect(value).toBeCloseTo(0.2038, 4);
});

test('where the definition of the series does not reach back, growth takes the one that does', () => {
  const cloud = amount(view('microsoft'), 'cloudRevenue', '2024Q2');
  const { from, to, value } = cloud.growth(OVER_YEAR);
  expect(cloud.value(1e6)).toBe(23_785);
  expect([from.value(1e6), to.value(1e6)]).toEqual([23_993, 28_515]);
  expect(value).toBeCloseTo(0.1885, 4);
});

test('it does not matter that the definition of both was never that of the series', () => {
  const { from, to, value } = amount(view('alibaba'), 'cloudRevenue', '2023Q2').growth(OVER_YEAR);
  expect([from.value(1e6), to.value(1e6)]).toEqual([24_356, 25_065]);
  expect(value).toBeCloseTo(0.0291, 4);
});

test('figures whose quarters no definition has cannot be compared', () => {
  const growth = amount(view('alibaba'), 'cloudRevenue', '2026Q2').growth(OVER_QUARTER);
  expect([growth.from.value(1e6), growth.to.value(1e6)]).toEqual([41_626, 48_437]);
  expect([growth.value, growth.quality]).toEqual([null, null]);
  expect(gaps(growth)).toEqual(['CLOUD_REVENUE 2026Q1 NOT_COMPARABLE']);
});

test('what can be compared depends on the day', () => {
  const growth = (asOf: string) =>
    amount(view('meta', { asOf }), 'capex', '2024Q1').growth(OVER_YEAR);
  expect(gaps(growth('2024-04-24'))).toEqual(['CAPEX 2023Q1 NOT_COMPARABLE']);
  expect(growth('2024-04-25').value).toBeCloseTo(6_400 / 6_823 - 1, 12);
});

test('a trailing sum takes all four quarters in one definition', () => {
  const cloud = (asOf: string) =>
    amount(view('microsoft', { asOf }), 'cloudRevenue', '2024Q2', TWELVE_MONTHS);
  expect(cloud('2024-07-30').value(1e6)).toBe(24_259 + 25_880 + 26_708 + 28_515);
  expect(cloud('2025-07-29').value(1e6)).toBe(24_259 + 25_880 + 26_708 + 28_515);
  expect(cloud('2025-07-30').value(1e6)).toBe(20_013 + 21_525 + 22_141 + 23_785);
});

test('a trailing sum of two definitions is missing, and names the quarters that the definition of the last one lacks', () => {
  const depreciation = amount(
    view('alphabet', { asOf: '2023-11-01' }),
    'depreciation',
    '2023Q3',
    TWELVE_MONTHS,
  );
  expect(depreciation.value()).toBeNull();
  expect(gaps(depreciation)).toEqual(['DEPRECIATION_AND_AMORTIZATION 2023Q1 NOT_COMPARABLE']);
});

test('growth of a trailing sum takes all eight quarters in one definition', () => {
  const known = view('microsoft', { asOf: '2025-07-30' });
  expect(amount(known, 'cloudRevenue', '2024Q2', TWELVE_MONTHS).value(1e6)).toBe(87_464);
  const { from, to } = amount(known, 'cloudRevenue', '2024Q2', TWELVE_MONTHS).growth(OVER_YEAR);
  expect(to.value(1e6)).toBe(24_259 + 25_880 + 26_708 + 28_515);
  expect(from.value(1e6)).toBe(20_325 + 21_508 + 22_081 + 23_993);
});

test('a change of a ratio takes both quarters of each amount in one definition', () => {
  const known = view('microsoft', { asOf: '2025-09-01' });
  const then = ratio(known, 'capex', 'cloudRevenue', '2024Q2');
  expect(then.value).toBeCloseTo(13_873 / 23_785, 12);
  expect(then.change(OVER_YEAR).points).toBeCloseTo((13_873 / 28_515 - 8_943 / 23_993) * 100, 10);
  const next = ratio(known, 'capex', 'cloudRevenue', '2024Q3');
  expect(next.change(OVER_YEAR).points).toBeCloseTo((14_923 / 24_092 - 9_917 / 20_013) * 100, 10);
  expect(
    ratio(view('alibaba'), 'capex', 'cloudRevenue', '2026Q2').change(OVER_QUARTER).points,
  ).toBeNull();
});

test('of definitions that have both quarters, the one that is known in the newest quarter goes first', () => {
  const facts = [
    ...['2025Q1', '2025Q2'].map((of, place) => fact(of, 10 + place, { definition: FIRST })),
    ...['2025Q1', '2025Q2'].map((of, place) => fact(of, 20 + 20 * place, { definition: SECOND })),
  ];
  const growth = (added: typeof facts) =>
    amount(madeUp([...facts, ...added]), 'capex', '2025Q2').growth(OVER_QUARTER).value;
  expect(growth([])).toBeCloseTo(0.1, 12);
  expect(growth([fact('2025Q3', 50, { definition: SECOND })])).toBe(1);
});

test('within a definition, a restated quarter counts as restated', () => {
  const { from } = amount(view('amazon'), 'depreciation', '2023Q1').growth(OVER_YEAR);
  expect(from.value(1e6)).toBe(9_193);
});

test('an amount names the definition that it is in, if it has a value at all', () => {
  const cloud = amount(view('microsoft'), 'cloudRevenue', '2024Q2');
  expect(cloud.definitions).toEqual(['intelligent-cloud-2024']);
  expect(cloud.growth(OVER_YEAR).to.definitions).toEqual(['intelligent-cloud']);
  expect(amount(view('baidu'), 'cloudRevenue', '2025Q3', TWELVE_MONTHS).definitions).toEqual([]);
});
