import { afterAll, expect, test } from 'vitest';
import { GroupRecalculation, indexOf } from './recalculation.ts';
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
      group(slug: $slug) {
        quarter(calendarQuarter: $quarter, currency: $currency, asOf: $asOf) { ${selection} }
      }
    }`,
    { slug, quarter, currency: 'USD', ...by },
  );
  return group.quarter;
}

const NOTE = { asOf: '2025-09-01' };
const percent = (fraction: number) => `${(fraction * 100).toFixed(2)} %`;

test.each([
  ['us-hyperscalers', '2025Q2', 'CASH', '291.349', NOTE],
  ['us-hyperscalers', '2025Q2', 'HEADLINE', '317.578', NOTE],
  ['china-hyperscalers', '2025Q2', 'CASH', '30.964', NOTE],
  ['us-hyperscalers', '2026Q2', 'CASH', '510.703', {}],
  ['china-hyperscalers', '2026Q2', 'CASH', '42.558', {}],
])('%s, capex of twelve months to %s, %s: USD %s bn', async (slug, quarter, basis, text, by) => {
  const selection = `capex(window: TRAILING_TWELVE_MONTHS, basis: ${basis}) { currency value(in: BILLION) amount(in: BILLION) }`;
  const { capex } = await ask<{ capex: { currency: string; value: number; amount: string } }>(
    slug,
    quarter,
    selection,
    by,
  );
  expect(capex.currency).toBe('USD');
  expect(capex.value.toFixed(3)).toBe(text);
  expect(Number(capex.amount).toFixed(3)).toBe(text);
});

test.each([
  ['YEAR', '168.44 %'],
  ['QUARTER', '11.99 %'],
])('china-hyperscalers in CNY, capex growth over the %s, 2025Q2: %s', async (over, text) => {
  const { capex } = await ask<{ capex: { growth: { value: number } } }>(
    'china-hyperscalers',
    '2025Q2',
    `capex { growth(over: ${over}) { value } }`,
    { ...NOTE, currency: 'CNY' },
  );
  expect(percent(capex.growth.value)).toBe(text);
});

test.each([
  ['china-hyperscalers', '2025Q2', 'capexToCloudRevenue', '106.46 %'],
  ['us-hyperscalers', '2025Q2', 'capexToCloudRevenue', '96.41 %'],
  ['china-hyperscalers', '2024Q2', 'capexToRevenue', '5.23 %'],
  ['china-hyperscalers', '2025Q2', 'capexToRevenue', '13.25 %'],
  ['us-hyperscalers', '2024Q2', 'capexToRevenue', '15.71 %'],
  ['us-hyperscalers', '2025Q2', 'capexToRevenue', '22.74 %'],
])('%s, %s, %s as known on 2025-09-01: %s', async (slug, quarter, field, text) => {
  const answer = await ask<Record<string, { value: number }>>(
    slug,
    quarter,
    `${field} { value }`,
    NOTE,
  );
  expect(percent(answer[field]!.value)).toBe(text);
});

test("a group's sum explains itself with its members, and names those left out", async () => {
  const { capex } = await ask<{ capex: { explanation: string } }>(
    'china-cloud',
    '2025Q2',
    'capex { explanation }',
    { currency: 'CNY' },
  );
  expect(capex.explanation).toBe(
    'Capex of China cloud providers, 2025Q2: 38,676 (Alibaba Group) + 3,800 (Baidu) = 42,476 m CNY, without Kingsoft Cloud',
  );
});

test('a ratio counts only the members that disclose both, above and below the line', async () => {
  const { capexToCloudRevenue: ratio } = await ask<{
    capexToCloudRevenue: Record<'numerator' | 'denominator', { explanation: string }>;
  }>(
    'us-hyperscalers',
    '2025Q2',
    'capexToCloudRevenue { numerator { explanation } denominator { explanation } }',
  );
  for (const amount of [ratio.numerator, ratio.denominator]) {
    expect(amount.explanation).toMatch(/ m USD, without Meta Platforms$/);
    expect(amount.explanation).not.toContain('(Meta Platforms)');
  }
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

test("a group's growth explains itself, each member like for like", async () => {
  const { cloudRevenue } = await ask<{ cloudRevenue: { growth: Record<string, object> } }>(
    'us-cloud',
    '2024Q3',
    'cloudRevenue { growth(over: YEAR) { explanation from { explanation } } }',
    NOTE,
  );
  expect(cloudRevenue.growth).toEqual({
    explanation: '68,497 m USD (2024Q3) / 56,083 m USD (2023Q3) − 1 = +22.1 %',
    from: {
      explanation:
        'Cloud revenue of US cloud providers, 2023Q3: 20,013 (Microsoft) + 23,059 (Amazon) + 8,411 (Alphabet) + 4,600 (Oracle) = 56,083 m USD',
    },
  });
});

// Tencent reported on 2025-08-13, Baidu on 2025-08-20, Alibaba on 2025-08-29.
test.each([
  { asOf: '2025-08-13', late: { alibaba: 'Alibaba Group', baidu: 'Baidu' }, there: ['tencent'] },
  { asOf: '2025-08-28', late: { alibaba: 'Alibaba Group' }, there: ['tencent', 'baidu'] },
])('as of $asOf the sum of 2025Q2 is missing, and names $late', async ({ asOf, late, there }) => {
  const answer = await ask<object>(
    'china-hyperscalers',
    '2025Q2',
    `capex {
      amount value quality explanation
      missing { company { slug } concept calendarQuarter reason }
    }
    members { company { slug } }`,
    { asOf },
  );
  const sentences = Object.values(late).map(
    (name) => `capex of ${name} was not yet published (2025Q2)`,
  );
  expect(answer).toEqual({
    capex: {
      amount: null,
      value: null,
      quality: null,
      explanation: `No value: ${sentences.join('; ')}`,
      missing: Object.keys(late).map((slug) => ({
        company: { slug },
        concept: 'CAPEX',
        calendarQuarter: '2025Q2',
        reason: 'NOT_YET_PUBLISHED',
      })),
    },
    members: there.map((slug) => ({ company: { slug } })),
  });
});

test('a sum that no member discloses is missing for each of them', async () => {
  const { depreciation } = await ask<{ depreciation: { value: null; missing: object[] } }>(
    'china-cloud',
    '2025Q2',
    'depreciation { value missing { company { slug } reason } }',
  );
  const missing = ['alibaba', 'baidu', 'kingsoft-cloud'].map((slug) => ({
    company: { slug },
    reason: 'NOT_DISCLOSED',
  }));
  expect(depreciation).toEqual({ value: null, missing });
});

interface Quarters {
  quarters: { calendarQuarter: string }[];
}

test('an unknown group is null, and so is a quarter of which nothing is known', async () => {
  const { nobody, china } = await server.query<Record<string, object | null>>(`{
    nobody: group(slug: "nobody") { quarters { calendarQuarter } }
    china: group(slug: "china-hyperscalers") {
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
  ['from: "2025Q3", to: "2025Q1"', []],
  ['from: "2030Q1"', []],
  ['to: "1999Q4"', []],
  ['asOf: "1999-12-31"', []],
])("a group's quarters, %s: %s", async (range, expected) => {
  const { group } = await server.query<{ group: Quarters }>(
    `{ group(slug: "us-hyperscalers") { quarters(${range}) { calendarQuarter } } }`,
  );
  expect(group.quarters.map(({ calendarQuarter }) => calendarQuarter)).toEqual(expected);
});

