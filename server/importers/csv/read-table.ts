import { stat } from 'node:fs/promises';
import { CsvError, type Info, type Options, parse } from 'csv-parse/sync';
import type { Entry, Row } from '../importer.ts';
import type { Columns } from '../tables/table.ts';
import { type TableName, tableNamed } from '../tables/tables.ts';
import { piecesOf } from './pieces.ts';

/** Reads a CSV file as a table: UTF-8, with a header of the table's columns and no others. */
export async function* readTable(file: string, table: TableName): AsyncGenerator<Entry> {
  const { columns } = tableNamed(table);
  const places = Object.keys(columns).filter((column) => columns[column]!.isPlaceInFile);
  const rowOf = (record: Parsed['record'], place: number) => {
    const row = withNulls(record);
    for (const column of places) row[column] ??= String(place);
    return row;
  };
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
    let place = 0;
    for await (const { record, line } of recordsOf(file, columns)) {
      // The header has all of the table's columns and no others.
      yield { table, row: rowOf(record, ++place), file, line } as unknown as Row;
    }
  } catch (error) {
    if (error instanceof CsvError) yield refusal(Number(error.lines ?? 1), null, reasonOf(error));
    else if (error instanceof HeaderError) yield refusal(1, error.column, error.message);
    else if (error instanceof TypeError) yield refusal(null, null, 'expected text in UTF-8');
    else {
      const reason = UNREADABLE[(error as NodeJS.ErrnoException).code ?? ''];
      if (!reason) throw error;
      yield refusal(null, null, reason);
    }
  }
}

/** Which line it is, is known of the file, not of the piece. */
function reasonOf({ message }: CsvError): string {
  return message.replace(/ (on|at) line \d+/, '');
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

interface Parsed {
  readonly record: Readonly<Record<string, string>>;
  readonly line: number;
}

/** The records of a file, a piece of it after the other; the first line says which columns there are. */
async function* recordsOf(file: string, columns: Columns): AsyncGenerator<Parsed> {
  let header: string[] | undefined;
  const readHeader = (given: string[]) => (header = checkHeader(given, columns));
  for await (const { text, linesBefore } of piecesOf(file)) {
    if (header === undefined && text.trim() === '') break;
    for (const { record, info } of parsed(text, header ?? readHeader, linesBefore)) {
      yield { record, line: info.lines + linesBefore };
    }
  }
  if (header === undefined) {
    throw new HeaderError(null, `the file is empty; expected ${Object.keys(columns).join(',')}`);
  }
}

function parsed(text: string, columns: Options['columns'], linesBefore: number) {
  try {
    const rows = parse(text, { bom: true, info: true, columns });
    return rows as unknown as { record: Record<string, string>; info: Info }[];
  } catch (error) {
    if (error instanceof CsvError) error.lines = Number(error.lines ?? 1) + linesBefore;
    throw error;
  }
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
