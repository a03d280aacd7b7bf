import { extendSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../graphql/schema.ts';
import { checkComparisons, figuresOf, measuresOf } from './recalculated-figures.ts';
import { WINDOWS } from './windows.ts';

test('every measure of a quarter is recalculated, with every value of its arguments', () => {
  for (const type of ['Quarter', 'GroupQuarter']) {
    const selections = figuresOf(type).map(({ selection }) => selection);
    const fields = measuresOf(type).map(({ name }) => name);
    expect(fields).toContain('capexToRevenue');
    for (const field of fields) {
      for (const window of Object.keys(WINDOWS)) {
        expect(selections).toContainEqual(
          expect.stringMatching(`^${field}\\([^)]*window: ${window}\\) `),
        );
      }
    }
    for (const basis of ['CASH', 'HEADLINE']) {
      for (const asked of ['growth(over: YEAR, count: 5)', 'shareOf(']) {
        expect(selections).toContainEqual(
          expect.stringContaining(`capex(basis: ${basis}, since: "2025Q1") { ${asked}`),
        );
      }
    }
    const pairs = selections.filter((each) => each.startsWith('ratio(basis: CASH'));
    const named = pairs.map((pair) => /of: \w+, to: \w+/.exec(pair)![0]);
    expect(new Set(named).size).toBe(6 * 5);
  }
});

test.each([
  ['an amount', 'extend type Quarter { profit(window: Window): Amount }', 'Quarter.profit'],
  ['a ratio', 'extend type Quarter { capexToProfit: Ratio }', 'Quarter.capexToProfit'],
  ['a ratio of another name', 'extend type Quarter { margin: Ratio }', 'Quarter.margin'],
  ['a growth rate', 'extend type Quarter { capexGrowth: Growth }', 'Quarter.capexGrowth'],
  [
    'an argument',
    'extend type Quarter { operatingCashFlowToRevenue(lag: Int): Ratio }',
    'the argument lag of Quarter.operatingCashFlowToRevenue',
  ],
  ['a window', 'extend enum Window { HALF_YEAR }', 'Window.HALF_YEAR'],
  ['a span', 'extend enum Span { FIVE_YEARS }', 'Span.FIVE_YEARS'],
  ['a basis', 'extend enum CapexBasis { ACCRUED }', 'Quarter.capex(basis: ACCRUED)'],
  ['a field of amounts', 'extend type Amount { rank: Int }', 'Amount.rank'],
  ['a field of ratios', 'extend type Ratio { points: Float }', 'Ratio.points'],
])('%s that the recalculation does not know fails by its name', (_, extension, name) => {
  const extended = extendSchema(schema, parse(extension));
  expect(() => figuresOf('Quarter', extended)).toThrow(
    `The recalculation does not know ${name}. Say in server/test/recalculated-figures.ts how it comes about.`,
  );
});

test('a figure of comparisons that the recalculation does not know fails by its name', () => {
  const extended = extendSchema(
    schema,
    parse('extend type ComparedQuarter { shareOfWorld: Float }'),
  );
  expect(() => checkComparisons(extended)).toThrow('does not know ComparedQuarter.shareOfWorld.');
  expect(() => checkComparisons()).not.toThrow();
});

test('a ratio of amounts that are known is recalculated by its name alone', () => {
  const ratio = 'cloudRevenueToDepreciation(window: Window): Ratio';
  const extended = extendSchema(schema, parse(`extend type Quarter { ${ratio} }`));
  const selections = figuresOf('Quarter', extended).map(({ selection }) => selection);
  expect(selections).toContainEqual(
    expect.stringMatching(/^cloudRevenueToDepreciation\(window: QUARTER\)/),
  );
});
