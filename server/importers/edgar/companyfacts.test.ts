import { expect, test } from 'vitest';
import { readTable } from '../../test/dataset.ts';
import { TABLES, type TableRow } from '../csv/tables.ts';
import { readCompanyfacts } from './companyfacts.ts';
import { withoutReprints } from './reprints.ts';
import { ALPHABET, CHAINS, companyfacts, ENTRY } from './testing.ts';

type Fact = TableRow<'facts'>;
const read = (text: string, known?: Parameters<typeof readCompanyfacts>[1]['known']) =>
  readCompanyfacts(text, { file: 'file.json', chains: CHAINS, known });
const alphabet = read(ALPHABET);
const reviewed = readTable('facts').filter(({ company }) => company === 'alphabet') as Fact[];
const idOf = ({ concept, definition, period_end }: Fact) =>
  `${concept} ${definition} ${period_end}`;

test('a new company has the name, slug, currency and fiscal year of its file', () => {
  expect(alphabet.company).toEqual({
    slug: 'alphabet',
    name: 'Alphabet',
    ticker: null,
    country: 'ZZ',
    reporting_currency: 'USD',
    fiscal_year_end_month: 12,
    cik: '0001652044',
  });
});

test('a company that is known keeps its slug and is not added', () => {
  const known = new Map([['0001652044', { slug: 'google', reporting_currency: 'USD' as const }]]);
  const { company, facts } = read(ALPHABET, known);
  expect(company).toBeNull();
  expect(new Set(facts.map(({ company }) => company))).toEqual(new Set(['google']));
});

test("every fact's source is its filing", () => {
  const source = alphabet.sources.find(({ slug }) => slug === 'sec-0001652044-23-000045');
  expect(source).toEqual({
    slug: 'sec-0001652044-23-000045',
    kind: 'FILING',
    title: 'Alphabet Inc. 10-Q filed 2023-04-26',
    publisher: 'SEC EDGAR',
    url: 'https://www.sec.gov/Archives/edgar/data/1652044/000165204423000045/0001652044-23-000045-index.htm',
    published_on: '2023-04-26',
  });
  const days = new Map(alphabet.sources.map(({ slug, published_on }) => [slug, published_on]));
  for (const fact of alphabet.facts) expect(days.get(fact.source)).toBe(fact.published_on);
});

test('the rows are rows of the dataset, and no two have one identity', () => {
  const asText = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? '']));
  for (const fact of alphabet.facts) expect(TABLES.facts.parse(asText(fact))).toEqual(fact);
  for (const row of alphabet.sources) expect(TABLES.sources.parse(asText(row))).toEqual(row);
  const ids = alphabet.facts.map((fact) => `${idOf(fact)} ${fact.published_on} ${fact.source}`);
  expect(new Set(ids).size).toBe(ids.length);
});

/** The last days of the quarters that the entries of some tags give, worked out the long way. */
function supported(...tags: string[]): Set<string> {
  const gaap = JSON.parse(ALPHABET).facts['us-gaap'];
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const ends = new Set<string>();
  for (const tag of tags) {
    const entries: { start: string; end: string }[] = gaap[tag].units.USD;
    for (const { start, end } of entries) {
      const length = days(start, end);
      const isLess = (other: { start: string; end: string }) =>
        other.start === start && days(other.end, end) > 80 && days(other.end, end) < 100;
      if ((length > 80 && length < 100) || entries.some(isLess)) ends.add(end);
    }
  }
  return new Set([...ends].filter((end) => end >= '2012-01-01'));
}

test.each([
  ['REVENUE', 47, ['Revenues', 'RevenueFromContractWithCustomerExcludingAssessedTax']],
  ['CAPEX', 46, ['PaymentsToAcquirePropertyPlantAndEquipment']],
  ['OPERATING_CASH_FLOW', 46, ['NetCashProvidedByUsedInOperatingActivities']],
])('%s of Alphabet comes out for every quarter since 2012 that the file supports', (...row) => {
  const [concept, quarters, tags] = row;
  const facts = alphabet.facts.filter((fact) => fact.concept === concept);
  const expected = supported(...tags);
  expect(expected.size).toBe(quarters);
  expect(new Set(facts.map(({ period_end }) => period_end))).toEqual(expected);
});

