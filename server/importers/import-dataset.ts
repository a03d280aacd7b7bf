import type { Pool, PoolClient } from 'pg';
import { NEW_VERSION } from '../database/channels.ts';
import { checkEntry } from './gate.ts';
import type { Entry, Row } from './importer.ts';
import { type Refusal, RefusedInput } from './refusal.ts';
import { analyzeStages, OPEN_STAGES, stageRows } from './stage.ts';
import { ADDED, COUNTED, type ImportSummary, type Summary, sumOf } from './summary.ts';
import { checksOf, type Found, REFUSED } from './tables/checks.ts';
import { addWithDigests, changeWithDigests } from './tables/content.ts';
import { mayChangeAny } from './tables/merge.ts';
import { stageOf } from './tables/sql.ts';
import { TABLE_NAMES, type TableName, tableNamed } from './tables/tables.ts';
import { ContentVersion, countIn, DAYS_AS_IN_FILES, versionOfContent } from './version.ts';

/** What an import did, or would have done. */
export interface ImportReport {
  /** How many rows of each table were good, how many of them were new, and how many that were there they changed. */
  readonly tables: Readonly<
    Record<TableName, { readonly rows: number; readonly added: number; readonly changed: number }>
  >;
  /** What was wrong, and kept nothing else out. */
  readonly refusals: readonly Refusal[];
  /** What the dataset has no use for. */
  readonly setAside: readonly Refusal[];
}

export interface ImportOptions {
  /** The importer that reads. */
  readonly kind: string;
  /** What is imported, for the log: a folder, a file, a company. */
  readonly origin: string;
  /** Works everything out and writes nothing. */
  readonly dryRun?: boolean;
  /** Whether one refusal keeps out all else. */
  readonly isAllOrNothing: boolean;
}

/** Imports take turns, so that the ids of imports are also the order in which they are committed. */
const IMPORT_LOCK = 7_203_361;
export const TAKE_TURNS = `select pg_advisory_xact_lock(${IMPORT_LOCK})`;

/**
 * The merges join every row with what it refers to, and the checks name what is not there, so that
 * PostgreSQL need not look up each reference of each row once more, which takes longer than all else.
 * The embedded one lets us; a database's owner may with GRANT SET ON PARAMETER session_replication_role.
 */
const WITHOUT_ROW_CHECKS = `
  select set_config('session_replication_role', 'replica', true)
  where has_parameter_privilege('session_replication_role', 'SET')`;

/** In one message, as the import of one company takes no longer than a dozen of them do. */
const BEGIN = `
  begin;
  -- A bulk import takes longer than any request may.
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0;
  set local lock_timeout = 0;
  ${DAYS_AS_IN_FILES};
  ${TAKE_TURNS};
  ${WITHOUT_ROW_CHECKS};
  create temp table ${REFUSED} (stored text, slug text) on commit drop;
  ${OPEN_STAGES}`;

/**
 * Imports what an importer reads, in one transaction. What the database already has stays as it is,
 * and an import that adds nothing leaves no trace. What breaks the tables' rules, contradicts the
 * database or names what does not exist is refused: `RefusedInput` is thrown where that keeps out all
 * else, and the report names it where it does not. After any error, nothing has been written.
 */
