import type { Entry, Row } from './importer.ts';
import { problemsOf, type Refusal } from './refusal.ts';
import type { StagedRow } from './stage.ts';
import { TABLES, tableNamed } from './tables/tables.ts';

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
    return path === undefined
      ? { file, line, column, reason: problem.reason }
      : { file, line, column: path, reason: [column, problem.reason].filter(Boolean).join(': ') };
  });
  return { refusals };
}

/** What is staged of a row that was let through: with its place, and what goes with its columns. */
export function stagedRow({ table, row, file, line = null }: Row): StagedRow {
  const { staged } = tableNamed(table);
  if (!staged) return { ...row, file, line };
  const others = Object.entries(staged).map(([column, of]) => [column, of(row as never)]);
  return { ...row, ...Object.fromEntries(others), file, line };
}
