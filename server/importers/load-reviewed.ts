import type { Pool } from 'pg';
import type { Database } from '../database/client.ts';
import { inProject } from '../paths.ts';
import { readFolder } from './csv/read-folder.ts';
import { importDataset } from './import-dataset.ts';

/** The reviewed dataset that comes with Capexgraph. */
export const REVIEWED_DATASET = inProject('prisma/data');

/** Loads the reviewed dataset into a database that has never had an import. */
export async function loadReviewedDataset(
  { pool }: Pick<Database, 'pool'>,
  onProgress: (line: string) => void,
): Promise<void> {
  if ((await pool.query('select from import limit 1')).rowCount) return;
  onProgress('Loading the reviewed dataset');
  const { tables } = await loadFolder(pool, REVIEWED_DATASET, 'reviewed dataset');
  const [facts, companies, sources] = [tables.facts, tables.companies, tables.sources];
  onProgress(
    `Loaded ${facts.added} facts of ${companies.added} companies from ${sources.added} sources`,
  );
}

/** Loads a folder of CSV files, whole or not at all. */
export function loadFolder(pool: Pool, folder: string, origin: string) {
  return importDataset(pool, readFolder(folder), { kind: 'csv', origin, isAllOrNothing: true });
}
