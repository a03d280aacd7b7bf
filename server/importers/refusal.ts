import { ExplainedError } from '../explained-error.ts';

/** One thing wrong with a file: where, and what was expected there. */
export interface Refusal {
  readonly file: string;
  /** The line of a CSV file, from 1; null where another place is named or none can be. */
  readonly line: number | null;
  /** The column of a CSV file, or the path in a JSON file. */
  readonly column: string | null;
  readonly reason: string;
}

/** Thrown when input is refused; nothing of it has been written. */
export class RefusedInput extends ExplainedError {
  override readonly name = 'RefusedInput';
  readonly code = 'REFUSED_INPUT';

  constructor(readonly refusals: readonly Refusal[]) {
    super(describeRefusals(refusals).join('\n'));
  }
}

/** How many refusals a reader is told; one mistake may be in every line. */
const LONGEST_LIST = 20;

/** The first refusals, a line each, and how many more there are. */
export function describeRefusals(refusals: readonly Refusal[]): string[] {
  const lines = refusals.slice(0, LONGEST_LIST).map(describeRefusal);
  const rest = refusals.length - lines.length;
  return rest > 0 ? [...lines, `and ${rest} more, which --json lists`] : lines;
}

/** facts.csv, line 12, value: expected a number. */
export function describeRefusal({ file, line, column, reason }: Refusal): string {
  const place = [file, line === null ? null : `line ${line}`, column].filter(Boolean).join(', ');
  return `${place}: ${reason}`;
}
