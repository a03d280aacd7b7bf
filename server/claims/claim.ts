import type { Bounds } from '../domain/bounds.ts';
import type { Day } from '../domain/day.ts';
import type { PublishedUnit } from '../domain/published-units.ts';

/** A published statement. Its working is the calculation: documents, and expressions over their answers. */
export interface Claim {
  readonly slug: string;
  /** In our own words, with the basis that the source states. */
  readonly statement: string;
  readonly saidOn: Day;
  /** Who published it. */
  readonly publisher: string;
  /** What its figure is, as the start of a sentence: the growth of Alibaba's capital expenditures. */
  readonly measure: string;
  readonly unit: PublishedUnit;
  /** The figure as published; null for a statement that holds or does not. */
  readonly printed: Printed | null;
  /** The stated ones first. */
  readonly readings: readonly Reading[];
  readonly later: Later | null;
}

/** A printed figure, or range. */
export interface Printed {
  readonly from: number;
  readonly to: number;
  /** The unit of the last printed digit. */
  readonly precision: number;
}

/** One way to read a claim: a document that takes `$asOf`, and what its answer says. */
export interface Reading {
  /** Its place among the claim's as they were written, from 0. */
  readonly place: number;
  /** In words that follow on a figure: over the year. */
  readonly basis: string;
  /** Whether the source states this basis; null where it leaves it open. */
  readonly isStated: boolean | null;
  /** Why it only stands in for what the source speaks of; null where it does not. */
  readonly substitute: string | null;
  readonly measure: string;
  readonly unit: PublishedUnit;
  readonly query: string;
  /** JSONata over the document's answer: a number in `unit`. */
  readonly figure: string;
  /** JSONata of what rounding leaves open: two numbers in `unit`. */
  readonly bounds: string | null;
  /** JSONata of whether the statement holds; null for one with a figure. */
  readonly holds: string | null;
  readonly details: readonly Detail[];
}

/** A figure that a reading's own is made from. */
export interface Detail {
  /** In words that follow on the figure: in 2024Q4. */
  readonly label: string;
  readonly figure: string;
  readonly unit: PublishedUnit;
}

/** What has become of the matter since, by all that is known. */
export interface Later {
  readonly query: string;
  /** JSONata over the document's answer: a sentence. */
  readonly sentence: string;
}

/** What a reading comes to, by what is known on a day; all of it null where an input is missing. */
export interface Outcome {
  readonly figure: number | null;
  readonly bounds: Bounds | null;
  readonly holds: boolean | null;
  readonly details: readonly (number | null)[];
}

/** The best first. */
export const VERDICTS = ['REPRODUCED', 'APPROXIMATE', 'CONTRADICTED', 'NOT_CHECKABLE'] as const;
export type Verdict = (typeof VERDICTS)[number];
