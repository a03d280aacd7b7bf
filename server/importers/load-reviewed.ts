import type { Database } from '../database/client.ts';
import { inProject } from '../paths.ts';
import { readDataset } from './csv/read-dataset.ts';
import { loadDataset } from './load-dataset.ts';

/** The reviewed dataset that comes with Capexgraph. */
export const REVIEWED_DATASET = inProject('prisma/data');

/** Loads the reviewed dataset into a database that has never had an import. */
export async function loadReviewedDataset(
  { pool }: Pick<Database, 'pool'>,
  onProgress: (line: string) => void,
): Promise<void> {
  if ((await pool.query('select from import limit 1')).rowCount) return;
  onProgress('Loading the reviewed dataset');
  const dataset = await readDataset(REVIEWED_DATASET);
  const { companies, sources, facts } = await loadDataset(pool, dataset, 'reviewed dataset');
  onProgress(`Loaded ${facts} facts of ${companies} companies from ${sources} sources`);
}
