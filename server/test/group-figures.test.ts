import { afterAll, expect, test } from 'vitest';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

interface Perspective {
  currency?: string;
  asOf?: string;
}

/** What a selection on a group's quarter answers. */
async function ask<Data>(slug: string, quarter: string, selection: string, by: Perspective = {}) {
  const { group } = await server.query<{ group: { quarter: Data } }>(
    `query ($slug: String!, $quarter: CalendarQuarter!, $currency: Currency!, $asOf: Date) {
      group(by: { slug: $slug }) {
        quarter(calendarQuarter: $quarter, currency: $currency, asOf: $asOf) { ${selection} }
      }
    }`,
    { slug, quarter, currency: 'USD', ...by },
  );
  return group.quarter;
}

const NOTE = { asOf: '2025-09-01' };

test.each([
  ['us-hyperscalers', 'CASH', '291.349'],
  ['us-hyperscalers', 'HEADLINE', '317.578'],
  ['china-hyperscalers', 'CASH', '30.964'],
])('%s, capex of twelve months to 2025Q2, %s: USD %s bn', async (slug, basis, text) => {
  const selection = `capex(window: TRAILING_TWELVE_MONTHS, basis: ${basis}) { currency value(in: BILLION) amount(in: BILLION) }`;
  const { capex } = await ask<{ capex: { currency: string; value: number; amount: string } }>(
    slug,
    '2025Q2',
    selection,
    NOTE,
  );
  expect(capex.currency).toBe('USD');
  expect(capex.value.toFixed(3)).toBe(text);
  expect(Number(capex.amount).toFixed(3)).toBe(text);
});

interface Traced {
  exact: string;
  facts: { amount: string; periodEnd: string; quarter: { company: { slug: string } } }[];
  exchangeRates: { calendarQuarter: string; average: string }[];
}

test("a group's sum can be added up again from its facts and exchange rates", async () => {
  const { capex } = await ask<{ capex: Traced }>(
    'china-hyperscalers',
    '2025Q2',
    `capex(window: TRAILING_TWELVE_MONTHS) {
      exact: amount
      facts { amount periodEnd quarter { company { slug } } }
      exchangeRates { calendarQuarter average }
    }`,
    NOTE,
  );
  const { facts, exchangeRates } = capex;
  const quarters = ['2024Q3', '2024Q4', '2025Q1', '2025Q2'];
  expect(exchangeRates.map(({ calendarQuarter }) => calendarQuarter).sort()).toEqual(quarters);
  const ends = ['2024-09-30', '2024-12-31', '2025-03-31', '2025-06-30'];
  const terms = facts.map(({ periodEnd, quarter }) => `${quarter.company.slug} ${periodEnd}`);
  const companies = ['alibaba', 'tencent', 'baidu'];
  expect(terms.sort()).toEqual(
    companies.flatMap((slug) => ends.map((end) => `${slug} ${end}`)).sort(),
  );
  const sum = facts.reduce((sum, { amount, periodEnd }) => {
    const quarter = quarters[ends.indexOf(periodEnd)];
    const rate = exchangeRates.find(({ calendarQuarter }) => calendarQuarter === quarter)!;
    return sum + Number(amount) / Number(rate.average);
  }, 0);
  expect(Number(capex.exact)).toBeCloseTo(sum, 1);
});

// Tencent reported on 2025-08-13, Baidu on 2025-08-20, Alibaba on 2025-08-29.
test('the sum of a quarter that a member has not reported is missing, and names it', async () => {
  const answer = await ask<object>(
    'china-hyperscalers',
    '2025Q2',
    `capex {
      amount value quality explanation
      missing { company { slug } concept calendarQuarter reason }
    }
    members { company { slug } }`,
    { asOf: '2025-08-28' },
  );
  expect(answer).toEqual({
    capex: {
      amount: null,
      value: null,
      quality: null,
      explanation: 'No value: capex of Alibaba Group was not yet published (2025Q2)',
      missing: [
        {
          company: { slug: 'alibaba' },
          concept: 'CAPEX',
          calendarQuarter: '2025Q2',
          reason: 'NOT_YET_PUBLISHED',
        },
      ],
    },
    members: [{ company: { slug: 'tencent' } }, { company: { slug: 'baidu' } }],
  });
});

interface Quarters {
  quarters: { calendarQuarter: string }[];
}

