import { formatDay } from '../../../domain/day.ts';
import type { Concept, Currency } from '../../../domain/vocabulary.ts';
import type { GivenRow } from '../../tables/tables.ts';
import type { Companyfacts } from '../read/companyfacts.ts';
import type { Reported } from '../read/reported.ts';
import { companyName, companySlug, filerName, fiscalYearEndMonth } from './company.ts';
import { exact } from './exact.ts';

/** ISO 3166 leaves ZZ to its users; a companyfacts file does not say where a company sits. */
const UNKNOWN_COUNTRY = 'ZZ';

/** The company of a file; undefined when no report tells when its fiscal year ends. */
export function companyRow(
  { cik, entityName, tags }: Companyfacts,
  reporting_currency: Currency,
  takenSlugs: ReadonlySet<string>,
): GivenRow<'companies'> | undefined {
  const fiscal_year_end_month = fiscalYearEndMonth(tags);
  if (fiscal_year_end_month === undefined) return undefined;
  return {
    slug: companySlug(entityName, cik, takenSlugs),
    name: companyName(entityName) || `CIK ${cik}`,
    ticker: null,
    country: UNKNOWN_COUNTRY,
    reporting_currency,
    fiscal_year_end_month,
    cik,
  };
}

/** Filings, in the order in which they were made. */
export function sourceRows(
  { cik, entityName }: Companyfacts,
  reported: Iterable<Reported>,
): GivenRow<'sources'>[] {
  const filings = new Map<string, Reported>();
  for (const each of reported) filings.set(each.accession, each);
  const name = filerName(entityName) || `CIK ${cik}`;
  const sources = [...filings].map(([accession, { form, filed }]) => ({
    slug: sourceSlug(accession),
    kind: 'FILING' as const,
    title: `${name} ${form} filed ${formatDay(filed)}`,
    publisher: 'SEC EDGAR',
    url: addressOf(cik, accession),
    published_on: formatDay(filed),
    form,
    accession,
  }));
  return sources.sort((a, b) => order(a.published_on, b.published_on) || order(a.slug, b.slug));
}

/** What is the same for all facts of one tag in one document. */
interface Context {
  readonly company: string;
  readonly concept: Concept;
  readonly tag: string;
  readonly currency: Currency;
  readonly unit: number;
}

/** What was reported as a fact: as it was reported, whatever its period. */
export function factRow(
  { start, end, value, filed, accession }: Reported,
  { company, concept, tag, currency, unit }: Context,
): GivenRow<'facts'> {
  return {
    company,
    concept,
    definition: tag,
    period_start: formatDay(start),
    period_end: formatDay(end),
    value: exact(value),
    currency,
    quality: 'REPORTED',
    rounded_to: String(unit),
    published_on: formatDay(filed),
    source: sourceSlug(accession),
    locator: tag,
    note: null,
  };
}

function sourceSlug(accession: string): string {
  return `sec-${accession}`;
}

function addressOf(cik: string, accession: string): string {
  const folder = `${Number(cik)}/${accession.replaceAll('-', '')}`;
  return `https://www.sec.gov/Archives/edgar/data/${folder}/${accession}-index.htm`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
