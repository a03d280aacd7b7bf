import { expect, test } from 'vitest';
import { checkEntry } from '../../gate.ts';
import { readCompanyfacts } from '../read/companyfacts.ts';
import { ACME, CHAINS, companyfacts, companyfactsOf, ENTRY } from '../testing.ts';
import { companyRows, type KnownCompany } from './company-rows.ts';

const WANTED = CHAINS.tags.map(({ tag }) => tag);

function rowsOf(text: string, companies: ReadonlyMap<string, KnownCompany> = new Map()) {
  const { companyfacts } = readCompanyfacts(JSON.parse(text), 'file.json', WANTED);
  const known = { chains: CHAINS, companies, slugs: new Set<string>() };
  const rows = companyRows(companyfacts!, 'file.json', known);
  return { ...rows, facts: rows.facts.map(({ row }) => row) };
}
const reasonOf = (text: string) => rowsOf(text).refusals.at(-1);
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
  const company = {
    slug: 'road-runner',
    reporting_currency: 'USD' as const,
    fiscal_year_end_month: 12,
  };
  const { of, company: added, facts } = rowsOf(ACME, new Map([['0000012345', company]]));
  expect([of, added]).toEqual([company, null]);
  expect(new Set(facts.map((fact) => fact.company))).toEqual(new Set(['road-runner']));
});

test("every fact's source is its filing, with form, accession number and day", () => {
  const source = acme.sources.find(({ published_on }) => published_on === '2023-05-02');
  expect(source).toEqual({
    slug: 'sec-0000012345-23-050201',
    kind: 'FILING',
    title: 'Acme Cloud Inc. 10-Q filed 2023-05-02',
    publisher: 'SEC EDGAR',
    url: 'https://www.sec.gov/Archives/edgar/data/12345/000001234523050201/0000012345-23-050201-index.htm',
    published_on: '2023-05-02',
    form: '10-Q',
    accession: '0000012345-23-050201',
  });
  const days = new Map(acme.sources.map(({ slug, published_on }) => [slug, published_on]));
  for (const fact of acme.facts) expect(days.get(fact.source)).toBe(fact.published_on);
});

test('every figure is a fact as it was reported: a year to date too, and no quarter that was not', () => {
  const facts = acme.facts.filter(({ concept }) => concept === 'OPERATING_CASH_FLOW');
  expect(
    facts.map(({ period_start, period_end, value, published_on }) =>
      [period_start, period_end, value, published_on].join(' '),
    ),
  ).toEqual([
    '2023-01-01 2023-03-31 51000000 2023-05-02',
    '2023-01-01 2023-06-30 104000000 2023-08-01',
    '2023-01-01 2023-09-30 162000000 2023-11-01',
    '2023-01-01 2023-12-31 229000000 2024-02-02',
    '2023-01-01 2023-12-31 241000000 2024-05-10',
  ]);
  expect(new Set(acme.facts.map(({ quality }) => quality))).toEqual(new Set(['REPORTED']));
});

test('the tag is the definition, and the place in the document; the unit is that of its filing', () => {
  const capex = acme.facts.filter(({ concept }) => concept === 'CAPEX');
  const tag = 'us-gaap:PaymentsToAcquirePropertyPlantAndEquipment';
  for (const fact of capex) {
    expect(fact).toMatchObject({ definition: tag, locator: tag, rounded_to: '1000000' });
  }
  const inFull = rowsOf(
    companyfactsOf('2024-02-02 10-K revenue 2023Q1-2023Q4 470 capex 2023Q1-2023Q4 117.000005'),
  );
  expect(inFull.facts.map(({ rounded_to }) => rounded_to)).toEqual(['1', '1']);
});

test('the gate lets every row through, and no two have one identity', () => {
  const file = 'file.json';
  const entries = [
    { table: 'companies' as const, row: acme.company!, file },
    ...acme.sources.map((row) => ({ table: 'sources' as const, row, file })),
    ...acme.facts.map((row) => ({ table: 'facts' as const, row, file })),
  ];
  for (const entry of entries) expect(checkEntry(entry).refusals).toBeUndefined();
  const ids = acme.facts.map((fact) =>
    [fact.definition, fact.period_start, fact.period_end, fact.source].join(' '),
  );
  expect(new Set(ids).size).toBe(acme.facts.length);
});

test('nothing of a file without contradictions is refused or set aside', () => {
  expect(acme.refusals).toEqual([]);
});

test('a company is not added without a figure, and the refusal says what was looked for', () => {
  const { of, company, facts, refusals } = rowsOf(companyfacts([]));
  expect([of, company, facts]).toEqual([null, null, []]);
  expect(refusals).toMatchObject([{ file: 'file.json', column: '$.facts' }]);
  expect(refusals[0]!.isSetAside).toBeUndefined();
  expect(refusals[0]!.reason).toMatch(
    /^no figure of any tag that is looked for: us-gaap:Revenues, .*ifrs-full:/,
  );
});

test('a company is not added without a report that tells when its fiscal year ends', () => {
  const current = companyfacts([{ ...ENTRY, form: '8-K' }]);
  expect(reasonOf(current)!.reason).toBe('no report tells when the fiscal year ends');
  expect(rowsOf(companyfacts([ENTRY])).company).toMatchObject({ fiscal_year_end_month: 12 });
});

test('a company of years only is taken: a 20-F has no quarters', () => {
  const year = { ...ENTRY, end: '2024-12-31', form: '20-F', filed: '2025-04-01' };
  expect(rowsOf(companyfacts([year])).facts).toHaveLength(1);
});

test('a translation into another currency is set aside', () => {
  const { facts, refusals } = rowsOf(
    companyfactsOf(
      '2024-02-02 10-K revenue 2023Q4 100 revenue 2023Q1-2023Q4 400 revenue@USD 2023Q1-2023Q4 56',
      { currency: 'CNY' },
    ),
  );
  expect(facts.map(({ value, currency }) => [value, currency])).toEqual([
    ['100000000', 'CNY'],
    ['400000000', 'CNY'],
  ]);
  expect(refusals).toEqual([
    {
      file: 'file.json',
      line: null,
      column: '$.facts.us-gaap.Revenues.units.USD',
      reason: 'the company reports in CNY',
      isSetAside: true,
    },
  ]);
});

test('a filer that reports in a currency that the dataset does not have is refused by its name', () => {
  const filer = companyfactsOf('2024-02-02 10-K revenue 2023Q1-2023Q4 400', { currency: 'CAD' });
  expect(reasonOf(filer)).toEqual({
    file: 'file.json',
    line: null,
    column: '$.facts',
    reason: expect.stringMatching(/^the company reports in CAD; expected USD, /),
  });
});

test('an amended report beside its original is a source and a fact of its own', () => {
  const { sources, facts } = rowsOf(
    companyfactsOf(`
      2024-02-02 10-K   revenue 2023Q1-2023Q4 470
      2024-02-02 10-K/A revenue 2023Q1-2023Q4 471
    `),
  );
  expect(sources.map(({ form }) => form)).toEqual(['10-K', '10-K/A']);
  expect(facts.map(({ value }) => value)).toEqual(['470000000', '471000000']);
});
