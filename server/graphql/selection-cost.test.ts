import { parse } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Database } from '../database/client.ts';
import { createGraphQL } from '../http/app.ts';
import { graphqlRequest } from '../http/exchange.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { operationCost } from './limits.ts';
import { schema } from './schema.ts';

/** What a figure of a quarter costs before anything is executed, with what is asked of it. */
function microsOf(figure: string): number {
  const query = (inner: string) =>
    `{ company(by: { slug: "meta" }) { latestQuarter { ${inner} } } }`;
  const cost = (inner: string) => operationCost(schema, parse(query(inner))).micros;
  return cost(`calendarQuarter ${figure}`) - cost('calendarQuarter');
}

const ASKED = [
  'value',
  'explanation',
  'missing { reason }',
  'bounds { low }',
  'growth(over: YEAR) { explanation }',
];

test.each(
  ASKED,
)('%s costs more of several quarters than of one, and the most since a quarter', (asked) => {
  const [one, several, since] = [
    'window: QUARTER',
    'window: FISCAL_YEAR_TO_DATE',
    'since: "2015Q1"',
  ].map((window) => microsOf(`capex(${window}) { ${asked} }`));
  expect(several).toBeGreaterThan(one!);
  expect(since).toBeGreaterThan(several! * 5);
  // Nobody knows yet which window a variable names.
  expect(microsOf(`capex(window: $window) { ${asked} }`)).toBe(several);
});

test('what is made from two lines, or compares two periods, costs more than one line of one', () => {
  const amount = microsOf('capex { explanation }');
  for (const figure of [
    'freeCashFlow { explanation }',
    'capexToRevenue { explanation }',
    'ratio(of: CAPEX, to: REVENUE) { explanation }',
    'capex { growth(over: YEAR) { explanation } }',
  ]) {
    expect(microsOf(figure), figure).toBeGreaterThan(amount * 1.2);
  }
  expect(microsOf('capexToRevenue { change(over: YEAR) { explanation } }')).toBeGreaterThan(
    microsOf('capexToRevenue { explanation }') * 1.2,
  );
});

const { graphql } = createGraphQL({
  database: {} as Database,
  log: pino({ level: 'silent' }),
  responseCacheBytes: 0,
});
const snapshot = reviewedSnapshot();

/** What a document has cost when it has been answered. */
async function unitsOf(query: string): Promise<number> {
  const body = Buffer.from(JSON.stringify({ query, extensions: { cost: true } }));
  const headers = { 'content-type': 'application/json' };
  const request = graphqlRequest({ method: 'POST', url: '/graphql', headers, body });
  const { body: answer } = await graphql(request, snapshot);
  return JSON.parse(answer.toString()).extensions.cost.units;
}

const slugs = snapshot.catalog.companies.map(({ slug }) => slug);
const groupOf = (count: number) =>
  `{ companies: [${slugs
    .slice(0, count)
    .map((slug) => `{ slug: "${slug}" }`)
    .join(' ')}] }`;

test.each<[string, (count: number) => string]>([
  [
    'of a share, for each member of its whole',
    (count) =>
      `{ company(by: { slug: "meta" }) { latestQuarter { capex(since: "2021Q1") { shareOf(group: ${groupOf(count)}) { explanation } } } } }`,
  ],
  [
    'of the amounts in a sum, for each of them',
    (count) =>
      `{ group(by: ${groupOf(count)}) { quarter(calendarQuarter: "2024Q1") { capex { parts { amount { explanation } } } } } }`,
  ],
  [
    "of what a sum was, for each member's sake",
    (count) =>
      `{ group(by: ${groupOf(count)}) { quarter(calendarQuarter: "2024Q1") { capex { vintages { amount { explanation } } } } } }`,
  ],
  [
    'whether a group outgrew another, for each member of both',
    (count) =>
      `{ comparison(baseline: ${groupOf(count)}, challenger: ${groupOf(1)}) { outgrowthRuns { from } } }`,
  ],
  [
    'when both of two groups were known, for each member of both',
    (count) =>
      `{ comparison(baseline: ${groupOf(count)}, challenger: ${groupOf(1)}) { latest { calendarQuarter } } }`,
  ],
])('what is asked %s, costs in proportion', async (_, query) => {
  const [two, eight] = [await unitsOf(query(2)), await unitsOf(query(8))];
  expect(eight).toBeGreaterThan(two * 2.5);
});

test.each<[string, (asked: string) => string]>([
  ['the parts of a sum', (asked) => `parts { amount { ${asked} } }`],
  ['what a sum was', (asked) => `vintages { amount { ${asked} } }`],
  ['a share', (asked) => `shareOf(group: { slug: "us-hyperscalers" }) { ${asked} }`],
])('what is asked of %s costs many times as much since long ago as of a quarter', async (_, of) => {
  const units = (window: string, asked: string) =>
    unitsOf(
      `{ group(by: ${groupOf(4)}) { quarter(calendarQuarter: "2024Q1") { capex(${window}) { ${of(asked)} } } } }`,
    );
  const explained = async (window: string) =>
    (await units(window, 'value explanation')) - (await units(window, 'value'));
  expect(await explained('since: "2021Q1"')).toBeGreaterThan(
    (await explained('window: QUARTER')) * 5,
  );
});

test('what free cash flow was costs more than what capital expenditures were', async () => {
  const units = (item: string) =>
    unitsOf(
      `{ group(by: ${groupOf(8)}) { quarter(calendarQuarter: "2024Q1") { ${item}(since: "2021Q1") { vintages { validFrom } } } } }`,
    );
  expect(await units('freeCashFlow')).toBeGreaterThan((await units('capex')) * 1.3);
});
