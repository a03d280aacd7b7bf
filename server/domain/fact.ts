import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import type { Decimal } from './decimal.ts';
import { NO_ROW, type Row } from './fact-columns.ts';
import type { Period } from './period.ts';
import { rangeOf } from './placed-facts.ts';
import { lengthOf, type QuarterRange, quarterRangeOf } from './reported/quarter-range.ts';
import type { View } from './view.ts';
import type { Concept, Currency, Quality } from './vocabulary.ts';

/** One figure as one document printed it, in the currency that it was printed in. */
export class Fact {
  constructor(
    readonly view: View,
    readonly row: Row,
  ) {}

  get id(): number {
    return this.#facts.id[this.row]!;
  }

  get concept(): Concept {
    return this.#facts.concept(this.row);
  }

  get definition(): string {
    return this.view.series.definitions[this.#facts.definition(this.row)]!;
  }

  /** Its place in the order of definitions. */
  get definitionPlace(): number {
    return this.#facts.definition(this.row);
  }

  get period(): Period {
    return this.#facts.period(this.row);
  }

  /** The fiscal quarters that it covers. */
  get quarters(): QuarterRange {
    return rangeOf(this.period, this.view.company.fiscalYearEndMonth);
  }

  /** False for a year-to-date or annual figure, and for periods that are not whole quarters. */
  get isQuarterly(): boolean {
    const range = quarterRangeOf(this.period, this.view.company.fiscalYearEndMonth);
    return range !== undefined && lengthOf(range) === 1;
  }

  /** The quarter; of a longer period, the one in which it ends. */
  get calendarQuarter(): CalendarQuarter {
    return this.quarters.last;
  }

  /** In whole units of the currency, as the nearest double. */
  get value(): number {
    return this.#facts.value[this.row]!;
  }

  /** Exact, in units of `scale`. */
  amount(scale: number): Decimal {
    return this.#facts.exact(this.row).div(scale);
  }

  get currency(): Currency {
    return this.#facts.currency(this.row);
  }

  get quality(): Quality {
    return this.#facts.quality(this.row);
  }

  /** The unit that it is rounded to: 1000000 for millions. */
  get roundedTo(): number {
    return this.#facts.roundedTo(this.row);
  }

  /** Why no figure is taken from it as of the view's day; null where one may be. */
  get setAside(): string | null {
    return this.view.series.reasonSetAside(this.row, this.view.asOf);
  }

  get publishedOn(): Day {
    return this.#facts.publishedOn[this.row]!;
  }

  /** The fact that took this one's place by the view's day, if any. */
  get supersededBy(): Fact | null {
    const row = this.view.series.successor(this.row, this.view.asOf);
    return row === NO_ROW ? null : new Fact(this.view, row);
  }

  /** The fact whose place this one took by the view's day; of several, the newest. */
  get supersedes(): Fact | null {
    const { series, asOf } = this.view;
    const row = series
      .factsOf(this.concept, this.calendarQuarter, asOf)
      .findLast((row) => row < this.row && series.successor(row, asOf) === this.row);
    return row === undefined ? null : new Fact(this.view, row);
  }

  get #facts() {
    return this.view.series.facts;
  }
}
