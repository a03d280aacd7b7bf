import { type Amount, Growth, weakest } from './amount.ts';
import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import { Decimal } from './decimal.ts';
import { convert, type ExchangeRate } from './exchange-rates.ts';
import { Fact } from './fact.ts';
import { type Gap, gapsOf } from './gap.ts';
import { type Lane, laneOf, quartersNeeded } from './like-for-like.ts';
import type { LineItem } from './measures.ts';
import type { View } from './view.ts';
import type { GapReason, Quality, Span, Window } from './vocabulary.ts';

/** A line item of one company over one quarter or four. Nothing is computed until it is asked for. */
export class CompanyAmount implements Amount {
  constructor(
    readonly view: View,
    readonly item: LineItem,
    readonly calendarQuarter: CalendarQuarter,
    readonly window: Window,
    /** Where the figures are taken from; undefined where no definition has them all. */
    readonly lane: Lane | undefined = laneOf(
      view.series,
      item,
      calendarQuarter,
      quartersNeeded(window),
      view.asOf,
    ),
  ) {}

  get subject(): string {
    return this.view.company.name;
  }

  get currency() {
    return this.view.currency;
  }

  value(scale = 1): number | null {
    const { view, lane } = this;
    if (!lane) return null;
    let sum = 0;
    let isWhole = true;
    let converted = false;
    for (
      let q = addQuarters(this.calendarQuarter, 1 - this.window);
      q <= this.calendarQuarter;
      q++
    ) {
      const row = view.find(lane, q);
      const conversion = view.conversion(row, q);
      if (!conversion) return null;
      const value = view.series.facts.value[row]!;
      sum += value * conversion.factor;
      isWhole &&= Number.isSafeInteger(value) && Number.isSafeInteger(sum);
      converted ||= conversion.legs.length > 0;
    }
    // Whole units add up exactly as doubles; anything else is added up in decimals.
    return converted || isWhole ? sum / scale : this.exact(scale)!.toNumber();
  }

  exact(scale = 1): Decimal | null {
    const { view } = this;
    let sum = new Decimal(0);
    let converted = false;
    if (!this.lane) return null;
    for (const fact of this.facts) {
      const conversion = view.conversion(fact.row, fact.calendarQuarter);
      if (!conversion) return null;
      sum = sum.plus(convert(fact.amount(1), conversion));
      converted ||= conversion.legs.length > 0;
    }
    return (converted ? sum.toDecimalPlaces(2) : sum).div(scale);
  }

  get quality(): Quality | null {
    if (this.value() === null) return null;
    return weakest(...this.facts.map(({ quality }) => quality));
  }

  growth(span: Span): Growth {
    const { view, item, calendarQuarter, window } = this;
    const back = quartersNeeded(window, span);
    const lane = laneOf(view.series, item, calendarQuarter, back, view.asOf);
    return new Growth(
      new CompanyAmount(view, item, addQuarters(calendarQuarter, -span), window, lane),
      lane ? new CompanyAmount(view, item, calendarQuarter, window, lane) : this,
      lane ? undefined : () => gapsOf(view, item, calendarQuarter, back),
    );
  }

  get missing(): readonly Gap[] {
    const { view, item, calendarQuarter, window, lane } = this;
    if (!lane) return gapsOf(view, item, calendarQuarter, quartersNeeded(window));
    return this.facts
      .filter((fact) => !view.conversion(fact.row, fact.calendarQuarter))
      .map((fact) => ({
        concept: fact.concept,
        company: view.company,
        calendarQuarter: fact.calendarQuarter,
        reason: 'NO_EXCHANGE_RATE',
      }));
  }

  get leftOut(): readonly string[] {
    return [];
  }

  get remarks(): readonly string[] {
    const { view, item, calendarQuarter, lane } = this;
    const newest = laneOf(view.series, item, calendarQuarter, [0], view.asOf);
    const isNewest = newest?.concept === lane?.concept && newest?.definition === lane?.definition;
    return isNewest || !lane ? [] : [`${view.company.name} as ${this.definition}`];
  }

  /** The definition that the figures are taken in. */
  get definition(): string | null {
    return this.lane ? this.view.series.definitions[this.lane.definition]! : null;
  }

  /** Oldest first. */
  get facts(): readonly Fact[] {
    const { view, calendarQuarter, window, lane } = this;
    if (!lane) return [];
    return quartersNeeded(window)
      .map((back) => new Fact(view, view.find(lane, addQuarters(calendarQuarter, -back))))
      .reverse();
  }

  get exchangeRates(): readonly ExchangeRate[] {
    return this.facts.flatMap(
      ({ row, calendarQuarter }) =>
        this.view.conversion(row, calendarQuarter)?.legs.map(({ rate }) => rate) ?? [],
    );
  }

  gaps(reason: GapReason): Gap[] {
    const { view, item, calendarQuarter, lane } = this;
    const concept = lane?.concept ?? item.concepts.at(-1)!;
    return [{ concept, company: view.company, calendarQuarter, reason }];
  }
}
