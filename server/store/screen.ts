import type { Column } from '../domain/brand.ts';
import type { CalendarQuarter } from '../domain/calendar-quarter.ts';
import type { Day } from '../domain/day.ts';
import { fiscalQuarterOf } from '../domain/fiscal-calendar.ts';
import type { Screened } from '../domain/measures.ts';
import { type Cell, cellOf } from '../domain/screened.ts';
import { View } from '../domain/view.ts';
import type { Currency } from '../domain/vocabulary.ts';
import { eachView } from './each-view.ts';
import type { Direction } from './ranking.ts';
import type { ScreenRows } from './screen-rows.ts';
import type { Views } from './views.ts';

/** A figure in a currency, each company's own when none is given; or a quarter's fiscal year × 4 + fiscal quarter − 1. */
export interface ScreenColumn {
  readonly figure: Screened | 'fiscalQuarter';
  readonly currency?: Currency | null;
}

/** What a screen's rows are ordered by, and which way. */
export interface ScreenOrder {
  readonly by: ScreenColumn | 'calendarQuarter';
  readonly direction: Direction;
}

/** Every quarter of every company as known on a day, a row each, with the columns that were asked for. */
export interface Screen {
  readonly rows: ScreenRows;
  /** Rows that became known later are none of the screen's. */
  readonly day: Day;
  /** What each row is ordered by; NaN where it is missing. */
  readonly values: Float64Array | Column<CalendarQuarter>;
  /** Every row in order: missing values last, then by quarter and company. */
  readonly ranking: Uint32Array;
  /** The columns that were asked for; NaN where a figure is missing. */
  readonly columns: readonly Float64Array[];
}

const fiscalQuarterIn: Cell = ({ series, asOf }, of) => {
  const { year, quarter } = fiscalQuarterOf(of, series.yearEndMonth(of, asOf));
  return year * 4 + quarter - 1;
};

/** Whoever asks for a screen that has columns or orders which nobody has asked for yet; may throw to prevent that they are worked out. */
export interface Payer {
  /** Before any of it: each of these, by a name of its own, has so many rows. */
  planNew(rows: number, names: readonly string[]): void;
  /** Before each step of it, which works out so many figures. */
  payNew(figures: number): void;
}

/** A column, and what is known of it already; NaN in the other rows. */
export interface BegunColumn {
  readonly column: ScreenColumn;
  readonly values: Float64Array;
}

/** Works columns out for the companies at some places, all in one pass over them. */
export async function workOut(
  views: Views,
  { companies, starts, quarter, knownFrom }: ScreenRows,
  places: readonly number[],
  asOf: Day,
  columns: readonly BegunColumn[],
  payer: Payer,
): Promise<void> {
  if (columns.length === 0) return;
  const jobs = columns.map(({ column: { figure, currency }, values }) => ({
    currency,
    cell: figure === 'fiscalQuarter' ? fiscalQuarterIn : cellOf(figure),
    values,
  }));
  await eachView(views, companies, places, ({ series, rates }, place) => {
    payer.payNew((starts[place + 1]! - starts[place]!) * jobs.length);
    for (const { currency, cell, values } of jobs) {
      const view = new View(series, rates, { currency, asOf });
      for (let row = starts[place]!; row < starts[place + 1]!; row++) {
        if (knownFrom[row]! <= asOf) values[row] = cell(view, quarter[row]!);
      }
    }
  });
}
