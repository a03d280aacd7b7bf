import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import type { Decimal } from './decimal.ts';
import { NO_ROW, type Row } from './fact-columns.ts';
import { isOneQuarter, type Period } from './period.ts';
import { quarterOfRow } from './series.ts';
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
    return this.view.series.definitions[this.#facts.definition[this.row]!]!;
  }

  get period(): Period {
    return this.#facts.period(this.row);
  }

  /** False for a year-to-date or annual figure. */
  get isQuarterly(): boolean {
    return isOneQuarter(this.period);
  }

  /** The quarter; of a longer period, the one in which it ends. */
  get calendarQuarter(): CalendarQuarter {
    return quarterOfRow(this.#facts, this.row);
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

  get publishedOn(): Day {
    return this.#facts.publishedOn[this.row]!;
  }

  /** The fact that took this one's place by the view's day, if any. */
  get supersededBy(): Fact | null {
    const row = this.view.series.successor(this.row, this.view.asOf);
    return row === NO_ROW ? null : new Fact(this.view, row);
  }

  get #facts() {
    return this.view.series.facts;
  }
}
