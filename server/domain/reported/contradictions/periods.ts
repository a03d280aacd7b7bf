import type { PeriodHistory } from '../period-history.ts';
import type { ReportedValue } from '../reported-value.ts';

/** The periods of one definition, as far as they are known. */
export interface Periods {
  /** What was reported of the quarters from one to another, by their numbers. */
  find(first: number, last: number): PeriodHistory | undefined;
  /** Those that share a quarter with a period, itself included. */
  overlapping(period: PeriodHistory): readonly PeriodHistory[];
}

/** Takes down why a reported value cannot be what it says it is. */
export type Refuse = (reported: ReportedValue, reason: string) => void;
