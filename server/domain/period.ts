import { addDays, type Day } from './day.ts';

/** A stretch of time that a figure covers. */
export interface Period {
  /** The first day. */
  readonly start: Day;
  /** The last day. */
  readonly end: Day;
}

/**
 * How many days the periods of reports have. Quarters have 12 to 17 weeks, a transition period of two
 * months at most 62 days; years have 52 or 53 weeks, and some days where the year end moves.
 */
const DAYS = {
  QUARTER: { shortest: 75, longest: 120 },
  HALF_YEAR: { shortest: 160, longest: 215 },
  NINE_MONTHS: { shortest: 245, longest: 300 },
  YEAR: { shortest: 350, longest: 380 },
} as const;

const DAYS_PER_QUARTER = 365.25 / 4;

/** Two documents may print the same end of a period some days apart, in years of 52 and 53 weeks. */
const SAME_DAYS = 14;

/** How many days a period has. */
export function daysIn({ start, end }: Period): number {
  return end - start + 1;
}

/** How long a period is in the terms of reports; null for any other length. */
export function lengthOf(period: Period): keyof typeof DAYS | null {
  const days = daysIn(period);
  for (const [length, { shortest, longest }] of LENGTHS) {
    if (days >= shortest && days <= longest) return length;
  }
  return null;
}

const LENGTHS = Object.entries(DAYS) as [keyof typeof DAYS, (typeof DAYS)[keyof typeof DAYS]][];

/** Whether a period is at most a quarter, and not a year-to-date or annual period. */
export function isOneQuarter(period: Period): boolean {
  return daysIn(period) <= DAYS.QUARTER.longest;
}

/** Whether a period is at most a year: a year-to-date one, or the year itself. */
export function isYearAtMost(period: Period): boolean {
  return daysIn(period) <= DAYS.YEAR.longest;
}

/** How many quarters a period has, to the nearest. */
export function quartersIn(period: Period): number {
  return Math.round(daysIn(period) / DAYS_PER_QUARTER);
}

/** The last quarter of a period. */
export function lastQuarterOf({ end }: Period): Period {
  return { start: addDays(end, -90), end };
}

/** Whether two documents mean the same period. */
export function areSame(one: Period, other: Period): boolean {
  return (
    Math.abs(one.start - other.start) <= SAME_DAYS && Math.abs(one.end - other.end) <= SAME_DAYS
  );
}
