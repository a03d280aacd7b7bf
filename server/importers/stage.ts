import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { TableName } from './csv/tables.ts';

/** The columns of the tables that rows wait in until they are merged, all of them text. */
const STAGES = {
  companies: [
    'slug',
    'name',
    'ticker',
    'country',
    'reporting_currency',
    'fiscal_year_end_month',
    'cik',
  ],
  groups: ['slug', 'name', 'description', 'members'],
  definitions: ['slug', 'description'],
  sources: ['slug', 'kind', 'title', 'publisher', 'url', 'published_on'],
  facts: [
    'company',
    'calendar_quarter',
    'concept',
    'definition',
    'period_start',
    'period_end',
    'value',
    'currency',
    'quality',
    'published_on',
    'source',
    'note',
  ],
  'exchange-rates': ['base', 'quote', 'calendar_quarter', 'average', 'period_end', 'source'],
} as const satisfies Record<TableName, readonly string[]>;

/** A row on its way into the database: text by column, and where it was read. */
export type StagedRow = Readonly<Record<string, unknown>>;

/** Opens an empty stage for each table; they are gone when the transaction ends. */
export const OPEN_STAGES = Object.entries(STAGES)
  .map(([table, columns]) => {
    const list = [...columns, 'file', 'line'].map((column) => `${column} text`).join(', ');
    return `create temp table ${stageOf(table)} (place serial, ${list}) on commit drop`;
  })
  .join(';\n');

/** Lets the planner know how many rows there are: without, it would take few rows for granted. */
export async function analyzeStages(client: PoolClient): Promise<void> {
  await client.query(
    `set local default_statistics_target = 10; analyze ${Object.keys(STAGES).map(stageOf).join(', ')}`,
  );
}

function stageOf(table: string): string {
  return `stage_${table.replaceAll('-', '_')}`;
}

/** Sends rows to the stage of their table, in PostgreSQL's COPY format, a chunk at a time. */
export async function stageRows(
  client: PoolClient,
  table: TableName,
  rows: Iterable<StagedRow>,
): Promise<void> {
  const columns = [...STAGES[table], 'file', 'line'];
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
  if (value === null || value === undefined) return '\\N';
  const text = String(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign]!) : text;
}
