import { afterAll, expect, test } from 'vitest';
import { COMPANIES, GROUPS, TABLE, type Table, type TableMeasure } from './series-tables.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

/** What a series shows, and the same as fields of a quarter with a window, or of a year. */
const MEASURES: [by: string, field: (window: string) => string][] = [
  ['{ item: REVENUE }', (window) => `revenue${window} { ...M }`],
  ['{ item: CAPEX, basis: HEADLINE }', (window) => `capex${withBasis(window)} { ...M }`],
  ['{ item: FREE_CASH_FLOW }', (window) => `freeCashFlow${window} { ...M }`],
  [
    '{ item: CAPEX, over: CLOUD_REVENUE }',
    (window) => `ratio${withItems(window, 'of: CAPEX, to: CLOUD_REVENUE')} { ...M }`,
  ],
  [
    '{ item: CLOUD_REVENUE, growth: YEAR }',
    (window) => `cloudRevenue${window} { growth(over: YEAR) { ...M } }`,
  ],
  [
    '{ item: CAPEX, growth: QUARTER }',
    (window) => `capex${window} { growth(over: QUARTER) { ...M } }`,
  ],
  [
    '{ item: CAPEX, over: REVENUE, growth: YEAR }',
    (window) =>
      `ratio${withItems(window, 'of: CAPEX, to: REVENUE')} { change(over: YEAR) { ...M } }`,
  ],
];
const withBasis = (window: string) => withItems(window, 'basis: HEADLINE');
const withItems = (window: string, items: string) =>
  `${window.replace(/\)$/, ', ') || '('}${items})`;
const FRAGMENT = 'fragment M on Measure { value missing { reason } ... on Amount { amount } }';

const fields = (window = '') =>
  MEASURES.map(([, field], place) => `f${place}: ${field(window)}`).join(' ');

type Row = Readonly<
  Record<string, TableMeasure & { growth?: TableMeasure; change?: TableMeasure }>
>;
type LabelledRow = Row & { at: string };
const measureOf = (row: Row, place: number): TableMeasure => {
  const field = row[`f${place}`]!;
  return field.growth ?? field.change ?? field;
};

const asked = (subject: string, more: string) =>
  `series(subjects: [${subject}], measures: [${MEASURES.map(([by]) => by).join(', ')}], ${more}) { ${TABLE} }`;

/** Every cell of a table against the rows of a list, which may lack quarters that the table has. */
function expectCells(table: Table, rows: readonly object[]): void {
  const byLabel = new Map((rows as LabelledRow[]).map((row) => [row.at, row]));
  const labels = table.periods.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining([...byLabel.keys()]));
  table.series.forEach(({ values, measures }, place) => {
    expect(values).toEqual(measures.map(({ value }) => value));
    expect(values).toHaveLength(labels.length);
    labels.forEach((label, period) => {
      const row = byLabel.get(label);
      if (row)
        expect(measures[period], `${label} ${MEASURES[place]![0]}`).toEqual(measureOf(row, place));
      else expect(measures[period]!.value).toBeNull();
    });
  });
}

test.each([
  ['QUARTER', ''],
  ['TRAILING_TWELVE_MONTHS', '(window: TRAILING_TWELVE_MONTHS)'],
])('every cell of a company by %s is the field of its quarter', async (by, window) => {
  for (const slug of COMPANIES) {
    const { series, company } = await server.query<{
      series: Table;
      company: { quarters: { nodes: (Row & { at: string })[] } };
    }>(`{
      ${asked(`{ company: { slug: "${slug}" } }`, `by: ${by}, currency: USD, asOf: "2026-06-30"`)}
      company(by: { slug: "${slug}" }) {
        quarters(currency: USD, asOf: "2026-06-30") { nodes { at: calendarQuarter ${fields(window)} } }
      }
    } ${FRAGMENT}`);
    expectCells(series, company.quarters.nodes);
  }
});

test.each([
  ['FISCAL_YEAR', 'FISCAL'],
  ['CALENDAR_YEAR', 'CALENDAR'],
])('every cell of a company by %s is the field of its year', async (by, kind) => {
  for (const slug of COMPANIES) {
    const { series, company } = await server.query<{
      series: Table;
      company: { years: (Row & { at: string })[] };
    }>(`{
      ${asked(`{ company: { slug: "${slug}" } }`, `by: ${by}`)}
      company(by: { slug: "${slug}" }) {
        years(by: ${kind}) { at: label ${fields()} }
      }
    } ${FRAGMENT}`);
    expectCells(series, company.years);
  }
});

