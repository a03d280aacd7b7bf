import { expect, test } from 'vitest';
import { groupView } from '../test/reviewed-views.ts';
import { addQuarters, formatCalendarQuarter } from './calendar-quarter.ts';
import { Comparison, type QuarterRun } from './comparison.ts';
import { explain } from './explanations/explanation.ts';
import {
  amount,
  fact,
  madeUpGroup,
  ONE_QUARTER,
  OVER_QUARTER,
  OVER_YEAR,
  quarter,
  TWELVE_MONTHS,
  type ViewOptions,
} from './testing.ts';

/** Two groups of one company each, with a row of quarterly capex from 2024Q1 on; null where it is missing. */
function compared(
  baseline: readonly (number | null)[],
  challenger: readonly (number | null)[],
  from?: string,
  to?: string,
): Comparison {
  const groups = [baseline, challenger].map((values) =>
    madeUpGroup({
      Acme: values.flatMap((value, place) =>
        value === null
          ? []
          : [fact(formatCalendarQuarter(addQuarters(quarter('2024Q1'), place)), value)],
      ),
    }),
  );
  const range = [from, to].map((text) => (text ? quarter(text) : undefined));
  return new Comparison(groups[0]!, groups[1]!, ...range);
}

const at = (comparison: Comparison, of: string) =>
  comparison.quarters.find(({ calendarQuarter }) => calendarQuarter === quarter(of))!;
const inWords = ({ from, to, quarters, ongoing }: QuarterRun) =>
  `${formatCalendarQuarter(from)} to ${formatCalendarQuarter(to)}, ${quarters}${ongoing ? ', ongoing' : ''}`;
const runs = (comparison: Comparison) =>
  comparison.outgrowthRuns(OVER_QUARTER, 'CASH').map(inWords);

const reviewed = (options: ViewOptions, from?: string, to?: string) =>
  new Comparison(
    groupView('us-hyperscalers', options),
    groupView('china-hyperscalers', options),
    ...[from, to].map((text) => (text ? quarter(text) : undefined)),
  );

test('the multiple is the capex of the baseline over that of the challenger', () => {
  const comparison = compared([600], [100]);
  expect(at(comparison, '2024Q1').capexMultiple(ONE_QUARTER, 'CASH').value).toBe(6);
  expect(at(comparison, '2024Q1').capexMultiple(TWELVE_MONTHS, 'CASH').value).toBeNull();
});

test.each([
  ['2023Q3', undefined, '18.9'],
  ['2025Q2', '2025-09-01', '9.4'],
  ['2026Q2', undefined, '12.0'],
])('in the twelve months to %s, as of %s, the US spent %s times as much', (of, asOf, expected) => {
  const { value } = at(reviewed({ asOf }), of).capexMultiple(TWELVE_MONTHS, 'CASH');
  expect(value!.toFixed(1)).toBe(expected);
});

test('a multiple explains itself by the names of the groups', () => {
  expect(explain(at(reviewed({}), '2025Q2').capexMultiple(ONE_QUARTER, 'HEADLINE'))).toBe(
    '95,841 m USD (US hyperscalers) / 8,514.1 m USD (China hyperscalers) = 11.26 times, 2025Q2, Microsoft rounded to 0.1 bn, Baidu rounded to 0.1 bn',
  );
});

test("the lead is the challenger's growth less the baseline's, in points", () => {
  const comparison = compared([100, 150], [100, 120]);
  expect(at(comparison, '2024Q2').growthLead(OVER_QUARTER, ONE_QUARTER, 'CASH').points).toBeCloseTo(
    -30,
    12,
  );
  expect(at(comparison, '2024Q1').growthLead(OVER_QUARTER, ONE_QUARTER, 'CASH').points).toBeNull();
});

test('a comparison has the quarters that either group has, and null for the other', () => {
  const comparison = compared([1, null], [null, 1]);
  expect(comparison.quarters).toHaveLength(2);
  expect(at(comparison, '2024Q1').challenger).toBeNull();
  expect(at(comparison, '2024Q2').baseline).toBeNull();
  expect(at(comparison, '2024Q2').challenger).not.toBeNull();
  expect(comparison.latest).toBeNull();
});

