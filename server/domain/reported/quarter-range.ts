import { addQuarters, type CalendarQuarter } from '../calendar-quarter.ts';
import { addDays, type Day, monthOf } from '../day.ts';
import { daysIn, type Period } from '../period.ts';

/** A period in whole fiscal quarters, by the calendar quarters that they lie on. */
export interface QuarterRange {
  readonly first: CalendarQuarter;
  readonly last: CalendarQuarter;
}

/** Half a quarter: a period's ends may stray so far from those of three months in whole. */
const STRAY_DAYS = 45;

/**
 * How many days one to four quarters take, both ends included: quarters of 12 to 17 weeks, years of 52 or
 * 53, and some days for documents that do not agree on a first or last day. A month more or less than
 * three, six or nine is another period, as companies report whose year end moves.
 */
const DAYS: readonly { readonly least: number; readonly most: number }[] = [
  { least: 70, most: 119 },
  { least: 155, most: 210 },
  { least: 247, most: 300 },
  { least: 345, most: 385 },
];

/**
 * The quarters of a fiscal calendar that a period takes, for a fiscal year that ends in month 1 to 12.
 * Each end is the one nearest to it of the quarters in whole months, so that four quarters of 12, 12, 12
 * and 16 weeks are four quarters. Undefined for a period that is not one to four quarters long.
 */
export function quarterRangeOf(period: Period, yearEndMonth: number): QuarterRange | undefined {
  const first = quarterAround(addDays(period.start, STRAY_DAYS), yearEndMonth);
  const last = quarterAround(addDays(period.end, -STRAY_DAYS), yearEndMonth);
  const length = DAYS[last - first];
  const days = daysIn(period);
  return length && days >= length.least && days <= length.most ? { first, last } : undefined;
}

/** The calendar quarter with the middle month of the fiscal quarter in whole months that a day lies in. */
function quarterAround(day: Day, yearEndMonth: number): CalendarQuarter {
  const month = monthOf(day);
  const monthsToEnd = (((yearEndMonth - 1 - month) % 3) + 3) % 3;
  return Math.floor((month + monthsToEnd - 1) / 3) as CalendarQuarter;
}

/** How many quarters a range takes. */
export function lengthOf({ first, last }: QuarterRange): number {
  return last - first + 1;
}

/** The quarters of a range, oldest first. */
export function quartersOf({ first, last }: QuarterRange): CalendarQuarter[] {
  return Array.from({ length: last - first + 1 }, (_, place) => addQuarters(first, place));
}

/** Whether two ranges share a quarter. */
export function overlap(a: QuarterRange, b: QuarterRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}