test.each([
  ['QUARTER', ''],
  ['TRAILING_TWELVE_MONTHS', '(window: TRAILING_TWELVE_MONTHS)'],
])('every cell of a group by %s is the field of its quarter', async (by, window) => {
  for (const slug of GROUPS) {
    const { series, group } = await server.query<{
      series: Table;
      group: { quarters: (Row & { at: string })[] };
    }>(`{
      ${asked(`{ group: { slug: "${slug}" } }`, `by: ${by}`)}
      group(by: { slug: "${slug}" }) { quarters { at: calendarQuarter ${fields(window)} } }
    } ${FRAGMENT}`);
    expectCells(series, group.quarters);
  }
});

test.each([
  ['CALENDAR_YEAR', 'china-hyperscalers', 'CALENDAR_YEAR_TO_DATE'],
  ['FISCAL_YEAR', 'us-hyperscalers', 'FISCAL_YEAR_TO_DATE'],
])('a %s of the group %s is its fourth quarter with the year as window', async (by, slug, window) => {
  const { series, group } = await server.query<{
    series: Table;
    group: { quarters: (Row & { at: string })[] };
  }>(`{
    ${asked(`{ group: { slug: "${slug}" } }`, `by: ${by}`)}
    group(by: { slug: "${slug}" }) {
      quarters { at: calendarQuarter ${fields(`(window: ${window})`)} }
    }
  } ${FRAGMENT}`);
  const quarters = new Map(
    series.periods.map(({ calendarQuarter, label }) => [calendarQuarter, label]),
  );
  const rows = group.quarters.flatMap((row) => {
    const at = quarters.get(row.at);
    return at ? { ...row, at: at as string } : [];
  });
  expect(rows.length).toBe(by === 'CALENDAR_YEAR' ? series.periods.length - 1 : 0);
  if (by === 'CALENDAR_YEAR') expectCells(series, rows);
  else {
    expect(series.periods.every(({ start, end }) => start === null && end === null)).toBe(true);
    const reasons = series.series[0]!.measures.flatMap(({ missing }) =>
      missing.map(({ reason }) => reason),
    );
    expect(new Set(reasons)).toEqual(new Set(['NOT_COMPARABLE']));
  }
});

test('subjects are companies and groups, and measures are of the type that was asked for', async () => {
  const { series } = await server.query<{ series: unknown }>(`{
    series(
      subjects: [{ company: { slug: "alibaba" } }, { group: { slug: "china-hyperscalers" } }]
      measures: [{ item: CAPEX, indexedTo: "2024Q2" }, { item: CAPEX, over: REVENUE, growth: YEAR }]
      from: "2025Q2", to: "2025Q2", asOf: "2025-09-01"
    ) {
      series {
        subject { __typename ... on Company { slug } ... on Group { name } }
        label unit currency
        measures { __typename explanation ... on IndexNumber { from { to } to { to } } ... on RatioChange { points } }
      }
    }
  }`);
  expect(series).toMatchObject({
    series: [
      {
        subject: { __typename: 'Company', slug: 'alibaba' },
        label: 'Alibaba Group, capex (2024Q2 = 100)',
        unit: 'INDEX',
        currency: 'CNY',
        measures: [
          {
            __typename: 'IndexNumber',
            explanation: '38,676 m CNY (2025Q2) / 12,094 m CNY (2024Q2) × 100 = 319.8',
            from: { to: '2024Q2' },
            to: { to: '2025Q2' },
          },
        ],
      },
      {
        label: 'Alibaba Group, change of capex over revenue over the year',
        unit: 'FRACTION',
        measures: [{ __typename: 'RatioChange', points: expect.closeTo(10.6, 1) }],
      },
      {
        subject: { __typename: 'Group', name: 'China hyperscalers' },
        label: 'China hyperscalers, capex (2024Q2 = 100)',
        currency: 'USD',
      },
      { unit: 'FRACTION', currency: 'USD' },
    ],
  });
});
