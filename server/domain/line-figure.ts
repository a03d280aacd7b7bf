import { around, type Bounds } from './bounds.ts';
import type { ConceptLine } from './concept-lines.ts';
import type { Decimal } from './decimal.ts';
import type { Conversion } from './exchange-rates.ts';
import { Fact } from './fact.ts';
import type { FigureRef } from './figure-line.ts';
import type { QuarterRange } from './reported/quarter-range.ts';
import type { View } from './view.ts';
import { type Concept, QUALITIES, type Quality } from './vocabulary.ts';

/** A figure of a company's line, of one quarter or, where a document prints them together, of several; in the currency that it was reported in. */
export class LineFigure {
  #facts: readonly Fact[] | undefined;

  constructor(
    readonly view: View,
    readonly conceptLine: ConceptLine,
    readonly quarters: QuarterRange,
    readonly figure: FigureRef = view.find(conceptLine, quarters.last),
  ) {}

  get concept(): Concept {
    return this.conceptLine.concept;
  }

  /** In whole units of the currency, as the nearest double. */
  get value(): number {
    return this.view.series.differences.value(this.figure);
  }

  get exact(): Decimal {
    return this.view.series.differences.exact(this.figure);
  }

  /** Whether no document reports it as such: it is taken from figures of longer periods. */
  get isDifference(): boolean {
    return this.view.series.differences.isDifference(this.figure);
  }

  get quality(): Quality {
    const qualities = this.facts.map(({ quality }) => quality);
    if (this.isDifference) qualities.push('DERIVED');
    return QUALITIES.findLast((quality) => qualities.includes(quality))!;
  }

  /** What the rounding of its facts leaves open. */
  get bounds(): Bounds {
    const { value, rounding } = this.view.series.differences.rounded(this.figure);
    return around(value, rounding);
  }

  /** What it is made from: the fact that it is; of a difference, what is taken off comes after it. */
  get facts(): readonly Fact[] {
    this.#facts ??= this.view.series.differences
      .operands(this.figure)
      .map((row) => new Fact(this.view, row));
    return this.#facts;
  }

  /** How the figure of a quarter turns into the view's currency; null where a rate of the quarter is unknown. */
  get conversion(): Conversion | null {
    return this.view.conversion(this.conceptLine, this.quarters.last);
  }
}
