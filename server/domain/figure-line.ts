import type { Column } from './brand.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import type { Narrow } from './narrow.ts';
import type { Currency } from './vocabulary.ts';

/**
 * The place of a quarter's figure in its series: from 0 on, that of a fact that reports the quarter as such;
 * from −2 down, that of a difference; −1 for none.
 */
export type FigureRef = number;
export const NO_FIGURE: FigureRef = -1;

/** Where the figures of each quarter stand, oldest first. */
interface Places {
  readonly first: CalendarQuarter;
  /** The place of each quarter's first figure; the last one is where they all end. */
  readonly starts: Narrow;
  /** Where the quarters begin in `starts`. */
  readonly offset: number;
  readonly quarters: number;
  /** The day from which each figure is the one that stands. */
  readonly from: Column<Day>;
  /** The figures; absent where their places are those of the facts. */
  readonly refs?: Int32Array;
}

/** The figures of one concept in one definition, or in several tags that are one line of the company. */
export class FigureLine {
  constructor(
    /** The first in order first. */
    readonly definitions: readonly number[],
    readonly currency: Currency,
    readonly places: Places,
  ) {}

  /** The figure of a quarter as it was known on a day. */
  find(quarter: CalendarQuarter, asOf: Day): FigureRef {
    const { first, starts, offset, quarters, from, refs } = this.places;
    const place = quarter - first;
    if (place < 0 || place >= quarters) return NO_FIGURE;
    const start = starts[offset + place]!;
    for (let figure = starts[offset + place + 1]! - 1; figure >= start; figure--) {
      if (from[figure]! <= asOf) return refs ? refs[figure]! : figure;
    }
    return NO_FIGURE;
  }

  /** The figure of a quarter as it was known on a day, and what took its place by another one, oldest first. */
  figuresSince(day: Day, quarter: CalendarQuarter, asOf: Day): FigureRef[] {
    const { first, starts, offset, quarters, from, refs } = this.places;
    const place = quarter - first;
    if (place < 0 || place >= quarters) return [];
    const since: FigureRef[] = [this.find(quarter, day)];
    for (let figure = starts[offset + place]!; figure < starts[offset + place + 1]!; figure++) {
      const isLater = from[figure]! > day && from[figure]! <= asOf;
      if (isLater) since.push(refs ? refs[figure]! : figure);
    }
    return since;
  }

  /** The newest quarter, at the latest `until`, of which a figure was known on a day. */
  newestQuarter(asOf: Day, until: CalendarQuarter): CalendarQuarter | undefined {
    const { first, quarters } = this.places;
    for (let place = Math.min(quarters - 1, until - first); place >= 0; place--) {
      const quarter = (first + place) as CalendarQuarter;
      if (this.find(quarter, asOf) !== NO_FIGURE) return quarter;
    }
    return undefined;
  }

  /** The memory that it takes of its own, in bytes. */
  get bytes(): number {
    const { starts, refs } = this.places;
    return 200 + (refs ? starts.byteLength + 2 * refs.byteLength : 0);
  }
}
