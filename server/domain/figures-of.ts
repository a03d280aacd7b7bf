import { columnOf, greatest } from './brand.ts';
import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import { ConceptLines, type Epoch } from './concept-lines.ts';
import { END_OF_TIME } from './day.ts';
import type { Differences } from './differences.ts';
import type { FactColumns, Row } from './fact-columns.ts';
import { FigureLine } from './figure-line.ts';
import { TAXONOMY } from './measures.ts';
import { narrow } from './narrow.ts';
import type { Line, SetAside } from './reported/line.ts';
import { type DefinedLine, type KnownLines, linesOf } from './reported/lines.ts';
import { byPublication, type ReportedValue } from './reported/reported-value.ts';
import { type Concept, CURRENCIES } from './vocabulary.ts';

/** What the facts of one concept give: the lines of its figures, and what no figure is taken from. */
export interface ConceptFigures {
  readonly lines: ConceptLines;
  readonly setAside: readonly SetAside[];
}

/** Works out the figures of one concept. Differences are added to the company's. */
export function figuresOf(
  concept: Concept,
  placed: readonly ReportedValue[],
  facts: FactColumns,
  isTag: (definition: number) => boolean,
  differences: Differences,
): ConceptFigures {
  const currencies = CURRENCIES.length;
  // A definition in two currencies is two lines, and they are never one.
  const lineOf = (row: Row) =>
    facts.definition(row) * currencies + CURRENCIES.indexOf(facts.currency(row));
  const reports = placed
    .map((report): ReportedValue => ({ ...report, definition: lineOf(report.row) }))
    .sort(byPublication);
  const mayBeOne = (one: number, other: number) =>
    one % currencies === other % currencies &&
    [one, other].every((line) => isTag(Math.floor(line / currencies)));
  const known = linesOf(reports, !('mayBeNegative' in TAXONOMY[concept]), mayBeOne);
  const made = new Map<Line, FigureLine>();
  const figureLineOf = ({ definitions, line }: DefinedLine) => {
    const found = made.get(line) ?? asFigureLine(definitions, line, differences);
    made.set(line, found);
    return found;
  };
  const epochs: Epoch[] = known.map(({ from, lines }) => ({
    from,
    lines: lines.map(figureLineOf),
  }));
  return { lines: new ConceptLines(epochs), setAside: setAsideBy(known) };
}

/** What each day's lines set aside: what they are is settled anew where tags turn out to be one line, or two. */
function setAsideBy(known: readonly KnownLines[]): SetAside[] {
  return known.flatMap(({ from, lines }, place) => {
    const until = known[place + 1]?.from ?? END_OF_TIME;
    const before = known[place - 1]?.lines.flatMap(({ line }) => line.setAside) ?? [];
    return [
      ...before.map(({ reported }) => ({ reported, from, reason: null })),
      ...lines
        .flatMap(({ line }) => line.setAside)
        .filter((each) => each.from < until)
        .map((each) => ({ ...each, from: greatest(each.from, from) })),
    ];
  });
}

function asFigureLine(
  lines: readonly number[],
  { figures }: Line,
  differences: Differences,
): FigureLine {
  const quarters = [...figures.keys()].sort((a, b) => a - b);
  const first = quarters[0] ?? (0 as CalendarQuarter);
  const count = quarters.length === 0 ? 0 : quarters.at(-1)! - first + 1;
  const starts = [0];
  const from: number[] = [];
  const refs: number[] = [];
  for (let place = 0; place < count; place++) {
    for (const known of figures.get(addQuarters(first, place)) ?? []) {
      from.push(known.from);
      refs.push(known.figure ? differences.refOf(known.figure) : -1);
    }
    starts.push(from.length);
  }
  return new FigureLine(
    lines.map((line) => Math.floor(line / CURRENCIES.length)),
    CURRENCIES[lines[0]! % CURRENCIES.length]!,
    {
      first,
      starts: narrow(starts),
      offset: 0,
      quarters: count,
      from: columnOf(narrow(from)),
      refs: Int32Array.from(refs),
    },
  );
}
