import { type CalendarQuarter, formatCalendarQuarter } from './calendar-quarter.ts';
import { lengthOf, type QuarterRange } from './reported/quarter-range.ts';
import type { Currency } from './vocabulary.ts';

/** What has to be the same for amounts to be added, divided or compared. */
interface Spanned {
  readonly currency: Currency;
  readonly quarters: QuarterRange;
}

/** Throws unless figures are in one currency, so that they may be added, divided or compared. */
export function requireOneCurrency(
  one: Pick<Spanned, 'currency'>,
  other: Pick<Spanned, 'currency'>,
): void {
  if (one.currency !== other.currency) refuseCurrencies(one.currency, other.currency);
}

/** Throws unless amounts are in one currency and span as many quarters, so that they may be compared. */
export function requireOneWindow(one: Spanned, other: Spanned): void {
  requireOneCurrency(one, other);
  const [quarters, others] = [lengthOf(one.quarters), lengthOf(other.quarters)];
  if (quarters !== others) refuseWindows(quarters, others);
}

/** Throws unless amounts are in one currency and of the same quarters, so that they may be added or divided. */
export function requireSameQuarters(one: Spanned, other: Spanned): void {
  requireOneWindow(one, other);
  if (one.quarters.last !== other.quarters.last) {
    refuseQuarters(one.quarters.last, other.quarters.last);
  }
}

// Apart from the comparisons, which every measure makes, so that those stay small enough to be inlined.

function refuseCurrencies(one: Currency, other: Currency): never {
  throw new Error(
    `Figures in ${one} and in ${other} cannot be added, divided or compared: convert them to one currency.`,
  );
}

function refuseWindows(one: number, other: number): never {
  throw new Error(
    `Amounts over ${one} and over ${other} quarters cannot be added, divided or compared: ask for one window.`,
  );
}

function refuseQuarters(one: CalendarQuarter, other: CalendarQuarter): never {
  throw new Error(
    `Amounts up to ${formatCalendarQuarter(one)} and up to ${formatCalendarQuarter(other)} cannot be added or divided: ask for one quarter.`,
  );
}
