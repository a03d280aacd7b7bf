import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import { NO_ROW } from './fact-columns.ts';
import type { LineItem } from './measures.ts';
import type { Series } from './series.ts';
import { type Concept, SPANS, type Span, WINDOWS, type Window } from './vocabulary.ts';

/** One concept in one definition. Figures compare, and add up, within a lane. */
export interface Lane {
  readonly concept: Concept;
  readonly definition: number;
}

/**
 * The lane that a line item's figures are taken from where `quarters` of them, back from `quarter`,
 * are compared or added up (rule 4): the newest definition, by its newest fact in that quarter, that
 * has every quarter needed. Undefined where none has.
 */
export function laneOf(
  series: Series,
  item: LineItem,
  quarter: CalendarQuarter,
  back: readonly number[],
  asOf: Day,
): Lane | undefined {
  for (const concept of item.concepts) {
    // The newest nearly always has them, and a list of the others would be made for nothing.
    const newest = series.find(concept, quarter, asOf);
    if (newest === NO_ROW) continue;
    const lane = { concept, definition: series.facts.definition[newest]! };
    if (hasEach(series, lane, quarter, back, asOf)) return lane;
    for (const row of series.versions(concept, quarter, asOf)) {
      const lane = { concept, definition: series.facts.definition[row]! };
      if (hasEach(series, lane, quarter, back, asOf)) return lane;
    }
  }
  return undefined;
}

function hasEach(
  series: Series,
  { concept, definition }: Lane,
  quarter: CalendarQuarter,
  back: readonly number[],
  asOf: Day,
): boolean {
  for (const quarters of back) {
    // The lane was taken from a fact of the quarter itself.
    if (quarters === 0) continue;
    if (series.find(concept, addQuarters(quarter, -quarters), asOf, definition) === NO_ROW)
      return false;
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
