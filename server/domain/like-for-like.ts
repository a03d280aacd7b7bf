import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import { type FigureLine, NO_FIGURE } from './figure-line.ts';
import type { LineItem } from './measures.ts';
import type { Series } from './series.ts';
import { type Concept, SPANS, type Span, WINDOWS, type Window } from './vocabulary.ts';

/** A line of a concept. Figures compare, and add up, within one. */
export interface ConceptLine {
  readonly concept: Concept;
  readonly line: FigureLine;
}

/**
 * The line that an item's figures are taken from: that of the series for one quarter; where several
 * quarters, back from `quarter`, are compared or added up, the first in rank that has them all.
 * Undefined where none has.
 */
export function conceptLineOf(
  series: Series,
  item: LineItem,
  quarter: CalendarQuarter,
  back: readonly number[],
  asOf: Day,
): ConceptLine | undefined {
  for (const concept of item.concepts) {
    const lines = series.lines(concept);
    const line =
      back.length === 1
        ? lines.lineOf(addQuarters(quarter, -back[0]!), asOf)
        : lines.ranked(asOf).find((line) => hasEach(line, quarter, back, asOf));
    if (line) return { concept, line };
  }
  return undefined;
}

function hasEach(
  line: FigureLine,
  quarter: CalendarQuarter,
  back: readonly number[],
  asOf: Day,
): boolean {
  for (const quarters of back) {
    if (line.find(addQuarters(quarter, -quarters), asOf) === NO_FIGURE) return false;
  }
  return true;
}

/** How far back lie the quarters of a window, compared with the one `span` quarters before if one is given. */
export function quartersNeeded(window: Window, span?: Span): readonly number[] {
  return NEEDED[window]![span ?? 0]!;
}

const range = (length: number) => Array.from({ length }, (_, place) => place);
const COUNTS = range(1 + Math.max(...Object.values(WINDOWS), ...Object.values(SPANS)));

/** By window and span; made once, since every amount asks for them. */
const NEEDED = COUNTS.map((window) =>
  COUNTS.map((span) => [
    ...new Set([...range(window), ...range(window).map((back) => back + span)]),
  ]),
);
