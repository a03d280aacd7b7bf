import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { exportOf } from '../tables/sql.ts';
import { TABLE_NAMES, type TableName, tableNamed } from '../tables/tables.ts';

/** How an export is written. */
export interface ExportOptions {
  /** Puts an apostrophe before texts that a spreadsheet would take for formulas; an import would keep it. */
  readonly escapeFormulas?: boolean | undefined;
}

/** Writes the whole dataset, as of one moment, into a folder as the files that an import reads. */
export async function exportDataset(
  pool: Pool,
  folder: string,
  { escapeFormulas = false }: ExportOptions = {},
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    await client.query('set local statement_timeout = 0');
    const files: string[] = [];
    for (const table of TABLE_NAMES) {
      const file = join(folder, `${table}.csv`);
      const select = escapeFormulas ? withoutFormulas(table) : exportOf(table);
      const rows = client.query(copyTo(`copy (${select}) to stdout with (format csv, header)`));
      await pipeline(rows, createWriteStream(file));
      files.push(file);
    }
    await client.query('commit');
    client.release();
    return files;
  } catch (error) {
    // A table that is only half read has no end that could be waited for.
    client.release(true);
    throw error;
  }
}

/** What a spreadsheet takes for the beginning of a formula; a number may begin with a minus. */
const FORMULA = String.raw`^[=+@\t\r]|^-(?![0-9.]+$)`;

function withoutFormulas(table: TableName): string {
  const cells = Object.keys(tableNamed(table).columns).map(
    (column) => `regexp_replace("${column}"::text, '${FORMULA}', '''\\&') as "${column}"`,
  );
  return `select ${cells.join(', ')} from (${exportOf(table)}) exported`;
}
