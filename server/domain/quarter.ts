import { type Amount, type Figures, Ratio } from './amount.ts';
import { least } from './brand.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import { CompanyAmount } from './company-amount.ts';
import { addDays, type Day } from './day.ts';
import { Fact } from './fact.ts';
import {
  type FiscalQuarter,
  fiscalLabel,
  fiscalPeriodOf,
  fiscalQuarterOf,
} from './fiscal-calendar.ts';
import { LineFigure } from './line-figure.ts';
import type { FigureItem } from './measures.ts';
import { NetAmount } from './net-amount.ts';
import type { Period } from './period.ts';
import type { View } from './view.ts';
import { CONCEPTS, type Company, type Concept, type Currency, type Window } from './vocabulary.ts';

/** An item of one company over a window. */
export function amountOf(
  view: View,
  item: FigureItem,
  quarter: CalendarQuarter,
  window: Window,
): Amount {
  if (!('less' in item)) return new CompanyAmount(view, item, quarter, window);
  return new NetAmount(
    item,
    new CompanyAmount(view, item.of, quarter, window),
    new CompanyAmount(view, item.less, quarter, window),
  );
}

/** One fiscal quarter of one company, seen through a view. */
export class Quarter implements Figures {
  constructor(
    readonly view: View,
    readonly calendarQuarter: CalendarQuarter,
  ) {}

  get company(): Company {
    return this.view.company;
  }

  get currency(): Currency {
    return this.view.currency;
  }

  get fiscalQuarter(): FiscalQuarter {
    return fiscalQuarterOf(this.calendarQuarter, this.#yearEndMonth);
  }

  get fiscalLabel(): string {
    return fiscalLabel(this.fiscalQuarter);
  }

  /** First and last day, as the documents print them; from the end of one to that of the next where only periods to date are; in whole months otherwise. */
  get period(): Period {
    const fact = this.facts().find(({ isQuarterly, setAside }) => isQuarterly && setAside === null);
    return (
      fact?.period ??
      this.#periodBetween() ??
      fiscalPeriodOf(this.calendarQuarter, this.#yearEndMonth)
    );
  }

  /** The day on which the first of its figures became public. */
  get publishedOn(): Day | null {
    const days = this.facts().map(({ publishedOn }) => publishedOn);
    return days.length === 0 ? null : least(...days);
  }

  amount(item: FigureItem, window: Window): Amount {
    return amountOf(this.view, item, this.calendarQuarter, window);
  }

  ratio(numerator: FigureItem, denominator: FigureItem, window: Window): Ratio {
    return new Ratio(this.amount(numerator, window), this.amount(denominator, window));
  }

  get #yearEndMonth(): number {
    const { series, asOf } = this.view;
    return series.yearEndMonth(this.calendarQuarter, asOf);
  }

  #periodBetween(): Period | undefined {
    const { series, asOf } = this.view;
    for (const concept of CONCEPTS) {
      const line = series.lines(concept).lineOf(this.calendarQuarter, asOf);
      if (!line) continue;
      const quarters = { first: this.calendarQuarter, last: this.calendarQuarter };
      const { facts } = new LineFigure(this.view, { concept, line }, quarters);
      const [longer, shorter] = facts;
      const isNext = longer && shorter && longer.quarters.first === shorter.quarters.first;
      if (isNext) return { start: addDays(shorter.period.end, 1), end: longer.period.end };
    }
    return undefined;
  }

  /** Every fact whose period is the quarter or ends with it, newest first. */
  facts(concept?: Concept | null): Fact[] {
    const { series, asOf } = this.view;
    return (concept ? [concept] : CONCEPTS)
      .flatMap((concept) => series.factsOf(concept, this.calendarQuarter, asOf))
      .map((row) => new Fact(this.view, row))
      .sort(byDay);
  }
}

/** Newest first; of one day, by the order of their definitions. */
function byDay(a: Fact, b: Fact): number {
  return b.publishedOn - a.publishedOn || a.definitionPlace - b.definitionPlace || b.row - a.row;
}

/** The quarters that any fact was known of, oldest first. */
export function quartersOf(view: View, from?: CalendarQuarter, to?: CalendarQuarter): Quarter[] {
  return view.knownQuarters(from, to).map((quarter) => new Quarter(view, quarter));
}

/** One quarter; null when no fact of it was known. */
export function quarterOf(view: View, quarter: CalendarQuarter): Quarter | null {
  return view.knows(quarter) ? new Quarter(view, quarter) : null;
}
