import { exportOf } from './sql.ts';
import { type TableName, tableNamed } from './tables.ts';

/** What a spreadsheet takes for the beginning of a formula; a number may begin with a minus. */
const FORMULA = String.raw`^[=+@\t\r]|^-(?![0-9.]+$)`;

/** The rows of a table as its file has them, with an apostrophe before each text that a spreadsheet would run. */
export function withoutFormulas(table: TableName): string {
  const cells = Object.keys(tableNamed(table).columns).map(
    (column) => `regexp_replace("${column}"::text, '${FORMULA}', '''\\&') as "${column}"`,
  );
  return `select ${cells.join(', ')} from (${exportOf(table)}) exported`;
}
