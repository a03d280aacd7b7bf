import type { Pool } from 'pg';
import type { FactRecord } from '../domain/fact-columns.ts';

/**
 * The facts of companies as of a version, by the company's id, in one statement. It reads rows as
 * arrays past Prisma, which takes three times as long for them.
 */
export async function readFacts(
  pool: Pool,
  companyIds: readonly number[],
  version: number,
  definitions: ReadonlyMap<string, number>,
): Promise<Map<number, FactRecord[]>> {
  const facts = new Map<number, FactRecord[]>(companyIds.map((id) => [id, []]));
  const { rows } = await pool.query<Columns>({
    name: 'read-facts',
    rowMode: 'array',
    text: READ_FACTS,
    values: [companyIds, version],
  });
  for (const [
    company,
    id,
    concept,
    definition,
    start,
    end,
    value,
    currency,
    quality,
    day,
  ] of rows) {
    facts.get(company)!.push({
      id,
      concept,
      definition: definitions.get(definition)!,
      periodStart: start,
      periodEnd: end,
      value,
      currency,
      quality,
      publishedOn: day,
    });
  }
  return facts;
}

const READ_FACTS = `
  select company_id, id, concept, definition, period_start - date '1970-01-01',
    period_end - date '1970-01-01', trim_scale(value)::text, currency, quality,
    published_on - date '1970-01-01'
  from fact where company_id = any($1::int[]) and import_id <= $2`;

type Columns = [
  companyId: number,
  id: number,
  concept: FactRecord['concept'],
  definition: string,
  periodStart: number,
  periodEnd: number,
  value: string,
  currency: FactRecord['currency'],
  quality: FactRecord['quality'],
  publishedOn: number,
];
