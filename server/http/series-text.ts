import { formatCalendarQuarter } from '../domain/calendar-quarter.ts';
import { formatDay } from '../domain/day.ts';
import { plain } from '../domain/decimal.ts';
import { numberOf, type TableMeasure } from '../domain/series-table/measure.ts';
import type { TablePeriod } from '../domain/series-table/period.ts';
import type { SeriesColumn, SeriesTable } from '../domain/series-table/series-table.ts';
import { inTurn } from '../store/in-turn.ts';

/** What tells of a row which period it is. */
const OF_PERIOD: Readonly<Record<string, (period: TablePeriod) => string>> = {
  period: ({ label }) => label,
  calendar_quarter: ({ calendarQuarter }) =>
    calendarQuarter === null ? '' : formatCalendarQuarter(calendarQuarter),
  start: ({ start }) => (start === null ? '' : formatDay(start)),
  end: ({ end }) => (end === null ? '' : formatDay(end)),
};

/**
 * A table as CSV (RFC 4180): a row for each period, a column for each series. Money is exact; fractions and
 * indices are as in JSON; a value that is missing has the reason of the first input that it lacks instead. Others are
 * answered between one column and the next.
 */
export async function csvOf({ periods, columns }: SeriesTable): Promise<string> {
  const cells: string[][] = [];
  for (const column of columns) cells.push(await inTurn(() => column.measures.map(cellOf)));
  const rows = periods.map((period, row) => [
    ...Object.values(OF_PERIOD).map((write) => write(period)),
    ...cells.map((column) => column[row]!),
  ]);
  const header = [...Object.keys(OF_PERIOD), ...headersOf(columns)];
  return [header, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function cellOf(measure: TableMeasure): string {
  const value = 'exact' in measure ? measure.exact() : numberOf(measure);
  if (value === null) return measure.missing[0]!.reason;
  return typeof value === 'number' ? String(value) : plain(value);
}

/** Alibaba Group, capex (CNY); Alibaba Group, capex over revenue (fraction, CNY); each once. */
function headersOf(columns: readonly SeriesColumn[]): string[] {
  const headers = new Set<string>();
  for (const column of columns) {
    const { label, unit, currency } = column;
    const header = `${label} (${unit === 'MONEY' ? '' : `${unit.toLowerCase()}, `}${currency})`;
    let name = header;
    for (let count = 2; headers.has(name); count++) name = `${header} ${count}`;
    headers.add(name);
  }
  return [...headers];
}

/** A spreadsheet would take a company named like a formula for one. */
function quoted(text: string): string {
  const plain = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
