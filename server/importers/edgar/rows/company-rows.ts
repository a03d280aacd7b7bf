import { type Concept, CURRENCIES, type Currency } from '../../../domain/vocabulary.ts';
import type { Refusal } from '../../refusal.ts';
import type { GivenRow, TableRow } from '../../tables/tables.ts';
import { groupBy } from '../group-by.ts';
import type { Companyfacts } from '../read/companyfacts.ts';
import type { ConceptChains } from '../read/concept-chains.ts';
import { pathOf, type Reported } from '../read/reported.ts';
import { reportingCurrency } from './company.ts';
import { unitOf } from './exact.ts';
import { type OnePerFiling, onePerFiling } from './one-per-filing.ts';
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
export type KnownCompany = Pick<
  TableRow<'companies'>,
  'slug' | 'reporting_currency' | 'fiscal_year_end_month'
>;

/** The rows that a file gives. */
export interface CompanyRows {
  /** The company that they are of. */
  readonly of: KnownCompany | null;
  /** The same where it is not in the dataset yet. */
  readonly company: GivenRow<'companies'> | null;
  readonly sources: readonly GivenRow<'sources'>[];
  readonly facts: readonly LocatedFact[];
  /** What of the file is not taken, and why. */
  readonly refusals: readonly Refusal[];
}

/** A fact, the form of its filing, and where the file has it. */
export interface LocatedFact {
  readonly row: GivenRow<'facts'>;
  readonly form: string;
  readonly path: string;
}

/** The rows of the dataset that a companyfacts file gives: every figure of the tags in the chains, as it was reported. */
export function companyRows(
  companyfacts: Companyfacts,
  file: string,
  { chains, companies, slugs }: Known,
): CompanyRows {
  const { cik, tags } = companyfacts;
  const refusals: Refusal[] = [];
  const nothing = (reason: string): CompanyRows => {
    const refusal = { file, line: null, column: '$.facts', reason };
    return { of: null, company: null, sources: [], facts: [], refusals: [...refusals, refusal] };
  };

  const company = companies.get(cik);
  const currency = company?.reporting_currency ?? reportingCurrency(tags);
  if (!currency) return nothing(`no figure of any tag that is looked for: ${named(chains)}`);
  if (!isCurrency(currency)) {
    return nothing(`the company reports in ${currency}; expected ${CURRENCIES.join(', ')}`);
  }
  for (const other of tags.filter((tag) => tag.currency !== currency)) {
    const reason = `the company reports in ${currency}`;
    const column = pathOf(other.tag, other.currency);
    refusals.push({ file, line: null, column, reason, isSetAside: true });
  }
  const { taken, setAside } = takenFrom(companyfacts, chains, currency);
  for (const { path, reason } of setAside) {
    refusals.push({ file, line: null, column: path, reason, isSetAside: true });
  }
  if (taken.length === 0) return nothing(`no figure in ${currency} of any tag of its chains`);
  const added = company ? null : companyRow(companyfacts, currency, slugs);
  if (added === undefined) return nothing('no report tells when the fiscal year ends');
  const of = company ?? { ...added!, fiscal_year_end_month: Number(added!.fiscal_year_end_month) };
  const units = new Map(
    [...groupBy(taken, ({ reported }) => reported.accession)].map(([accession, ofFiling]) => [
      accession,
      unitOf(ofFiling.map(({ reported }) => reported.value)),
    ]),
  );
  return {
    of,
    company: added,
    sources: sourceRows(
      companyfacts,
      taken.map(({ reported }) => reported),
    ),
    facts: taken.map(({ concept, tag, reported }) => ({
      row: factRow(reported, {
        company: of.slug,
        concept,
        tag,
        currency,
        unit: units.get(reported.accession)!,
      }),
      form: reported.form,
      path: reported.path,
    })),
    refusals,
  };
}

interface Taken {
  readonly concept: Concept;
  readonly tag: string;
  readonly reported: Reported;
}

/** What was reported in a currency with the tags of a company's chains, once for each filing and period. */
function takenFrom({ cik, tags }: Companyfacts, chains: ConceptChains, currency: Currency) {
  const taken: Taken[] = [];
  const setAside: OnePerFiling['setAside'][number][] = [];
  for (const [concept, links] of chains.of(cik)) {
    for (const { tag } of links) {
      const ofTag = tags.filter((each) => each.tag === tag && each.currency === currency);
      const one = onePerFiling(ofTag.flatMap(({ reported }) => reported));
      for (const reported of one.reported) taken.push({ concept, tag, reported });
      setAside.push(...one.setAside);
    }
  }
  return { taken, setAside };
}

const isCurrency = (text: string): text is Currency =>
  (CURRENCIES as readonly string[]).includes(text);

const named = ({ tags }: ConceptChains) => tags.map(({ tag }) => tag).join(', ');
