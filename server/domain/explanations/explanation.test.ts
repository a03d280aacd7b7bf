import { expect, test } from 'vitest';
import { COMPANIES, groupView, view } from '../../test/reviewed-views.ts';
import {
  addQuarters,
  EARLIEST_QUARTER,
  formatCalendarQuarter,
  LATEST_QUARTER,
} from '../calendar-quarter.ts';
import { Comparison } from '../comparison.ts';
import { GroupView } from '../group-view.ts';
import { IndexNumber } from '../index-number.ts';
import {
  amount,
  fact,
  madeUp,
  madeUpGroup,
  OVER_QUARTER,
  OVER_YEAR,
  quarter,
  RATES,
  ratio,
  series,
  TWELVE_MONTHS,
  viewOf,
} from '../testing.ts';
import { explain } from './explanation.ts';

const asOf = '2025-09-01';
const alibaba = view('alibaba', { asOf });
const inDollars = view('alibaba', { asOf, currency: 'USD' });

test.each([
  [
    'a figure tells its definition and the day of its publication',
    amount(alibaba, 'capex', '2025Q2'),
    'Capex of Alibaba Group, 2025Q2: 38,676 m CNY, published 2025-08-29 (purchases-gross)',
  ],
  [
    'a converted figure tells the rate',
    amount(inDollars, 'capex', '2025Q2'),
    'Capex of Alibaba Group, 2025Q2: 38,676 m CNY / 7.2331 = 5,347.1 m USD, published 2025-08-29 (purchases-gross)',
  ],
  [
    'a cross rate shows its way through USD',
    amount(view('alibaba', { asOf, currency: 'HKD' }), 'capex', '2025Q2'),
    'Capex of Alibaba Group, 2025Q2: 38,676 m CNY / 7.2331 × 7.8067 = 41,743.1 m HKD, published 2025-08-29 (purchases-gross)',
  ],
  [
    'a trailing sum lists its quarters',
    amount(alibaba, 'capex', '2025Q2', TWELVE_MONTHS),
    'Capex of Alibaba Group, twelve months to 2025Q2: 17,491 + 31,775 + 24,612 + 38,676 = 112,554 m CNY (purchases-gross)',
  ],
  [
    'a converted trailing sum lists its rates',
    amount(inDollars, 'capex', '2025Q2', TWELVE_MONTHS),
    'Capex of Alibaba Group, twelve months to 2025Q2: 17,491 m CNY / 7.1641 + 31,775 m CNY / 7.1896 + 24,612 m CNY / 7.2728 + 38,676 m CNY / 7.2331 = 15,592.3 m USD (purchases-gross)',
  ],
  [
    'a weak figure says so',
    amount(view('baidu'), 'cloudRevenue', '2023Q3'),
    'Cloud revenue of Baidu, 2023Q3: 4,400 m CNY, published 2024-11-21 (ai-cloud; estimated; rounded to 0.1 bn)',
  ],
  [
    'a trailing sum counts its weak quarters',
    amount(view('microsoft', { asOf }), 'depreciation', '2025Q2', TWELVE_MONTHS),
    'Depreciation of Microsoft, twelve months to 2025Q2: 7,383 + 6,827 + 8,740 + 11,203 = 34,153 m USD (depreciation-amortization-and-other; 1 of 4 quarters derived)',
  ],
  [
    'headline capex is called that, whatever it is made from',
    amount(view('amazon', { asOf }), 'headlineCapex', '2025Q2'),
    'Headline capex of Amazon, 2025Q2: 32,183 m USD, published 2025-07-31 (purchases-gross)',
  ],
  [
    'growth shows both amounts',
    amount(alibaba, 'capex', '2025Q2').growth(OVER_QUARTER),
    '38,676 m CNY (2025Q2) / 24,612 m CNY (2025Q1) − 1 = +57.1 %',
  ],
  [
    'growth over twelve months says so',
    amount(alibaba, 'capex', '2025Q2', TWELVE_MONTHS).growth(OVER_YEAR),
    '112,554 m CNY (twelve months to 2025Q2) / 37,254 m CNY (twelve months to 2024Q2) − 1 = +202.1 %',
  ],
  [
    'growth in an older definition names it',
    amount(view('microsoft', { asOf }), 'cloudRevenue', '2024Q2').growth(OVER_YEAR),
    '28,515 m USD (2024Q2) / 23,993 m USD (2023Q2) − 1 = +18.8 %, like for like: Microsoft as intelligent-cloud',
  ],
  [
    'a definition that is not that of the earlier quarter alone is named, too',
    amount(view('baidu'), 'cloudRevenue', '2025Q3').growth(OVER_YEAR),
    '4,200 m CNY (2025Q3) / 3,200 m CNY (2024Q3) − 1 = +31.3 %, like for like: Baidu as ai-cloud-infra, Baidu rounded to 0.1 bn, Baidu estimated',
  ],
  [
    'the older definition of both is named once',
    amount(view('microsoft', { asOf }), 'cloudRevenue', '2024Q2', TWELVE_MONTHS).growth(
      OVER_QUARTER,
    ),
    '105,362 m USD (twelve months to 2024Q2) / 100,840 m USD (twelve months to 2024Q1) − 1 = +4.5 %, like for like: Microsoft as intelligent-cloud',
  ],
  [
    'growth in the newest definition need not name it',
    amount(view('microsoft', { asOf }), 'cloudRevenue', '2024Q3').growth(OVER_YEAR),
    '24,092 m USD (2024Q3) / 20,013 m USD (2023Q3) − 1 = +20.4 %',
  ],
  [
    'a ratio names both amounts',
    ratio(alibaba, 'capex', 'revenue', '2025Q2'),
    '38,676 m CNY (capex) / 247,652 m CNY (revenue) = 15.6 %, 2025Q2',
  ],
  [
    'a ratio over twelve months says so',
    ratio(inDollars, 'capex', 'cloudRevenue', '2025Q2', TWELVE_MONTHS),
    '15,592.3 m USD (capex) / 17,307.9 m USD (cloud revenue) = 90.1 %, twelve months to 2025Q2',
  ],
])('%s', (_, measure, words) => {
  expect(explain(measure)).toBe(words);
});

