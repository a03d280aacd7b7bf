import { readFile } from 'node:fs/promises';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { Refusal } from '../refusal.ts';
import { TABLES, type TableName, type TableRow } from './tables.ts';

/** A row of a table, and where it was read, if in a file. */
export type Located<Row> = Row & { readonly file?: string; readonly line?: number };

/** The good rows of one CSV file, and everything that is wrong with the others. */
export interface ReadTable<Name extends TableName> {
  readonly rows: readonly Located<TableRow<Name>>[];
  readonly refusals: readonly Refusal[];
}

/** Reads a CSV file as a table: UTF-8, with a header of exactly the table's columns. */
export async function readTable<Name extends TableName>(
  file: string,
  name: Name,
): Promise<ReadTable<Name>> {
  const rows: Located<TableRow<Name>>[] = [];
  const refusals: Refusal[] = [];
  const refuse = (line: number | null, column: string | null, reason: string) =>
    refusals.push({ file, line, column, reason });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    for (const { record, info } of parseRows(text, columnsOf(name))) {
      const result = TABLES[name].safeParse(record);
      if (result.success) {
        rows.push({ ...(result.data as TableRow<Name>), file, line: info.lines });
        continue;
      }
      for (const { path, message } of result.error.issues) {
        const column = path.length > 0 ? String(path[0]) : null;
        const found = column && record[column] ? `; found ${JSON.stringify(record[column])}` : '';
        refuse(info.lines, column, message + found);
      }
    }
  } catch (error) {
    if (error instanceof CsvError) refuse(Number(error.lines ?? 1), null, error.message);
    else if (error instanceof HeaderError) refuse(1, error.column, error.message);
    else if (error instanceof TypeError) refuse(null, null, 'expected text in UTF-8');
    else throw error;
  }
  return { rows, refusals };
}

/** Something wrong with the first line of a file. */
class HeaderError extends Error {
  constructor(
    readonly column: string | null,
    message: string,
  ) {
    super(message);
  }
}

function parseRows(text: string, expected: readonly string[]) {
  if (text.trim() === '')
    throw new HeaderError(null, `the file is empty; expected ${expected.join(',')}`);
  const rows = parse(text, {
    bom: true,
    info: true,
    columns: (header: string[]) => checkHeader(header, expected),
  });
  return rows as unknown as { record: Record<string, string>; info: Info }[];
}

function checkHeader(header: readonly string[], expected: readonly string[]): string[] {
  for (const [place, column] of header.entries()) {
    if (header.indexOf(column) !== place) throw new HeaderError(column, 'the column stands twice');
    if (!expected.includes(column)) {
      throw new HeaderError(column, `no such column; expected ${expected.join(', ')}`);
    }
  }
  const missing = expected.find((column) => !header.includes(column));
  if (missing) throw new HeaderError(missing, 'the column is missing');
  return [...header];
}

function columnsOf(name: TableName): string[] {
  return Object.keys(TABLES[name].shape);
}
