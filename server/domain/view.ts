import { greatest, least } from './brand.ts';
import { type CalendarQuarter, EARLIEST_QUARTER, LATEST_QUARTER } from './calendar-quarter.ts';
import { type Day, END_OF_TIME } from './day.ts';
import type { Conversion, ExchangeRates } from './exchange-rates.ts';
import { NO_ROW, type Row } from './fact-columns.ts';
import type { Lane } from './like-for-like.ts';
import type { LineItem } from './measures.ts';
import type { Series } from './series.ts';
import { CONCEPTS, type Company, type Concept, type Currency } from './vocabulary.ts';

/** How figures are asked for: in a currency, as known on a day. */
export interface Perspective {
  /** Default: the company's reporting currency. */
  readonly currency?: Currency | null;
  /** Default: today, with everything that is known. */
  readonly asOf?: Day | null;
}

/** A company's series in one currency, as it was known on one day. */
export class View {
  readonly company: Company;
  readonly currency: Currency;
  readonly asOf: Day;

  constructor(
    readonly series: Series,
    readonly rates: ExchangeRates,
    { currency, asOf }: Perspective = {},
  ) {
    this.company = series.company;
    this.currency = currency ?? series.company.reportingCurrency;
    this.asOf = asOf ?? END_OF_TIME;
  }

  /** The quarters that any fact was known of, oldest first. */
  knownQuarters(from = EARLIEST_QUARTER, to = LATEST_QUARTER): CalendarQuarter[] {
    const { firstQuarter, lastQuarter } = this.series;
    const quarters: CalendarQuarter[] = [];
    for (let q = greatest(from, firstQuarter); q <= least(to, lastQuarter); q++) {
      if (this.knows(q)) quarters.push(q);
    }
    return quarters;
  }

  /** Whether any fact of a line item was known, of whatever quarter. */
  discloses({ concepts }: LineItem): boolean {
    const { firstQuarter, lastQuarter } = this.series;
    for (let q = lastQuarter; q >= firstQuarter; q--) {
      if (concepts.some((concept) => this.#has(concept, q))) return true;
    }
    return false;
  }

  /** The row of a lane in a quarter. */
  find({ concept, definition }: Lane, quarter: CalendarQuarter): Row {
    return this.series.find(concept, quarter, this.asOf, definition);
  }

  /** How a row's value turns into the view's currency; null where a rate of the quarter is unknown. */
  conversion(row: Row, quarter: CalendarQuarter): Conversion | null {
    return this.rates.conversion(this.series.facts.currency(row), this.currency, quarter);
  }

  /** Whether any fact of a quarter was known. */
  knows(quarter: CalendarQuarter): boolean {
    return CONCEPTS.some((concept) => this.#has(concept, quarter));
  }

  #has(concept: Concept, quarter: CalendarQuarter): boolean {
    const { series, asOf } = this;
    return (
      series.find(concept, quarter, asOf) !== NO_ROW ||
      series.longerVersions(concept, quarter, asOf).length > 0
    );
  }
}
