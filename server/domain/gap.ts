import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import { NO_FIGURE } from './figure-line.ts';
import { lineOfQuarter } from './like-for-like.ts';
import { type FigureItem, type LineItem, linesNeeded } from './measures.ts';
import { type QuarterRange, quartersOf } from './reported/quarter-range.ts';
import type { Series } from './series.ts';
import type { View } from './view.ts';
import type { Company, Concept, GapReason } from './vocabulary.ts';

/** An input that a value lacks, and why. */
export interface Gap {
  readonly concept: Concept;
  readonly company: Company;
  readonly calendarQuarter: CalendarQuarter;
  readonly reason: GapReason;
  /** What of the question keeps it from having an answer, where it is not the figures. */
  readonly obstacle?: Obstacle;
}

/** What is asked that no figures answer. */
export type Obstacle =
  | 'WINDOW_BEGINS_LATER'
  | 'QUARTER_OF_YEAR_TO_DATE'
  | 'YEARS_END_DIFFERENTLY'
  | 'YEAR_END_MOVED';

/**
 * What keeps a line item of some quarters from being added up or compared: the quarters without any
 * figure, else those that the newest one's definition does not reach.
 */
export function gapsOf(view: View, item: LineItem, ...ranges: readonly QuarterRange[]): Gap[] {
  const { asOf, company } = view;
  const quarters = [...new Set(ranges.flatMap(quartersOf))].sort((a, b) => a - b);
  const absent = quarters.filter((quarter) => !lineOfQuarter(view, item, quarter));
  if (absent.length > 0) {
    return absent.map((calendarQuarter) => ({
      ...absenceOf(view, item, calendarQuarter),
      company,
      calendarQuarter,
    }));
  }
  const { concept, line } = lineOfQuarter(view, item, quarters.at(-1)!)!;
  return quarters
    .filter((quarter) => line.find(quarter, asOf) === NO_FIGURE)
    .map((calendarQuarter) => ({ concept, company, calendarQuarter, reason: 'NOT_COMPARABLE' }));
}

/**
 * What a company is known not to publish of an item in some quarters. Only a non-disclosure says so: a
 * figure that we merely lack may well have been published.
 */
export function withheldOf(view: View, item: FigureItem, quarters: QuarterRange): readonly Gap[] {
  let gaps: readonly Gap[] = [];
  for (const line of linesNeeded(item)) {
    if (!isWithheldIn(view.series, line, quarters)) continue;
    const ofLine = gapsOf(view, line, quarters);
    gaps = [...gaps, ...ofLine.filter(({ reason }) => reason === 'NOT_DISCLOSED')];
  }
  return gaps;
}

/** Each gap once; windows that overlap lack the same quarter twice. */
export function distinct(gaps: readonly Gap[]): Gap[] {
  const key = ({ concept, company, calendarQuarter, reason }: Gap) =>
    `${concept} ${company.id} ${calendarQuarter} ${reason}`;
  return [...new Map(gaps.map((gap) => [key(gap), gap])).values()];
}

/** What a quarter lacks of a line item, and why: the first reason that holds. */
function absenceOf(
  { series, asOf }: View,
  item: LineItem,
  quarter: CalendarQuarter,
): Pick<Gap, 'concept' | 'reason'> {
  const concept = item.concepts.at(-1)!;
  if (isWithheld(series, item, quarter)) return { concept, reason: 'NOT_DISCLOSED' };
  const latest = latestKnown(series, asOf);
  if (latest === undefined || quarter > latest) {
    return { concept, reason: 'NOT_YET_PUBLISHED' };
  }
  const reported = item.concepts.find((each) => series.covers(each, quarter, asOf));
  if (reported) return { concept: reported, reason: 'NOT_DERIVABLE' };
  const isOlder = quarter < series.firstQuarter || !isKnownBefore(series, quarter, asOf);
  return { concept, reason: isOlder ? 'OUT_OF_RANGE' : 'NOT_IN_DATASET' };
}

function isWithheldIn(series: Series, item: LineItem, { first, last }: QuarterRange): boolean {
  for (let quarter = first; quarter <= last; quarter = addQuarters(quarter, 1)) {
    if (isWithheld(series, item, quarter)) return true;
  }
  return false;
}

/** Whether the company is known not to publish an item of a quarter. */
function isWithheld(series: Series, { concepts }: LineItem, quarter: CalendarQuarter): boolean {
  return concepts.every((concept) => series.isNotDisclosed(concept, quarter));
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
