import type { CalendarQuarter } from '../domain/calendar-quarter.ts';
import { WINDOWS, type Window, type WindowName } from '../domain/vocabulary.ts';
import { since as sinceQuarter } from '../domain/window.ts';
import { badUserInput } from './errors.ts';

/** How many quarters a window may take. */
const MAX_QUARTERS = 200;

/** The window that a field is asked for, up to a quarter. */
export function windowOf(
  window: WindowName,
  since: CalendarQuarter | null | undefined,
  quarter: CalendarQuarter,
): Window {
  if (since == null) return WINDOWS[window];
  if (window !== 'QUARTER') {
    throw badUserInput(`since takes the place of a window: leave out one of the two.`, {
      argument: 'since',
    });
  }
  if (quarter - since >= MAX_QUARTERS) {
    throw badUserInput(`since takes a quarter less than ${MAX_QUARTERS} quarters back.`, {
      argument: 'since',
    });
  }
  return sinceQuarter(since);
}
