import { readFile, stat } from 'node:fs/promises';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { Entry, Row } from '../importer.ts';
import type { Columns } from '../tables/table.ts';
import { type TableName, tableNamed } from '../tables/tables.ts';

/** Reads a CSV file as a table: UTF-8, with a header of the table's columns and no others. */
export async function* readTable(file: string, table: TableName): AsyncGenerator<Entry> {
  const refusal = (line: number | null, column: string | null, reason: string) => ({
    file,
    line,
    column,
    reason,
  });
  try {
    const state = await stat(file);
    if (!state.isFile() && !state.isDirectory()) {
      yield refusal(null, null, 'expected a file, and this is a pipe or a device');
      return;
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    for (const { record, info } of parseRows(text, tableNamed(table).columns)) {
      // The header has all of the table's columns and no others.
      yield { table, row: withNulls(record), file, line: info.lines } as unknown as Row;
    }
  } catch (error) {
    if (error instanceof CsvError) yield refusal(Number(error.lines ?? 1), null, error.message);
    else if (error instanceof HeaderError) yield refusal(1, error.column, error.message);
    else if (error instanceof TypeError) yield refusal(null, null, 'expected text in UTF-8');
    else {
      const reason = UNREADABLE[(error as NodeJS.ErrnoException).code ?? ''];
      if (!reason) throw error;
      yield refusal(null, null, reason);
    }
  }
}

/** Why a file cannot be read, by the code of the system's error. */
const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'expected a file, and this is a folder',
  EACCES: 'this user may not read it',
};

/** Something wrong with the first line of a file. */
class HeaderError extends Error {
  constructor(
    readonly column: string | null,
    message: string,
  ) {
    super(message);
  }
}

function parseRows(text: string, columns: Columns) {
  if (text.trim() === '') {
    throw new HeaderError(null, `the file is empty; expected ${Object.keys(columns).join(',')}`);
  }
  const rows = parse(text, {
    bom: true,
    info: true,
    columns: (header: string[]) => checkHeader(header, columns),
  });
  return rows as unknown as { record: Record<string, string>; info: Info }[];
}

/** A row in which an empty cell holds nothing. */
function withNulls(record: Readonly<Record<string, string>>): Record<string, string | null> {
  const row: Record<string, string | null> = {};
  for (const column in record) row[column] = record[column] || null;
  return row;
}

function checkHeader(header: readonly string[], columns: Columns): string[] {
  const expected = Object.keys(columns);
  for (const [place, column] of header.entries()) {
    if (header.indexOf(column) !== place) throw new HeaderError(column, 'the column stands twice');
    if (!expected.includes(column)) {
      throw new HeaderError(column, `no such column; expected ${expected.join(', ')}`);
    }
  }
  const missing = expected.find(
    (column) => !columns[column]!.mayBeLeftOut && !header.includes(column),
  );
  if (missing) throw new HeaderError(missing, 'the column is missing');
  return [...header];
}
