import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import { fiscalQuarterOf } from './fiscal-calendar.ts';
import type { QuarterRange } from './reported/quarter-range.ts';
import type { View } from './view.ts';
import { SPANS, type Span, type Window } from './vocabulary.ts';

/** A window, and the quarter up to which it is asked for. */
export interface WindowUpTo {
  readonly calendarQuarter: CalendarQuarter;
  readonly window: Window;
}

/** What is asked of each company: one window up to one quarter, or each company's own year. */
export type EndOf = (view: View) => WindowUpTo;

/** All quarters from one on. */
export function since(quarter: CalendarQuarter): Window {
  return { name: 'SINCE', since: quarter };
}

/** The same window so many quarters earlier. */
export function earlier(window: Window, quarters: number): Window {
  return window.since === undefined ? window : since(addQuarters(window.since, -quarters));
}

/** Whether a window of some quarters before begins with this one, so that growth over them compares a part with its whole. */
export function isPartOfAnother({ quarters }: Window, span: Span): boolean {
  return quarters === undefined && span === SPANS.QUARTER;
}

/** The quarters that a window takes up to one of a company's; none, the first after the last, where it begins later. */
export function quartersUpTo(last: CalendarQuarter, window: Window, view: View): QuarterRange {
  return window.name === 'FISCAL_YEAR_TO_DATE'
    ? { first: addQuarters(last, 1 - quartersOfFiscalYear(last, view)), last }
    : quartersOfAny(last, window);
}

/** The same for a window that is of the same quarters for every company. */
export function quartersOfAny(last: CalendarQuarter, { quarters, since }: Window): QuarterRange {
  if (since !== undefined) return { first: since, last };
  return { first: addQuarters(last, 1 - (quarters ?? (last % 4) + 1)), last };
}

/** How many quarters of its fiscal year are over with a quarter. Where the year end moves, a year begins anew. */
function quartersOfFiscalYear(quarter: CalendarQuarter, { series, asOf }: View): number {
  const endMonth = series.yearEndMonth(quarter, asOf);
  const place = fiscalQuarterOf(quarter, endMonth).quarter;
  for (let before = 1; before < place; before++) {
    if (series.yearEndMonth(addQuarters(quarter, -before), asOf) !== endMonth) return before;
  }
  return place;
}
