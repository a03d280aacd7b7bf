import type { TableName } from './tables/tables.ts';

/** How much a dataset holds. */
export interface Summary {
  readonly facts: number;
  readonly quarters: number;
  readonly sources: number;
  /** The first and the last calendar quarter in which the period of a fact ends, as year × 4 + quarter − 1; null without facts. */
  readonly from: number | null;
  readonly to: number | null;
  /** The day of the newest document of a fact, in days since 1970; null without facts. */
  readonly completeTo: number | null;
}

/** What is kept with an import. */
export interface ImportSummary extends Summary {
  /** How many rows of each table it added or changed; left out where that is not known. */
  changed?: Readonly<Record<TableName, number>>;
}

/** Half a quarter before its end, a period is in the quarter that it ends with. */
const QUARTER = `(extract(year from period_end - 45)::int * 4 + extract(quarter from period_end - 45)::int - 1)`;

const OF_FACTS = `
  count(*)::int as facts, min(${QUARTER}) as "from", max(${QUARTER}) as "to",
  max(published_on) - date '1970-01-01' as "completeTo"`;

/** SQL of how much there is up to import `$1`, from all rows. */
export const COUNTED = `
  select *, (select count(*)::int from source) as sources
  from (
    select ${OF_FACTS}, count(distinct (company_id, ${QUARTER}))::int as quarters
    from fact where import_id <= $1
  ) counted`;

/** SQL of what the newest import, `$1`, added, from its own rows and those of its companies; `$2` is the last source before it. */
export const ADDED = `
  with added as (select * from fact where import_id = $1)
  select *, (
    select count(*)::int from (
      select from fact where company_id in (select company_id from added)
      group by company_id, ${QUARTER} having min(import_id) = $1
    ) first
  ) as quarters, (select count(*)::int from source where id > $2) as sources
  from (select ${OF_FACTS} from added) counted`;

/** How much there is after an import that added some. */
export function sumOf(before: Summary, added: Summary): Summary {
  const either = (choose: (...of: number[]) => number, key: 'from' | 'to' | 'completeTo') => {
    const known = [before[key], added[key]].filter((each) => each !== null);
    return known.length === 0 ? null : choose(...known);
  };
  return {
    facts: before.facts + added.facts,
    quarters: before.quarters + added.quarters,
    sources: before.sources + added.sources,
    from: either(Math.min, 'from'),
    to: either(Math.max, 'to'),
    completeTo: either(Math.max, 'completeTo'),
  };
}
