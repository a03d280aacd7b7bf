import { expect, test } from 'vitest';
import { checkEntry } from '../../gate.ts';
import { withoutReprints } from '../quarters/reprints.ts';
import { readCompanyfacts } from '../read/companyfacts.ts';
import { ACME, CHAINS, companyfacts, ENTRY } from '../testing.ts';
import { companyRows, type KnownCompany } from './company-rows.ts';

function rowsOf(text: string, companies: ReadonlyMap<string, KnownCompany> = new Map()) {
  const { companyfacts } = readCompanyfacts(JSON.parse(text), 'file.json', CHAINS.tags);
  const rows = companyRows(companyfacts!, 'file.json', {
    chains: CHAINS,
    companies,
    slugs: new Set(),
  });
  return { ...rows, facts: rows.facts.map(({ row }) => row) };
}
const acme = rowsOf(ACME);

test('a new company has the name, slug, currency and fiscal year of its file', () => {
  expect(acme.company).toEqual({
    slug: 'acme-cloud',
    name: 'Acme Cloud',
    ticker: null,
    country: 'ZZ',
    reporting_currency: 'USD',
    fiscal_year_end_month: 12,
    cik: '0000012345',
  });
});

test('a company that is known keeps its slug and is not added', () => {
  const known = new Map([
    ['0000012345', { slug: 'road-runner', reporting_currency: 'USD' as const }],
  ]);
  const { company, facts } = rowsOf(ACME, known);
  expect(company).toBeNull();
  expect(new Set(facts.map(({ company }) => company))).toEqual(new Set(['road-runner']));
});

test("every fact's source is its filing", () => {
  const source = acme.sources.find(({ slug }) => slug === 'sec-0000012345-23-000001');
  expect(source).toEqual({
    slug: 'sec-0000012345-23-000001',
    kind: 'FILING',
    title: 'Acme Cloud Inc. 10-Q filed 2023-05-02',
    publisher: 'SEC EDGAR',
    url: 'https://www.sec.gov/Archives/edgar/data/12345/000001234523000001/0000012345-23-000001-index.htm',
    published_on: '2023-05-02',
  });
  const days = new Map(acme.sources.map(({ slug, published_on }) => [slug, published_on]));
  for (const fact of acme.facts) expect(days.get(fact.source)).toBe(fact.published_on);
});

test('the gate lets every row through, and no two have one identity', () => {
  const file = 'file.json';
  const entries = [
    { table: 'companies' as const, row: acme.company!, file },
    ...acme.sources.map((row) => ({ table: 'sources' as const, row, file })),
    ...acme.facts.map((row) => ({ table: 'facts' as const, row, file })),
  ];
  for (const entry of entries) expect(checkEntry(entry)).toMatchObject({ ...entry, line: null });
  const ids = acme.facts.map(
    ({ concept, definition, period_end, published_on, source }) =>
      `${concept} ${definition} ${period_end} ${published_on} ${source}`,
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  [
    'REVENUE',
    [
      '2023-01-01/2023-03-31 101 REPORTED 2023-05-02',
      '2023-04-01/2023-06-30 112 REPORTED 2023-08-01',
      '2023-07-01/2023-09-30 123 REPORTED 2023-11-01',
      // 470 of the year less 336 of nine months.
      '2023-10-01/2023-12-31 134 DERIVED 2024-02-02',
    ],
  ],
  [
    'CAPEX',
    [
      '2023-01-01/2023-03-31 21 REPORTED 2023-05-02',
      '2023-04-01/2023-06-30 26 DERIVED 2023-08-01',
      '2023-07-01/2023-09-30 32 DERIVED 2023-11-01',
      '2023-10-01/2023-12-31 38 DERIVED 2024-02-02',
    ],
  ],
  [
    'OPERATING_CASH_FLOW',
    [
      '2023-01-01/2023-03-31 51 REPORTED 2023-05-02',
      '2023-04-01/2023-06-30 53 DERIVED 2023-08-01',
      '2023-07-01/2023-09-30 58 DERIVED 2023-11-01',
      '2023-10-01/2023-12-31 67 DERIVED 2024-02-02',
      // The recast year alone, less nine months as first printed, would give 79. Once both are printed
      // again it is 241 less 167.
      '2023-10-01/2023-12-31 74 DERIVED 2025-02-03',
      '2024-10-01/2024-12-31 72 DERIVED 2025-02-03',
    ],
  ],
])('%s comes out for every quarter that the file supports, as known on each day', (concept, lines) => {
  const facts = acme.facts.filter((fact) => fact.concept === concept);
  expect(
    facts.map(
      ({ period_start, period_end, value, quality, published_on }) =>
        `${period_start}/${period_end} ${Number(value) / 1_000_000} ${quality} ${published_on}`,
    ),
  ).toEqual(lines);
});

test('nothing of a file without contradictions is set aside', () => {
  expect(acme.setAside).toEqual([]);
});

test('beside what is known only what is new is taken', () => {
  const [first, ...others] = acme.facts;
  expect(withoutReprints(acme.facts, others)).toEqual([first]);
  expect(withoutReprints(acme.facts, acme.facts)).toEqual([]);
});

test('a company is not added without a quarter or without the end of its fiscal year', () => {
  const { company, facts, setAside } = rowsOf(companyfacts([ENTRY]));
  expect([company, facts]).toEqual([null, []]);
  expect(setAside[0]!.reason).toBe('no annual report tells when the fiscal year ends');
  expect(rowsOf(companyfacts([])).setAside[0]!.reason).toMatch(/^no figure/);
  const annual = { form: '20-F', filed: '2025-04-01' };
  const year = { ...ENTRY, ...annual, end: '2024-12-31', val: 400 };
  expect(rowsOf(companyfacts([year])).setAside[0]!.reason).toMatch(/^no quarter/);
  expect(rowsOf(companyfacts([ENTRY, year])).company).toMatchObject({ slug: 'example' });
});

test('a translation into another currency is not taken', () => {
  const usd = { USD: [{ ...ENTRY, val: 14 }] };
  const year = { ...ENTRY, end: '2024-12-31', val: 400, form: '10-K', filed: '2025-02-01' };
  const cny = { CNY: [ENTRY, year] };
  const facts = { 'us-gaap': { Revenues: { units: { ...usd, ...cny } } } };
  const { facts: rows, setAside } = rowsOf(companyfacts([], { facts }));
  expect(rows.map(({ value, currency }) => [value, currency])).toEqual([['100', 'CNY']]);
  expect(setAside).toMatchObject([{ reason: 'the company reports in CNY', isSetAside: true }]);
});
