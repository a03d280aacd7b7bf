import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import { NO_ROW } from './fact-columns.ts';
import { laneOf } from './like-for-like.ts';
import type { LineItem } from './line-item.ts';
import { quarterOfRow, type Series } from './series.ts';
import type { View } from './view.ts';
import type { Company, Concept, GapReason } from './vocabulary.ts';

/** An input that a value lacks, and why. */
export interface Gap {
  readonly concept: Concept;
  readonly company: Company;
  readonly calendarQuarter: CalendarQuarter;
  readonly reason: GapReason;
}

/**
 * What keeps a line item of the quarters that lie `back` from `quarter` from being added up or
 * compared: the quarters without any figure, else those that the newest definition does not reach.
 */
export function gapsOf(
  { series, asOf, company }: View,
  item: LineItem,
  quarter: CalendarQuarter,
  back: readonly number[],
): Gap[] {
  const quarters = back.map((quarters) => quarter - quarters).sort((a, b) => a - b);
  const absent = quarters.filter((q) => !laneOf(series, item, q, [0], asOf));
  if (absent.length > 0) {
    const concept = item.concepts.at(-1)!;
    return absent.map((calendarQuarter) => {
      const reason = reasonOfAbsence(series, item, calendarQuarter, asOf);
      return { concept, company, calendarQuarter, reason };
    });
  }
  const { concept, definition } = laneOf(series, item, quarter, [0], asOf)!;
  return quarters
    .filter((q) => series.find(concept, q, asOf, definition) === NO_ROW)
    .map((calendarQuarter) => ({ concept, company, calendarQuarter, reason: 'NOT_COMPARABLE' }));
}

/** Why a quarter has no figure of a line item (rule 12). */
function reasonOfAbsence(
  series: Series,
  item: LineItem,
  quarter: CalendarQuarter,
  asOf: Day,
): GapReason {
  if (liesInLongerFact(series, item, quarter, asOf)) return 'NOT_DERIVABLE';
  let before = false;
  let after = false;
  for (let q = series.firstQuarter; q <= series.lastQuarter; q++) {
    if (!laneOf(series, item, q, [0], asOf)) continue;
    before ||= q < quarter;
    after ||= q > quarter;
  }
  if (before === after) return 'NOT_DISCLOSED';
  return before ? 'NOT_YET_PUBLISHED' : 'OUT_OF_RANGE';
}

function liesInLongerFact(
  { facts, longerFacts }: Series,
  item: LineItem,
  quarter: CalendarQuarter,
  asOf: Day,
): boolean {
  return longerFacts.some((row) => {
    if (facts.publishedOn[row]! > asOf || !item.concepts.includes(facts.concept(row))) return false;
    const last = quarterOfRow(facts, row);
    const days = facts.periodEnd[row]! - facts.periodStart[row]! + 1;
    return quarter <= last && quarter > last - Math.round(days / 91.3);
  });
}
