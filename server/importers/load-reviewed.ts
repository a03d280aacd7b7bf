import type { Pool } from 'pg';
import type { Database } from '../database/client.ts';
import { inProject } from '../paths.ts';
import { readFolder } from './csv/read-folder.ts';
import { importDataset, TAKE_TURNS } from './import-dataset.ts';
import { versionOfContent } from './version.ts';

/** The reviewed dataset that comes with Capexgraph. */
export const REVIEWED_DATASET = inProject('prisma/data');

/**
 * Loads the reviewed dataset into a database that has never had an import. One whose imports were made
 * before there were versions gets its version.
 */
export async function loadReviewedDataset(
  { pool }: Pick<Database, 'pool'>,
  onProgress: (line: string) => void,
): Promise<void> {
  const { rows } = await pool.query<{ lacksVersion: boolean }>(
    `select version is null and not pg_is_in_recovery() as "lacksVersion"
     from import order by id desc limit 1`,
  );
  if (rows[0]?.lacksVersion) await storeVersion(pool);
  if (rows[0]) return;
  onProgress('Loading the reviewed dataset');
  const { tables } = await loadFolder(pool, REVIEWED_DATASET, 'reviewed dataset');
  const [facts, companies, sources] = [tables.facts, tables.companies, tables.sources];
  onProgress(
    `Loaded ${facts.added} facts of ${companies.added} companies from ${sources.added} sources`,
  );
}

/** Works the version out from all rows, which takes longer than a start should each time. */
async function storeVersion(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`begin; ${TAKE_TURNS}; set local statement_timeout = 0`);
    const version = await versionOfContent(client);
    await client.query(
      `update import set version = $1
       where id = (select max(id) from import) and version is null`,
      [String(version)],
    );
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