const silent = series([fact('2025Q2', 1)], {}, [
  { concept: 'CLOUD_REVENUE', from: EARLIEST_QUARTER, until: LATEST_QUARTER },
]);

test.each([
  [
    amount(viewOf(silent, RATES), 'cloudRevenue', '2025Q2'),
    'No value: cloud revenue of Acme is not disclosed (2025Q2)',
  ],
  [
    amount(view('tencent', { asOf }), 'cloudRevenue', '2025Q2'),
    'No value: cloud revenue of Tencent is not disclosed (2025Q2)',
  ],
  [
    amount(alibaba, 'capex', '2025Q3'),
    'No value: capex of Alibaba Group was not yet published (2025Q3)',
  ],
  [
    amount(alibaba, 'capex', '2020Q3', TWELVE_MONTHS),
    'No value: capex of Alibaba Group lies before the oldest quarter known (2019Q4)',
  ],
  [
    amount(view('kingsoft-cloud'), 'operatingCashFlow', '2024Q2', TWELVE_MONTHS),
    'No value: operating cash flow of Kingsoft Cloud is not in the dataset (2023Q3 and 2023Q4)',
  ],
  [
    amount(view('alibaba'), 'cloudRevenue', '2026Q2').growth(OVER_QUARTER),
    'No value: cloud revenue of Alibaba Group is not known in the same definition (2026Q1)',
  ],
  [
    amount(view('amazon'), 'operatingCashFlow', '2023Q1').growth(OVER_YEAR),
    'No value: operating cash flow of Amazon is zero or less (2022Q1)',
  ],
  [
    amount(view('alibaba', { currency: 'EUR' }), 'capex', '2026Q2'),
    'No value: capex of Alibaba Group has no average exchange rate (2026Q2)',
  ],
  [
    ratio(view('kingsoft-cloud'), 'capex', 'revenue', '2026Q2'),
    'No value: capex of Kingsoft Cloud was not yet published (2026Q2); revenue of Kingsoft Cloud was not yet published (2026Q2)',
  ],
])('a missing value says why: %#', (measure, words) => {
  expect(explain(measure)).toBe(words);
});

test.each([
  [['alibaba', 'tencent', 'baidu'], 'capex', 'purchases-gross; Tencent as additions-accrued'],
  [['alibaba', 'baidu'], 'capex', 'purchases-gross'],
  [['tencent'], 'capex', 'additions-accrued'],
  [['microsoft', 'amazon'], 'cloudRevenue', 'Microsoft as intelligent-cloud-2024; Amazon as aws'],
  [
    ['microsoft', 'amazon', 'meta'],
    'freeCashFlow',
    'as-reported and purchases-gross; Meta Platforms as as-reported and purchases-net-of-proceeds',
  ],
] as const)('a sum of %j tells the definitions of its %s, and whose are not those of most', (companies, item, definitions) => {
  const members = companies.map((company) => view(company, { asOf, currency: 'USD' }));
  const group = new GroupView({ slug: null, name: 'these' }, members, 'USD');
  expect(explain(amount(group, item, '2025Q2'))).toContain(` m USD (${definitions})`);
});

