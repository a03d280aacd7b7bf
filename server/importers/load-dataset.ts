import type { Pool, PoolClient } from 'pg';
import { formatCalendarQuarter } from '../domain/calendar-quarter.ts';
import { formatDay, parseDay } from '../domain/day.ts';
import {
  fiscalPeriodOf,
  fiscalQuarterOf,
  isOneQuarter,
  quarterOfPeriod,
} from '../domain/fiscal-calendar.ts';
import type { Dataset, TableRow } from './csv/tables.ts';
import * as insert from './insert-statements.ts';

/** What an import added. */
export interface LoadReport {
  readonly companies: number;
  readonly sources: number;
  readonly facts: number;
}

/** Imports take turns, so that the ids of imports are also the order in which they are committed. */
const IMPORT_LOCK = 7_203_361;

/**
 * Loads a dataset in one transaction. What the database already has stays as it is; when anything
 * fails, nothing is written and PostgreSQL's error is thrown.
 */
export async function loadDataset(
  pool: Pool,
  dataset: Dataset,
  origin: string,
  onProgress: (line: string) => void = () => {},
): Promise<LoadReport> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
    const report = await insertDataset(client, dataset, origin, onProgress);
    await client.query('commit');
    return report;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function insertDataset(
  client: PoolClient,
  dataset: Dataset,
  origin: string,
  onProgress: (line: string) => void,
): Promise<LoadReport> {
  const add = async (statement: string, rows: readonly object[]) => {
    const { rowCount } = await client.query(statement, [JSON.stringify(rows)]);
    return rowCount ?? 0;
  };
  const opened = await client.query<{ id: number }>(insert.IMPORT, ['CSV', origin]);
  const import_id = opened.rows[0]!.id;

  const companies = await add(insert.COMPANIES, dataset.companies);
  onProgress(`${companies} companies`);
  await add(insert.GROUPS, dataset.groups);
  await add(insert.MEMBERS, dataset.groups.flatMap(membersOf));
  await add(insert.DEFINITIONS, dataset.definitions);
  const sources = await add(insert.SOURCES, dataset.sources);
  onProgress(`${sources} sources`);
  const facts = dataset.facts.map((fact) => ({ ...fact, import_id, ...quarterOf(fact) }));
  await add(insert.QUARTERS, quartersOf(facts, await fiscalYearEnds(client)));
  const added = await add(insert.FACTS, facts);
  onProgress(`${added} facts`);
  const rates = dataset['exchange-rates'].map((rate) => ({ ...rate, import_id }));
  await add(insert.EXCHANGE_RATES, rates);
  await client.query('update import set facts_added = $1 where id = $2', [added, import_id]);
  return { companies, sources, facts: added };
}

function membersOf({ slug, members }: TableRow<'groups'>) {
  return members.split(' ').map((company, position) => ({ group: slug, company, position }));
}

type FactRow = TableRow<'facts'>;

function quarterOf({ period_start, period_end }: FactRow) {
  const quarter = quarterOfPeriod(parseDay(period_start)!, parseDay(period_end)!);
  return { quarter, calendar_quarter: formatCalendarQuarter(quarter) };
}

/** The fiscal quarters that facts fall in, with the days that a quarterly fact gives. */
function quartersOf(
  facts: readonly (FactRow & ReturnType<typeof quarterOf>)[],
  yearEnds: ReadonlyMap<string, number>,
) {
  const quarters = new Map<string, object>();
  for (const { company, quarter, calendar_quarter, period_start, period_end } of facts) {
    const key = `${company} ${calendar_quarter}`;
    const quarterly = isOneQuarter(parseDay(period_start)!, parseDay(period_end)!);
    if (quarters.has(key) && !quarterly) continue;
    const yearEnd = yearEnds.get(company) ?? 12;
    const fiscal = fiscalQuarterOf(quarter, yearEnd);
    const whole = fiscalPeriodOf(quarter, yearEnd);
    quarters.set(key, {
      company,
      calendar_quarter,
      fiscal_year: fiscal.year,
      fiscal_quarter: fiscal.quarter,
      period_start: quarterly ? period_start : formatDay(whole.start),
      period_end: quarterly ? period_end : formatDay(whole.end),
    });
  }
  return [...quarters.values()];
}

async function fiscalYearEnds(client: PoolClient): Promise<Map<string, number>> {
  const { rows } = await client.query<{ slug: string; month: number }>(
    'select slug, fiscal_year_end_month as month from company',
  );
  return new Map(rows.map(({ slug, month }) => [slug, month]));
}
