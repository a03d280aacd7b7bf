import type { Brand } from './brand.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
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

/** The time, up to the end of a quarter, that an amount spans. */
export interface Window {
  readonly name: WindowName | 'SINCE';
  /** How many quarters it takes, where that is the same for every quarter and company. */
  readonly quarters?: number;
  /** Its first quarter, where that is the same for every quarter and company. */
  readonly since?: CalendarQuarter;
}

export type WindowName =
  | 'QUARTER'
  | 'TRAILING_TWELVE_MONTHS'
  | 'FISCAL_YEAR_TO_DATE'
  | 'CALENDAR_YEAR_TO_DATE';

export const WINDOWS: Readonly<Record<WindowName, Window>> = {
  QUARTER: { name: 'QUARTER', quarters: 1 },
  TRAILING_TWELVE_MONTHS: { name: 'TRAILING_TWELVE_MONTHS', quarters: 4 },
  FISCAL_YEAR_TO_DATE: { name: 'FISCAL_YEAR_TO_DATE' },
  CALENDAR_YEAR_TO_DATE: { name: 'CALENDAR_YEAR_TO_DATE' },
};

export const YEAR_KINDS = ['FISCAL', 'CALENDAR'] as const;
export type YearKind = (typeof YEAR_KINDS)[number];

/** How many quarters a growth rate or a change looks back, once. */
export type Span = Brand<'Span'>;
export const SPANS = { QUARTER: 1 as Span, YEAR: 4 as Span } as const;

export const CAPEX_BASES = keysOf(CAPEX);

/** Why a value is missing. */
export const GAP_REASONS = [
  'NOT_DISCLOSED',
  'NOT_YET_PUBLISHED',
  'NOT_IN_DATASET',
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
