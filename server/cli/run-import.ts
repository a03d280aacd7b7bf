import type { Database } from '../database/client.ts';
import type { EdgarReport } from '../importers/edgar/read-batches.ts';
import {
  type Batch,
  type ImportOptions,
  type ImportReport,
  importDataset,
} from '../importers/import-dataset.ts';
import { describeRefusals } from '../importers/refusal.ts';
import type { Output } from './output.ts';
import { withDatabase } from './with-database.ts';

/** Imports batches, and says what came of it; what was refused makes the exit code 1. */
export async function runImport(
  open: (database: Database) => Promise<Iterable<Batch> | AsyncIterable<Batch>>,
  { kind, origin, dryRun }: ImportOptions,
  output: Output,
  found?: EdgarReport,
): Promise<void> {
  const report = await withDatabase(output, async (database) =>
    importDataset(database.pool, await open(database), { kind, origin, dryRun }),
  );
  const value = { kind, origin, dryRun: Boolean(dryRun), ...report, ...found };
  output.result(value, [describe(report, dryRun), ...notices(found)].join('\n'));
  if (found && found.refusals.length > 0) process.exitCode = 1;
}

function describe({ tables }: ImportReport, dryRun = false): string {
  const lines = Object.entries(tables)
    .filter(([, { rows }]) => rows > 0)
    .map(([table, { rows, added }]) => `  ${table}: ${added} added, ${rows - added} already there`);
  if (lines.length === 0) return 'Nothing new.';
  return [dryRun ? 'Nothing was written. It would be:' : 'Imported:', ...lines].join('\n');
}

function notices(found: EdgarReport | undefined): string[] {
  const titles = {
    refusals: 'Refused',
    contradictions: 'Contradictions, not taken',
    skipped: 'Skipped',
  };
  return Object.entries(titles).flatMap(([name, title]) => {
    const list = found?.[name as keyof EdgarReport] ?? [];
    return list.length > 0
      ? [`${title}:`, ...describeRefusals(list).map((line) => `  ${line}`)]
      : [];
  });
}
