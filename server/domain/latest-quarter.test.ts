import { expect, test } from 'vitest';
import { COMPANIES, view } from '../test/reviewed-views.ts';
import { formatCalendarQuarter } from './calendar-quarter.ts';
import { latestQuarterWith } from './latest-quarter.ts';
import { figureItem, ITEMS, type Item } from './measures.ts';
import { quartersOf } from './quarter.ts';
import { keysOf } from './table.ts';
import { fact, madeUp, ONE_QUARTER } from './testing.ts';

const made = madeUp([
  fact('2025Q1', 1),
  fact('2025Q1', 1, { concept: 'REVENUE' }),
  fact('2025Q2', 1),
  fact('2025Q3', 1, { concept: 'REVENUE' }),
]);

test.each<[Item[], string | null]>([
  [[], '2025Q3'],
  [['revenue'], '2025Q3'],
  [['capex'], '2025Q2'],
  [['capex', 'revenue'], '2025Q1'],
  [['capex', 'capex'], '2025Q2'],
  [['depreciation'], null],
  [['capex', 'depreciation'], null],
])('the latest quarter with %j is %s', (items, expected) => {
  const latest = latestQuarterWith(
    made,
    items.map((item) => figureItem(item)),
  );
  expect(latest && formatCalendarQuarter(latest.calendarQuarter)).toBe(expected);
});

test('it has each item, in the currency of the view, and no later quarter has them all', () => {
  const pairs = keysOf(ITEMS).flatMap((a) =>
    keysOf(ITEMS).map((b) => [figureItem(a), figureItem(b)]),
  );
  for (const company of COMPANIES) {
    for (const options of [{}, { currency: 'HKD', asOf: '2025-09-01' }] as const) {
      const of = view(company, options);
      for (const items of pairs) {
        const latest = latestQuarterWith(of, items);
        const withAll = quartersOf(of).filter((quarter) =>
          items.every((item) => quarter.amount(item, ONE_QUARTER).exact() !== null),
        );
        expect(latest?.calendarQuarter).toBe(withAll.at(-1)?.calendarQuarter);
      }
      expect(latestQuarterWith(of, [])).toEqual(quartersOf(of).at(-1) ?? null);
    }
  }
});
