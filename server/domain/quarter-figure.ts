import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Decimal } from './decimal.ts';
import type { Conversion } from './exchange-rates.ts';
import { Fact } from './fact.ts';
import type { FigureRef } from './figure-line.ts';
import type { ConceptLine } from './like-for-like.ts';
import type { View } from './view.ts';
import { type Concept, QUALITIES, type Quality } from './vocabulary.ts';

/** A company's figure of one quarter, in the currency that it was reported in. */
export class QuarterFigure {
  readonly #figure: FigureRef;

  constructor(
    readonly view: View,
    readonly conceptLine: ConceptLine,
    readonly calendarQuarter: CalendarQuarter,
  ) {
    this.#figure = view.find(conceptLine, calendarQuarter);
  }

  get concept(): Concept {
    return this.conceptLine.concept;
  }

  /** In whole units of the currency, as the nearest double. */
  get value(): number {
    return this.view.series.differences.value(this.#figure);
  }

  get exact(): Decimal {
    return this.view.series.differences.exact(this.#figure);
  }

  /** Whether no document reports it as such: it is taken from figures of longer periods. */
  get isDifference(): boolean {
    return this.view.series.differences.isDifference(this.#figure);
  }

  get quality(): Quality {
    const qualities = this.facts.map(({ quality }) => quality);
    if (this.isDifference) qualities.push('DERIVED');
    return QUALITIES.findLast((quality) => qualities.includes(quality))!;
  }

  /** What it is made from: the fact that it is; of a difference, what is taken off comes after it. */
  get facts(): readonly Fact[] {
    return this.view.series.differences
      .operands(this.#figure)
      .map((row) => new Fact(this.view, row));
  }

  /** How it turns into the view's currency; null where a rate of the quarter is unknown. */
  get conversion(): Conversion | null {
    return this.view.conversion(this.conceptLine, this.calendarQuarter);
  }
}
