import type { Brand } from './brand.ts';

/** A calendar date as the number of days since 1970-01-01, so that dates compare and subtract as numbers. */
export type Day = Brand<'Day'>;

/** Later than any document: a view "as of" this day knows every fact. */
export const END_OF_TIME = Number.POSITIVE_INFINITY as Day;
/** Earlier than any document. */
export const START_OF_TIME = Number.NEGATIVE_INFINITY as Day;

const MS_PER_DAY = 86_400_000;

/** Day of a date that exists in the calendar (`month` 1 to 12); months and days beyond their range carry over. */
export function dayOf(year: number, month: number, day: number): Day {
  return (Date.UTC(year, month - 1, day) / MS_PER_DAY) as Day;
}

/** The day so many days after 1970-01-01, the form in which statements hand out days. */
export function dayFromNumber(days: number): Day {
  return days as Day;
}

/** The day so many days later, or earlier. */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day;
}

/** Day of an ISO 8601 date, e.g. 2025-06-30; undefined for any other text and for dates that do not exist. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const day = dayOf(year, month, dayOfMonth);
  const date = new Date(day * MS_PER_DAY);
  // Of the day alone, or the month alone, all that do not exist carry over into another one.
  const exists = date.getUTCDate() === dayOfMonth && date.getUTCMonth() === month - 1;
  return exists && date.getUTCFullYear() === year ? day : undefined;
}

/** Numbers from 0 to 99 in two digits. */
const DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** ISO 8601 date of a day, e.g. 2025-06-30. */
export function formatDay(day: Day): string {
  const date = new Date(day * MS_PER_DAY);
  const year = date.getUTCFullYear();
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return `${DIGITS[Math.floor(year / 100)]}${DIGITS[year % 100]}-${DIGITS[month]}-${DIGITS[dayOfMonth]}`;
}

/** Day of a `Date` at midnight UTC, the form in which databases hand out dates. */
export function dayFromDate(date: Date): Day {
  return Math.floor(date.getTime() / MS_PER_DAY) as Day;
}
