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
 * The line that an item's figures are taken from where several quarters are added up, or compared with those
 * of an earlier window: the first in rank that has each of them; else the first that has the sums of them, as
 * documents print them. Undefined where none has.
 */
export function lineOfAll(
  view: View,
  item: LineItem,
  quarters: QuarterRange,
  before: QuarterRange = quarters,
): ConceptLine | undefined {
  const { series, asOf } = view;
  for (const concept of item.concepts) {
    for (const line of series.lines(concept).ranked(asOf)) {
      if (hasEach(view, line, quarters) && hasEach(view, line, before)) return { concept, line };
    }
  }
  if (!series.hasSums) return undefined;
  for (const concept of item.concepts) {
    for (const line of series.lines(concept).ranked(asOf)) {
      const one = { concept, line };
      if (hasSum(view, one, quarters) && hasSum(view, one, before)) return one;
    }
  }
  return undefined;
}

function hasEach({ asOf }: View, line: FigureLine, { first, last }: QuarterRange): boolean {
  for (let quarter = first; quarter <= last; quarter = addQuarters(quarter, 1)) {
    if (line.find(quarter, asOf) === NO_FIGURE) return false;
  }
  return true;
}

/** Whether a line has each quarter, or a print of all together; of which no rate of one quarter converts any. */
function hasSum(view: View, conceptLine: ConceptLine, quarters: QuarterRange): boolean {
  if (hasEach(view, conceptLine.line, quarters)) return true;
  return (
    conceptLine.line.currency === view.currency &&
    printOf(view.series, conceptLine, quarters, view.asOf) !== NO_FIGURE
  );
}
