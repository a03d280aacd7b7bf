import type { Day } from '../domain/day.ts';
import type { Outcome, Reading, Verdict } from './claim.ts';

/** A reading with what became of it. */
export interface JudgedReading {
  readonly reading: Reading;
  /** By what was known on the day when it was said, and today. */
  readonly onDay: Outcome;
  readonly today: Outcome;
  readonly verdict: Verdict;
  readonly verdictToday: Verdict;
  /** Null where the figure is the same today. */
  readonly change: Change | null;
}

/** Why a figure is another one today, and the first day of which it is not that of then. */
export interface Change {
  readonly reason: 'published since' | 'later quarters' | 'restated' | 'known otherwise';
  readonly on: Day;
}
