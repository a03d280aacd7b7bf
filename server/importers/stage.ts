import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Row } from './importer.ts';
import { openStage, stagedColumns, stageOf } from './tables/sql.ts';
import type { Table } from './tables/table.ts';
import { TABLE_NAMES, type TableName, tableNamed } from './tables/tables.ts';

/** Opens an empty stage for each table; they are gone when the transaction ends. */
export const OPEN_STAGES = TABLE_NAMES.map(openStage).join(';\n');

/** Lets the planner know how many rows there are: without, it would take few rows for granted. */
export async function analyzeStages(client: PoolClient): Promise<void> {
  await client.query(
    `set local default_statistics_target = 10; analyze ${TABLE_NAMES.map(stageOf).join(', ')}`,
  );
}

/** Sends rows of a table to its stage, in PostgreSQL's COPY format, a chunk at a time. */
export async function stageRows(
  client: PoolClient,
  table: TableName,
  rows: Iterable<Row>,
): Promise<void> {
  const columns = stagedColumns(table).join(', ');
  const copy = client.query(copyFrom(`copy ${stageOf(table)} (${columns}) from stdin`));
  await pipeline(Readable.from(chunks(rows, tableNamed(table))), copy);
}

const CHUNK_LENGTH = 64 * 1024;

function* chunks(rows: Iterable<Row>, { columns }: Table): Generator<string> {
  const names = Object.keys(columns);
  let chunk = '';
  for (const { row, file, line = null } of rows) {
    for (const name of names) chunk += `${field(row[name as never])}\t`;
    chunk += `${field(file)}\t${field(line)}\n`;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function field(value: unknown): string {
  if (value === null) return '\\N';
  const text = String(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign]!) : text;
}
