import { type CalendarQuarter, formatCalendarQuarter } from './calendar-quarter.ts';
import type { Currency, Window } from './vocabulary.ts';

/** What has to be the same for amounts to be added, divided or compared. */
interface Spanned {
  readonly currency: Currency;
  readonly calendarQuarter: CalendarQuarter;
  readonly window: Window;
}

/** Throws unless figures are in one currency, so that they may be added, divided or compared. */
export function requireOneCurrency(
  one: Pick<Spanned, 'currency'>,
  other: Pick<Spanned, 'currency'>,
): void {
  if (one.currency === other.currency) return;
  throw new Error(
    `Figures in ${one.currency} and in ${other.currency} cannot be added, divided or compared: convert them to one currency.`,
  );
}

/** Throws unless amounts are in one currency and span as many quarters, so that they may be compared. */
export function requireOneWindow(one: Spanned, other: Spanned): void {
  requireOneCurrency(one, other);
  if (one.window === other.window) return;
  throw new Error(
    `Amounts over ${one.window} and over ${other.window} quarters cannot be added, divided or compared: ask for one window.`,
  );
}

/** Throws unless amounts are in one currency and of the same quarters, so that they may be added or divided. */
export function requireSameQuarters(one: Spanned, other: Spanned): void {
  requireOneWindow(one, other);
  if (one.calendarQuarter === other.calendarQuarter) return;
  const [quarter, otherQuarter] = [one, other].map(({ calendarQuarter }) =>
    formatCalendarQuarter(calendarQuarter),
  );
  throw new Error(
    `Amounts up to ${quarter} and up to ${otherQuarter} cannot be added or divided: ask for one quarter.`,
  );
}
