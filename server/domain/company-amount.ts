import { type Amount, Growth } from './amount.ts';
import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import { Decimal } from './decimal.ts';
import { convert, type ExchangeRate } from './exchange-rates.ts';
import type { Fact } from './fact.ts';
import { type Gap, gapsOf } from './gap.ts';
import { type ConceptLine, conceptLineOf, quartersNeeded } from './like-for-like.ts';
import type { LineItem } from './measures.ts';
import { weakest } from './quality.ts';
import { QuarterFigure } from './quarter-figure.ts';
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
    readonly conceptLine: ConceptLine | undefined = conceptLineOf(
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
    const { view, conceptLine } = this;
    if (!conceptLine) return null;
    let sum = 0;
    let isWhole = true;
    let converted = false;
    for (
      let q = addQuarters(this.calendarQuarter, 1 - this.window);
      q <= this.calendarQuarter;
      q++
    ) {
      const conversion = view.conversion(conceptLine, q);
      if (!conversion) return null;
      const value = view.series.differences.value(view.find(conceptLine, q));
      sum += value * conversion.factor;
      isWhole &&= Number.isSafeInteger(value) && Number.isSafeInteger(sum);
      converted ||= conversion.legs.length > 0;
    }
    // Whole units add up exactly as doubles; anything else is added up in decimals.
    return converted || isWhole ? sum / scale : this.exact(scale)!.toNumber();
  }

  exact(scale = 1): Decimal | null {
    let sum = new Decimal(0);
    let converted = false;
    if (!this.conceptLine) return null;
    for (const { exact, conversion } of this.figures) {
      if (!conversion) return null;
      sum = sum.plus(convert(exact, conversion));
      converted ||= conversion.legs.length > 0;
    }
    return (converted ? sum.toDecimalPlaces(2) : sum).div(scale);
  }

  get quality(): Quality | null {
    if (this.value() === null) return null;
    return weakest(...this.figures.map(({ quality }) => quality));
  }

  growth(span: Span): Growth {
    const { view, item, calendarQuarter, window } = this;
    const back = quartersNeeded(window, span);
    const conceptLine = conceptLineOf(view.series, item, calendarQuarter, back, view.asOf);
    return new Growth(
      new CompanyAmount(view, item, addQuarters(calendarQuarter, -span), window, conceptLine),
      conceptLine ? new CompanyAmount(view, item, calendarQuarter, window, conceptLine) : this,
      conceptLine ? undefined : () => gapsOf(view, item, calendarQuarter, back),
    );
  }

  get missing(): readonly Gap[] {
    const { view, item, calendarQuarter, window, conceptLine } = this;
    if (!conceptLine) return gapsOf(view, item, calendarQuarter, quartersNeeded(window));
    return this.figures
      .filter(({ conversion }) => !conversion)
      .map(({ concept, calendarQuarter }) => ({
        concept,
        company: view.company,
        calendarQuarter,
        reason: 'NO_EXCHANGE_RATE',
      }));
  }

  get excluded(): readonly Gap[] {
    return [];
  }

  get remarks(): readonly string[] {
    const { view, item, calendarQuarter, conceptLine } = this;
    const ofSeries = conceptLineOf(view.series, item, calendarQuarter, [0], view.asOf);
    const isOfSeries = ofSeries?.line === conceptLine?.line;
    return isOfSeries || !conceptLine ? [] : [`${view.company.name} as ${this.definition}`];
  }

  /** The definition that the figures are taken in; of several tags that are one line, the first. */
  get definition(): string | null {
    return this.conceptLine
      ? this.view.series.definitions[this.conceptLine.line.definitions[0]!]!
      : null;
  }

  /** Oldest first. */
  get figures(): readonly QuarterFigure[] {
    const { view, calendarQuarter, window, conceptLine } = this;
    if (!conceptLine) return [];
    return quartersNeeded(window)
      .map((back) => new QuarterFigure(view, conceptLine, addQuarters(calendarQuarter, -back)))
      .reverse();
  }

  /** What the figures are made from, each once, oldest quarter first. */
  get facts(): readonly Fact[] {
    const facts = this.figures.flatMap((figure) => figure.facts);
    return [...new Map(facts.map((fact) => [fact.row, fact])).values()];
  }

  get exchangeRates(): readonly ExchangeRate[] {
    return this.figures.flatMap(({ conversion }) => conversion?.legs.map(({ rate }) => rate) ?? []);
  }

  gaps(reason: GapReason): Gap[] {
    const { view, item, calendarQuarter, conceptLine } = this;
    const concept = conceptLine?.concept ?? item.concepts.at(-1)!;
    return [{ concept, company: view.company, calendarQuarter, reason }];
  }
}
