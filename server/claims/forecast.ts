import {
  addQuarters,
  type CalendarQuarter,
  firstDayOf,
  formatCalendarQuarter,
  parseCalendarQuarter,
} from '../domain/calendar-quarter.ts';
import type { Day } from '../domain/day.ts';
import type { Reading } from './claim.ts';

/** The last quarter that a reading asks for, where it was not over on a day; null where it was. */
export function notOverOn(day: Day, { query }: Pick<Reading, 'query'>): string | null {
  const quarters = [...query.matchAll(/"(\d{4}Q[1-4])"/g)].map(
    ([, quarter]) => parseCalendarQuarter(quarter!)!,
  );
  if (quarters.length === 0) return null;
  const last = Math.max(...quarters) as CalendarQuarter;
  return firstDayOf(addQuarters(last, 1)) > day ? formatCalendarQuarter(last) : null;
}
