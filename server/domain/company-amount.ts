import { type Amount, Growth } from './amount.ts';
import { type Bounds, including, scaled, sum } from './bounds.ts';
import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import type { ConceptLine } from './concept-lines.ts';
import type { Day } from './day.ts';
import { Decimal } from './decimal.ts';
import { convert, type ExchangeRate } from './exchange-rates.ts';
import type { Fact } from './fact.ts';
import { type FigureRef, NO_FIGURE } from './figure-line.ts';
import { type Gap, gapsOf, type Obstacle } from './gap.ts';
import { lineOfAll, lineOfQuarter } from './like-for-like.ts';
import { LikeForLike, type LineChoice } from './line-choice.ts';
import { LineFigure } from './line-figure.ts';
import type { LineItem } from './measures.ts';
import { printOf } from './prints.ts';
import { weakest } from './quality.ts';
import { lengthOf, type QuarterRange, quartersOf } from './reported/quarter-range.ts';
import type { View } from './view.ts';
import type { GapReason, Quality, Span, Window } from './vocabulary.ts';
import { earlier, isPartOfAnother, quartersUpTo } from './window.ts';

/** A line item of one company over a window. Nothing is computed until it is asked for. */
export class CompanyAmount implements Amount {
  readonly quarters: QuarterRange;
  /** Where the figures are taken from; undefined where no definition has them all. */
  readonly conceptLine: ConceptLine | undefined;

  constructor(
    readonly view: View,
    readonly item: LineItem,
    readonly calendarQuarter: CalendarQuarter,
    readonly window: Window,
    /** Default: the definition of the series, or the first in rank that has the whole window. */
    readonly choice?: LineChoice,
  ) {
    this.quarters = quartersUpTo(calendarQuarter, window, view);
    this.conceptLine = choice ? choice.lineOf(view) : ownLineOf(view, item, this.quarters);
  }

  get subject(): string {
    return this.view.company.name;
  }

  get currency() {
    return this.view.currency;
  }

  get asOf(): Day {
    return this.view.asOf;
  }

  value(scale = 1): number | null {
    const { view, conceptLine, quarters } = this;
    if (!conceptLine) return null;
    const print = wholePrintOf(view, conceptLine, quarters);
    if (print !== NO_FIGURE) {
      const value = view.series.differences.value(print);
      return Number.isSafeInteger(value) ? value / scale : this.exact(scale)!.toNumber();
    }
    let sum = 0;
    let isWhole = true;
    let converted = false;
    for (let q = quarters.first; q <= quarters.last; q++) {
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

  get bounds(): Bounds | null {
    const value = this.value();
    if (value === null || this.quality === 'ESTIMATED') return null;
    const bounds = this.figures.map((figure) => scaled(figure.bounds, figure.conversion!.factor));
    return including(value, sum(bounds));
  }

  growth(span: Span, count = 1): Growth {
    const { view, item, calendarQuarter, window } = this;
    const distance = span * count;
    const before = addQuarters(calendarQuarter, -distance);
    const then = earlier(window, distance);
    const choice = new LikeForLike(item, calendarQuarter, window, distance);
    const from = new CompanyAmount(view, item, before, then, choice);
    if (!from.conceptLine || isPartOfAnother(window, span)) {
      return unlike(new CompanyAmount(view, item, before, then), this, span, choice);
    }
    return new Growth(from, new CompanyAmount(view, item, calendarQuarter, window, choice));
  }

  get missing(): readonly Gap[] {
    const { view, item, quarters, conceptLine, choice } = this;
    if (!conceptLine) {
      if (choice) return choice.gaps(view);
      return lengthOf(quarters) > 0
        ? gapsOf(view, item, quarters)
        : this.gaps('NOT_MEANINGFUL', 'WINDOW_BEGINS_LATER');
    }
    return this.figures
      .filter(({ conversion }) => !conversion)
      .map(({ concept, quarters }) => ({
        concept,
        company: view.company,
        calendarQuarter: quarters.last,
        reason: 'NO_EXCHANGE_RATE',
      }));
  }

  get excluded(): readonly Gap[] {
    return [];
  }

  get parts() {
    return [];
  }

  /** The definition that the figures are taken in; of several tags that are one line, the first. */
  get definitions(): readonly string[] {
    const { view, conceptLine } = this;
    return conceptLine && this.value() !== null
      ? [view.series.definitions[conceptLine.line.definitions[0]!]!]
      : [];
  }

  /** Oldest first; one alone where a document prints the whole window. */
  get figures(): readonly LineFigure[] {
    const { view, quarters, conceptLine } = this;
    if (!conceptLine) return [];
    const print = wholePrintOf(view, conceptLine, quarters);
    if (print !== NO_FIGURE) return [new LineFigure(view, conceptLine, quarters, print)];
    return quartersOf(quarters).map(
      (quarter) => new LineFigure(view, conceptLine, { first: quarter, last: quarter }),
    );
  }

  /** What the figures are made from, each once, oldest quarter first. */
  get facts(): readonly Fact[] {
    const facts = this.figures.flatMap((figure) => figure.facts);
    return [...new Map(facts.map((fact) => [fact.row, fact])).values()];
  }

  get exchangeRates(): readonly ExchangeRate[] {
    return this.figures.flatMap(({ conversion }) => conversion?.legs.map(({ rate }) => rate) ?? []);
  }

  gaps(reason: GapReason, obstacle?: Obstacle): Gap[] {
    const { view, item, calendarQuarter, conceptLine } = this;
    const concept = conceptLine?.concept ?? item.concepts.at(-1)!;
    return [{ concept, company: view.company, calendarQuarter, reason, obstacle }];
  }

  on(day: Day): CompanyAmount {
    const { item, calendarQuarter, window, choice } = this;
    return new CompanyAmount(this.view.on(day), item, calendarQuarter, window, choice);
  }

  get days(): readonly Day[] {
    return this.view.series.facts.days;
  }
}

// Functions and no private methods, which every amount would be marked with when it is made.

function ownLineOf(view: View, item: LineItem, quarters: QuarterRange): ConceptLine | undefined {
  const length = lengthOf(quarters);
  if (length === 1) return lineOfQuarter(view, item, quarters.last);
  return length > 0 ? lineOfAll(view, item, quarters) : undefined;
}

/** The whole of some quarters as a document prints it; a converted amount is always the sum of its quarters. */
function wholePrintOf(view: View, conceptLine: ConceptLine, quarters: QuarterRange): FigureRef {
  if (quarters.first === quarters.last || conceptLine.line.currency !== view.currency) {
    return NO_FIGURE;
  }
  return printOf(view.series, conceptLine, quarters, view.asOf);
}

/** Growth from an amount that no line has together with this one, or that this one is a part of. */
function unlike(from: CompanyAmount, to: CompanyAmount, span: Span, choice: LineChoice): Growth {
  const isPart = isPartOfAnother(to.window, span);
  return new Growth(from, to, () =>
    isPart ? to.gaps('NOT_MEANINGFUL', 'QUARTER_OF_YEAR_TO_DATE') : choice.gaps(to.view),
  );
}
