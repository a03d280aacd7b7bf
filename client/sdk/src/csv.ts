/**
 * What a cell may hold. Null and undefined leave it empty, and so does a measure whose value is
 * missing; of an amount of money, the exact one is written. Days are written like 2025-06-30.
 */
export type Cell =
  | string
  | number
  | boolean
  | Date
  | { readonly amount: string | null }
  | { readonly value: number | null }
  | null
  | undefined;

/**
 * Rows as CSV (RFC 4180): a line of column names, then a line for each row, each ended by CRLF. A
 * column is a name and where its cells come from.
 *
 * @example
 * toCsv(company.quarters.nodes, {
 *   quarter: (row) => row.calendarQuarter,
 *   capex: (row) => row.capex,
 * });
 */
export function toCsv<Row>(
  rows: Iterable<Row>,
  columns: Readonly<Record<string, (row: Row) => Cell>>,
): string {
  const lines = [Object.keys(columns).map(textOf)];
  for (const row of rows) lines.push(Object.values(columns).map((column) => textOf(column(row))));
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function textOf(cell: Cell): string {
  const text = String(contentOf(cell) ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function contentOf(cell: Cell): string | number | boolean | null | undefined {
  if (Number.isNaN(cell)) return null;
  if (typeof cell !== 'object' || cell === null) return cell;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return 'amount' in cell ? cell.amount : cell.value;
}
