import { Command } from 'commander';
import type { Database } from '../database/client.ts';
import { batchOf, readDataset } from '../importers/csv/read-dataset.ts';
import { readTable } from '../importers/csv/read-table.ts';
import { type FilesReport, readFiles } from '../importers/edgar/import-files.ts';
import {
  type Batch,
  type ImportOptions,
  type ImportReport,
  importDataset,
} from '../importers/import-dataset.ts';
import { describeRefusal, RefusedInput } from '../importers/refusal.ts';
import { openOutput } from './output.ts';
import { withDatabase } from './with-database.ts';

interface Flags {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** `capexgraph import …`: every way to bring facts in. */
export function importCommand(): Command {
  const command = new Command('import').description('Bring facts into the database.');
  command
    .command('csv')
    .description('Import a folder of CSV files in the format of the reviewed dataset.')
    .argument(
      '<folder>',
      'with any of companies.csv, groups.csv, definitions.csv, sources.csv, facts.csv, exchange-rates.csv',
    )
    .option('--dry-run', 'say what would be added, and write nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  capexgraph import csv ./my-companies --dry-run')
    .action(async (folder: string, flags: Flags) => {
      const batch = batchOf(await readDataset(folder));
      await run(() => [batch], { kind: 'CSV', origin: folder }, flags);
    });
  command
    .command('edgar')
    .description(
      "Import companyfacts files of the SEC's EDGAR; a company that is not there is added.",
    )
    .argument(
      '<files...>',
      'each as data.sec.gov/api/xbrl/companyfacts gives it, e.g. CIK0001652044.json',
    )
    .option('--dry-run', 'say what would be added, and write nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  capexgraph import edgar ./CIK0001652044.json --dry-run')
    .action(async (files: string[], flags: Flags) => {
      const found: FilesReport = { refusals: [], contradictions: [], skipped: [] };
      const batches = ({ pool }: Database) => readFiles(pool, files, found);
      await run(batches, { kind: 'EDGAR', origin: files.join(', ') }, flags, found);
    });
  command
    .command('rates')
    .description('Import exchange rates from a CSV file like exchange-rates.csv.')
    .argument(
      '<file>',
      'with the columns base, quote, calendar_quarter, average, period_end, source',
    )
    .option('--dry-run', 'say what would be added, and write nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  capexgraph import rates ./exchange-rates.csv')
    .action(async (file: string, flags: Flags) => {
      const { rows, refusals } = await readTable(file, 'exchange-rates');
      if (refusals.length > 0) throw new RefusedInput(refusals);
      await run(() => [{ 'exchange-rates': rows }], { kind: 'RATES', origin: file }, flags);
    });
  return command;
}

async function run(
  batches: (database: Database) => Iterable<Batch> | AsyncIterable<Batch>,
  options: Omit<ImportOptions, 'dryRun'>,
  { json, dryRun }: Flags,
  found?: FilesReport,
): Promise<void> {
  const output = openOutput({ json });
  const report = await withDatabase(output, (database) =>
    importDataset(database.pool, batches(database), { ...options, dryRun }),
  );
  const value = { ...options, dryRun: Boolean(dryRun), ...report, ...found };
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

function notices(found: FilesReport | undefined): string[] {
  const titles = {
    refusals: 'Refused',
    contradictions: 'Contradictions, not taken',
    skipped: 'Skipped',
  };
  return Object.entries(titles).flatMap(([name, title]) => {
    const list = found?.[name as keyof FilesReport] ?? [];
    return list.length > 0
      ? [`${title}:`, ...list.map((each) => `  ${describeRefusal(each)}`)]
      : [];
  });
}
