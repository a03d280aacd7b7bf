import { EARLIEST_QUARTER, LATEST_QUARTER } from '../domain/calendar-quarter.ts';
import type { Company } from '../generated/prisma/client.ts';
import { Pace } from '../store/pace.ts';
import type { Screen } from '../store/screen.ts';
import type { ColumnCondition, QuarterConditions } from './quarter-filter.ts';

/**
 * The rows of a screen that meet every condition, in its order.
 *
 * @param companies those whose quarters are wanted
 * @param conditions one for each of the screen's columns
 */
export async function matchingRows(
  { rows, day, ranking, columns }: Screen,
  where: Pick<QuarterConditions, 'calendarQuarter' | 'from' | 'to'>,
  companies: readonly Company[],
  conditions: readonly ColumnCondition[],
): Promise<Uint32Array> {
  const pace = new Pace();
  const { starts, quarter, knownFrom } = rows;
  const from = where.from ?? EARLIEST_QUARTER;
  const to = where.to ?? LATEST_QUARTER;
  const only = where.calendarQuarter;
  const wanted = new Set(companies.map(({ id }) => id));
  const isKept = new Uint8Array(rows.size);
  rows.companies.forEach(({ id }, place) => {
    if (!wanted.has(id)) return;
    for (let row = starts[place]!; row < starts[place + 1]!; row++) {
      const of = quarter[row]!;
      const isWanted = of >= from && of <= to && (only == null || of === only);
      if (isWanted && knownFrom[row]! <= day) isKept[row] = 1;
    }
  });
  for (const [place, { holds }] of conditions.entries()) {
    await pace.rest();
    const values = columns[place]!;
    for (let row = 0; row < values.length; row++) {
      if (isKept[row] && !holds(values[row]!)) isKept[row] = 0;
    }
  }
  await pace.rest();
  return kept(ranking, isKept);
}

function kept(ranking: Uint32Array, isKept: Uint8Array): Uint32Array {
  const found = new Uint32Array(ranking.length);
  let count = 0;
  for (const row of ranking) if (isKept[row]) found[count++] = row;
  return found.slice(0, count);
}
