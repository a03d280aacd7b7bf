/** What a cell may hold; null and undefined leave it empty. */
export type Cell = string | number | boolean | null | undefined;

/**
 * Rows as CSV (RFC 4180): a line of column names, then a line for each row, each ended by CRLF. A
 * column is a name and where its cells come from.
 *
 * @example
 * toCsv(company.quarters.nodes, {
 *   quarter: (row) => row.calendarQuarter,
 *   capex: (row) => row.capex.amount,
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
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
