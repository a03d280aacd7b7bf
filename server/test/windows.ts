/** Which quarters an amount spans; `length` where that is the same number for each. */
export interface Window {
  readonly name: string;
  readonly length?: number;
  /** The first of them; it may lie after the last. */
  readonly since?: number;
}

/** What growth or change looks back over. */
export interface Span {
  readonly name: string;
  readonly count: number;
  readonly quarters: number;
}

/** The windows of the schema. */
export const WINDOWS: Readonly<Record<string, Window>> = {
  QUARTER: { name: 'QUARTER', length: 1 },
  TRAILING_TWELVE_MONTHS: { name: 'TRAILING_TWELVE_MONTHS', length: 4 },
  FISCAL_YEAR_TO_DATE: { name: 'FISCAL_YEAR_TO_DATE' },
  CALENDAR_YEAR_TO_DATE: { name: 'CALENDAR_YEAR_TO_DATE' },
};

export const sinceQuarter = (since: number): Window => ({ name: `since ${since}`, since });

export const isFiscal = ({ name }: Window) => name === 'FISCAL_YEAR_TO_DATE';

/** The quarters of the window that ends with one, for a company whose fiscal year ends in a month. */
export function quartersIn(window: Window, last: number, yearEnd: number): number[] {
  const length = window.length ?? last - firstToDate(window, last, yearEnd) + 1;
  return Array.from({ length: Math.max(0, length) }, (_, place) => last - length + 1 + place);
}

function firstToDate({ name, since }: Window, last: number, yearEnd: number): number {
  if (since !== undefined) return since;
  const first = name === 'FISCAL_YEAR_TO_DATE' ? lastOfYear(yearEnd) + 1 : 0;
  return last - ((last - first + 4) % 4);
}

/** The calendar quarter, 0 to 3, that holds the middle of three months ending with one, 1 to 12. */
export function lastOfYear(yearEnd: number): number {
  return Math.floor(((yearEnd + 10) % 12) / 3);
}
