import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';
import { type Client, createClient } from '../src/index.ts';
import { dateToQuarter } from '../src/quarters.ts';
import { rowsOf } from '../src/rows.ts';

// What the methods answer.

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await startServer();
  client = createClient({ url: `${server.url}/graphql` });
});
afterAll(() => server.stop());

test("a company's years come with their cash flows, of the whole year", async () => {
  const company = await client.companyYears({ company: { ticker: 'MSFT' }, last: 3 });
  const { years } = company!;
  expect(years.map(({ label }) => label)).toEqual(['FY2024', 'FY2025', 'FY2026']);
  const [, whole] = years;
  expect(whole!.lastQuarter).toMatchObject({ calendarQuarter: '2025Q2' });
  const { operatingCashFlow, capex, freeCashFlow } = whole!;
  expect(Number(operatingCashFlow.amount) - Number(capex.amount)).toBe(Number(freeCashFlow.amount));
  const calendar = await client.companyYears({ company: { ticker: 'MSFT' }, by: 'CALENDAR' });
  expect(calendar!.years[0]!.kind).toBe('CALENDAR');
});

test("a company's quarters come in the currency asked for, as known on the day asked for", async () => {
  const company = await client.companyQuarters({
    company: { ticker: 'BABA' },
    last: 2,
    currency: 'USD',
    asOf: '2025-09-01',
  });
  const latest = company!.quarters.nodes.at(-1)!;
  expect(latest).toMatchObject({ calendarQuarter: '2025Q2', fiscalLabel: 'FY2026 Q1' });
  expect(latest).toMatchObject({ currency: 'USD', publishedOn: '2025-08-29' });
  expect(latest.capex.overTheQuarter.value).toBeCloseTo(0.58005, 4);
  expect(await client.companyQuarters({ company: { slug: 'nobody' } })).toBeNull();
});

test("a group's quarters are sums, in US dollars unless another currency is asked for", async () => {
  const wanted = {
    group: { slug: 'china-hyperscalers' },
    from: '2025Q2',
    to: '2025Q2',
    asOf: '2025-09-01',
  };
  const group = await client.groupQuarters(wanted);
  const [quarter] = group!.quarters;
  expect(quarter!.capexTrailing).toMatchObject({ currency: 'USD', missing: [] });
  expect(quarter!.capexTrailing.value! / 1e9).toBeCloseTo(30.964, 3);
  const inYuan = await client.groupQuarters({ ...wanted, currency: 'CNY' });
  expect(inYuan!.quarters[0]!.capex.overTheYear.value).toBeCloseTo(1.6844, 4);
  expect(await client.groupQuarters({ group: { slug: 'nobody' } })).toBeNull();
});

test('a missing value says which input of whom it lacks', async () => {
  const group = await client.groupQuarters({ group: { slug: 'china-hyperscalers' }, last: 1 });
  const tencent = await client.companyQuarters({ company: { slug: 'tencent' }, last: 1 });
  const { cloudRevenue } = tencent!.quarters.nodes[0]!;
  expect(cloudRevenue.amount).toBeNull();
  expect(cloudRevenue.missing[0]).toMatchObject({
    company: { slug: 'tencent', name: 'Tencent' },
    concept: 'CLOUD_REVENUE',
    reason: 'NOT_DISCLOSED',
  });
  expect(group!.members.map(({ slug }) => slug)).toContain('tencent');
});

test('a comparison says who grew faster, and when', async () => {
  const { outgrowthRuns, quarters } = await client.comparison({
    baseline: { slug: 'us-hyperscalers' },
    challenger: { slug: 'china-hyperscalers' },
    from: '2024Q1',
    to: '2025Q2',
  });
  expect(outgrowthRuns[0]).toMatchObject({ from: '2024Q1', to: '2025Q2' });
  expect(quarters.every(({ growthLead }) => growthLead.points! > 0)).toBe(true);
});

test('a table has a row for each period of each series, with its value or why there is none', async () => {
  const table = await client.series({
    subjects: [{ company: { slug: 'tencent' } }, { group: { slug: 'china-hyperscalers' } }],
    measures: [{ item: 'CAPEX' }, { item: 'CLOUD_REVENUE' }],
    from: '2025Q1',
    to: '2025Q2',
  });
  const rows = rowsOf(table);
  expect(rows).toHaveLength(2 * 2 * 2);
  for (const { period, start, value, missing } of rows) {
    expect(dateToQuarter(start!)).toBe(period);
    expect(missing.length > 0).toBe(value === null);
  }
  const [capex] = rows;
  const company = await client.companyQuarters({ company: { slug: 'tencent' }, from: '2025Q1' });
  expect(capex).toMatchObject({ period: '2025Q1', unit: 'MONEY' });
  expect(capex!.value).toBe(company!.quarters.nodes[0]!.capex.value);
  const [{ subject }] = table.series as [(typeof table.series)[number]];
  expect(subject).toMatchObject({ __typename: 'Company', slug: 'tencent' });
});

