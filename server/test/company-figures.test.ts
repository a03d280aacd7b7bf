import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from './testkit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

interface GrowthAnswer {
  company: { quarter: Record<string, { growth: { value: number; explanation: string } }> };
}

async function growth(slug: string, quarter: string, field: string, over: string, asOf?: string) {
  const { company } = await server.query<GrowthAnswer>(
    `query ($slug: String!, $quarter: CalendarQuarter!, $over: Span!, $asOf: Date) {
      company(by: { slug: $slug }) {
        quarter(calendarQuarter: $quarter, asOf: $asOf) {
          ${field} { growth(over: $over) { value explanation } }
        }
      }
    }`,
    { slug, quarter, over, asOf },
  );
  return company.quarter[field]!.growth;
}

const percent = (fraction: number) => `${(fraction * 100).toFixed(2)} %`;

test.each([
  ['alibaba', 'QUARTER', '57.14 %'],
  ['tencent', 'QUARTER', '-30.46 %'],
  ['baidu', 'QUARTER', '31.03 %'],
  ['alibaba', 'YEAR', '219.79 %'],
  ['tencent', 'YEAR', '118.89 %'],
  ['baidu', 'YEAR', '79.41 %'],
])('%s, capex growth over the %s, 2025Q2 as known on 2025-09-01: %s', async (slug, over, text) => {
  const { value } = await growth(slug, '2025Q2', 'capex', over, '2025-09-01');
  expect(percent(value)).toBe(text);
});

test.each([
  ['microsoft', '2024Q2', '2025-09-01', '18.85 %'],
  ['microsoft', '2024Q3', '2025-09-01', '20.38 %'],
  ['alibaba', '2023Q2', undefined, '2.91 %'],
])('%s, cloud revenue growth over the year, %s as known on %s: %s', async (slug, quarter, asOf, text) => {
  const { value } = await growth(slug, quarter, 'cloudRevenue', 'YEAR', asOf);
  expect(percent(value)).toBe(text);
});

test('a growth rate explains itself with its figures', async () => {
  const { explanation } = await growth('alibaba', '2025Q2', 'capex', 'QUARTER');
  expect(explanation).toBe('38,676 m CNY (2025Q2) / 24,612 m CNY (2025Q1) − 1 = +57.1 %');
});

test("Microsoft's growth of 2024Q3 is taken over the recast base of 20,013 million", async () => {
  const { explanation } = await growth('microsoft', '2024Q3', 'cloudRevenue', 'YEAR', '2025-09-01');
  expect(explanation).toBe('24,092 m USD (2024Q3) / 20,013 m USD (2023Q3) − 1 = +20.4 %');
});

test("Oracle's quarter from March to May lies on the second calendar quarter", async () => {
  const { company } = await server.query<{ company: { quarter: object } }>(`{
    company(by: { ticker: "ORCL" }) {
      quarter(calendarQuarter: "2025Q2") { fiscalLabel periodStart periodEnd }
    }
  }`);
  expect(company.quarter).toEqual({
    fiscalLabel: 'FY2025 Q4',
    periodStart: '2025-03-01',
    periodEnd: '2025-05-31',
  });
});

test('an amount is counted in ones where the unit is left out, and where it is null', async () => {
  const { company } = await server.query<{ company: { quarter: Record<string, object> } }>(
    `query ($none: Scale) {
      company(by: { slug: "alibaba" }) { quarter(calendarQuarter: "2025Q2") {
        usual: capex { amount value }
        null: capex { amount(in: null) value(in: null) }
        absent: capex { amount(in: $none) value(in: $none) }
        billions: capex { amount(in: BILLION) value(in: BILLION) }
      } }
    }`,
  );
  const ones = { amount: '38676000000', value: 38_676_000_000 };
  expect(company.quarter).toEqual({
    usual: ones,
    null: ones,
    absent: ones,
    billions: { amount: '38.676', value: 38.676 },
  });
});
