import { afterAll, expect, test } from 'vitest';
import { fetchRows, loadPage, type Question, screened, walk } from './screening.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

test.each<Question>([
  {},
  { currency: 'USD', orderBy: { field: 'CAPEX', direction: 'ASC' } },
  { asOf: '2025-09-01', where: { capexToRevenue: { gt: 0.2 } } },
  {
    currency: 'USD',
    where: { fiscalQuarter: 4, operatingCashFlow: { gt: 10e9 } },
    orderBy: { field: 'DEPRECIATION' },
  },
  {
    currency: 'USD',
    where: { capexToRevenueChangeOverYear: { gt: 0 } },
    orderBy: { field: 'CAPEX_TO_REVENUE_CHANGE_OVER_YEAR' },
  },
  {
    currency: 'CNY',
    where: { from: '2024Q3', countries: ['CN'], capexGrowthOverYear: { gt: 0 } },
    orderBy: { field: 'CAPEX_GROWTH_OVER_YEAR' },
  },
])('a screen has the quarters that meet its conditions, in its order: %j', async (question) => {
  const expected = screened(question, await fetchRows(server, question));
  expect(expected.length).toBeGreaterThan(5);
  expect((await loadPage(server, question)).totalCount).toBe(expected.length);
  expect(await walk(server, question, { size: 40 })).toEqual(expected);
  expect(await walk(server, question, { size: 40, backwards: true })).toEqual(expected);
});

const IN_DOCUMENT: [string, string][] = [
  ['from: "2025Q5"', 'where.from'],
  ['to: "2025-06-30"', 'where.to'],
  ['calendarQuarter: 20252', 'where.calendarQuarter'],
  ['capex: { gt: "much" }', 'where.capex.gt'],
  ['capexToRevenue: { lte: true }', 'where.capexToRevenue.lte'],
  ['fiscalQuarter: 1.5', 'where.fiscalQuarter'],
];

test.each(
  IN_DOCUMENT,
)('a malformed filter, %s, is an error that names %s', async (filter, name) => {
  const { data, errors } = await server.execute(
    `{ quarters(where: { ${filter} }) { totalCount } }`,
  );
  expect(data).toBeUndefined();
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'BAD_USER_INPUT', argument: name },
  ]);
});

test.each<[object, string]>([
  [{ from: '2025Q5' }, 'where.from'],
  [{ calendarQuarter: 20252 }, 'where.calendarQuarter'],
  [{ capex: { gt: 'much' } }, 'where.capex.gt'],
  [{ capexGrowthOverYear: { above: 1 } }, 'where.capexGrowthOverYear'],
  [{ companies: [7] }, 'where.companies[0]'],
])('a malformed filter in a variable, %j, is an error that names %s', async (where, name) => {
  const { data, errors } = await server.execute(
    'query ($where: QuarterFilter) { quarters(where: $where) { totalCount } }',
    { where },
  );
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  expect(errors![0]!.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: '$where' });
  expect(errors![0]!.message).toContain(`at "${name}"`);
});

test.each([
  ['fiscalQuarter: 5', 'fiscalQuarter', 'There is no fiscalQuarter 5; write a number from 1 to 4.'],
  ['fiscalQuarter: 0', 'fiscalQuarter', 'There is no fiscalQuarter 0; write a number from 1 to 4.'],
  [
    'fiscalYear: 25',
    'fiscalYear',
    'There is no fiscalYear 25; write the year in which it ends, e.g. 2025.',
  ],
  [
    'fiscalYear: 20255',
    'fiscalYear',
    'There is no fiscalYear 20255; write the year in which it ends, e.g. 2025.',
  ],
])('a fiscal quarter or year that cannot be, %s, is an error that names it and the mend', async (filter, name, message) => {
  const { errors } = await server.execute(`{ quarters(where: { ${filter} }) { totalCount } }`);
  expect(errors).toMatchObject([
    { message, extensions: { code: 'BAD_USER_INPUT', argument: `where.${name}` } },
  ]);
});
