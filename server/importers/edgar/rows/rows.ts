import { formatDay } from '../../../domain/day.ts';
import type { Currency } from '../../../domain/vocabulary.ts';
import type { GivenRow } from '../../tables/tables.ts';
import type { ConceptFigure } from '../quarters/choose-tags.ts';
import type { Companyfacts } from '../read/companyfacts.ts';
import type { Print } from '../read/print.ts';
import { companyName, companySlug, filerName, fiscalYearEndMonth } from './company.ts';

/** ISO 3166 leaves ZZ to its users; a companyfacts file does not say where a company sits. */
const UNKNOWN_COUNTRY = 'ZZ';

/** The company of a file; undefined when no annual report tells when its fiscal year ends. */
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

/** The filings that figures were taken from, in the order of filing. */
export function sourceRows(
  figures: readonly ConceptFigure[],
  { cik, entityName, tags }: Companyfacts,
): GivenRow<'sources'>[] {
  const used = new Set(figures.map(({ accession }) => accession));
  const filings = new Map<string, Print>();
  for (const { prints } of tags) {
    for (const print of prints) if (used.has(print.accession)) filings.set(print.accession, print);
  }
  const name = filerName(entityName) || `CIK ${cik}`;
  const sources = [...filings].map(([accession, { form, filed }]) => ({
    slug: sourceSlug(accession),
    kind: 'FILING' as const,
    title: `${name} ${form} filed ${formatDay(filed)}`,
    publisher: 'SEC EDGAR',
    url: addressOf(cik, accession),
    published_on: formatDay(filed),
  }));
  return sources.sort((a, b) => order(a.published_on, b.published_on) || order(a.slug, b.slug));
}

/** A figure as a fact of a company. */
export function factRow(
  figure: ConceptFigure,
  company: string,
  currency: Currency,
): GivenRow<'facts'> {
  const { concept, definition, start, end, value, quality, filed, accession, note } = figure;
  return {
    company,
    concept,
    definition,
    period_start: formatDay(start),
    period_end: formatDay(end),
    value,
    currency,
    quality,
    published_on: formatDay(filed),
    source: sourceSlug(accession),
    note,
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
