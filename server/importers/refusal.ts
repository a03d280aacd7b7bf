import type { z } from 'zod';
import { ExplainedError } from '../explained-error.ts';

/** Where in a file something stands. */
interface Place {
  readonly file: string;
  /** The line of a CSV file, from 1; null where another place is named or none can be. */
  readonly line: number | null;
  /** The column of a CSV file, or the path in a JSON file. */
  readonly column: string | null;
}

/** One thing that is not taken from a file: where it stands, and what was expected there. */
export interface Refusal extends Place {
  readonly reason: string;
  /** Whether nothing is wrong with the file, but the dataset has no use for this part of it. */
  readonly isSetAside?: boolean;
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
function describeRefusal({ file, line, column, reason }: Refusal): string {
  const place = [file, line === null ? null : `line ${line}`, column].filter(Boolean).join(', ');
  return `${place}: ${reason}`;
}

type Path = readonly PropertyKey[];

/** Enough to know it again. */
const LONGEST_FOUND = 80;

/** What a schema found wrong with an input, each with the path at which it stands. */
export function problemsOf({ issues }: z.ZodError, input: unknown) {
  return issues.map(({ code, path, message }) => ({
    path,
    reason:
      // Its message has what was found.
      code === 'unrecognized_keys'
        ? message
        : `${message}; found ${described(valueAt(input, path))}`,
  }));
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (insideOf(value) as Record<PropertyKey, unknown>)?.[key],
    input,
  );
}

/** A value of which a part is wanted; a text that has parts is JSON. */
function insideOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** A value in JSON's words; those that are long by their kind. */
function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value);
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}
