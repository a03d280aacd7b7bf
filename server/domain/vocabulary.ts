import type { Brand } from './brand.ts';
import { CAPEX, TAXONOMY } from './measures.ts';
import { keysOf } from './table.ts';

export type { CapexBasis, Concept } from './measures.ts';

/** The reported concepts. */
export const CONCEPTS = keysOf(TAXONOMY);

/** How a figure came about, strongest first. */
export const QUALITIES = ['REPORTED', 'DERIVED', 'ESTIMATED'] as const;
export type Quality = (typeof QUALITIES)[number];

export const CURRENCIES = ['USD', 'CNY', 'HKD', 'EUR'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** How many quarters a figure covers. */
export type Window = Brand<'Window'>;
export const WINDOWS = { QUARTER: 1 as Window, TRAILING_TWELVE_MONTHS: 4 as Window } as const;

/** How many quarters a growth rate or a change looks back. */
export type Span = Brand<'Span'>;
export const SPANS = { QUARTER: 1 as Span, YEAR: 4 as Span } as const;

export const CAPEX_BASES = keysOf(CAPEX);

/** Why a value is missing. */
export const GAP_REASONS = [
  'NOT_DISCLOSED',
  'NOT_YET_PUBLISHED',
  'OUT_OF_RANGE',
  'NOT_DERIVABLE',
  'NOT_COMPARABLE',
  'NOT_MEANINGFUL',
  'NO_EXCHANGE_RATE',
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** What the rules of the figures need to know of a company. */
export interface Company {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly reportingCurrency: Currency;
  readonly fiscalYearEndMonth: number;
}
