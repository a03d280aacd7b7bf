import { afterAll, beforeAll, expect, test } from 'vitest';
import { QUESTIONS } from '../http/questions.ts';
import { startServer, type TestServer } from './testkit.ts';

// GraphiQL's tabs: each answers what its title asks.

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** What the tab with this operation answers, changed where the test wants that. */
function answerOf<Data>(operation: string, change = (text: string) => text): Promise<Data> {
  const question = QUESTIONS.find((text) => text.includes(`query ${operation} {`));
  return server.query<Data>(change(question!));
}

interface Amount {
  readonly value: number | null;
}

test('every tab has a title in its first lines, and a name of its own', () => {
  const names = QUESTIONS.map((text) => /^(?:# .+\n)+query (\w+) \{\n/.exec(text)?.[1]);
  expect(names).not.toContain(undefined);
  expect(new Set(names).size).toBe(QUESTIONS.length);
  for (const text of QUESTIONS) expect(text).toMatch(/\?/);
});

test('every company that publishes both has a part of revenue, though its newest quarter be half known', async () => {
  const { companies } = await answerOf<{
    companies: {
      nodes: {
        name: string;
        latestQuarter: { capexToRevenue: Amount & { missing: object[] } } | null;
      }[];
    };
  }>('CapexOverRevenue', (text) => text.replace('REVENUE]', 'REVENUE], asOf: "2026-09-01"'));
  const parts = companies.nodes.flatMap(({ name, latestQuarter }) =>
    latestQuarter ? [{ name, ...latestQuarter.capexToRevenue }] : [],
  );
  for (const { value, missing } of parts) expect(missing.length > 0).toBe(value === null);
  expect(parts.length).toBeGreaterThan(8);
  expect(parts.find(({ name }) => name === 'Oracle')?.value).toBeCloseTo(0.826, 3);
});

test("a year's free cash flow is there for every year that is over", async () => {
  const { company } = await answerOf<{
    company: { years: { label: string; freeCashFlow: Amount }[] };
  }>('MicrosoftYears');
  expect(company.years).toHaveLength(4);
  for (const { freeCashFlow } of company.years) expect(freeCashFlow.value).toBeGreaterThan(0);
});

test("where a group's sum is there, its members' shares add up to all of it", async () => {
  const { group } = await answerOf<{
    group: { quarters: { capex: Amount; members: { capex: { shareOf: Amount } }[] }[] };
  }>('ChinaShares');
  const whole = group.quarters.filter(({ capex }) => capex.value !== null);
  expect(whole.length).toBeGreaterThan(0);
  for (const { members } of whole) {
    const sum = members.reduce((total, { capex }) => total + (capex.shareOf.value ?? 0), 0);
    expect(sum).toBeCloseTo(1, 6);
  }
});

test('growth over three years has an annual rate that makes it when compounded', async () => {
  const { group } = await answerOf<{
    group: { quarters: { capex: { growth: Amount & { annualRate: number | null } } }[] };
  }>('ThreeYears');
  for (const { capex } of group.quarters) {
    const { value, annualRate } = capex.growth;
    expect((1 + annualRate!) ** 3).toBeCloseTo(1 + value!, 6);
  }
});

test('a figure that was restated has more than one value, each on days of its own', async () => {
  const { company } = await answerOf<{
    company: {
      quarter: { cloudRevenue: { vintages: { validFrom: string; validTo: string | null }[] } };
    };
  }>('KnownWhen');
  const { vintages } = company.quarter.cloudRevenue;
  expect(vintages.length).toBeGreaterThan(1);
  expect(vintages[0]!.validTo).toBeNull();
  for (const [index, { validTo }] of vintages.slice(1).entries()) {
    expect(validTo! < vintages[index]!.validFrom).toBe(true);
  }
});
