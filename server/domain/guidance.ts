import type { Amount } from './amount.ts';
import { CAPEX, type Concept, type FigureItem, ITEMS, linesOf } from './measures.ts';
import type { Period } from './period.ts';
import { amountOf } from './quarter.ts';
import { lengthOf, type QuarterRange, quarterRangeOf } from './reported/quarter-range.ts';
import { keysOf } from './table.ts';
import type { View } from './view.ts';
import { WINDOWS, type Window } from './vocabulary.ts';
import { quartersUpTo, since } from './window.ts';

/** What a company spoke of when it said what it would spend. */
export interface Outlook {
  readonly concept: Concept;
  /** What it counts, in the company's sense. */
  readonly basis: string;
  readonly period: Period;
}

/**
 * What came of it: the amount of that period on the basis nearest to what the company spoke of. Null
 * for a period that is not one to four quarters of the company's.
 */
export function outcomeOf(view: View, { concept, basis, period }: Outlook): Amount | null {
  const quarters = quarterRangeOf(period, view.company.fiscalYearEndMonth);
  if (!quarters) return null;
  return amountOf(view, itemOf(concept, basis), quarters.last, windowOf(quarters, view));
}

/** Capital expenditures with leases are those that the company headlines, where it does. */
function itemOf(concept: Concept, basis: string): FigureItem {
  if (concept === 'CAPEX_INCLUDING_LEASES' || /lease/.test(basis)) return CAPEX.HEADLINE;
  const item = keysOf(ITEMS)
    .map((name) => linesOf(name).CASH)
    .find((item) => 'concepts' in item && item.concepts[0] === concept);
  return item ?? CAPEX.CASH;
}

/** The window of exactly these quarters: a year's own, where they are one. */
function windowOf({ first, last }: QuarterRange, view: View): Window {
  if (first === last) return WINDOWS.QUARTER;
  const years = [WINDOWS.FISCAL_YEAR_TO_DATE, WINDOWS.CALENDAR_YEAR_TO_DATE];
  const year = years.find((window) => quartersUpTo(last, window, view).first === first);
  return year && lengthOf({ first, last }) === 4 ? year : since(first);
}
