import type { Day } from '../domain/day.ts';
import type { MeasureOf } from '../domain/series-table/measure.ts';
import type { PeriodKind } from '../domain/series-table/period-kind.ts';
import type { Stretch } from '../domain/series-table/series-table.ts';
import type { Currency } from '../domain/vocabulary.ts';
import type { SubjectArgument } from './subject-by.ts';

/** What a table of series is asked for with, in a query or in an address. */
export interface SeriesArguments extends Stretch {
  readonly subjects: readonly SubjectArgument[];
  readonly measures: readonly MeasureOf[];
  readonly by: PeriodKind;
  readonly currency?: Currency | null;
  readonly asOf?: Day | null;
}
