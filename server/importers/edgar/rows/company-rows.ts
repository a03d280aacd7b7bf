import { formatDay } from '../../../domain/day.ts';
import type { Refusal } from '../../refusal.ts';
import type { GivenRow, TableRow } from '../../tables/tables.ts';
import { chooseTags, type TagContradiction } from '../quarters/choose-tags.ts';
import type { Companyfacts } from '../read/companyfacts.ts';
import type { ConceptChains } from '../read/concept-chains.ts';
import { pathOf } from '../read/print.ts';
import { reportingCurrency } from './company.ts';
import { companyRow, factRow, sourceRows } from './rows.ts';

/** What there has to be known beside a file. */
export interface Known {
  readonly chains: ConceptChains;
  /** The companies that are there already, by CIK. */
  readonly companies: ReadonlyMap<string, KnownCompany>;
  /** The slugs that a new company cannot have. */
  readonly slugs: ReadonlySet<string>;
}

/** A company of the dataset; its facts are taken in the currency that it reports in. */
export type KnownCompany = Pick<TableRow<'companies'>, 'slug' | 'reporting_currency'>;

/** The rows that a file gives. */
export interface CompanyRows {
  /** A company that is not in the dataset yet; null when it is, or when no quarter of it is known. */
  readonly company: GivenRow<'companies'> | null;
  readonly sources: readonly GivenRow<'sources'>[];
  readonly facts: readonly LocatedFact[];
  /** What the file printed and was not taken, and why. */
  readonly setAside: readonly Refusal[];
}

/** A fact, and where the file has the figures that it was taken from. */
export interface LocatedFact {
  readonly row: GivenRow<'facts'>;
  readonly path: string;
}

/** The rows of the dataset that a companyfacts file gives. */
export function companyRows(
  companyfacts: Companyfacts,
  file: string,
  { chains, companies, slugs }: Known,
): CompanyRows {
  const { cik, tags } = companyfacts;
  const setAside: Refusal[] = [];
  const notice = (column: string, reason: string) =>
    setAside.push({ file, line: null, column, reason, isSetAside: true });
  const nothing = (reason: string): CompanyRows => {
    notice('$.facts', reason);
    return { company: null, sources: [], facts: [], setAside };
  };

  const company = companies.get(cik);
  const currency = company?.reporting_currency ?? reportingCurrency(tags);
  if (!currency) return nothing('no figure of any concept of the dataset');
  for (const other of tags.filter((tag) => tag.currency !== currency)) {
    notice(pathOf(other.tag, other.currency), `the company reports in ${currency}`);
  }
  const { figures, contradictions } = chooseTags(tags, chains.of(cik), currency);
  for (const one of contradictions) notice(pathOf(one.tag, currency), describe(one));
  if (figures.length === 0) return nothing('no quarter can be told from the figures');
  const added = company ? null : companyRow(companyfacts, currency, slugs);
  if (added === undefined) return nothing('no annual report tells when the fiscal year ends');
  const slug = company?.slug ?? added!.slug;
  return {
    company: added,
    sources: sourceRows(figures, companyfacts),
    facts: figures.map((figure) => ({
      row: factRow(figure, slug, currency),
      path: pathOf(figure.tag, currency),
    })),
    setAside,
  };
}

function describe({ start, end, value, accession, reason }: TagContradiction): string {
  return `${value} for ${formatDay(start)} to ${formatDay(end)} in ${accession}: ${reason}`;
}
