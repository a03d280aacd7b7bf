import type { Window, YearKind } from '../vocabulary.ts';
import { WINDOWS } from '../vocabulary.ts';
import { WINDOW_OF } from '../year.ts';

/** What the rows of a table are. */
interface Kind {
  readonly window: Window;
  /** Whose years they are; absent for quarters, and for twelve months up to a quarter. */
  readonly years?: YearKind;
}

export const PERIOD_KINDS = {
  QUARTER: { window: WINDOWS.QUARTER },
  FISCAL_YEAR: { window: WINDOW_OF.FISCAL, years: 'FISCAL' },
  CALENDAR_YEAR: { window: WINDOW_OF.CALENDAR, years: 'CALENDAR' },
  TRAILING_TWELVE_MONTHS: { window: WINDOWS.TRAILING_TWELVE_MONTHS },
} as const satisfies Record<string, Kind>;

export type PeriodKind = keyof typeof PERIOD_KINDS;
