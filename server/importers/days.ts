import { type Day, parseDay } from '../domain/day.ts';

/** Rows share their days, and reading one takes longer than finding it: 20,000 are fifty years. */
const read = new Map<string, Day | undefined>();
const MOST_READ = 20_000;

/** Day of an ISO 8601 date, as `parseDay` reads it; undefined for any other text. */
export function readDay(text: string): Day | undefined {
  const known = read.get(text);
  if (known !== undefined || read.has(text)) return known;
  if (read.size >= MOST_READ) read.clear();
  const day = parseDay(text);
  read.set(text, day);
  return day;
}