export async function importDataset(
  pool: Pool,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  options: ImportOptions,
): Promise<ImportReport> {
  const client = await pool.connect();
  try {
    await client.query(BEGIN);
    const refusals: Refusal[] = [];
    const rows = await stage(client, entries, refusals);
    const refuse = () => {
      const faults = refusals.filter(({ isSetAside }) => !isSetAside);
      if (options.isAllOrNothing && faults.length > 0) throw new RefusedInput(faults);
      return faults;
    };
    refuse();
    const { added, changed } = await merge(client, rows, options, (found) => {
      refusals.push(...found);
      refuse();
    });
    const isNews = TABLE_NAMES.some((table) => added[table] + changed[table] > 0);
    await client.query(options.dryRun || !isNews ? 'rollback' : 'commit');
    return {
      tables: eachTable((table) => ({
        rows: rows[table],
        added: added[table],
        changed: changed[table],
      })),
      refusals: refuse(),
      setAside: refusals.filter(({ isSetAside }) => isSetAside),
    };
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

type Counts = Record<TableName, number>;

const eachTable = <Value>(of: (table: TableName) => Value) =>
  Object.fromEntries(TABLE_NAMES.map((table) => [table, of(table)])) as Record<TableName, Value>;

/** A COPY for each company would take longer than its rows do. */
const ROWS_AT_ONCE = 2_000;

/** Sends the rows that the gate lets through to their stages; how many they are. */
async function stage(
  client: PoolClient,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  refusals: Refusal[],
): Promise<Counts> {
  const counts = eachTable(() => 0);
  const waiting = eachTable((): Row[] => []);
  const send = async (table: TableName) => {
    await stageRows(client, table, waiting[table]);
    counts[table] += waiting[table].length;
    waiting[table].length = 0;
  };
  for await (const entry of entries) {
    const checked = checkEntry(entry);
    if (checked.refusals) refusals.push(...checked.refusals);
    else if (waiting[checked.table].push(checked) === ROWS_AT_ONCE) await send(checked.table);
  }
  for (const table of TABLE_NAMES) if (waiting[table].length > 0) await send(table);
  await analyzeStages(client);
  return counts;
}

/** Merges the stages into the tables, but for the rows that a check refuses; how many were new, and how many it changed. */
async function merge(
  client: PoolClient,
  rows: Counts,
  { kind, origin }: ImportOptions,
  refuse: (refusals: readonly Refusal[]) => void,
): Promise<{ readonly added: Counts; readonly changed: Counts }> {
  const { rows: kept } = await client.query<{ version: string | null; summary: Summary | null }>(
    'select version, summary from import order by id desc limit 1',
  );
  const { version: before, summary } = kept[0] ?? { version: null, summary: null };
  const opened = await client.query<{ id: number; lastSource: number }>(
    `insert into import (kind, origin, facts_added) values ($1, $2, 0)
     returning id, (select coalesce(max(id), 0) from source) as "lastSource"`,
    [kind, origin],
  );
  const { id: importId, lastSource } = opened.rows[0]!;
  const version = before ? new ContentVersion(before) : await versionOfContent(client);
  const [added, changed] = [eachTable(() => 0), eachTable(() => 0)];
  for (const table of TABLE_NAMES) {
    if (rows[table] === 0) continue;
    const refused = await check(client, table);
    rows[table] -= refused.rows;
    refuse(refused.refusals);
    added[table] = await countIn(client, version, addWithDigests(table));
    for (const statement of tableNamed(table).afterwards ?? []) await client.query(statement);
    // Where every row is new, there was none to change.
    if (added[table] === rows[table] || !mayChangeAny(table)) continue;
    changed[table] = await countIn(client, version, changeWithDigests(table));
  }
  const { rows: counted } = summary
    ? await client.query<Summary>(ADDED, [importId, lastSource])
    : await client.query<Summary>(COUNTED, [importId]);
  const now = summary ? sumOf(summary, counted[0]!) : counted[0]!;
  const both = eachTable((table) => added[table] + changed[table]);
  await client.query(
    'update import set facts_added = $1, version = $2, summary = $3 where id = $4',
    [added.facts, String(version), { ...now, changed: both } satisfies ImportSummary, importId],
  );
  await client.query('select pg_notify($1, $2)', [NEW_VERSION, String(importId)]);
  return { added, changed };
}

/** Takes the rows that cannot be merged out of a stage, and says why. */
async function check(client: PoolClient, table: TableName) {
  const refusals: Refusal[] = [];
  const places = new Set<number>();
  const checks = checksOf(table);
  if (checks.length === 0) return { refusals, rows: 0 };
  // In one statement, as each is a matter of a moment.
  const all = checks.map(
    ({ sql }, index) => `select ${index} as "check", found.* from (${sql}) found`,
  );
  const { rows } = await client.query<Found & { check: number }>(
    `${all.join(' union all ')} order by "check", place`,
  );
  for (const found of rows) {
    const { check, place, file, line, column } = found;
    refusals.push({ file, line, column, reason: checks[check]!.reason(found) });
    places.add(place);
  }
  if (places.size > 0) {
    const { stored, identity } = tableNamed(table);
    if (identity.includes('slug' as never)) {
      await client.query(
        `insert into ${REFUSED} select $2, slug from ${stageOf(table)} where place = any($1)`,
        [[...places], stored],
      );
    }
    await client.query(`delete from ${stageOf(table)} where place = any($1)`, [[...places]]);
  }
  return { refusals, rows: places.size };
}
