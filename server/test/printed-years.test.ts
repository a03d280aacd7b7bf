import { afterAll, expect, test } from 'vitest';
import { printedTotals, totalsOfFile } from '../importers/audit/annual-totals.ts';
import type { Fact } from '../importers/audit/place.ts';
import { FIXTURE, readTable } from './dataset.ts';
import { indexOf } from './known-figures.ts';
import { startServer, UNBOUNDED } from './testkit.ts';

const server = await startServer(undefined, UNBOUNDED);
afterAll(() => server.stop());

const FIELDS: Readonly<Record<string, string>> = {
  REVENUE: 'revenue',
  CLOUD_REVENUE: 'cloudRevenue',
  CAPEX: 'capex',
  CAPEX_INCLUDING_LEASES: 'capex(basis: HEADLINE)',
  OPERATING_CASH_FLOW: 'operatingCashFlow',
  DEPRECIATION_AND_AMORTIZATION: 'depreciation',
};

interface Year {
  lastQuarter: { calendarQuarter: string } | null;
  [concept: string]: unknown;
}

interface Amount {
  amount: string | null;
  bounds: { low: number; high: number } | null;
  definitions: { slug: string }[];
}

test('a year of a company is what it printed for the year, to the digit that it was rounded to', async () => {
  const place = { file: 'facts.csv', line: 1, column: null };
  const facts = readTable('facts').map((row) => ({ ...row, place }) as unknown as Fact);
  const companies = readTable('companies').map((row) => ({
    slug: row.slug,
    fiscal_year_end_month: Number(row.fiscal_year_end_month),
  }));
  const figures = Object.entries(FIELDS)
    .map(
      ([concept, field]) =>
        `${concept}: ${field} { amount bounds { low high } definitions { slug } }`,
    )
    .join('\n');
  const answer = await server.query<{
    companies: { nodes: { slug: string; fiscal: Year[]; calendar: Year[] }[] };
  }>(`{
    companies { nodes { slug fiscal: years(by: FISCAL) { ...Figures } calendar: years(by: CALENDAR) { ...Figures } } }
  }
  fragment Figures on Year { lastQuarter { calendarQuarter } ${figures} }`);
  let compared = 0;
  const others: string[] = [];
  for (const total of [...totalsOfFile(companies, FIXTURE), ...printedTotals(facts)]) {
    if (total.quarters !== 4 || !(total.concept in FIELDS)) continue;
    const { fiscal, calendar } = answer.companies.nodes.find(({ slug }) => slug === total.company)!;
    // The last three months of the year have their middle in its fourth quarter.
    const last = Math.floor((total.lastMonth - 1) / 3);
    const years = [...fiscal, ...calendar].filter(
      ({ lastQuarter }) => lastQuarter && indexOf(lastQuarter.calendarQuarter) === last,
    );
    for (const year of years) {
      const { amount, bounds, definitions } = year[total.concept] as Amount;
      const isOther = total.definition && definitions[0]?.slug !== total.definition;
      if (amount === null || isOther) continue;
      compared++;
      const rounding = bounds ? (bounds.high - bounds.low) / 2 : Number.POSITIVE_INFINITY;
      const apart = Math.abs(Number(amount) - total.value);
      if (apart > total.tolerance + rounding) {
        others.push(`${total.company} ${total.concept} ${last}: ${amount}, printed ${total.value}`);
      }
    }
  }
  expect(compared).toBeGreaterThan(20);
  expect(others).toEqual([]);
});
