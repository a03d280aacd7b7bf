import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Decimal } from './decimal.ts';
import type { ExchangeRate } from './exchange-rates.ts';
import type { Fact } from './fact.ts';
import type { Gap } from './gap.ts';
import type { Growth } from './growth.ts';
import type { LineItem } from './line-item.ts';
import {
  type Currency,
  type GapReason,
  QUALITIES,
  type Quality,
  type Span,
  type Window,
} from './vocabulary.ts';

/** An amount of money over one quarter or four, of one company or several. */
export interface Amount {
  readonly item: LineItem;
  /** The name of the company or group. */
  readonly subject: string;
  /** The quarter, or the last of four. */
  readonly calendarQuarter: CalendarQuarter;
  readonly window: Window;
  readonly currency: Currency;
  /** As a double, in units of `scale`; null where an input is missing. */
  value(scale?: number): number | null;
  /** Exact, in units of `scale`; a converted amount is rounded to cents. Null where an input is missing. */
  exact(scale?: number): Decimal | null;
  /** The weakest quality of the inputs; null exactly when the value is. */
  readonly quality: Quality | null;
  /** Growth over the quarter or the year before, like for like. */
  growth(span: Span): Growth;
  /** The inputs that the value lacks; empty exactly when there is a value. */
  readonly missing: readonly Gap[];
  readonly explanation: string;
  /** Which figures come from another definition than the newest, for the sake of comparison. */
  readonly remarks: readonly string[];
  /** The names of a group's members that are not counted, because they never disclose the line item. */
  readonly leftOut: readonly string[];
  /** The facts that it was made from. */
  readonly facts: readonly Fact[];
  /** The rates that it was converted with. */
  readonly exchangeRates: readonly ExchangeRate[];
  /** A gap for each company in it, for a value that cannot be made from this amount. */
  gaps(reason: GapReason): Gap[];
}

/** The weakest of several qualities, null if one of them is. */
export function weakest(...qualities: (Quality | null)[]): Quality | null {
  if (qualities.includes(null)) return null;
  return QUALITIES.findLast((quality) => qualities.includes(quality)) ?? null;
}
