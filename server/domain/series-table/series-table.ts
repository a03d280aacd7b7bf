import type { CalendarQuarter } from '../calendar-quarter.ts';
import type { Currency } from '../vocabulary.ts';
import {
  type MeasureOf,
  measureIn,
  nameOfMeasure,
  numberOf,
  type SeriesUnit,
  type TableMeasure,
  unitOf,
} from './measure.ts';
import type { TablePeriod } from './period.ts';
import type { PeriodKind } from './period-kind.ts';
import { periodsOf } from './periods.ts';
import { companiesOf, nameOf, type SubjectView } from './subject.ts';

/** Which periods a table has; without, all that there are. */
export interface Stretch {
  readonly from?: CalendarQuarter | null;
  readonly to?: CalendarQuarter | null;
  /** Of those, only the newest so many. */
  readonly last?: number | null;
}

/** Measures of companies and groups over the same periods: a row for each period, a column for each subject and measure. */
export class SeriesTable {
  /** Oldest first. */
  readonly periods: readonly TablePeriod[];
  /** Every measure of the first subject, then of the next. */
  readonly columns: readonly SeriesColumn[];

  constructor(
    subjects: readonly SubjectView[],
    measures: readonly MeasureOf[],
    by: PeriodKind,
    { from, to, last }: Stretch = {},
  ) {
    const periods = periodsOf(
      by,
      subjects.flatMap(companiesOf),
      from ?? undefined,
      to ?? undefined,
    );
    this.periods = last == null ? periods : periods.slice(Math.max(0, periods.length - last));
    this.columns = subjects.flatMap((subject) =>
      measures.map((measure) => new SeriesColumn(this.periods, subject, measure)),
    );
  }
}

/** A measure of a subject over the periods of a table. Nothing is worked out until it is asked for. */
export class SeriesColumn {
  #measures: readonly TableMeasure[] | undefined;

  constructor(
    readonly periods: readonly TablePeriod[],
    readonly subject: SubjectView,
    readonly measure: MeasureOf,
  ) {}

  /** Alibaba Group, capex over revenue */
  get label(): string {
    return `${nameOf(this.subject)}, ${nameOfMeasure(this.measure)}`;
  }

  get unit(): SeriesUnit {
    return unitOf(this.measure);
  }

  /** Of the amounts that it shows or is made from. */
  get currency(): Currency {
    return this.subject.currency;
  }

  /** How many amounts of companies it takes to fill it: of a ratio two, and of growth those before, too. */
  get size(): number {
    const { over, growth, indexedTo } = this.measure;
    const amounts = (over ? 2 : 1) * (growth || indexedTo ? 2 : 1);
    return this.periods.length * companiesOf(this.subject).length * amounts;
  }

  /** One for each period. */
  get measures(): readonly TableMeasure[] {
    this.#measures ??= this.periods.map((period) => measureIn(period, this.subject, this.measure));
    return this.#measures;
  }

  get values(): (number | null)[] {
    return this.measures.map(numberOf);
  }
}
