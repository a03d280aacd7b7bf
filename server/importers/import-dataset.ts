import type { Pool, PoolClient } from 'pg';
import { NEW_VERSION } from '../database/channels.ts';
import type { ImportKind } from '../generated/prisma/enums.ts';
import { addMissingQuarters } from './add-quarters.ts';
import type { TableName } from './csv/tables.ts';
import { BROKEN_REFERENCES, CLASHES, MERGES, WITHOUT_ROW_CHECKS } from './merge-statements.ts';
import { type Refusal, RefusedInput } from './refusal.ts';
import { CHANGES, FUTURE_FACTS } from './refusal-statements.ts';
import { analyzeStages, OPEN_STAGES, type StagedRow, stageRows } from './stage.ts';

/** Rows of some tables, as one file or company gives them. */
export type Batch = { readonly [Table in TableName]?: readonly StagedRow[] };

/** What an import did, or would have done. */
export interface ImportReport {
  /** How many rows of each table came in, and how many of them were new. */
  readonly tables: Readonly<Record<TableName, { readonly rows: number; readonly added: number }>>;
}

export interface ImportOptions {
  readonly kind: ImportKind;
  /** What is imported, for the log: a folder, a file, a company. */
  readonly origin: string;
  /** Works everything out and writes nothing. */
  readonly dryRun?: boolean;
}

/** Imports take turns, so that the ids of imports are also the order in which they are committed. */
const IMPORT_LOCK = 7_203_361;

/** In one message, as the import of one company takes no longer than a dozen of them do. */
const BEGIN = `
  begin;
  -- A bulk import takes longer than any request may.
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0;
  select pg_advisory_xact_lock(${IMPORT_LOCK});
  ${WITHOUT_ROW_CHECKS};
  ${OPEN_STAGES}`;

/**
 * Imports batches in one transaction. What the database already has stays as it is, and an import
 * that adds nothing leaves no trace. Throws `RefusedInput` when a row contradicts the database or
 * names what does not exist; after any error, nothing has been written.
 */
export async function importDataset(
  pool: Pool,
  batches: AsyncIterable<Batch> | Iterable<Batch>,
  { kind, origin, dryRun = false }: ImportOptions,
): Promise<ImportReport> {
  const client = await pool.connect();
  try {
    await client.query(BEGIN);
    const rows = await stageBatches(client, batches);
    const report = await merge(client, rows, kind, origin);
    const adds = Object.values(report.tables).some(({ added }) => added > 0);
    await client.query(dryRun || !adds ? 'rollback' : 'commit');
    return report;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

type Counts = Record<TableName, number>;

const NO_ROWS: Counts = {
  companies: 0,
  groups: 0,
  definitions: 0,
  sources: 0,
  facts: 0,
  'exchange-rates': 0,
};

/** A COPY for each company would take longer than its rows do. */
const ROWS_AT_ONCE = 2_000;

async function stageBatches(
  client: PoolClient,
  batches: AsyncIterable<Batch> | Iterable<Batch>,
): Promise<Counts> {
  const counts: Counts = { ...NO_ROWS };
  const waiting = new Map<TableName, StagedRow[]>();
  const send = async (table: TableName, rows: StagedRow[]) => {
    await stageRows(client, table, rows);
    rows.length = 0;
  };
  for await (const batch of batches) {
    for (const [table, rows] of Object.entries(batch) as [TableName, readonly StagedRow[]][]) {
      const wait = waiting.get(table) ?? [];
      waiting.set(table, wait);
      for (const row of rows) wait.push(row);
      counts[table] += rows.length;
      if (wait.length >= ROWS_AT_ONCE) await send(table, wait);
    }
  }
  for (const [table, rows] of waiting) await send(table, rows);
  await analyzeStages(client);
  return counts;
}

async function merge(
  client: PoolClient,
  rows: Counts,
  kind: ImportKind,
  origin: string,
): Promise<ImportReport> {
  const opened = await client.query<{ id: number }>(
    `insert into import (kind, origin, facts_added) values ($1::"ImportKind", $2, 0) returning id`,
    [kind, origin],
  );
  const importId = opened.rows[0]!.id;
  const add = async (table: TableName, parameters: unknown[] = []) =>
    rows[table] > 0 ? ((await client.query(MERGES[table], parameters)).rowCount ?? 0) : 0;

  if (rows.companies > 0) await refuseClashes(client);
  const companies = await add('companies');
  const definitions = await add('definitions');
  const sources = await add('sources');
  await refuse(client);
  const groups = await add('groups');
  if (rows.groups > 0) await client.query(MERGES.members);
  if (rows.facts > 0) await addMissingQuarters(client);
  const facts = await add('facts', [importId]);
  const rates = await add('exchange-rates', [importId]);
  await client.query('update import set facts_added = $1 where id = $2', [facts, importId]);
  await client.query('select pg_notify($1, $2)', [NEW_VERSION, String(importId)]);
  const added: Counts = { companies, groups, definitions, sources, facts, 'exchange-rates': rates };
  return {
    tables: Object.fromEntries(
      (Object.keys(added) as TableName[]).map((table) => [
        table,
        { rows: rows[table], added: added[table] },
      ]),
    ) as ImportReport['tables'],
  };
}

type Found = { file: string; line: number | null; column: string; name: string };

async function refuseClashes(client: PoolClient): Promise<void> {
  const { rows } = await client.query<Found & { owner: string }>(CLASHES);
  const refusals = rows.map(({ name, owner, ...place }) => ({
    ...place,
    reason: `${JSON.stringify(name)} belongs to ${JSON.stringify(owner)}; one of a company's names is wrong`,
  }));
  if (refusals.length > 0) throw new RefusedInput(refusals);
}

async function refuse(client: PoolClient): Promise<void> {
  const broken = await client.query<Found>(BROKEN_REFERENCES);
  const changed = await client.query<Found & { place: string }>(CHANGES);
  const future = await client.query<Found>(FUTURE_FACTS);
  const refusals: Refusal[] = [
    ...broken.rows.map(({ name, ...place }) => ({
      ...place,
      reason: `${JSON.stringify(name)} is neither in the import nor in the database`,
    })),
    ...changed.rows.map(({ name, place: other, ...place }) => ({
      ...place,
      reason:
        place.column === 'value'
          ? `${other} has ${Number(name)} for this very fact; a restatement has a publication day or source of its own`
          : `${other} has ${name ?? 'nothing'}, which an import does not change`,
    })),
    ...future.rows.map(({ name, ...place }) => ({ ...place, reason: `${name} is still to come` })),
  ];
  if (refusals.length > 0) throw new RefusedInput(refusals);
}
