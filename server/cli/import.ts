import { Command } from 'commander';
import { RefusedInput } from '../importers/refusal.ts';
import { importEdgarCommand } from './import-edgar.ts';
import { openOutput } from './output.ts';

interface Flags {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** `capexgraph import …`: every way to bring facts in. */
export function importCommand(): Command {
  return new Command('import')
    .description('Bring facts into the database.')
    .addCommand(importCsvCommand())
    .addCommand(importEdgarCommand())
    .addCommand(importRatesCommand());
}

function importCsvCommand(): Command {
  return new Command('csv')
    .description('Import a folder of CSV files in the format of the reviewed dataset.')
    .argument(
      '<folder>',
      'with any of companies.csv, groups.csv, definitions.csv, sources.csv, facts.csv, exchange-rates.csv',
    )
    .option('--dry-run', 'say what would be added, and write nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  capexgraph import csv ./my-companies --dry-run')
    .action(async (folder: string, flags: Flags) => {
      const { batchOf, readDataset } = await import('../importers/csv/read-dataset.ts');
      const { runImport } = await import('./run-import.ts');
      const batch = batchOf(await readDataset(folder));
      await runImport(
        async () => [batch],
        { kind: 'CSV', origin: folder, ...flags },
        openOutput(flags),
      );
    });
}

function importRatesCommand(): Command {
  return new Command('rates')
    .description('Import exchange rates from a CSV file like exchange-rates.csv.')
    .argument(
      '<file>',
      'with the columns base, quote, calendar_quarter, average, period_end, source',
    )
    .option('--dry-run', 'say what would be added, and write nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  capexgraph import rates ./exchange-rates.csv')
    .action(async (file: string, flags: Flags) => {
      const { readTable } = await import('../importers/csv/read-table.ts');
      const { runImport } = await import('./run-import.ts');
      const { rows, refusals } = await readTable(file, 'exchange-rates');
      if (refusals.length > 0) throw new RefusedInput(refusals);
      const batch = { 'exchange-rates': rows };
      await runImport(
        async () => [batch],
        { kind: 'RATES', origin: file, ...flags },
        openOutput(flags),
      );
    });
}
