import type { PrismaClient } from '../generated/prisma/client.ts';

/** How much a version of the dataset holds. */
export interface Summary {
  readonly quarters: number;
  readonly facts: number;
  readonly sources: number;
  /** The first and the last calendar quarter of any fact, e.g. 2022Q1; null without facts. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Counts what a version holds. */
export async function countDataset(prisma: PrismaClient, version: number): Promise<Summary> {
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
