import { type Figures, Ratio } from './amount.ts';
import { least } from './brand.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import { CompanyAmount } from './company-amount.ts';
import type { Day } from './day.ts';
import { Fact } from './fact.ts';
import {
  type FiscalQuarter,
  fiscalLabel,
  fiscalPeriodOf,
  fiscalQuarterOf,
} from './fiscal-calendar.ts';
import type { LineItem } from './measures.ts';
import type { Period } from './period.ts';
import type { View } from './view.ts';
import { CONCEPTS, type Company, type Concept, type Currency, type Window } from './vocabulary.ts';

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
    return fiscalQuarterOf(this.calendarQuarter, this.company.fiscalYearEndMonth);
  }

  get fiscalLabel(): string {
    return fiscalLabel(this.fiscalQuarter);
  }

  /** First and last day, as the documents print them; in whole months where only a longer period is printed. */
  get period(): Period {
    const fact = this.facts().find(({ isQuarterly }) => isQuarterly);
    return fact?.period ?? fiscalPeriodOf(this.calendarQuarter, this.company.fiscalYearEndMonth);
  }

  /** The day on which the first of its figures became public. */
  get publishedOn(): Day {
    return least(...this.facts().map(({ publishedOn }) => publishedOn));
  }

  amount(item: LineItem, window: Window): CompanyAmount {
    return new CompanyAmount(this.view, item, this.calendarQuarter, window);
  }

  ratio(numerator: LineItem, denominator: LineItem, window: Window): Ratio {
    return new Ratio(this.amount(numerator, window), this.amount(denominator, window));
  }

  /** Every version of every figure of the quarter, newest first. */
  facts(concept?: Concept | null): Fact[] {
    const { series, asOf } = this.view;
    const rows = (concept ? [concept] : CONCEPTS).flatMap((concept) => [
      ...series.versions(concept, this.calendarQuarter, asOf),
      ...series.longerVersions(concept, this.calendarQuarter, asOf),
    ]);
    return rows
      .map((row) => new Fact(this.view, row))
      .sort((a, b) => b.publishedOn - a.publishedOn);
  }
}

/** The quarters that any fact was known of, oldest first. */
export function quartersOf(view: View, from?: CalendarQuarter, to?: CalendarQuarter): Quarter[] {
  return view.knownQuarters(from, to).map((quarter) => new Quarter(view, quarter));
}

/** One quarter; null when no fact of it was known. */
export function quarterOf(view: View, quarter: CalendarQuarter): Quarter | null {
  return view.knows(quarter) ? new Quarter(view, quarter) : null;
}

/** The newest quarter that any fact was known of; null when there was none. */
export function latestQuarterOf(view: View): Quarter | null {
  const latest = view.knownQuarters().at(-1);
  return latest === undefined ? null : new Quarter(view, latest);
}
