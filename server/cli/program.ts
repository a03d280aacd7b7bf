import { Command } from 'commander';
import { importCommand } from './import.ts';
import { openOutput } from './output.ts';
import { withDatabase } from './with-database.ts';

/** The command line: `npm run capexgraph -- …`. A command loads what it needs when it runs. */
export function createProgram(): Command {
  const program = new Command('capexgraph')
    .description('Checkable numbers on what the cloud and AI companies of the US and China spend.')
    .showHelpAfterError('(capexgraph --help says more)')
    .addHelpText(
      'after',
      `
Environment:
  PORT, HOST        where to serve (4000, 127.0.0.1)
  HOST_NAMES        names that agents reach it by, where a proxy is before it: example.com,www.example.com
  DATABASE_URL      any PostgreSQL; unset, an embedded one is run
  CAPEXGRAPH_HOME   where the embedded one keeps its data (.capexgraph)
  RESPONSE_CACHE_MB memory for answers, cached until the dataset changes (64; 0 caches none)
  CAPEXGRAPH_RATE_LIMIT
                    what one client's address may ask for in a second (100; where HOST is this
                    machine alone 0, which bounds nobody)
  CAPEXGRAPH_TRUSTED_PROXIES
                    whose X-Forwarded-For is believed, e.g. 127.0.0.1,10.0.0.0/8 (nobody's)
  LOG_REQUESTS      1 for a line in the log for each request (0)
  LOG_LEVEL         fatal, error, warn, info, debug, trace or silent (info)

Exit codes: 0 done, 1 refused or failed, 2 wrong usage.`,
    );
  program
    .command('serve')
    .description('Serve the API; the first start creates the database and loads the dataset.')
    .action(async () => (await import('./run-server.ts')).runServer());
  program
    .command('migrate')
    .description('Bring the database up to date, and do nothing else.')
    .option('--json', 'print the result as JSON')
    .action(async (flags: { json?: boolean }) => {
      const output = openOutput(flags);
      await withDatabase(output, async () => {});
      output.result({ migrated: true }, 'The database is up to date.');
    });
  program.addCommand(importCommand());
  program
    .command('export')
    .description('Write the dataset out.')
    .command('csv')
    .description(
      'Write the dataset into a folder: the CSV files that `import csv` reads, and what describes them.',
    )
    .argument('<folder>', 'is created if need be; files of these names are replaced')
    .option(
      '--escape-formulas',
      'write an apostrophe before texts that a spreadsheet would run (= + - @); not for importing again',
    )
    .option('--json', 'print the files as JSON')
    .addHelpText('after', '\nExample:\n  capexgraph export csv ./backup')
    .action(async (folder: string, flags: { json?: boolean; escapeFormulas?: boolean }) => {
      const output = openOutput(flags);
      const { exportDataset } = await import('../files/export-dataset.ts');
      const files = await withDatabase(output, ({ pool }) => exportDataset(pool, folder, flags));
      output.result({ files }, files.join('\n'));
    });
  program
    .command('audit')
    .description('Look for figures that are wrong or doubtful; there is none in a sound dataset.')
    .argument('[folder]', 'a folder in the format of `export csv`; without, the database')
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', '\nExamples:\n  capexgraph audit\n  capexgraph audit ./my-companies')
    .action(async (folder: string | undefined, flags: { json?: boolean }) => {
      const { runAudit } = await import('./run-audit.ts');
      await runAudit(folder, openOutput(flags));
    });
  program
    .command('status')
    .description('Say what the database holds, and what was imported last.')
    .option('--json', 'print the status as JSON')
    .action(async (flags: { json?: boolean }) => {
      const output = openOutput(flags);
      const { readStatus } = await import('./status.ts');
      const status = await withDatabase(output, ({ pool }) => readStatus(pool));
      output.result(status.counts, status.text);
    });
  return program;
}
