import type { Pool } from 'pg';
import { dayFromNumber } from '../domain/day.ts';
import type { FactRecord } from '../domain/fact-columns.ts';
import type { Form } from '../domain/reported/reported-value.ts';
import { atVersion, withNewest } from './at-version.ts';

/** What sort of report each filing is, by its source's id; no other source has one. */
export type Forms = ReadonlyMap<number, Form>;

/**
 * The facts of companies up to an import, by the company's id, in one statement. It reads a row for each
 * company with an array for each column: rows of facts would take five times as long, through Prisma
 * twenty times.
 *
 * @param definitions the definitions' names, in the order in which facts number them
 * @param forms what sort of report each filing is, by the source's id
 */
export function readFacts(
  pool: Pool,
  companyIds: readonly number[],
  importId: number,
  definitions: readonly string[],
  forms: Forms,
): Promise<Map<number, FactRecord[]>> {
  return atVersion(importId, async () => {
    const { rows } = await pool.query<Columns>({
      rowMode: 'array',
      text: READ_FACTS,
      values: [importId, companyIds, definitions, forms.size > 0],
      // Arrays as they come; none has an element that would be quoted.
      types: { getTypeParser: () => (text: string) => text },
    });
    const found = rows.filter(([, isFound]) => isFound);
    return {
      newestImport: Number(rows[0]![0]),
      answer: new Map(
        found.map(([, , companyId, ...columns]) => [Number(companyId), recordsOf(columns, forms)]),
      ),
    };
  });
}

const READ_FACTS = withNewest(`
  select company_id, array_agg(id), array_agg(concept),
    array_agg(array_position($3::text[], definition) - 1),
    array_agg(period_start - date '1970-01-01'), array_agg(period_end - date '1970-01-01'),
    array_agg(trim_scale(value)), array_agg(currency), array_agg(quality),
    array_agg(published_on - date '1970-01-01'),
    -- Most companies' figures are all rounded to one unit, and most datasets have no filings by their forms.
    case when min(rounded_to) = max(rounded_to) then array[trim_scale(min(rounded_to))]
      else array_agg(trim_scale(rounded_to)) end,
    case when $4 then array_agg(source_id) end
  from fact where company_id = any($2::int[]) and import_id <= $1
  group by company_id`);

/** Behind the newest import, the company's id and, as arrays in PostgreSQL's text format, the fields of its facts. */
type Columns = [newest: string, isFound: string | null, id: string, ...columns: (string | null)[]];

function recordsOf(columns: readonly (string | null)[], forms: Forms): FactRecord[] {
  const [
    ids,
    concepts,
    definitions,
    starts,
    ends,
    values,
    currencies,
    qualities,
    days,
    units,
    sources,
  ] = columns.map((text) => text?.slice(1, -1).split(','));
  const isOneUnit = units!.length === 1;
  const unit = Number(units![0]);
  return ids!.map((id, place) => ({
    id: Number(id),
    concept: concepts![place] as FactRecord['concept'],
    definition: Number(definitions![place]),
    periodStart: dayFromNumber(Number(starts![place])),
    periodEnd: dayFromNumber(Number(ends![place])),
    value: values![place]!,
    currency: currencies![place] as FactRecord['currency'],
    quality: qualities![place] as FactRecord['quality'],
    roundedTo: isOneUnit ? unit : Number(units![place]),
    publishedOn: dayFromNumber(Number(days![place])),
    form: (sources && forms.get(Number(sources[place]))) ?? 'OTHER',
  }));
}
