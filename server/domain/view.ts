import { greatest, least } from './brand.ts';
import { type CalendarQuarter, EARLIEST_QUARTER, LATEST_QUARTER } from './calendar-quarter.ts';
import type { ConceptLine } from './concept-lines.ts';
import { type Day, END_OF_TIME } from './day.ts';
import type { Conversion, ExchangeRates } from './exchange-rates.ts';
import type { FigureRef } from './figure-line.ts';
import type { Series } from './series.ts';
import type { Company, Currency } from './vocabulary.ts';

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

  /** The same as it was known on another day. */
  on(asOf: Day): View {
    return new View(this.series, this.rates, { currency: this.currency, asOf });
  }

  /** The quarters that any fact was known of, oldest first. */
  knownQuarters(from = EARLIEST_QUARTER, to = LATEST_QUARTER): CalendarQuarter[] {
    const { firstQuarter, lastQuarter } = this.series;
    const last = least(to, lastQuarter);
    const quarters: CalendarQuarter[] = [];
    for (let q = greatest(from, firstQuarter); q <= last; q++) {
      if (this.knows(q)) quarters.push(q);
    }
    return quarters;
  }

  /** A line's figure of a quarter. */
  find({ line }: ConceptLine, quarter: CalendarQuarter): FigureRef {
    return line.find(quarter, this.asOf);
  }

  /** How a line's figure turns into the view's currency; null where a rate of the quarter is unknown. */
  conversion({ line }: ConceptLine, quarter: CalendarQuarter): Conversion | null {
    return this.rates.conversion(line.currency, this.currency, quarter);
  }

  /** Whether anything was known of a quarter, were it within a longer period. */
  knows(quarter: CalendarQuarter): boolean {
    return this.series.knows(quarter, this.asOf);
  }
}
