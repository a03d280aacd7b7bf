import type { Day } from '../../../domain/day.ts';
import type { Currency } from '../../../domain/vocabulary.ts';

/** First and last day of a period. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** One figure as one filing printed it, over any period. */
export interface Print extends Span {
  readonly value: number;
  readonly accession: string;
  readonly form: string;
  readonly filed: Day;
}

/** Every print of one tag in one currency. */
export interface TaggedPrints {
  /** With its taxonomy, e.g. us-gaap:Revenues. */
  readonly tag: string;
  readonly currency: Currency;
  readonly prints: readonly Print[];
}

/** Where a file has the prints of a tag in a currency. */
export function pathOf(tag: string, unit: string): string {
  return `$.facts.${tag.replace(':', '.')}.units.${unit}`;
}
