import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openStage, stagedColumns, stageOf } from './tables/sql.ts';
import { TABLE_NAMES, type TableName } from './tables/tables.ts';

/** A row on its way into the database: text by column, and where it was read. */
export type StagedRow = Readonly<Record<string, unknown>>;

/** Opens an empty stage for each table; they are gone when the transaction ends. */
export const OPEN_STAGES = TABLE_NAMES.map(openStage).join(';\n');

/** Lets the planner know how many rows there are: without, it would take few rows for granted. */
export async function analyzeStages(client: PoolClient): Promise<void> {
  await client.query(
    `set local default_statistics_target = 10; analyze ${TABLE_NAMES.map(stageOf).join(', ')}`,
  );
}

/** Sends rows to the stage of their table, in PostgreSQL's COPY format, a chunk at a time. */
export async function stageRows(
  client: PoolClient,
  table: TableName,
  rows: Iterable<StagedRow>,
): Promise<void> {
  const columns = stagedColumns(table);
  const copy = client.query(copyFrom(`copy ${stageOf(table)} (${columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(chunks(rows, columns)), copy);
}

const CHUNK_LENGTH = 64 * 1024;

function* chunks(rows: Iterable<StagedRow>, columns: readonly string[]): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${columns.map((column) => field(row[column])).join('\t')}\n`;
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
