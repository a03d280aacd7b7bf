import type { Pool } from 'pg';
import { batchOf, type Dataset } from './csv/read-dataset.ts';
import { importDataset } from './import-dataset.ts';

/** What an import added. */
export interface LoadReport {
  readonly companies: number;
  readonly sources: number;
  readonly facts: number;
}

/** Imports a dataset that was read from CSV files. */
export async function loadDataset(
  pool: Pool,
  dataset: Dataset,
  origin: string,
): Promise<LoadReport> {
  const { tables } = await importDataset(pool, [batchOf(dataset)], { kind: 'CSV', origin });
  return {
    companies: tables.companies.added,
    sources: tables.sources.added,
    facts: tables.facts.added,
  };
}
