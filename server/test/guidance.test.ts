import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { FIXTURE } from './dataset.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

interface Said {
  id: string;
  company: { slug: string };
  concept: string;
  basis: string;
  periodStart: string | null;
  periodEnd: string | null;
  low: string | null;
  high: string | null;
  currency: string;
  saidOn: string;
  note: string | null;
  outcome: {
    amount: string | null;
    explanation: string;
    currency: string;
    missing: { reason: string }[];
  } | null;
}

const DETAILS = `id company { slug } concept basis periodStart periodEnd low high currency saidOn note
  source { title url } outcome { amount explanation currency missing { reason } }`;

const rows: Record<string, string>[] = parse(readFileSync(join(FIXTURE, 'guidance.csv'), 'utf8'), {
  columns: true,
});

async function guidance(asOf?: string): Promise<Said[]> {
  const { companies } = await server.query<{ companies: { nodes: { guidance: Said[] }[] } }>(
    `query ($asOf: Date) { companies { nodes { guidance(asOf: $asOf) { ${DETAILS} } } } }`,
    { asOf },
  );
  return companies.nodes.flatMap((company) => company.guidance);
}

test('every statement of the dataset is there as it was said', async () => {
  const served = (await guidance()).map((said) => [
    said.company.slug,
    said.concept,
    said.basis,
    ...[said.periodStart, said.periodEnd, said.low, said.high].map((cell) => cell ?? ''),
    said.currency,
    said.saidOn,
    said.note ?? '',
  ]);
  const printed = rows.map((row) =>
    [
      'company',
      'concept',
      'basis',
      'period_start',
      'period_end',
      'low',
      'high',
      'currency',
      'said_on',
      'note',
    ].map((column) => row[column]),
  );
  expect(printed.length).toBeGreaterThan(50);
  expect(served.map(String).sort()).toEqual(printed.map(String).sort());
});

test('the newest statement comes first, and as of a day there is none that came later', async () => {
  const day = '2025-02-10';
  const then = await guidance(day);
  const known = (await guidance()).filter(({ saidOn }) => saidOn <= day);
  expect(then.map(({ id }) => id)).toEqual(known.map(({ id }) => id));
  const days = then.filter(({ company }) => company.slug === 'meta').map(({ saidOn }) => saidOn);
  expect(days).toEqual(days.toSorted().reverse());
  expect(days.length).toBeGreaterThan(1);
});

test('the outcome is the year that was spoken of, with leases where it was spoken of with them', async () => {
  const { cash, leases } = await server.query<
    Record<'cash' | 'leases', { years: { label: string; cash: Figure; headline: Figure }[] }>
  >(`{
    cash: company(by: { slug: "alphabet" }) { ...Years }
    leases: company(by: { slug: "meta" }) { ...Years }
  }
  fragment Years on Company {
    years(by: FISCAL) { label cash: capex { amount } headline: capex(basis: HEADLINE) { amount } }
  }`);
  const yearOf = (said: Said) => `FY${said.periodEnd!.slice(0, 4)}`;
  const all = (await guidance()).filter(
    ({ periodStart, periodEnd }) =>
      periodStart?.endsWith('-01-01') && periodEnd?.endsWith('-12-31'),
  );
  const outcomes = (slug: string) =>
    all
      .filter(({ company }) => company.slug === slug)
      .map((said) => [yearOf(said), said.outcome?.amount] as const);
  for (const [label, amount] of outcomes('alphabet')) {
    expect(amount ?? null).toBe(
      cash.years.find((year) => year.label === label)?.cash.amount ?? null,
    );
  }
  for (const [label, amount] of outcomes('meta')) {
    expect(amount ?? null).toBe(
      leases.years.find((year) => year.label === label)?.headline.amount ?? null,
    );
  }
  expect(outcomes('alphabet').some(([, amount]) => amount)).toBe(true);
  expect(outcomes('meta').some(([, amount]) => amount)).toBe(true);
});

interface Figure {
  amount: string | null;
}

test('of a year that is not over the outcome says what is missing, and without a period there is none', async () => {
  const all = await guidance();
  const open = all.find(({ periodEnd }) => periodEnd === '2026-12-31')!;
  expect(open.outcome).toMatchObject({ amount: null, currency: open.currency });
  expect(open.outcome!.missing.map(({ reason }) => reason)).toContain('NOT_YET_PUBLISHED');
  const plans = all.filter(({ periodEnd }) => periodEnd === null);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.map(({ outcome }) => outcome)).toEqual(plans.map(() => null));
});

test('its id fetches it again', async () => {
  const wanted = (await guidance()).slice(0, 20);
  const { nodes } = await server.query<{ nodes: Said[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Guidance { ${DETAILS} } } }`,
    { ids: wanted.map(({ id }) => id) },
  );
  expect(nodes).toEqual(wanted);
});