test('a negative number of quarters is an error that names `last`', async () => {
  const { errors } = await server.execute(
    '{ group(slug: "us-cloud") { quarters(last: -1) { calendarQuarter } } }',
  );
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'BAD_USER_INPUT', argument: 'last' },
  ]);
});

const COMPARE = 'comparison(baseline: "us-hyperscalers", challenger: "china-hyperscalers"';
const RUNS = 'outgrowthRuns { from to quarters ongoing }';

/** The runs of quarters in which the Chinese companies' capex grew faster, from and to a quarter. */
async function runs(range: string): Promise<object[]> {
  const { comparison } = await server.query<{ comparison: { outgrowthRuns: object[] } }>(
    `{ ${COMPARE}${range}) { ${RUNS} } }`,
  );
  return comparison.outgrowthRuns;
}

const NOW = { from: '2026Q2', to: '2026Q2', quarters: 1, ongoing: true };

test('from 2024Q1, China outgrows the US until 2025Q2, and again in 2026Q2', async () => {
  const run = { from: '2024Q1', to: '2025Q2', quarters: 6, ongoing: false };
  expect(await runs(', from: "2024Q1"')).toEqual([run, NOW]);
  expect(await runs(', from: "2024Q1", to: "2025Q2"')).toEqual([run]);
});

test('that run began in 2023Q3, as the files say too', async () => {
  const run = { from: '2023Q3', to: '2025Q2', quarters: 8, ongoing: false };
  expect(await runs('')).toEqual([run, NOW]);
  const [us, china] = ['us-hyperscalers', 'china-hyperscalers'].map(
    (group) => new GroupRecalculation(group, 'USD', '9999-12-31'),
  );
  const quarters = us!.quarters.map(indexOf).filter((quarter) => {
    const [ours, theirs] = [us!, china!].map((from) => from.growth(['CAPEX'], quarter, 1, 4).value);
    return ours && theirs?.gt(ours);
  });
  const first = indexOf(run.from);
  expect(quarters).toEqual([...Array.from({ length: 8 }, (_, place) => first + place), first + 11]);
});

test('the latest quarter compared is the newest that both groups have reported', async () => {
  const { then, now, early } = await server.query<Record<string, object>>(`{
    then: ${COMPARE}, asOf: "2025-08-28") { latest { calendarQuarter } quarters { calendarQuarter } }
    now: ${COMPARE}) { latest { calendarQuarter } }
    early: ${COMPARE}, to: "2023Q4") { latest { calendarQuarter } }
  }`);
  expect(then).toMatchObject({ latest: { calendarQuarter: '2025Q1' } });
  expect((then as Quarters).quarters.at(-1)).toEqual({ calendarQuarter: '2025Q2' });
  expect(now).toEqual({ latest: { calendarQuarter: '2026Q2' } });
  expect(early).toEqual({ latest: { calendarQuarter: '2023Q4' } });
});

test.each([
  'from: "2025Q3", to: "2025Q1"',
  'from: "2030Q1"',
  'asOf: "1999-12-31"',
])('a comparison of no quarter, %s, has empty lists', async (range) => {
  const { comparison } = await server.query<object & { comparison: object }>(
    `{ ${COMPARE}, ${range}) { quarters { calendarQuarter } latest { calendarQuarter } ${RUNS} } }`,
  );
  expect(comparison).toEqual({ quarters: [], latest: null, outgrowthRuns: [] });
});

test.each(['baseline', 'challenger'])('a comparison with no such %s is NOT_FOUND', async (name) => {
  const groups = { baseline: 'us-cloud', challenger: 'china-cloud', [name]: 'nobody' };
  const { data, errors } = await server.execute(
    `query ($baseline: String!, $challenger: String!) {
      comparison(baseline: $baseline, challenger: $challenger) { currency }
    }`,
    groups,
  );
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors![0]).toMatchObject({
    message: 'There is no group "nobody".',
    path: ['comparison'],
    extensions: { code: 'NOT_FOUND', argument: name },
  });
});