test('the latest quarter is the newest of which both have reported capex', () => {
  const latest = (comparison: Comparison) =>
    formatCalendarQuarter(comparison.latest!.calendarQuarter);
  expect(latest(compared([1, 2, 3], [1, 2, null]))).toBe('2024Q2');
  expect(latest(reviewed({ asOf: '2025-08-28' }))).toBe('2025Q1');
  expect(latest(reviewed({}))).toBe('2026Q2');
  expect(latest(reviewed({}, undefined, '2023Q4'))).toBe('2023Q4');
});

test('a run goes on while the challenger grows faster, and ends where it does not', () => {
  expect(runs(compared([10, 10, 10, 20, 20], [10, 11, 12, 13, 14]))).toEqual([
    '2024Q2 to 2024Q3, 2',
    '2024Q5 to 2024Q5, 1, ongoing'.replaceAll('2024Q5', '2025Q1'),
  ]);
});

test('equal growth is no lead', () => {
  expect(runs(compared([10, 20, 40], [1, 2, 4]))).toEqual([]);
});

test('a quarter that cannot be compared ends a run, and none that follows is ongoing from before', () => {
  expect(runs(compared([10, 10, 10, 10, 10], [10, 11, null, 12, 13]))).toEqual([
    '2024Q2 to 2024Q2, 1',
    '2025Q1 to 2025Q1, 1, ongoing',
  ]);
});

test('a run is ongoing when it reaches the newest quarter of which both growth rates are known', () => {
  expect(runs(compared([10, 10, 10], [10, 11, null]))).toEqual(['2024Q2 to 2024Q2, 1, ongoing']);
});

test('a range cuts runs, but not what came before to compare with', () => {
  expect(runs(compared([10, 10, 10, 10], [10, 11, 12, 13], '2024Q3', '2024Q3'))).toEqual([
    '2024Q3 to 2024Q3, 1',
  ]);
});

test('by the year and in dollars, China outgrew the US in 2021Q4, from 2023Q3 to 2025Q2, and again in 2026Q2', () => {
  const run = (from?: string, to?: string) =>
    reviewed({}, from, to).outgrowthRuns(OVER_YEAR, 'CASH').map(inWords);
  const now = '2026Q2 to 2026Q2, 1, ongoing';
  expect(run()).toEqual(['2021Q4 to 2021Q4, 1', '2023Q3 to 2025Q2, 8', now]);
  expect(run('2024Q1')).toEqual(['2024Q1 to 2025Q2, 6', now]);
  expect(run('2024Q1', '2025Q2')).toEqual(['2024Q1 to 2025Q2, 6']);
});

test.each([
  ['a range that ends before it begins', reviewed({}, '2025Q3', '2025Q1')],
  ['a range to come', reviewed({}, '2030Q1')],
  ['a day on which nothing was known', reviewed({ asOf: '1999-12-31' })],
])('over %s there is nothing to compare', (_, comparison) => {
  expect(comparison.quarters).toEqual([]);
  expect(comparison.latest).toBeNull();
  expect(comparison.outgrowthRuns(OVER_YEAR, 'CASH')).toEqual([]);
});

test('the lead of a quarter is the difference of the growth rates that its groups show', () => {
  for (const compared of reviewed({ asOf: '2025-09-01' }).quarters) {
    const { baseline, challenger, calendarQuarter } = compared;
    if (!baseline || !challenger) continue;
    const [ours, theirs] = [baseline.view, challenger.view].map(
      (view) => amount(view, 'capex', calendarQuarter).growth(OVER_YEAR).value,
    );
    const lead = ours === null || theirs === null ? null : (theirs! - ours!) * 100;
    expect(compared.growthLead(OVER_YEAR, ONE_QUARTER, 'CASH').points).toBe(lead);
  }
});
