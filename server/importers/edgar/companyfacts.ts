import { formatDay } from '../../domain/day.ts';
import type { Currency } from '../../domain/vocabulary.ts';
import type { TableRow } from '../csv/tables.ts';
import type { Refusal } from '../refusal.ts';
import { chooseTags, type TagContradiction } from './choose-tags.ts';
import { reportingCurrency } from './company.ts';
import type { ConceptChains } from './concept-chains.ts';
import { parseCompanyfacts } from './parse-companyfacts.ts';
import { companyRow, factRow, sourceRows } from './rows.ts';

/** What the reader has to know beside the text of a file. */
export interface ReadOptions {
  /** What refusals call the file. */
  readonly file: string;
  readonly chains: ConceptChains;
  /** The CIK that the file was asked for by. */
  readonly cik?: string;
  /** The companies that are there already, by CIK. */
  readonly known?: ReadonlyMap<string, KnownCompany>;
  /** The slugs that a new company cannot have. */
  readonly takenSlugs?: ReadonlySet<string>;
}

/** A company of the dataset; its facts are taken in the currency that it reports in. */
export type KnownCompany = Pick<TableRow<'companies'>, 'slug' | 'reporting_currency'>;

/** The rows that a file gives; none when it is refused. */
export interface ReadCompanyfacts {
  /** A company that is not in the dataset yet; null when it is, or when no quarter of it is known. */
  readonly company: TableRow<'companies'> | null;
  readonly sources: readonly TableRow<'sources'>[];
  readonly facts: readonly TableRow<'facts'>[];
  /** Everything that is wrong with the file; nothing of it is taken then. */
  readonly refusals: readonly Refusal[];
  readonly report: Report;
}

/** What a file printed and was not taken, and why. */
export interface Report {
  /** How many figures of the wanted tags the file holds. */
  readonly prints: number;
  readonly contradictions: readonly Refusal[];
  readonly skipped: readonly Refusal[];
}

/** Reads a companyfacts file of EDGAR into rows of the dataset. */
export function readCompanyfacts(text: string, options: ReadOptions): ReadCompanyfacts {
  const { file, chains, known, takenSlugs = new Set() } = options;
  const { companyfacts, refusals } = parseCompanyfacts(text, file, chains.tags);
  if (!companyfacts) return nothing({ prints: 0, contradictions: [], skipped: [] }, refusals);
  const { cik, tags } = companyfacts;
  const notice = (path: string, reason: string) => ({ file, line: null, column: path, reason });
  if (options.cik && cik !== options.cik) {
    const refusal = notice('$.cik', `expected ${options.cik}, which was asked for, found ${cik}`);
    return nothing({ prints: 0, contradictions: [], skipped: [] }, [refusal]);
  }
  const company = known?.get(cik);
  const currency = company?.reporting_currency ?? reportingCurrency(tags);

  const translations = tags.filter((tag) => currency && tag.currency !== currency);
  const skipped = [
    ...companyfacts.skipped,
    ...translations.map((other) =>
      notice(pathOf(other.tag, other.currency), `the company reports in ${currency}`),
    ),
  ];
  const prints = tags.reduce((sum, tag) => sum + tag.prints.length, 0);
  const without = (reason: string, contradictions: readonly Refusal[] = []) =>
    nothing({ prints, contradictions, skipped: [...skipped, notice('$.facts', reason)] });
  if (!currency) return without('no figure of any concept of the dataset');

  const { figures, contradictions: found } = chooseTags(tags, chains.of(cik), currency);
  const contradictions = found.map((one) => notice(pathOf(one.tag, currency), describe(one)));
  if (figures.length === 0)
    return without('no quarter can be told from the figures', contradictions);
  const added = company ? null : companyRow(companyfacts, currency, takenSlugs);
  if (added === undefined) {
    return without('no annual report tells when the fiscal year ends', contradictions);
  }
  const slug = company?.slug ?? added!.slug;
  return {
    company: added,
    sources: sourceRows(figures, companyfacts),
    facts: figures.map((figure) => factRow(figure, slug, currency)),
    refusals,
    report: { prints, contradictions, skipped },
  };
}

function nothing(report: Report, refusals: readonly Refusal[] = []): ReadCompanyfacts {
  return { company: null, sources: [], facts: [], refusals, report };
}

function pathOf(tag: string, currency: Currency): string {
  return `$.facts.${tag.replace(':', '.')}.units.${currency}`;
}

function describe({ start, end, value, accession, reason }: TagContradiction): string {
  return `${value} for ${formatDay(start)} to ${formatDay(end)} in ${accession}: ${reason}`;
}
