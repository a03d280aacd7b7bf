import fc from 'fast-check';
import { expect, test } from 'vitest';
import { screenVariables } from '../src/queries/screen-variables.ts';
import {
  endOf,
  periodAfter,
  quarterAfter,
  quarterOfDay,
  quartersBetween,
  runsWords,
} from '../src/state/quarters.ts';
import { START } from '../src/state/view.ts';

const quarter = fc
  .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => `${year}Q${number}`);

test('quarters are counted forth and back, and between two of them each stands once', () => {
  fc.assert(
    fc.property(quarter, fc.integer({ min: 0, max: 40 }), (from, count) => {
      const to = quarterAfter(from, count);
      expect(quarterAfter(to, -count)).toBe(from);
      const between = quartersBetween(from, to);
      expect(between).toHaveLength(count + 1);
      expect([between[0], between.at(-1)]).toEqual([from, to]);
      expect(between).toEqual([...new Set(between)].sort());
    }),
  );
  expect(quartersBetween('2025Q1', '2024Q4')).toEqual([]);
});

test('of quarters in their order, neighbours are told together', () => {
  expect(runsWords(['2020Q3', '2020Q4', '2021Q1', '2021Q3', '2022Q1', '2022Q2'])).toBe(
    '2020Q3 to 2021Q1, 2021Q3, 2022Q1 to 2022Q2',
  );
  expect(runsWords([])).toBe('');
});

test('the period beside another is of its kind', () => {
  expect([periodAfter('2025Q4', 1), periodAfter('FY2025', -1), periodAfter('2025', 1)]).toEqual([
    '2026Q1',
    'FY2024',
    '2026',
  ]);
  expect(periodAfter('soon', 1)).toBeUndefined();
});

test('a quarter ends in its last month, and has its days', () => {
  expect([endOf('2026Q2'), endOf('2020Q4')]).toEqual(['June 2026', 'December 2020']);
  expect(['2025-01-01', '2025-06-30', '2025-12-31'].map(quarterOfDay)).toEqual([
    '2025Q1',
    '2025Q2',
    '2025Q4',
  ]);
});

test('conditions are asked in the API’s units, and two of one figure are a range', () => {
  const view = {
    ...START,
    which: 'every' as const,
    where: ['capexToRevenue.over.33', 'capexToRevenue.under.50', 'freeCashFlow.under.-1.5'],
    whose: 'CN',
    order: 'freeCashFlow' as const,
    first: 'least' as const,
    from: '2024Q1',
  };
  expect(screenVariables(view, '2026Q2')).toEqual({
    where: {
      capexToRevenue: { gt: 0.33, lt: 0.5 },
      freeCashFlow: { lt: -1_500_000_000 },
      countries: ['CN'],
      from: '2024Q1',
    },
    orderBy: { field: 'FREE_CASH_FLOW', direction: 'ASC' },
    asOf: null,
    after: null,
  });
  const newest = { ...view, which: 'newest' as const, whose: 'us-cloud', where: [] };
  expect(screenVariables(newest, '2026Q2').where).toEqual({ group: 'us-cloud', from: '2025Q2' });
});
