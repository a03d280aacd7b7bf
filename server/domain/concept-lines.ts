import { addQuarters, type CalendarQuarter, LATEST_QUARTER } from './calendar-quarter.ts';
import { type Day, END_OF_TIME } from './day.ts';
import { type FigureLine, NO_FIGURE } from './figure-line.ts';
import type { Concept } from './vocabulary.ts';

/** A line of a concept. Figures compare, and add up, within one. */
export interface ConceptLine {
  readonly concept: Concept;
  readonly line: FigureLine;
}

/** The lines of a concept from a day on: tags turn out to be one line, or two, as documents are published. */
export interface Epoch {
  readonly from: Day;
  /** In the order of their definitions. */
  readonly lines: readonly FigureLine[];
}

/** The lines of one concept of a company, as known on each day. */
export class ConceptLines {
  /** What was asked for last, as a request asks for many quarters of one day. */
  #today: Choice | undefined;
  #earlier: Choice | undefined;

  /** Epochs are given oldest first. */
  constructor(readonly epochs: readonly Epoch[]) {}

  /**
   * The line that a quarter's figure is taken from: that of the company's newest quarter, for the
   * unbroken run of quarters that leads to it; before the run, that of the quarter before it, and so on.
   */
  lineOf(quarter: CalendarQuarter, asOf: Day): FigureLine | undefined {
    const lines = this.#linesOn(asOf);
    if (lines.length <= 1) {
      const [line] = lines;
      return line && line.find(quarter, asOf) !== NO_FIGURE ? line : undefined;
    }
    return this.#choice(lines, asOf).lines.get(quarter);
  }

  /** The lines, those known in the newest quarter first, then by the order of their definitions. */
  ranked(asOf: Day): readonly FigureLine[] {
    const lines = this.#linesOn(asOf);
    return lines.length <= 1 ? lines : this.#choice(lines, asOf).ranked;
  }

  #linesOn(asOf: Day): readonly FigureLine[] {
    for (let place = this.epochs.length - 1; place >= 0; place--) {
      if (this.epochs[place]!.from <= asOf) return this.epochs[place]!.lines;
    }
    return [];
  }

  #choice(lines: readonly FigureLine[], asOf: Day): Choice {
    const known = asOf === END_OF_TIME ? this.#today : this.#earlier;
    if (known?.asOf === asOf) return known;
    const choice = { asOf, lines: choose(lines, asOf), ranked: rank(lines, asOf) };
    if (asOf === END_OF_TIME) this.#today = choice;
    else this.#earlier = choice;
    return choice;
  }
}

/** Which line each quarter is taken from, as of a day. */
interface Choice {
  readonly asOf: Day;
  readonly lines: ReadonlyMap<CalendarQuarter, FigureLine>;
  readonly ranked: readonly FigureLine[];
}

function choose(lines: readonly FigureLine[], asOf: Day): Map<CalendarQuarter, FigureLine> {
  const chosen = new Map<CalendarQuarter, FigureLine>();
  let until = LATEST_QUARTER;
  for (;;) {
    const newest = newestOf(lines, asOf, until);
    if (!newest) return chosen;
    let { quarter } = newest;
    for (; newest.line.find(quarter, asOf) !== NO_FIGURE; quarter = addQuarters(quarter, -1)) {
      chosen.set(quarter, newest.line);
    }
    until = quarter;
  }
}

/** The first line of those that are known in the newest quarter. */
function newestOf(lines: readonly FigureLine[], asOf: Day, until: CalendarQuarter) {
  let newest: { quarter: CalendarQuarter; line: FigureLine } | undefined;
  for (const line of lines) {
    const quarter = line.newestQuarter(asOf, until);
    if (quarter !== undefined && (!newest || quarter > newest.quarter)) newest = { quarter, line };
  }
  return newest;
}

function rank(lines: readonly FigureLine[], asOf: Day): FigureLine[] {
  const newest = (line: FigureLine) => line.newestQuarter(asOf, LATEST_QUARTER) ?? -Infinity;
  return lines
    .map((line) => ({ line, newest: newest(line) }))
    .sort((a, b) => b.newest - a.newest || 0)
    .map(({ line }) => line);
}
