import { expect, test } from 'vitest';
import { groupView, view } from '../../test/reviewed-views.ts';
import { formatCalendarQuarter } from '../calendar-quarter.ts';
import { addDays, formatDay } from '../day.ts';
import { explain } from '../explanations/explanation.ts';
import { GroupView } from '../group-view.ts';
import {
  amount,
  fact,
  OVER_QUARTER,
  OVER_YEAR,
  period,
  quarter,
  RATES,
  series,
  viewOf,
} from '../testing.ts';
import type { View } from '../view.ts';
import { WINDOWS } from '../vocabulary.ts';
import type { MeasureOf } from './measure.ts';
import type { TablePeriod } from './period.ts';
import type { PeriodKind } from './period-kind.ts';
import { SeriesTable } from './series-table.ts';
import type { SubjectView } from './subject.ts';

const CAPEX: MeasureOf = { item: 'capex', basis: 'CASH' };
const CLOUD: MeasureOf = { item: 'cloudRevenue', basis: 'CASH' };

function table(
  by: PeriodKind,
  subjects: readonly SubjectView[],
  measures: readonly MeasureOf[] = [CAPEX],
  [from, to]: readonly string[] = [],
  last?: number,
): SeriesTable {
  const stretch = { from: from ? quarter(from) : null, to: to ? quarter(to) : null, last };
  return new SeriesTable(subjects, measures, by, stretch);
}

const labels = ({ periods }: SeriesTable) => periods.map(({ label }) => label);
const reasons = ({ columns }: SeriesTable, column = 0) =>
  columns[column]!.measures.map(({ missing }) =>
    [...new Set(missing.map(({ reason }) => reason))].join(),
  );
const days = ({ label, calendarQuarter, start, end }: TablePeriod) =>
  [
    label,
    calendarQuarter && formatCalendarQuarter(calendarQuarter),
    start && formatDay(start),
    end && formatDay(end),
  ].join(' ');
const group = (...members: View[]) => new GroupView({ slug: null, name: 'Some' }, members, 'USD');

const made = (name: string, facts: Parameters<typeof series>[0], fiscalYearEndMonth = 12) =>
  viewOf(series(facts, { id: name.length, slug: name, name, fiscalYearEndMonth }), RATES);
/** Four quarters of a year up to one. */
const year = (...quarters: string[]) => quarters.map((of, place) => fact(of, 10 + place));

test('quarters are those that any subject is known in, and those between', () => {
  const early = made('early', year('2024Q1', '2024Q2'));
  const late = made('later', year('2025Q1'));
  const found = table('QUARTER', [early, late]);
  expect(labels(found)).toEqual(['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1']);
  expect(found.columns.map(({ values }) => values)).toEqual([
    [10, 11, null, null, null],
    [null, null, null, null, 10],
  ]);
  expect(labels(table('QUARTER', [early, late], [CAPEX], ['2024Q2', '2024Q4']))).toEqual([
    '2024Q2',
  ]);
  expect(labels(table('QUARTER', [early, late], [CAPEX], ['2025Q1', '2024Q1']))).toEqual([]);
  const all = labels(table('QUARTER', [early, late]));
  for (const last of [0, 1, 2, 99]) {
    const newest = labels(table('QUARTER', [early, late], [CAPEX], [], last));
    expect(newest).toEqual(all.slice(Math.max(0, all.length - last)));
  }
});

test('a period says its days: a quarter, twelve months, a calendar year, a fiscal year in whole months', () => {
  const microsoft = view('microsoft');
  const last = (by: PeriodKind) =>
    days(table(by, [microsoft], [CAPEX], ['2025Q2', '2025Q4']).periods[0]!);
  expect(last('QUARTER')).toBe('2025Q2 2025Q2 2025-04-01 2025-06-30');
  expect(last('TRAILING_TWELVE_MONTHS')).toBe('2025Q2 2025Q2 2024-07-01 2025-06-30');
  expect(last('FISCAL_YEAR')).toBe('FY2025 2025Q2 2024-07-01 2025-06-30');
  expect(last('CALENDAR_YEAR')).toBe('2025 2025Q4 2025-01-01 2025-12-31');
});

test('fiscal years stand together by their number; where they end in different months, none of the days is said', () => {
  const found = table(
    'FISCAL_YEAR',
    [view('microsoft'), view('amazon')],
    [CAPEX],
    ['2025Q1', '2025Q4'],
  );
  expect(found.periods.map(days)).toEqual(['FY2025   ']);
  const [microsoft, amazon] = found.columns.map(({ values }) => values[0]);
  expect(microsoft).toBe(
    amount(view('microsoft'), 'capex', '2025Q2', WINDOWS.FISCAL_YEAR_TO_DATE).value(),
  );
  expect(amazon).toBe(
    amount(view('amazon'), 'capex', '2025Q4', WINDOWS.FISCAL_YEAR_TO_DATE).value(),
  );
  const alike = table('FISCAL_YEAR', [view('meta'), view('amazon')], [CAPEX], ['2025Q4', '2025Q4']);
  expect(alike.periods.map(days)).toEqual(['FY2025 2025Q4 2025-01-01 2025-12-31']);
});

test('a group whose members have years of other quarters has none, and says so', () => {
  const found = table(
    'FISCAL_YEAR',
    [groupView('us-hyperscalers')],
    [
      CAPEX,
      { ...CAPEX, over: 'revenue' },
      { ...CAPEX, growth: OVER_YEAR },
      { ...CAPEX, indexedTo: quarter('2023Q1') },
    ],
  );
  for (const column of found.columns)
    expect(column.values.every((value) => value === null)).toBe(true);
  found.columns.forEach((_, column) => {
    expect(new Set(reasons(found, column))).toEqual(new Set(['NOT_COMPARABLE']));
  });
  expect(explain(found.columns[0]!.measures[0]!)).toContain(
    'fiscal years that do not end with the same quarter',
  );
});