test('what a sum leaves out is said, with the reason; a single company leaves out nothing', async () => {
  const { group } = await server.query<{ group: object }>(`{
    group(by: { slug: "us-hyperscalers" }) {
      quarter(calendarQuarter: "2025Q2") {
        cloudRevenue { value ...Excluded }
        revenue { ...Excluded }
        members { company { slug } cloudRevenue { value ...Excluded } }
        capexToCloudRevenue { numerator { ...Excluded } }
      }
    }
  }
  fragment Excluded on Amount {
    excluded { company { slug } concept calendarQuarter reason }
  }`);
  const meta = {
    company: { slug: 'meta' },
    concept: 'CLOUD_REVENUE',
    calendarQuarter: '2025Q2',
    reason: 'NOT_DISCLOSED',
  };
  expect(group).toMatchObject({
    quarter: {
      cloudRevenue: { value: expect.any(Number), excluded: [meta] },
      revenue: { excluded: [] },
      members: [{}, {}, {}, { cloudRevenue: { value: null, excluded: [] } }],
      capexToCloudRevenue: { numerator: { excluded: [meta] } },
    },
  });
});

test('an unknown group is null, and so is a quarter of which nothing is known', async () => {
  const { nobody, china } = await server.query<Record<string, object | null>>(`{
    nobody: group(by: { slug: "nobody" }) { quarters { calendarQuarter } }
    china: group(by: { slug: "china-hyperscalers" }) {
      before: quarter(calendarQuarter: "1999Q1") { currency }
      notYet: quarter(calendarQuarter: "2025Q2", asOf: "2025-06-30") { currency }
    }
  }`);
  expect(nobody).toBeNull();
  expect(china).toEqual({ before: null, notYet: null });
});

test.each([
  ['from: "2025Q1", to: "2025Q3"', ['2025Q1', '2025Q2', '2025Q3']],
  ['from: "2026Q1", last: 1', ['2026Q2']],
  ['to: "2022Q1", last: 1', ['2022Q1']],
  ['last: 0', []],
  ['from: "2030Q1"', []],
])("a group's quarters, %s: %s", async (range, expected) => {
  const { group } = await server.query<{ group: Quarters }>(
    `{ group(by: { slug: "us-hyperscalers" }) { quarters(${range}) { calendarQuarter } } }`,
  );
  expect(group.quarters.map(({ calendarQuarter }) => calendarQuarter)).toEqual(expected);
});

test('a negative number of quarters is an error that names `last`', async () => {
  const { errors } = await server.execute(
    '{ group(by: { slug: "us-cloud" }) { quarters(last: -1) { calendarQuarter } } }',
  );
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'BAD_USER_INPUT', argument: 'last' },
  ]);
});

const COMPARE =
  'comparison(baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" }';

test('a comparison has its quarters, the latest and the runs that China outgrew the US in', async () => {
  const { some, none } = await server.query<Record<string, object>>(`{
    some: ${COMPARE}, from: "2025Q1") { ...Compared }
    none: ${COMPARE}, from: "2030Q1") { ...Compared }
  }
  fragment Compared on Comparison {
    quarters { calendarQuarter }
    latest { calendarQuarter }
    outgrowthRuns { from to quarters ongoing }
  }`);
  const quarters = ['2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1', '2026Q2'];
  expect(some).toEqual({
    quarters: quarters.map((calendarQuarter) => ({ calendarQuarter })),
    latest: { calendarQuarter: '2026Q2' },
    outgrowthRuns: [
      { from: '2025Q1', to: '2025Q2', quarters: 2, ongoing: false },
      { from: '2026Q2', to: '2026Q2', quarters: 1, ongoing: true },
    ],
  });
  expect(none).toEqual({ quarters: [], latest: null, outgrowthRuns: [] });
});

test.each(['baseline', 'challenger'])('a comparison with no such %s is NOT_FOUND', async (name) => {
  const groups = {
    baseline: { slug: 'us-cloud' },
    challenger: { slug: 'china-cloud' },
    [name]: { slug: 'nobody' },
  };
  const { data, errors } = await server.execute(
    `query ($baseline: GroupBy!, $challenger: GroupBy!) {
      comparison(baseline: $baseline, challenger: $challenger) { currency }
    }`,
    groups,
  );
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors![0]).toMatchObject({
    message: expect.stringMatching(/^There is no group "nobody"; there are us-hyperscalers, /),
    path: ['comparison'],
    extensions: { code: 'NOT_FOUND', argument: name },
  });
});
