import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import { NO_FIGURE } from './figure-line.ts';
import { conceptLineOf } from './like-for-like.ts';
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
  const absent = quarters.filter((q) => !conceptLineOf(series, item, q, [0], asOf));
  if (absent.length > 0) {
    return absent.map((calendarQuarter) => ({
      ...absenceOf(series, item, calendarQuarter, asOf),
      company,
      calendarQuarter,
    }));
  }
  const { concept, line } = conceptLineOf(series, item, quarter, [0], asOf)!;
  return quarters
    .filter((q) => line.find(q, asOf) === NO_FIGURE)
    .map((calendarQuarter) => ({ concept, company, calendarQuarter, reason: 'NOT_COMPARABLE' }));
}

/**
 * What a company is known not to publish of a line item, of the quarters that lie `back` from `quarter`.
 * Only a non-disclosure says so: a figure that we merely lack may well have been published.
 */
export function withheldOf(
  view: View,
  item: LineItem,
  quarter: CalendarQuarter,
  back: readonly number[],
): Gap[] {
  const isSaid = back.some((quarters) =>
    item.concepts.every((each) =>
      view.series.isNotDisclosed(each, addQuarters(quarter, -quarters)),
    ),
  );
  if (!isSaid) return [];
  return gapsOf(view, item, quarter, back).filter(({ reason }) => reason === 'NOT_DISCLOSED');
}

/** Each gap once; windows that overlap lack the same quarter twice. */
export function distinct(gaps: readonly Gap[]): Gap[] {
  const key = ({ concept, company, calendarQuarter, reason }: Gap) =>
    `${concept} ${company.id} ${calendarQuarter} ${reason}`;
  return [...new Map(gaps.map((gap) => [key(gap), gap])).values()];
}

/** What a quarter lacks of a line item, and why: the first reason that holds. */
function absenceOf(
  series: Series,
  item: LineItem,
  quarter: CalendarQuarter,
  asOf: Day,
): Pick<Gap, 'concept' | 'reason'> {
  const concept = item.concepts.at(-1)!;
  if (item.concepts.every((each) => series.isNotDisclosed(each, quarter))) {
    return { concept, reason: 'NOT_DISCLOSED' };
  }
  const latest = latestKnown(series, asOf);
  if (latest === undefined || quarter > latest) {
    return { concept, reason: 'NOT_YET_PUBLISHED' };
  }
  const reported = item.concepts.find((each) => series.covers(each, quarter, asOf));
  if (reported) return { concept: reported, reason: 'NOT_DERIVABLE' };
  const isOlder = quarter < series.firstQuarter || !isKnownBefore(series, quarter, asOf);
  return { concept, reason: isOlder ? 'OUT_OF_RANGE' : 'NOT_IN_DATASET' };
}

/** The newest quarter that anything was known of. */
function latestKnown(series: Series, asOf: Day): CalendarQuarter | undefined {
  for (let q = series.lastQuarter; q >= series.firstQuarter; q = addQuarters(q, -1)) {
    if (series.knows(q, asOf)) return q;
  }
  return undefined;
}

/** Whether anything was known of a quarter or one before it. */
function isKnownBefore(series: Series, quarter: CalendarQuarter, asOf: Day): boolean {
  for (let q = series.firstQuarter; q <= quarter; q = addQuarters(q, 1)) {
    if (series.knows(q, asOf)) return true;
  }
  return false;
}
