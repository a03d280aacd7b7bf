import type { ConceptLine } from './concept-lines.ts';
import type { Day } from './day.ts';
import { type FigureRef, NO_FIGURE } from './figure-line.ts';
import { lengthOf, type QuarterRange, quartersOf } from './reported/quarter-range.ts';
import { agree } from './reported/reported-value.ts';
import type { Series } from './series.ts';

/**
 * The newest print of exactly some quarters together, as known on a day; none where one of the quarters was
 * restated after it, and for a quarter alone, whose prints are figures of the line.
 */
export function printOf(
  series: Series,
  { concept, line }: ConceptLine,
  quarters: QuarterRange,
  asOf: Day,
): FigureRef {
  if (!series.hasSums || lengthOf(quarters) === 1) return NO_FIGURE;
  const { facts } = series;
  const prints = series
    .factsOf(concept, quarters.last, asOf)
    .filter(
      (row) =>
        series.quartersIn(row) === lengthOf(quarters) &&
        line.definitions.includes(facts.definition(row)) &&
        facts.currency(row) === line.currency &&
        series.reasonSetAside(row, asOf) === null,
    )
    // Several tags may be one line; each one's prints are in order.
    .sort((a, b) => facts.publishedOn[a]! - facts.publishedOn[b]! || a - b);
  if (prints.length === 0) return NO_FIGURE;
  const print = prints.reduce((stands, row) => {
    const [one, other] = [stands, row].map((each) => series.differences.rounded(each));
    // What only rounds the print before it is the same figure.
    return agree(one!, other!) && one!.rounding <= other!.rounding ? stands : row;
  });
  const day = facts.publishedOn[prints.at(-1)!]!;
  const isRestated = quartersOf(quarters).some((quarter) =>
    line
      .figuresSince(day, quarter, asOf)
      .some((figure, place, all) => place > 0 && !isOneFigure(series, all[place - 1]!, figure)),
  );
  return isRestated ? NO_FIGURE : print;
}

function isOneFigure({ differences }: Series, before: FigureRef, after: FigureRef): boolean {
  if (before === NO_FIGURE || after === NO_FIGURE) return true;
  return agree(differences.rounded(before), differences.rounded(after));
}
