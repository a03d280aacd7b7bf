import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import type { Pool } from 'pg';
import { readEnvironment } from '../env.ts';
import { countDocuments, type EdgarDocument, readDocuments } from '../importers/edgar/documents.ts';
import { EdgarClient, SEC } from '../importers/edgar/edgar-client.ts';
import { FileCache } from '../importers/edgar/file-cache.ts';
import { type EdgarReport, readBatches } from '../importers/edgar/read-batches.ts';
import { loadReviewedDataset } from '../importers/load-reviewed.ts';
import { type Output, openOutput } from './output.ts';
import { runImport } from './run-import.ts';

interface Flags {
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
    .action(async function (this: Command, sources: string[], flags: Flags) {
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
      // One company is in memory at a time; V8 would let the garbage of many pile up.
      setFlagsFromString('--optimize-for-size');
      const output = openOutput(flags);
      const client = () => openClient(flags, output, this);
      const found: EdgarReport = { refusals: [], contradictions: [], skipped: [] };
      await runImport(
        async (database) => {
          // Its definitions, and its companies' names, are what EDGAR's figures are read with.
          await loadReviewedDataset(database, output.progress);
          const names = sources.length > 0 ? sources : await ciksOf(database.pool);
          const documents = readDocuments(names, client);
          const total = await countDocuments(names);
          return readBatches(database.pool, withProgress(documents, output, total), found);
        },
        { kind: 'EDGAR', origin: sources.join(', ') || 'every company with a CIK', ...flags },
        output,
        found,
      );
    });
}

function openClient({ contact, mirror }: Flags, output: Output, command: Command): EdgarClient {
  if (!contact) {
    command.error(
      'error: to ask EDGAR for a CIK, the SEC wants to know who asks: --contact "NAME ADDRESS@EXAMPLE.ORG"',
      { exitCode: 2 },
    );
  }
  const { CAPEXGRAPH_HOME } = readEnvironment(process.env);
  return new EdgarClient({
    contact,
    baseUrl: mirror.replace(/\/$/, ''),
    cache: new FileCache(join(CAPEXGRAPH_HOME, 'edgar')),
    onRetry: output.progress,
  });
}

async function ciksOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ cik: string }>(
    'select cik from company where cik is not null order by id',
  );
  return rows.map(({ cik }) => cik);
}

async function* withProgress(
  documents: AsyncIterable<EdgarDocument>,
  output: Output,
  total: number,
): AsyncGenerator<EdgarDocument> {
  const bar = output.bar('companies', total);
  try {
    for await (const document of documents) {
      yield document;
      bar.advance();
    }
  } finally {
    bar.stop();
  }
}
