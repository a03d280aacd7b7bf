import type { Refusal } from '../refusal.ts';
import type { TableRow } from '../tables/tables.ts';
import { printedTotals, sumsOf, type Total } from './annual-totals.ts';
import { jumps } from './neighbours.ts';
import { strayDays } from './period-days.ts';
import { against, type Fact, type Placed } from './place.ts';
import { largerThanWhole, otherCurrency, unevenUnits } from './print.ts';

export type Documents = ReadonlyMap<string, Pick<TableRow<'sources'>, 'published_on' | 'url'>>;

/** Whose facts they are. */
type Reporter = Pick<TableRow<'companies'>, 'reporting_currency' | 'cik'>;

/** What is doubtful about the facts of one company, with what sums of its years are known beside them. */
export function auditFacts(
  facts: readonly Fact[],
  company: Reporter | undefined,
  documents: Documents,
  totals: readonly Total[] = [],
): Refusal[] {
  return [
    ...facts.flatMap((fact) => [
      ...older(fact, fact.published_on, 'published_on', documents),
      ...younger(fact, fact.published_on, 'published_on', documents),
      ...unevenUnits(fact),
    ]),
    ...(company ? otherCurrency(facts, company.reporting_currency) : []),
    ...facts.flatMap((fact) => ofAnotherFiler(fact, company, documents)),
    ...largerThanWhole(facts),
    ...strayDays(facts),
    ...sums(facts, [...totals, ...printedTotals(facts)]),
    ...jumps(facts),
  ];
}

/** A figure that was known before its document was. */
export function older(
  row: Placed<{ readonly source: string }>,
  day: string,
  column: string,
  documents: Documents,
): Refusal[] {
  const document = documents.get(row.source);
  if (!document)
    return [against(row.place, 'source', `there is no document ${JSON.stringify(row.source)}`)];
  const printed = document.published_on;
  if (printed === null || day >= printed) return [];
  return [against(row.place, column, `${day} is before ${row.source}, which is of ${printed}`)];
}

/** A figure that was known only after its document was, which is what made it known. */
export function younger(
  { source, place }: Placed<{ readonly source: string }>,
  day: string,
  column: string,
  documents: Documents,
): Refusal[] {
  const printed = documents.get(source)?.published_on ?? null;
  if (printed === null || day <= printed) return [];
  return [against(place, column, `${day} is after ${source}, which is of ${printed}`)];
}

/** A figure from a filing that the SEC's archive has under another company. */
function ofAnotherFiler(
  { source, company, place }: Fact,
  reporter: Reporter | undefined,
  documents: Documents,
): Refusal[] {
  const [, filer] = ARCHIVED.exec(documents.get(source)?.url ?? '') ?? [];
  const cik = reporter?.cik ?? null;
  if (filer === undefined || cik === null || Number(filer) === Number(cik)) return [];
  return [against(place, 'source', `${source} is a filing of ${filer}, and ${company} is ${cik}`)];
}

/** A printed year whose quarters, where all are there, add up to something else. */
function sums(facts: readonly Fact[], totals: readonly Total[]): Refusal[] {
  return totals.flatMap((total) => {
    const sums = sumsOf(total, facts);
    const isRight = sums.some(({ sum, tolerance }) => Math.abs(sum - total.value) <= tolerance);
    if (sums.length === 0 || isRight) return [];
    const { place, company, concept, period, value } = total;
    const added = sums.map(({ sum }) => String(sum)).join(' or ');
    const reason = `${company} ${concept} of ${period} is printed as ${value}, and its quarters add up to ${added}`;
    return [{ ...place, reason }];
  });
}

/** Documents whose address leads nowhere, or to another filing than the one that is named. */
export function auditSources(sources: readonly Placed<TableRow<'sources'>>[]): Refusal[] {
  return sources.flatMap(({ url, accession, place }) => {
    if (url === null) return [];
    if (!ADDRESS.test(url)) {
      return [against(place, 'url', `${JSON.stringify(url)} is no address on the web`)];
    }
    const kept = accessionIn(url);
    if (accession === null || kept === undefined || accession === kept) return [];
    return [against(place, 'accession', `${accession} is not the filing at the address, ${kept}`)];
  });
}

/** The number of the filing that an address in the SEC's archive leads to. */
export function accessionIn(url: string): string | undefined {
  const [, , agent, year, count] = ARCHIVED.exec(url) ?? [];
  return agent && `${agent}-${year}-${count}`;
}

const ARCHIVED =
  /^https?:\/\/(?:www\.)?sec\.gov\/Archives\/edgar\/data\/(\d+)\/(\d{10})(\d\d)(\d{6})(?:\/|$)/;

/** With a host that can be looked up, and nothing that does not stand in an address. */
const ADDRESS = /^https?:\/\/([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?([/?#][^\s<>"{}|\\^`]*)?$/i;
