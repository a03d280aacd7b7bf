import { type Amount, Ratio } from './amount.ts';
import { addQuarters, type CalendarQuarter, calendarQuarter } from './calendar-quarter.ts';
import { fiscalPeriodOf, fiscalQuarterOf } from './fiscal-calendar.ts';
import type { FigureItem } from './measures.ts';
import type { Period } from './period.ts';
import { amountOf, type Quarter, quarterOf } from './quarter.ts';
import { lengthOf } from './reported/quarter-range.ts';
import type { View } from './view.ts';
import { WINDOWS, type Window, type YearKind } from './vocabulary.ts';
import { quartersUpTo } from './window.ts';

/** The window that is the year in its fourth quarter. */
export const WINDOW_OF: Readonly<Record<YearKind, Window>> = {
  FISCAL: WINDOWS.FISCAL_YEAR_TO_DATE,
  CALENDAR: WINDOWS.CALENDAR_YEAR_TO_DATE,
};

/** A fiscal or calendar year of one company, whether it is over or not. */
export class Year {
  constructor(
    readonly view: View,
    readonly kind: YearKind,
    /** The calendar year in which it ends. */
    readonly year: number,
    /** Its fourth quarter. */
    readonly calendarQuarter: CalendarQuarter,
  ) {}

  /** FY2026 or 2025. */
  get label(): string {
    return this.kind === 'FISCAL' ? `FY${this.year}` : String(this.year);
  }

  /** Its fourth quarter; null where nothing of it is known. */
  get lastQuarter(): Quarter | null {
    return quarterOf(this.view, this.calendarQuarter);
  }

  /** First and last day, in whole months. */
  get period(): Period {
    const { view, kind, calendarQuarter } = this;
    const { first, last } = quartersUpTo(calendarQuarter, WINDOW_OF[kind], view);
    const endMonth = yearEndMonth(view, kind, last);
    const { start } = fiscalPeriodOf(first, endMonth);
    return { start, end: fiscalPeriodOf(last, endMonth).end };
  }

  amount(item: FigureItem): Amount {
    return amountOf(this.view, item, this.calendarQuarter, WINDOW_OF[this.kind]);
  }

  ratio(numerator: FigureItem, denominator: FigureItem): Ratio {
    return new Ratio(this.amount(numerator), this.amount(denominator));
  }
}

/** The years of which any quarter is known, oldest first. */
export function yearsOf(view: View, kind: YearKind): Year[] {
  const years = view.knownQuarters().map((quarter) => yearOf(view, kind, quarter));
  return [...new Map(years.map((year) => [year.calendarQuarter, year])).values()];
}

/**
 * The year with a number, of which nothing may be known; of two, where a year end moved, the whole one. Null
 * where none ended: from a year to December 2025, the next one to January is that of 2027.
 */
export function yearNumbered(view: View, kind: YearKind, number: number): Year | null {
  // One that ends in January lies on quarters of the year before.
  const quarters = Array.from({ length: 5 }, (_, place) => calendarQuarter(number, place));
  const years = quarters
    .map((quarter) => yearOf(view, kind, quarter))
    .filter(({ year, calendarQuarter }, place) => {
      return year === number && calendarQuarter === quarters[place];
    });
  const isWhole = ({ calendarQuarter }: Year) =>
    lengthOf(quartersUpTo(calendarQuarter, WINDOW_OF[kind], view)) === 4;
  return years.findLast(isWhole) ?? years.at(-1) ?? null;
}

/** The year that a quarter lies in. */
function yearOf(view: View, kind: YearKind, quarter: CalendarQuarter): Year {
  const fiscal = fiscalQuarterOf(quarter, yearEndMonth(view, kind, quarter));
  return new Year(view, kind, fiscal.year, addQuarters(quarter, 4 - fiscal.quarter));
}

function yearEndMonth({ series, asOf }: View, kind: YearKind, quarter: CalendarQuarter): number {
  return kind === 'FISCAL' ? series.yearEndMonth(quarter, asOf) : 12;
}
