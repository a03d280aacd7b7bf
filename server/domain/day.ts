/** A calendar date as the number of days since 1970-01-01, so that dates compare and subtract as numbers. */
export type Day = number;

/** Later than any document: a view "as of" this day knows every fact. */
export const END_OF_TIME: Day = Number.POSITIVE_INFINITY;

const MS_PER_DAY = 86_400_000;

/** Day of a date that exists in the calendar (`month` 1 to 12); months and days beyond their range carry over. */
export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
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

/** Facts share their days, and writing one out takes longer than finding it: 4,000 are eleven years. */
const formatted = new Map<Day, string>();
const MOST_FORMATTED = 4_000;

/** ISO 8601 date of a day, e.g. 2025-06-30. */
export function formatDay(day: Day): string {
  const known = formatted.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  if (formatted.size >= MOST_FORMATTED) formatted.clear();
  formatted.set(day, text);
  return text;
}

/** Day of a `Date` at midnight UTC, the form in which databases hand out dates. */
export function dayFromDate(date: Date): Day {
  return Math.floor(date.getTime() / MS_PER_DAY);
}
