import { formatCalendarQuarter, quarterFromNumber } from '../domain/calendar-quarter.ts';
import { type Day, dayFromNumber } from '../domain/day.ts';
import type { StoredVersion } from './at-version.ts';

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

interface Counts {
  readonly facts: number;
  readonly sources: number;
  readonly completeTo: number | null;
  readonly quarters: number;
  readonly first: number | null;
  readonly last: number | null;
}

/** Counts what a version holds. */
export async function countDataset(stored: StoredVersion): Promise<Summary> {
  const [range] = await stored.rows<Counts>(
    `select count(*)::int as facts, count(distinct (company_id, quarter))::int as quarters,
       min(quarter) as first, max(quarter) as last,
       max(published_on) - date '1970-01-01' as "completeTo",
       (select count(*)::int from source) as sources
     from (${QUARTERS}) q`,
  );
  const text = (quarter: number | null) =>
    quarter === null ? null : formatCalendarQuarter(quarterFromNumber(quarter));
  const { facts, quarters, sources, first, last, completeTo } = range!;
  return {
    facts,
    quarters,
    sources,
    from: text(first),
    to: text(last),
    completeTo: completeTo === null ? null : dayFromNumber(completeTo),
  };
}
