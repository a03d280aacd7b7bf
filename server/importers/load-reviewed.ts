import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Database } from '../database/client.ts';
import { ExplainedError } from '../explained-error.ts';
import { inProject } from '../paths.ts';
import { CLAIMS, readFolder } from './csv/read-folder.ts';
import { type ImportReport, importDataset, TAKE_TURNS } from './import-dataset.ts';
import { describeRefusals } from './refusal.ts';
import { COUNTED, type Summary } from './summary.ts';
import { TABLE_NAMES } from './tables/tables.ts';
import { versionOfContent } from './version.ts';

/** The reviewed dataset that comes with Capexgraph. */
export const REVIEWED_DATASET = inProject('prisma/data');

/** What the log of imports calls it; older releases wrote no digest behind it. */
const ORIGIN = 'reviewed dataset';

type Tell = (line: string) => void;

/**
 * Loads the reviewed dataset into a database that has never had an import, and what is new of it into one that has an older
 * one. A database that was filled with something else stays as it is. One whose imports were made before there were
 * versions or counts gets them.
 */
export async function loadReviewedDataset(
  { pool }: Pick<Database, 'pool'>,
  onProgress: Tell,
  folder = REVIEWED_DATASET,
): Promise<void> {
  const origin = `${ORIGIN} ${await digestOf(folder)}`;
  const { rows } = await pool.query<Found>(FOUND, [ORIGIN, origin]);
  const { isEmpty, isOlder, isIncomplete, canWrite } = rows[0]!;
  if (!canWrite) {
    if (isEmpty) throw new NothingToServe(NOTHING);
    if (isOlder)
      onProgress(
        'This release has a newer reviewed dataset, which is not imported: here one only reads',
      );
    return;
  }
  if (isIncomplete) await complete(pool);
  if (isEmpty) await loadFirst(pool, folder, origin, onProgress);
  else if (isOlder) await loadNewer(pool, folder, origin, onProgress);
}

interface Found {
  readonly isEmpty: boolean;
  readonly isOlder: boolean;
  readonly isIncomplete: boolean;
  readonly canWrite: boolean;
}

/** What there is, and whether an import may be made: it needs temporary tables, too. */
const FOUND = `
  select count(*) = 0 as "isEmpty",
    coalesce(bool_or(starts_with(origin, $1)) and not bool_or(origin = $2), false) as "isOlder",
    coalesce(bool_or((version is null or summary is null) and id = (select max(id) from import)), false)
      as "isIncomplete",
    current_setting('transaction_read_only') = 'off' and has_table_privilege('import', 'insert')
      and has_database_privilege(current_database(), 'temporary') as "canWrite"
  from import`;

/** Thrown where the first import has to be made, and cannot be made from here. */
class NothingToServe extends ExplainedError {
  override readonly name = 'NothingToServe';
}

const NOTHING =
  'The database holds no import yet, and from here it is only read (a standby, or a role that may not insert or make temporary tables). ' +
  'Start a server on its primary first, as a role that may.';

async function loadFirst(pool: Pool, folder: string, origin: string, onProgress: Tell) {
  onProgress('Loading the reviewed dataset');
  const { tables } = await loadFolder(pool, folder, origin);
  onProgress(
    `Loaded ${tables.facts.added} facts of ${tables.companies.added} companies from ${tables.sources.added} sources`,
  );
}

/** Row by row: what somebody has added contradicts a few of them at most. */
async function loadNewer(pool: Pool, folder: string, origin: string, onProgress: Tell) {
  onProgress('This release has a newer reviewed dataset; importing what is new in it');
  const options = { kind: 'csv', origin, isAllOrNothing: false };
  const report = await importDataset(pool, readFolder(folder), options);
  // An import that adds nothing leaves no trace, and the next start would try again.
  if (isNothing(report)) {
    await pool.query(
      `update import set origin = $1
       where id = (select max(id) from import where starts_with(origin, $2))`,
      [origin, ORIGIN],
    );
  }
  const { facts, sources } = report.tables;
  const changed = Object.values(report.tables).reduce((sum, table) => sum + table.changed, 0);
  onProgress(
    `Added ${facts.added} facts from ${sources.added} sources, and changed ${changed} rows that were there`,
  );
  for (const line of describeRefusals(report.refusals)) onProgress(`Left as it was: ${line}`);
}

function isNothing({ tables }: ImportReport): boolean {
  return Object.values(tables).every(({ added, changed }) => added + changed === 0);
}

/** Names what the folder's tables hold. */
async function digestOf(folder: string): Promise<string> {
  const digest = createHash('sha256');
  const claims = await readdir(join(folder, CLAIMS)).catch((): string[] => []);
  const files = [
    ...TABLE_NAMES.map((table) => `${table}.csv`),
    ...claims.sort().map((claim) => join(CLAIMS, claim)),
  ];
  for (const file of files) digest.update(await readFile(join(folder, file)).catch(() => ''));
  return digest.digest('hex').slice(0, 12);
}

/** Works out from all rows what the newest import lacks, which takes longer than a start should each time. */
async function complete(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`begin; ${TAKE_TURNS}; set local statement_timeout = 0`);
    const { rows } = await client.query<{ id: number; version: string | null }>(
      'select id, version from import order by id desc limit 1',
    );
    const { id, version } = rows[0]!;
    const { rows: counted } = await client.query<Summary>(COUNTED, [id]);
    await client.query('update import set version = $2, summary = $3 where id = $1', [
      id,
      version ?? String(await versionOfContent(client)),
      counted[0],
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** Loads a folder of CSV files, whole or not at all. */
export function loadFolder(pool: Pool, folder: string, origin: string) {
  return importDataset(pool, readFolder(folder), { kind: 'csv', origin, isAllOrNothing: true });
}