test('a member that does not publish the item does not keep the years of the others from being added up', () => {
  const members = [view('meta', { currency: 'USD' }), view('microsoft', { currency: 'USD' })];
  const found = table(
    'FISCAL_YEAR',
    [group(...members), members[1]!],
    [CLOUD, { ...CLOUD, growth: OVER_YEAR }, { ...CLOUD, indexedTo: quarter('2024Q1') }],
  );
  const values = found.columns.map(({ values }) => values);
  expect(values[0]!.filter((value) => value !== null).length).toBeGreaterThan(2);
  expect(values.slice(0, 3)).toEqual(values.slice(3));
  expect(values[2]).toContain(100);
});

test('members whose years end with the same quarter are added up, whatever their months', () => {
  const members = [view('oracle', { currency: 'USD' }), view('microsoft', { currency: 'USD' })];
  const found = table(
    'FISCAL_YEAR',
    [group(...members), ...members],
    [CAPEX],
    ['2024Q2', '2024Q2'],
  );
  const [sum, oracle, microsoft] = found.columns.map(({ values }) => values[0]!);
  expect(sum).toBe(oracle! + microsoft!);
  expect(found.periods.map(days)).toEqual(['FY2024   ']);
});

test('a year that is not over is there, and missing with its reason; one of which nothing is known is not', () => {
  const found = table('CALENDAR_YEAR', [
    made('acme', year('2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1')),
  ]);
  expect(labels(found)).toEqual(['2024', '2025']);
  expect(found.columns[0]!.values).toEqual([46, null]);
  expect(reasons(found)).toEqual(['', 'NOT_YET_PUBLISHED']);
});

test('of two years of one number, the whole one counts; a number without a year has no value', () => {
  const annual = (start: string, end: string, value: number) =>
    fact('2025Q2', value, {
      ...period(start, end),
      form: 'ANNUAL',
      publishedOn: addDays(period(end, end).periodEnd, 30),
    });
  const twice = made('twice', [
    annual('2019-04-01', '2020-03-31', 4),
    annual('2021-01-01', '2021-12-31', 8),
    fact('2020Q4', 1),
  ]);
  expect(table('FISCAL_YEAR', [twice]).periods.map(days)).toEqual([
    'FY2020 2020Q1 2019-04-01 2020-03-31',
    'FY2021 2021Q4 2021-01-01 2021-12-31',
  ]);
  const none = made('none', [
    annual('2025-01-01', '2025-12-31', 4),
    annual('2026-02-01', '2027-01-31', 8),
  ]);
  expect(labels(table('FISCAL_YEAR', [none]))).toEqual(['FY2025', 'FY2027']);
  const other = made('other', [fact('2025Q4', 1), fact('2027Q4', 1)]);
  const measures = [CAPEX, { ...CAPEX, growth: OVER_YEAR }, { ...CAPEX, over: 'revenue' as const }];
  const found = table('FISCAL_YEAR', [none, other, group(none, other)], measures);
  expect(labels(found)).toEqual(['FY2025', 'FY2026', 'FY2027']);
  expect(found.columns.map(({ values }) => values[1])).toEqual(Array(9).fill(null));
  expect(reasons(found)[1]).toBe('NOT_MEANINGFUL');
  expect(reasons(found, 6)[1]).toBe('NOT_COMPARABLE');
});

test('growth of years over a quarter means nothing', () => {
  const found = table(
    'CALENDAR_YEAR',
    [view('amazon')],
    [
      { ...CAPEX, growth: OVER_QUARTER },
      { ...CAPEX, over: 'revenue', growth: OVER_QUARTER },
    ],
    ['2024Q4', '2024Q4'],
  );
  expect([reasons(found, 0), reasons(found, 1)]).toEqual([['NOT_MEANINGFUL'], ['NOT_MEANINGFUL']]);
});

test('years are 100 in the year of the number of their base', () => {
  const found = table(
    'FISCAL_YEAR',
    [view('microsoft'), view('amazon')],
    [{ ...CAPEX, indexedTo: quarter('2023Q4') }],
  );
  const at = labels(found).indexOf('FY2023');
  expect(found.columns.map(({ values }) => values[at])).toEqual([100, 100]);
});

test('a column says what it is', () => {
  const measures: MeasureOf[] = [
    CAPEX,
    { item: 'capex', basis: 'HEADLINE', over: 'revenue' },
    { ...CAPEX, growth: OVER_QUARTER },
    { ...CAPEX, over: 'revenue', growth: OVER_YEAR },
    { item: 'freeCashFlow', basis: 'CASH', indexedTo: quarter('2024Q1') },
  ];
  const { columns } = table('QUARTER', [view('alibaba')], measures);
  expect(columns.map(({ label, unit }) => `${label}: ${unit}`)).toEqual([
    'Alibaba Group, capex: MONEY',
    'Alibaba Group, headline capex over revenue: FRACTION',
    'Alibaba Group, growth of capex over the quarter: FRACTION',
    'Alibaba Group, change of capex over revenue over the year: FRACTION',
    'Alibaba Group, free cash flow (2024Q1 = 100): INDEX',
  ]);
  expect(new Set(columns.map(({ currency }) => currency))).toEqual(new Set(['CNY']));
});
