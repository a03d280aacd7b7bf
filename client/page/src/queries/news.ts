import type { NewsQuery } from '../generated/documents.ts';

type Quarter = NewsQuery['quarters']['nodes'][number];
type Fact = Quarter['facts'][number];

/** A figure as a document printed it. */
export interface Printed {
  readonly quarter: string;
  readonly fact: Fact;
  /** What had been printed of it before; undefined where it is the first print. */
  readonly before: Fact | undefined;
}

/** What a company published on one day. */
export interface Announcement {
  readonly key: string;
  readonly day: string;
  readonly company: Quarter['company'];
  /** The newest quarter that it is about. */
  readonly quarter: string;
  readonly sources: readonly Fact['source'][];
  readonly figures: readonly Printed[];
}

/** What was published last, newest first; of older quarters only what was printed again. */
export function announcementsOf({ quarters: { nodes } }: NewsQuery): Announcement[] {
  const announced = new Map<string, Announcement & { figures: Printed[] }>();
  for (const { calendarQuarter: quarter, company, facts } of nodes) {
    for (const fact of facts) {
      const day = fact.publishedOn;
      const key = `${company.slug} ${day}`;
      const place = announced.get(key) ?? { key, day, company, quarter, sources: [], figures: [] };
      announced.set(key, {
        ...place,
        sources: place.sources.some(({ id }) => id === fact.source.id)
          ? place.sources
          : [...place.sources, fact.source],
        figures: [...place.figures, { quarter, fact, before: printBefore(fact, facts) }],
      });
    }
  }
  return [...announced.values()].sort((one, other) => other.day.localeCompare(one.day));
}

/** The last print before a figure: of its definition, else of any. */
function printBefore(fact: Fact, facts: readonly Fact[]): Fact | undefined {
  const earlier = facts
    .filter(
      ({ concept, publishedOn }) => concept === fact.concept && publishedOn < fact.publishedOn,
    )
    .sort((one, other) => other.publishedOn.localeCompare(one.publishedOn));
  return earlier.find(({ definition }) => definition.slug === fact.definition.slug) ?? earlier[0];
}

/** Whether a figure is not what had been printed before: another amount, or another definition. */
export const isChanged = ({ fact, before }: Printed): boolean =>
  before !== undefined &&
  (before.amount !== fact.amount || before.definition.slug !== fact.definition.slug);
