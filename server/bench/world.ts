import type { Pool } from 'pg';
import { COUNTED } from '../importers/summary.ts';

/** The size of a made-up dataset. */
export interface WorldSize {
  readonly companies: number;
  readonly quarters: number;
}

/**
 * Fills a migrated, empty database with made-up companies that each report six concepts in US
 * dollars for a run of quarters up to 2026Q2, and exchange rates. The figures are no company's; they only have a size and
 * a trend.
 */
export async function makeWorld(pool: Pool, { companies, quarters }: WorldSize): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    // Looking up five references for each of millions of facts would take a quarter of an hour.
    await client.query('set session_replication_role = replica');
    for (const statement of STATEMENTS) {
      await client.query(
        statement
          .replaceAll(':companies', String(companies))
          .replaceAll(':quarters', String(quarters)),
      );
    }
  } finally {
    client.release(true);
  }
}

const STATEMENTS = [
  `insert into import (kind, origin, facts_added) values ('csv', 'made-up world', 0)`,
  `insert into definition (slug, description, rank) values ('as-reported', 'Made up.', 1)`,
  `insert into company (slug, name, country, reporting_currency, fiscal_year_end_month)
   select 'company-' || c, 'Company ' || c, 'US', 'USD', 12 from generate_series(1, :companies) c`,
  `create temp table made_up_quarter as
   select row_number() over (order by company.id, day) as id, company.id as company_id,
     day::date as period_start, (day + interval '3 months' - interval '1 day')::date as period_end
   from company, generate_series(0, :quarters - 1) q,
     lateral (select date '2026-04-01' - q * interval '3 months' as day) start`,
  `insert into source (slug, kind, title, publisher)
   select 'filing-' || id, 'FILING', 'Made-up filing ' || id, 'Nobody' from made_up_quarter`,
  `insert into fact
     (company_id, concept, definition, period_start, period_end, value, currency, quality,
      rounded_to, published_on, source_id, import_id)
   select company_id, concept, 'as-reported', period_start, period_end,
     (quarter.id::bigint * 7919 % 9000 + 1000) * 1000000 / position, 'USD', 'REPORTED', 1000000,
     period_end + 30, source.id, 1
   from made_up_quarter quarter
   join source on source.slug = 'filing-' || quarter.id,
     unnest(enum_range(null::"Concept")) with ordinality as concepts(concept, position)
   order by quarter.id, position`,
  `insert into exchange_rate (base, quote, calendar_quarter, average, source_id, import_id)
   select 'USD', quote, year || 'Q' || quarter, 7.1, (select min(id) from source), 1
   from unnest(array['CNY', 'HKD']::"Currency"[]) quote, generate_series(2011, 2026) year, generate_series(1, 4) quarter`,
  // Working the digest out from millions of rows takes minutes; one that is made up tells versions apart as well.
  `update import set version = encode(sha256('made up'), 'hex'),
     summary = (select to_jsonb(counted) from (${COUNTED.replaceAll('$1', '1')}) counted)`,
  'drop table made_up_quarter',
  'analyze',
];
