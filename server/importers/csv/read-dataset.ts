import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { type Dataset, TABLES, type TableName, type TableRow } from './tables.ts';

/** One thing wrong with a file: where, and what was expected there. */
export interface Refusal {
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

/** Thrown when any row of a dataset is refused; it lists every one. */
export class RefusedDataset extends Error {
  override readonly name = 'RefusedDataset';
  readonly code = 'REFUSED_INPUT';

  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(describe).join('\n'));
  }
}

/** The tables in a folder of CSV files. Throws `RefusedDataset` with everything that is wrong in any of them. */
export async function readDataset(folder: string): Promise<Dataset> {
  const refusals: Refusal[] = [];
  const tables = await Promise.all(
    (Object.keys(TABLES) as TableName[]).map(
      async (name) => [name, await readTable(folder, name, refusals)] as const,
    ),
  );
  if (refusals.length > 0) throw new RefusedDataset(refusals);
  return Object.fromEntries(tables) as unknown as Dataset;
}

async function readTable<Name extends TableName>(
  folder: string,
  name: Name,
  refusals: Refusal[],
): Promise<TableRow<Name>[]> {
  const file = join(folder, `${name}.csv`);
  const schema = TABLES[name];
  const rows: TableRow<Name>[] = [];
  for (const { record, line } of parseCsv(await readFile(file, 'utf8'), file, refusals)) {
    const result = schema.safeParse(record);
    if (result.success) {
      rows.push(result.data as TableRow<Name>);
      continue;
    }
    for (const { path, message } of result.error.issues) {
      const column = path.length > 0 ? String(path[0]) : null;
      refusals.push({ file, line, column, reason: message });
    }
  }
  return rows;
}

interface Line {
  readonly record: Record<string, string>;
  readonly line: number;
}

function parseCsv(text: string, file: string, refusals: Refusal[]): Line[] {
  try {
    const rows = parse(text, { columns: true, bom: true, info: true }) as unknown as {
      record: Record<string, string>;
      info: { lines: number };
    }[];
    return rows.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    refusals.push({ file, line: Number(error.lines ?? 0), column: null, reason: error.message });
    return [];
  }
}

function describe({ file, line, column, reason }: Refusal): string {
  return `${file}, line ${line}${column ? `, ${column}` : ''}: ${reason}`;
}
