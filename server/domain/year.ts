import { type Amount, Ratio } from './amount.ts';
import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import { fiscalQuarterOf } from './fiscal-calendar.ts';
import type { FigureItem } from './measures.ts';
import { amountOf, type Quarter, quarterOf } from './quarter.ts';
import type { View } from './view.ts';
import { WINDOWS, type Window, type YearKind } from './vocabulary.ts';

const WINDOW_OF: Readonly<Record<YearKind, Window>> = {
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

/** The year that a quarter lies in. */
function yearOf(view: View, kind: YearKind, quarter: CalendarQuarter): Year {
  const endMonth = kind === 'FISCAL' ? view.series.yearEndMonth(quarter, view.asOf) : 12;
  const fiscal = fiscalQuarterOf(quarter, endMonth);
  return new Year(view, kind, fiscal.year, addQuarters(quarter, 4 - fiscal.quarter));
}