test('the file agrees with the reviewed dataset wherever both have the figure, but for one rounding', () => {
  const newest = new Map(alphabet.facts.map((fact) => [idOf(fact), fact]));
  const both = reviewed.filter((fact) => newest.has(idOf(fact)));
  const differ = both
    .filter((fact) => newest.get(idOf(fact))!.value !== fact.value)
    .map((fact) => `${idOf(fact)}: ${fact.value}, by the file ${newest.get(idOf(fact))!.value}`);
  expect(both).toHaveLength(64);
  // The release prints the quarter; the filings, rounded to millions, give a million more.
  expect(differ).toEqual([
    'REVENUE as-reported 2025-12-31: 113828000000, by the file 113829000000',
  ]);
});

test('no report of Alphabet contradicts another', () => {
  expect(alphabet.report).toEqual({ prints: 403, contradictions: [], skipped: [] });
});

test('a quarter of a restated year is restated once its nine months are, too', () => {
  const versions = alphabet.facts
    .filter((fact) => idOf(fact) === 'OPERATING_CASH_FLOW as-reported 2015-12-31')
    .map(({ value, published_on }) => `${value} ${published_on}`);
  // In May 2016 an 8-K restated the year alone: less the nine months as first printed, 26,572 would
  // give 6,963 m. The reports of 2016 then print both again.
  expect(versions).toEqual(['6415000000 2016-02-11', '6609000000 2017-02-03']);
});

test('beside the reviewed dataset only what it does not have is new', () => {
  const since2022 = withoutReprints(alphabet.facts, reviewed).filter(
    ({ period_end }) => period_end >= '2022',
  );
  expect(since2022.map((fact) => `${idOf(fact)} ${fact.value} ${fact.published_on}`)).toEqual([]);
  expect(withoutReprints(alphabet.facts, alphabet.facts)).toEqual([]);
});

test('a company is not added without a quarter or without the end of its fiscal year', () => {
  const { company, facts, report } = read(companyfacts([ENTRY]));
  expect([company, facts]).toEqual([null, []]);
  expect(report.skipped[0]!.reason).toBe('no annual report tells when the fiscal year ends');
  expect(read(companyfacts([])).report.skipped[0]!.reason).toMatch(/^no figure/);
  const annual = { form: '20-F', filed: '2025-04-01' };
  const year = { ...ENTRY, ...annual, end: '2024-12-31', val: 400 };
  expect(read(companyfacts([year])).report.skipped[0]!.reason).toMatch(/^no quarter/);
  expect(read(companyfacts([ENTRY, year])).company).toMatchObject({ slug: 'example' });
});

test('a translation into another currency is not taken', () => {
  const usd = { USD: [{ ...ENTRY, val: 14 }] };
  const year = { ...ENTRY, end: '2024-12-31', val: 400, form: '10-K', filed: '2025-02-01' };
  const cny = { CNY: [ENTRY, year] };
  const facts = { 'us-gaap': { Revenues: { units: { ...usd, ...cny } } } };
  const { facts: rows, report } = read(companyfacts([], { facts }));
  expect(rows.map(({ value, currency }) => [value, currency])).toEqual([['100', 'CNY']]);
  expect(report.skipped).toMatchObject([{ reason: 'the company reports in CNY' }]);
});

test('nothing of a refused file is taken', () => {
  const refused = read(companyfacts([ENTRY, { ...ENTRY, val: '1' }]));
  expect(refused).toMatchObject({ company: null, sources: [], facts: [] });
  expect(refused.refusals).toHaveLength(1);
});
