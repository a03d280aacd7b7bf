import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import { NO_ROW } from './fact-columns.ts';
import { laneOf } from './like-for-like.ts';
import type { LineItem } from './measures.ts';
import type { Series } from './series.ts';
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
  const quarters = back.map((quarters) => addQuarters(quarter, -quarters)).sort((a, b) => a - b);
  const absent = quarters.filter((q) => !laneOf(series, item, q, [0], asOf));
  if (absent.length > 0) {
    return absent.map((calendarQuarter) => ({
      ...absenceOf(series, item, calendarQuarter, asOf),
      company,
      calendarQuarter,
    }));
  }
  const { concept, definition } = laneOf(series, item, quarter, [0], asOf)!;
  return quarters
    .filter((q) => series.find(concept, q, asOf, definition) === NO_ROW)
    .map((calendarQuarter) => ({ concept, company, calendarQuarter, reason: 'NOT_COMPARABLE' }));
}

/** Each gap once; windows that overlap lack the same quarter twice. */
export function distinct(gaps: readonly Gap[]): Gap[] {
  const key = ({ concept, company, calendarQuarter, reason }: Gap) =>
    `${concept} ${company.id} ${calendarQuarter} ${reason}`;
  return [...new Map(gaps.map((gap) => [key(gap), gap])).values()];
}

/** What a quarter lacks of a line item, and why (rule 12). */
function absenceOf(
  series: Series,
  item: LineItem,
  quarter: CalendarQuarter,
  asOf: Day,
): Pick<Gap, 'concept' | 'reason'> {
  for (const concept of item.concepts) {
    if (series.liesInLongerFact(concept, quarter, asOf))
      return { concept, reason: 'NOT_DERIVABLE' };
  }
  let before = false;
  let after = false;
  for (let q = series.firstQuarter; q <= series.lastQuarter; q++) {
    if (!laneOf(series, item, q, [0], asOf)) continue;
    before ||= q < quarter;
    after ||= q > quarter;
  }
  const concept = item.concepts.at(-1)!;
  if (before === after) return { concept, reason: 'NOT_DISCLOSED' };
  return { concept, reason: before ? 'NOT_YET_PUBLISHED' : 'OUT_OF_RANGE' };
}
