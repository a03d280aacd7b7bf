import type { Day } from '../../../domain/day.ts';
import type { Period } from '../../../domain/period.ts';

/** One figure as one filing reported it, over any period. */
export interface Reported extends Period {
  readonly value: number;
  readonly accession: string;
  readonly form: string;
  readonly filed: Day;
  /** Where the file has it, e.g. $.facts.us-gaap.Revenues.units.USD[3]. */
  readonly path: string;
}

/** All that was reported with one tag in one currency. */
export interface TaggedReports {
  /** With its taxonomy, e.g. us-gaap:Revenues. */
  readonly tag: string;
  /** Three capital letters, whether the dataset knows the currency or not. */
  readonly currency: string;
  readonly reported: readonly Reported[];
}

/** Where a file has what was reported with a tag in a unit. */
export function pathOf(tag: string, unit: string): string {
  return `$.facts.${tag.replace(':', '.')}.units.${unit}`;
}
