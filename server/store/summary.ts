import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Snapshot } from './snapshot.ts';

/** How much a version of the dataset holds. */
export interface Summary {
  readonly quarters: number;
  readonly facts: number;
  readonly sources: number;
  /** The first and the last calendar quarter of any fact, e.g. 2022Q1; null without facts. */
  readonly from: string | null;
  readonly to: string | null;
}

const known = new WeakMap<Snapshot, Promise<Summary>>();

/** Counts what a version holds, once. */
export function summaryOf(snapshot: Snapshot, prisma: PrismaClient): Promise<Summary> {
  let summary = known.get(snapshot);
  if (!summary) {
    summary = count(prisma, snapshot.catalog.version);
    // A count that failed is not kept: the next request tries again.
    summary.catch(() => known.delete(snapshot));
    known.set(snapshot, summary);
  }
  return summary;
}

async function count(prisma: PrismaClient, version: number): Promise<Summary> {
  const facts = { importId: { lte: version } };
  const quarters = { facts: { some: facts } };
  const [factCount, quarterCount, sourceCount, range] = await Promise.all([
    prisma.fact.count({ where: facts }),
    prisma.quarter.count({ where: quarters }),
    prisma.source.count(),
    prisma.quarter.aggregate({
      where: quarters,
      _min: { calendarQuarter: true },
      _max: { calendarQuarter: true },
    }),
  ]);
  return {
    facts: factCount,
    quarters: quarterCount,
    sources: sourceCount,
    from: range._min.calendarQuarter,
    to: range._max.calendarQuarter,
  };
}
