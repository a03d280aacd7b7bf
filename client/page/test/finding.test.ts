import { expect, test } from 'vitest';
import { findingOf, outgrown } from '../src/charts/finding.ts';
import type { ChartData } from '../src/charts/model.ts';
import { START, type View } from '../src/state/view.ts';

const PERIODS = ['2025Q1', '2025Q2', '2025Q3'];

function dataOf(
  kind: ChartData['unit']['kind'],
  values: Record<string, (number | null)[]>,
  isDifference = false,
): ChartData {
  const lines = Object.entries(values).map(([name, all]) => ({
    key: name,
    name,
    colour: '',
    parts: [],
    leftOut: [],
    points: all.map((value, index) => ({
      period: PERIODS[index]!,
      value,
      text: '',
      isEstimated: false,
      reason: value === null ? 'not yet published' : '',
      isOpen: false,
      isToCome: false,
      span: '',
      href: '',
      label: '',
    })),
  }));
  const unit = { kind, currency: 'USD', isDifference, isChange: false };
  return { periods: PERIODS, lines, unit, csv: '' };
}

const finding = (view: Partial<View>, data: ChartData) => findingOf({ ...START, ...view }, data);

test('amounts are compared in one period, the newest that most have, and what ends there says why', () => {
  const data = dataOf('MONEY', { East: [1e9, 2e9, null], West: [10e9, 12e9, 30e9] });
  expect(finding({}, data)).toBe(
    'West spent $12.0B in 2025Q2, 6.0 times the $2.0B of East; figures of East end in 2025Q2 (not yet published)',
  );
});

test('of many, one whose figures end early does not hold the others back, and is told', () => {
  const many = { A: [1e9, 1e9, 9e9], B: [1e9, 1e9, 3e9], C: [1e9, 1e9, 2e9], D: [1e9, 1e9, 1e9] };
  const data = dataOf('MONEY', { ...many, E: [1e9, 1e9, null] });
  expect(finding({}, data)).toBe(
    'A spent $9.0B in 2025Q3, 3.0 times the $3.0B of B; figures of E end in 2025Q2 (not yet published)',
  );
  const later = { ...many, A: [1e9, 9e9, null], B: [1e9, 3e9, null], C: [1e9, 2e9, null] };
  expect(finding({}, dataOf('MONEY', later))).toBe(
    'A spent $9.0B in 2025Q2, 3.0 times the $3.0B of B',
  );
});

test('growth says in how many of the quarters with both the second was faster', () => {
  const data = dataOf('FRACTION', { West: [0.1, 0.2, 0.3], East: [0.2, null, 0.5] }, true);
  expect([...outgrown(data)]).toEqual([0, 2]);
  expect(finding({ show: 'GROWTH_YEAR' }, data)).toBe(
    'East grew faster than West in 2 of 2 quarters (1 more cannot be compared); in 2025Q3: +50.0% against +30.0%',
  );
});

test('what falls by less is not said to grow', () => {
  const data = dataOf('FRACTION', { West: [-0.3, -0.2, 0.3], East: [-0.2, -0.1, 0.2] }, true);
  expect(finding({ show: 'GROWTH_YEAR' }, data)).toMatch(
    /^East fell less than West in 2 of 3 quarters;/,
  );
});

test('a group is not compared with a part of it', () => {
  const { lines, ...rest } = dataOf('MONEY', { World: [3e9, 4e9, 5e9], West: [2e9, 2e9, 2e9] });
  const parts = ['West', 'East'].map((key) => ({ ...lines[1]!, key }));
  const data = { ...rest, lines: [{ ...lines[0]!, parts }, lines[1]!] };
  expect(finding({}, data)).toBe('World spent $5.0B in 2025Q3, of which West $2.0B');
});

test('ratios say of what they are a part', () => {
  const data = dataOf('FRACTION', { West: [0.1, 0.2, 0.3], East: [0.2, 0.3, 0.25] });
  expect(finding({ over: 'REVENUE' }, data)).toBe(
    'Capital expenditures of West came to 30.0% of revenue in 2025Q3, of East to 25.0%',
  );
});

test('where nothing is known of what is asked, the finding says so', () => {
  const data = dataOf('MONEY', { West: [null, null, null] });
  expect(finding({}, data)).toBe('No figure is known of capital expenditures here');
});
