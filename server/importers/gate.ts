import type { Entry, Row } from './importer.ts';
import { problemsOf, type Refusal } from './refusal.ts';
import { TABLES } from './tables/tables.ts';

/** A row that may go on, or everything that is wrong with it. */
export type Checked =
  | (Row & { readonly refusals?: undefined })
  | { readonly refusals: readonly Refusal[] };

/** Lets through what keeps the rules of its table, whoever read it. */
export function checkEntry(entry: Entry): Checked {
  if ('reason' in entry) return { refusals: [entry] };
  const { table, row, file, line = null, path } = entry;
  const result = TABLES[table].schema.safeParse(row);
  if (result.success) return { table, row: result.data, file, line } as Row;
  const refusals = problemsOf(result.error, row).map((problem) => {
    const column = problem.path.join('.') || null;
    if (path === undefined) return { file, line, column, reason: problem.reason };
    const reason = [column, problem.reason].filter(Boolean).join(': ');
    // Whoever wrote the document cannot be asked to mend it for us.
    return { file, line, column: path, reason, isSetAside: true };
  });
  return { refusals };
}
