import { TAXONOMY } from '../../domain/measures.ts';
import type { Refusal } from '../refusal.ts';
import type { TableRow } from '../tables/tables.ts';
import { lengthInQuarters, printedTotals, sumsOf, type Total } from './annual-totals.ts';
import { against, type Fact, type Placed } from './place.ts';

export type Documents = ReadonlyMap<string, Pick<TableRow<'sources'>, 'published_on'>>;

/** A figure from which its neighbours are farther than this is more likely wrong than true. */
const JUMP = 10;

/** What is doubtful about the facts of one company, with what sums of its years are known beside them. */
export function auditFacts(
  facts: readonly Fact[],
  documents: Documents,
  totals: readonly Total[] = [],
): Refusal[] {
  return [
    ...facts.flatMap((fact) => older(fact, fact.published_on, 'published_on', documents)),
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

/** A figure ten times as large as the ones before and after it, or a tenth of them. */
function jumps(facts: readonly Fact[]): Refusal[] {
  const series = new Map<string, Fact[]>();
  for (const fact of facts) {
    if ('mayBeNegative' in TAXONOMY[fact.concept]) continue;
    const key = [fact.concept, fact.definition, fact.currency, lengthInQuarters(fact)].join(' ');
    series.set(key, [...(series.get(key) ?? []), fact]);
  }
  return [...series.values()].flatMap((alike) => {
    const inTurn = alike.toSorted((a, b) => a.period_end.localeCompare(b.period_end));
    return inTurn.flatMap((fact, place) => {
      const neighbours = [place - 1, place + 1].flatMap((other) => inTurn[other] ?? []);
      const ratios = neighbours.map(({ value }) => Number(fact.value) / Number(value));
      const isFar =
        ratios.length > 0 &&
        (ratios.every((ratio) => ratio >= JUMP) || ratios.every((ratio) => ratio <= 1 / JUMP));
      if (!isFar) return [];
      const others = neighbours.map(({ value }) => value).join(' and ');
      return [against(fact.place, 'value', `${fact.value} is far from its neighbours, ${others}`)];
    });
  });
}

/** Documents whose address leads nowhere. */
export function auditSources(sources: readonly Placed<TableRow<'sources'>>[]): Refusal[] {
  return sources.flatMap(({ url, place }) =>
    url === null || ADDRESS.test(url)
      ? []
      : [against(place, 'url', `${JSON.stringify(url)} is no address on the web`)],
  );
}

/** With a host that can be looked up, and nothing that does not stand in an address. */
const ADDRESS = /^https?:\/\/([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?([/?#][^\s<>"{}|\\^`]*)?$/i;
