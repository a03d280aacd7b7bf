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
export class RefusedInput extends Error {
  override readonly name = 'RefusedInput';
  readonly code = 'REFUSED_INPUT';

  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(describeRefusal).join('\n'));
  }
}

/** facts.csv, line 12, value: expected a number. */
export function describeRefusal({ file, line, column, reason }: Refusal): string {
  const place = [file, line === null ? null : `line ${line}`, column].filter(Boolean).join(', ');
  return `${place}: ${reason}`;
}