test('each row says in which currency it is: the one asked for, else as the company reports, and US dollars for a group', async () => {
  const asked = {
    subjects: [
      { company: { slug: 'tencent' } },
      { company: { slug: 'microsoft' } },
      { group: { slug: 'china-hyperscalers' } },
    ],
    measures: [{ item: 'CAPEX' as const }, { item: 'CAPEX' as const, over: 'REVENUE' as const }],
    from: '2025Q2',
    to: '2025Q2',
  };
  const currencies = async (currency?: 'CNY') =>
    rowsOf(await client.series({ ...asked, currency })).map(({ label, currency }) => [
      label.split(',')[0],
      currency,
    ]);
  expect(await currencies()).toEqual([
    ['Tencent', 'CNY'],
    ['Tencent', 'CNY'],
    ['Microsoft', 'USD'],
    ['Microsoft', 'USD'],
    ['China hyperscalers', 'USD'],
    ['China hyperscalers', 'USD'],
  ]);
  expect(new Set((await currencies('CNY')).map(([, currency]) => currency))).toEqual(
    new Set(['CNY']),
  );
});

test('the claims come with a document that shows the working, and it runs', async () => {
  const claims = await client.claims();
  const growth = claims.find(({ slug }) => slug === 'alibaba-growth')!;
  expect(growth).toMatchObject({ published: 57, unit: '%', verdict: 'REPRODUCED' });
  expect(await client.request(growth.query)).toBeTypeOf('object');
});

test('a screen finds quarters on any figure', async () => {
  const { nodes, totalCount } = await client.screen({
    where: { capexToRevenue: { gt: 0.333 } },
    orderBy: { field: 'CAPEX_TO_REVENUE' },
    first: 5,
  });
  expect(nodes).toHaveLength(5);
  expect(totalCount).toBeGreaterThan(5);
  const ratios = nodes.map(({ capexToRevenue }) => capexToRevenue.value!);
  expect(ratios).toEqual(ratios.toSorted((a, b) => b - a));
});

test("a document leads from a quarter's figure to what printed it", async () => {
  const company = await client.quarterSources({
    company: { slug: 'alibaba' },
    calendarQuarter: '2025Q2',
    concept: 'CAPEX',
  });
  const { facts } = company!.quarter!;
  const fact = facts.find(({ definition }) => definition.slug === 'purchases-gross');
  expect(fact).toMatchObject({ amount: '38676000000', quality: 'REPORTED', note: null });
  expect(fact!.source.title).toContain('Alibaba Group results announcement');
});

test('what a company said that it would spend comes with what came of it', async () => {
  const company = await client.guidance({ company: { slug: 'meta' }, asOf: '2026-10-01' });
  const days = company!.guidance.map(({ saidOn }) => saidOn);
  expect(days.length).toBeGreaterThan(1);
  expect(days).toEqual(days.toSorted().reverse());
  const whole = company!.guidance.find(({ outcome }) => outcome?.amount != null)!;
  expect(whole.outcome!.explanation).toContain('Meta');
  expect(await client.guidance({ company: { slug: 'nobody' } })).toBeNull();
});

test('coverage has an entry for each member of the group and each concept, with its gaps', async () => {
  const entries = await client.coverage({ group: 'china-hyperscalers' });
  const groups = await client.groups();
  const { members } = groups.find(({ slug }) => slug === 'china-hyperscalers')!;
  expect(new Set(entries.map(({ company }) => company.slug))).toEqual(
    new Set(members.map(({ slug }) => slug)),
  );
  const tencent = entries.find(
    ({ company, concept }) => company.slug === 'tencent' && concept === 'CLOUD_REVENUE',
  );
  expect(tencent).toMatchObject({ from: null, quarters: 0, definitions: [] });
  await expect(client.coverage({ group: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what is new since a cursor is asked for with it', async () => {
  const first = await client.changes({ company: 'alibaba', first: 5 });
  expect(first.nodes).toHaveLength(5);
  const { endCursor: after } = first.pageInfo;
  const next = await client.changes({ company: 'alibaba', first: 5, after });
  const ids = [...first.nodes, ...next.nodes].map(({ fact }) => fact.id);
  expect(new Set(ids).size).toBe(10);
});
