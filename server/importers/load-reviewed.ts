import type { Database } from '../database/client.ts';
import { inProject } from '../paths.ts';
import { readDataset } from './csv/read-dataset.ts';
import { loadDataset } from './load-dataset.ts';

/** The reviewed dataset that comes with Capexgraph. */
export const REVIEWED_DATASET = inProject('prisma/data');

/** Loads the reviewed dataset into a database that has never had an import. */
export async function loadReviewedDataset(
  { pool, prisma }: Database,
  onProgress: (line: string) => void,
): Promise<void> {
  if (await prisma.import.findFirst()) return;
  onProgress('Loading the reviewed dataset');
  const dataset = await readDataset(REVIEWED_DATASET);
  const { companies, sources, facts } = await loadDataset(pool, dataset, 'reviewed dataset');
  onProgress(`Loaded ${facts} facts of ${companies} companies from ${sources} sources`);
}
