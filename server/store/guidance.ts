import type { PoolClient } from 'pg';
import { type Day, dayFromNumber } from '../domain/day.ts';
import type { Concept, Currency } from '../domain/vocabulary.ts';

/** What a company said that it would spend. */
export interface Guidance {
  readonly companyId: number;
  readonly concept: Concept;
  /** What it counts, in the company's sense. */
  readonly basis: string;
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
  /** Exact, in whole units of the currency. */
  readonly low: string | null;
  readonly high: string | null;
  readonly currency: Currency;
  readonly saidOn: Day;
  readonly sourceId: number;
  readonly sourceSlug: string;
  readonly note: string | null;
}

type Row = Record<'periodStart' | 'periodEnd' | 'saidOn', number | null> &
  Omit<Guidance, 'periodStart' | 'periodEnd' | 'saidOn'>;

const READ = `
  select company_id as "companyId", concept, basis, trim_scale(low)::text as low,
    trim_scale(high)::text as high, currency, source_id as "sourceId", source.slug as "sourceSlug", note,
    period_start - date '1970-01-01' as "periodStart", period_end - date '1970-01-01' as "periodEnd",
    said_on - date '1970-01-01' as "saidOn"
  from guidance join source on source.id = source_id
  order by said_on desc, period_end, period_start, concept, basis, source.slug`;

/** All guidance, newest first, by the company's id. */
export async function readGuidance(client: PoolClient): Promise<Map<number, Guidance[]>> {
  const { rows } = await client.query<Row>(READ);
  const byCompany = new Map<number, Guidance[]>();
  const dayOf = (number: number | null) => (number === null ? null : dayFromNumber(number));
  for (const row of rows) {
    const { periodStart, periodEnd, saidOn } = row;
    const guidance: Guidance = {
      ...row,
      periodStart: dayOf(periodStart),
      periodEnd: dayOf(periodEnd),
      saidOn: dayFromNumber(saidOn!),
    };
    const others = byCompany.get(row.companyId);
    if (others) others.push(guidance);
    else byCompany.set(row.companyId, [guidance]);
  }
  return byCompany;
}
