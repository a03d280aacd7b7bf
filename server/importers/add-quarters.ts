import type { PoolClient } from 'pg';
import { parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import { formatDay, parseDay } from '../domain/day.ts';
import { fiscalPeriodOf, fiscalQuarterOf } from '../domain/fiscal-calendar.ts';
import { isOneQuarter } from '../domain/period.ts';

/** The fiscal quarters that staged facts need and the table lacks, with the days of the shortest period. */
const MISSING_QUARTERS = `
  select company.id, fiscal_year_end_month as "yearEnd", staged.calendar_quarter as "quarter",
    max(staged.period_start) as "start", min(staged.period_end) as "end"
  from stage_facts staged
  join company on company.slug = staged.company
  where not exists (
    select from quarter
    where quarter.company_id = company.id and quarter.calendar_quarter = staged.calendar_quarter)
  group by 1, 2, 3`;

const INSERT = `
  insert into quarter
    (company_id, calendar_quarter, fiscal_year, fiscal_quarter, period_start, period_end)
  select id, quarter, year, number, start, "end"
  from jsonb_to_recordset($1) as row(
    id int, quarter text, year int, number int, start date, "end" date)`;

/** As many as are worth a statement; all those of a bulk import would fill the memory. */
const QUARTERS_AT_ONCE = 5_000;

interface MissingQuarter {
  readonly id: number;
  readonly yearEnd: number;
  readonly quarter: string;
  readonly start: string;
  readonly end: string;
}

/** Adds the fiscal quarters that staged facts need and the table lacks. */
export async function addMissingQuarters(client: PoolClient): Promise<void> {
  await client.query(`declare missing_quarters cursor for ${MISSING_QUARTERS}`);
  for (;;) {
    const { rows } = await client.query<MissingQuarter>(
      `fetch ${QUARTERS_AT_ONCE} from missing_quarters`,
    );
    if (rows.length === 0) break;
    await client.query(INSERT, [JSON.stringify(rows.map(fiscalQuarter))]);
  }
  await client.query('close missing_quarters');
}

function fiscalQuarter({ id, yearEnd, quarter, start, end }: MissingQuarter) {
  const place = parseCalendarQuarter(quarter)!;
  const fiscal = fiscalQuarterOf(place, yearEnd);
  const whole = fiscalPeriodOf(place, yearEnd);
  const isPrinted = isOneQuarter({ start: parseDay(start)!, end: parseDay(end)! });
  return {
    id,
    quarter,
    year: fiscal.year,
    number: fiscal.quarter,
    start: isPrinted ? start : formatDay(whole.start),
    end: isPrinted ? end : formatDay(whole.end),
  };
}
