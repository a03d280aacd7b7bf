import { Command } from 'commander';
import { SEC } from '../importers/edgar/edgar-client.ts';

export interface EdgarFlags {
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly contact?: string;
  readonly mirror: string;
}

/** `capexgraph import edgar`: filers of the SEC, from files, over the network or in bulk. */
export function importEdgarCommand(): Command {
  return new Command('edgar')
    .description("Import companyfacts of the SEC's EDGAR; a company that is not there is added.")
    .argument(
      '[sources...]',
      "each a CIK, a file like CIK0001652044.json, or the SEC's companyfacts.zip; none: every company of the dataset that has a CIK",
    )
    .option('--contact <name and address>', 'who asks, which the SEC wants to know; for CIKs')
    .option('--mirror <url>', 'where CIK##########.json is asked for', SEC)
    .option('--dry-run', 'say what would be added, and write nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      `
Examples:
  capexgraph import edgar --contact "Ada Lovelace ada@example.org"            keeps the dataset current
  capexgraph import edgar 1045810 --contact "Ada Lovelace ada@example.org"    adds NVIDIA
  capexgraph import edgar ./companyfacts.zip                                  every filer; no network`,
    )
    .action(async function (this: Command, sources: string[], flags: EdgarFlags) {
      if (
        flags.contact !== undefined &&
        !/^[\x20-\x7e]*\S@\S+\.\S[\x20-\x7e]*$/.test(flags.contact)
      ) {
        this.error('error: --contact wants a name and an e-mail address, in ASCII', {
          exitCode: 2,
        });
      }
      if (!URL.canParse(flags.mirror)) {
        this.error(`error: --mirror wants an address like ${SEC}`, { exitCode: 2 });
      }
      const { importEdgar } = await import('./run-edgar.ts');
      await importEdgar(sources, flags, this);
    });
}
