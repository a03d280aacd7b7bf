import {
  addQuarters,
  type CalendarQuarter,
  calendarQuarter,
  firstDayOf,
  formatCalendarQuarter,
} from '../calendar-quarter.ts';
import { addDays, type Day } from '../day.ts';
import type { View } from '../view.ts';
import { SPANS, type Span, type Window, type YearKind } from '../vocabulary.ts';
import { type EndOf, quartersOfAny, since } from '../window.ts';
import { WINDOW_OF, type Year, yearNumbered } from '../year.ts';

/** A row of a table: the same period of each of its companies. */
export interface TablePeriod {
  /** 2025Q2, FY2025 or 2025. */
  readonly label: string;
  /** The calendar quarter in which it ends; null, as its days are, for years that end in different months. */
  readonly calendarQuarter: CalendarQuarter | null;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly window: Window;
  /** What it is of a company. */
  readonly endOf: EndOf;
  /** How far it is from the period of a quarter, which is before it above zero. */
  since(quarter: CalendarQuarter): { readonly span: Span; readonly count: number };
}

/** A window up to a quarter. */
export function periodUpTo(quarter: CalendarQuarter, window: Window): TablePeriod {
  const { first, last } = quartersOfAny(quarter, window);
  const end = { calendarQuarter: quarter, window };
  return {
    label: formatCalendarQuarter(quarter),
    calendarQuarter: quarter,
    start: firstDayOf(first),
    end: addDays(firstDayOf(addQuarters(last, 1)), -1),
    window,
    endOf: () => end,
    since: (other) => ({ span: SPANS.QUARTER, count: quarter - other }),
  };
}

/** A year of some companies, each its own of that number; the year of a quarter has the number of its calendar year. */
export function periodOfYear(
  kind: YearKind,
  number: number,
  companies: readonly View[],
): TablePeriod {
  const window = WINDOW_OF[kind];
  const none = calendarQuarter(number, 4);
  return {
    label: kind === 'FISCAL' ? `FY${number}` : String(number),
    ...daysOf(companies.map((view) => yearNumbered(view, kind, number))),
    window,
    endOf: (view) => {
      const year = yearNumbered(view, kind, number);
      return year
        ? { calendarQuarter: year.calendarQuarter, window }
        : // Where no year has the number, no quarters are in it.
          { calendarQuarter: none, window: since(addQuarters(none, 1)) };
    },
    since: (quarter) => ({ span: SPANS.YEAR, count: number - Math.floor(quarter / 4) }),
  };
}

/** The days of years that are the same. */
function daysOf(
  years: readonly (Year | null)[],
): Pick<TablePeriod, 'calendarQuarter' | 'start' | 'end'> {
  const [one, ...others] = years.map((year) => {
    return year && { calendarQuarter: year.calendarQuarter, ...year.period };
  });
  const areAlike = others.every(
    (other) => other && one && other.start === one.start && other.end === one.end,
  );
  return one && areAlike ? one : { calendarQuarter: null, start: null, end: null };
}
