import { formatCalendarQuarter, quarterFromNumber } from '../domain/calendar-quarter.ts';
import { type Day, dayFromNumber } from '../domain/day.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';

/** How much a version of the dataset holds. */
export interface Summary {
  readonly quarters: number;
  readonly facts: number;
  readonly sources: number;
  /** The first and the last calendar quarter in which the period of a fact ends, e.g. 2022Q1; null without facts. */
  readonly from: string | null;
  readonly to: string | null;
  /** The day of the newest document of a fact; null without facts. */
  readonly completeTo: Day | null;
}

/** Half a quarter before its end, a period is in the quarter that it ends with. */
const QUARTERS = `
  select company_id, published_on,
    extract(year from period_end - 45)::int * 4 + extract(quarter from period_end - 45)::int - 1 as quarter
  from fact where import_id <= $1`;

interface Range {
  readonly completeTo: number | null;
  readonly quarters: number;
  readonly first: number | null;
  readonly last: number | null;
}

/** Counts what a version holds: all up to an import. */
export async function countDataset(prisma: PrismaClient, importId: number): Promise<Summary> {
  const [facts, sources, [range]] = await Promise.all([
    prisma.fact.count({ where: { importId: { lte: importId } } }),
    prisma.source.count(),
    prisma.$queryRawUnsafe<Range[]>(
      `select count(distinct (company_id, quarter))::int as quarters, min(quarter) as first,
         max(quarter) as last, max(published_on) - date '1970-01-01' as "completeTo"
       from (${QUARTERS}) q`,
      importId,
    ),
  ]);
  const text = (quarter: number | null) =>
    quarter === null ? null : formatCalendarQuarter(quarterFromNumber(quarter));
  const { quarters, first, last, completeTo } = range!;
  return {
    facts,
    quarters,
    sources,
    from: text(first),
    to: text(last),
    completeTo: completeTo === null ? null : dayFromNumber(completeTo),
  };
}
