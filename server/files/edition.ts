import type { Day } from '../domain/day.ts';

/** Which version of the dataset files are of. Nothing else may make the files of two servers differ. */
export interface Edition {
  readonly version: string;
  /** The day of the newest document; null without any fact. */
  readonly completeTo: Day | null;
}
