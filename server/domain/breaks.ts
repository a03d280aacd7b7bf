import type { Amount } from './amount.ts';
import { addQuarters } from './calendar-quarter.ts';
import { CompanyAmount } from './company-amount.ts';
import type { FigureLine } from './figure-line.ts';
import { LineOfQuarterBefore } from './line-choice.ts';
import { TAXONOMY } from './measures.ts';
import type { Quarter } from './quarter.ts';
import { CONCEPTS, type Concept, WINDOWS } from './vocabulary.ts';

/** A quarter in which the figures of a concept turn to another definition than in the quarter before. */
export interface Break {
  readonly concept: Concept;
  readonly from: string;
  readonly to: string;
  /** The quarter's amount in the definition before; missing where it is not known. */
  readonly amountBefore: Amount;
}

/** The concepts of which a quarter is in another definition than the one directly before it. */
export function breaksOf({ view, calendarQuarter }: Quarter): Break[] {
  const { series, asOf } = view;
  const nameOf = ({ definitions: [first] }: FigureLine) => series.definitions[first!]!;
  return CONCEPTS.flatMap((concept) => {
    const lines = series.lines(concept);
    const before = lines.lineOf(addQuarters(calendarQuarter, -1), asOf);
    const line = lines.lineOf(calendarQuarter, asOf);
    if (!before || !line || before === line) return [];
    const item = {
      ...TAXONOMY[concept],
      definition: TAXONOMY[concept].meaning,
      concepts: [concept],
    };
    const choice = new LineOfQuarterBefore(concept, calendarQuarter);
    const amountBefore = new CompanyAmount(view, item, calendarQuarter, WINDOWS.QUARTER, choice);
    return { concept, from: nameOf(before), to: nameOf(line), amountBefore };
  });
}
