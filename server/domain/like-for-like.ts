import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import type { ConceptLine } from './concept-lines.ts';
import { type FigureLine, NO_FIGURE } from './figure-line.ts';
import type { LineItem } from './measures.ts';
import { printOf } from './prints.ts';
import type { QuarterRange } from './reported/quarter-range.ts';
import type { View } from './view.ts';

/** The line that an item's figure of one quarter is taken from: that of the series. Undefined where there is none. */
export function lineOfQuarter(
  { series, asOf }: View,
  item: LineItem,
  quarter: CalendarQuarter,
): ConceptLine | undefined {
  for (const concept of item.concepts) {
    const line = series.lines(concept).lineOf(quarter, asOf);
    if (line) return { concept, line };
  }
  return undefined;
}

/**
 * The line that an item's figures are taken from where several quarters are compared or added up: the first
 * in rank that has each of them; else the first that has the sums of them, as documents print them.
 * Undefined where none has.
 */
export function lineOfAll(
  view: View,
  item: LineItem,
  ...ranges: readonly QuarterRange[]
): ConceptLine | undefined {
  return (
    firstLine(view, item, ({ line }) => ranges.every((range) => hasEach(view, line, range))) ??
    firstLine(view, item, (one) =>
      ranges.every((range) => hasEach(view, one.line, range) || hasPrint(view, one, range)),
    )
  );
}

function firstLine(
  { series, asOf }: View,
  item: LineItem,
  hasThem: (conceptLine: ConceptLine) => boolean,
): ConceptLine | undefined {
  for (const concept of item.concepts) {
    const line = series
      .lines(concept)
      .ranked(asOf)
      .find((line) => hasThem({ concept, line }));
    if (line) return { concept, line };
  }
  return undefined;
}

function hasEach({ asOf }: View, line: FigureLine, { first, last }: QuarterRange): boolean {
  for (let quarter = first; quarter <= last; quarter = addQuarters(quarter, 1)) {
    if (line.find(quarter, asOf) === NO_FIGURE) return false;
  }
  return true;
}

/** A print of several quarters is in one currency, and no rate of one quarter converts it. */
function hasPrint(view: View, conceptLine: ConceptLine, quarters: QuarterRange): boolean {
  return (
    conceptLine.line.currency === view.currency &&
    printOf(view.series, conceptLine, quarters, view.asOf) !== NO_FIGURE
  );
}