test('free cash flow tells the definitions of both', () => {
  expect(explain(amount(view('microsoft', { asOf }), 'freeCashFlow', '2025Q2'))).toMatch(
    / m USD \(as-reported and purchases-gross\)/,
  );
});

/** Operating cash flow and capex of 40 in each quarter from 2023Q2 on. */
const flows = (...values: readonly number[]) =>
  values.flatMap((value, place) => {
    const of = formatCalendarQuarter(addQuarters(quarter('2023Q2'), place));
    return [
      fact(of, value * 1e6, { concept: 'OPERATING_CASH_FLOW' }),
      fact(of, 40e6),
      fact(of, 200e6, { concept: 'REVENUE' }),
    ];
  });
const acme = madeUp(flows(30, 50, 60, 10, 70));
const makers = madeUpGroup({ Acme: flows(30, -60, 60, 10, 70), Birch: flows(5, 10, -90, 40, 80) });

test.each([
  [
    'not the inputs of what is left of them',
    amount(acme, 'freeCashFlow', '2024Q2').growth(OVER_YEAR),
    'free cash flow of Acme is zero or less (2023Q2)',
  ],
  [
    'over all of its window',
    ratio(acme, 'revenue', 'freeCashFlow', '2024Q1', TWELVE_MONTHS),
    'free cash flow of Acme is zero or less (twelve months to 2024Q1)',
  ],
  [
    'of a group, and not of each member',
    ratio(makers, 'capex', 'operatingCashFlow', '2023Q3'),
    'operating cash flow of Makers is zero or less (2023Q3)',
  ],
  [
    'then as now',
    ratio(makers, 'capex', 'freeCashFlow', '2024Q1').change(OVER_QUARTER),
    'free cash flow of Makers is zero or less (2024Q1 and 2023Q4)',
  ],
  [
    'the base of an index',
    new IndexNumber(amount(makers, 'operatingCashFlow', '2023Q4').growth(OVER_QUARTER)),
    'operating cash flow of Makers is zero or less (2023Q3)',
  ],
])('what is zero or less is named: %s', (_, measure, words) => {
  expect(explain(measure)).toBe(`No value: ${words}`);
});

const NUMBERS = /[−+]?[\d,]+(?:\.\d+)?(?= m | percentage points)/g;
const numbersOf = (text: string) =>
  (text.match(NUMBERS) ?? []).map((number) => Number(number.replaceAll(',', '').replace('−', '-')));

/** a / b − c / d = difference, each amount being printed to a tenth of a million. */
function expectRecomputed(text: string): void {
  const [a, b, c, d, points, ...others] = numbersOf(text);
  expect(others).toEqual([]);
  expect(Math.abs((a! / b! - c! / d!) * 100 - points!), text).toBeLessThan(0.2);
}

test('the change of a ratio is explained by figures that make it', () => {
  const change = ratio(view('alibaba'), 'capex', 'revenue', '2025Q2').change(OVER_YEAR);
  expect(explain(change)).toBe(
    '38,676 m CNY / 247,652 m CNY (capex / revenue, 2025Q2) − 12,094 m CNY / 243,236 m CNY (2024Q2) = +10.6 percentage points',
  );
  const withoutMeta = ratio(groupView('us-hyperscalers'), 'capex', 'cloudRevenue', '2025Q2');
  expect(explain(withoutMeta.change(OVER_YEAR))).toMatch(
    / percentage points, without Meta Platforms$/,
  );
});

test('every change of a ratio and every lead of growth recomputes from what its explanation prints', () => {
  const comparison = new Comparison(groupView('us-hyperscalers'), groupView('china-hyperscalers'));
  const leads = comparison.quarters.map((quarter) =>
    quarter.growthLead(OVER_YEAR, TWELVE_MONTHS, 'CASH'),
  );
  const changes = COMPANIES.flatMap((company) => {
    const seen = view(company, { currency: 'USD' });
    return seen
      .knownQuarters()
      .map((quarter) => ratio(seen, 'capex', 'revenue', quarter).change(OVER_QUARTER));
  });
  const known = [...leads, ...changes].filter(({ points }) => points !== null);
  expect(known.length).toBeGreaterThan(200);
  for (const measure of known) expectRecomputed(explain(measure));
  const missing = [...leads, ...changes].filter(({ points }) => points === null);
  expect(missing.length).toBeGreaterThan(0);
  for (const measure of missing) expect(explain(measure)).toMatch(/^No value: /);
});
