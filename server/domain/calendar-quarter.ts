import type { Brand } from './brand.ts';
import { type Day, dayOf } from './day.ts';
import type { Period } from './period.ts';

/** A calendar quarter as a count of quarters (year × 4 + quarter − 1), so that neighbours differ by one. */
export type CalendarQuarter = Brand<'CalendarQuarter'>;

/** Before and after every quarter: bounds that bound nothing. */
export const EARLIEST_QUARTER = Number.NEGATIVE_INFINITY as CalendarQuarter;
export const LATEST_QUARTER = Number.POSITIVE_INFINITY as CalendarQuarter;

/** The calendar quarter `quarter` (1 to 4) of `year`. */
export function calendarQuarter(year: number, quarter: number): CalendarQuarter {
  return (year * 4 + quarter - 1) as CalendarQuarter;
}

/** The quarter of a number of year × 4 + quarter − 1, the form in which statements hand out quarters. */
export function quarterFromNumber(number: number): CalendarQuarter {
  return number as CalendarQuarter;
}

/** The quarter so many quarters later, or earlier. */
export function addQuarters(quarter: CalendarQuarter, count: number): CalendarQuarter {
  return (quarter + count) as CalendarQuarter;
}

/** The calendar quarter of text like 2025Q2; undefined for any other text. */
export function parseCalendarQuarter(text: string): CalendarQuarter | undefined {
  const match = /^(\d{4})Q([1-4])$/.exec(text);
  return match ? calendarQuarter(Number(match[1]), Number(match[2])) : undefined;
}

/** Text like 2025Q2. */
export function formatCalendarQuarter(quarter: CalendarQuarter): string {
  return `${String(Math.floor(quarter / 4)).padStart(4, '0')}Q${(quarter % 4) + 1}`;
}

/** The calendar quarter that holds the midpoint of a period. */
export function calendarQuarterOf({ start, end }: Period): CalendarQuarter {
  const midpoint = new Date(Math.floor((start + end) / 2) * 86_400_000);
  return calendarQuarter(midpoint.getUTCFullYear(), Math.floor(midpoint.getUTCMonth() / 3) + 1);
}

/** First day of a calendar quarter. */
export function firstDayOf(quarter: CalendarQuarter): Day {
  return dayOf(Math.floor(quarter / 4), (quarter % 4) * 3 + 1, 1);
}
