import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import type { Pool } from 'pg';
import { readEnvironment } from '../env.ts';
import { countDocuments, type EdgarDocument, readDocuments } from '../importers/edgar/documents.ts';
import { EdgarClient } from '../importers/edgar/edgar-client.ts';
import { FileCache } from '../importers/edgar/file-cache.ts';
import { type EdgarReport, readBatches } from '../importers/edgar/read-batches.ts';
import { loadReviewedDataset } from '../importers/load-reviewed.ts';
import type { EdgarFlags } from './import-edgar.ts';
import { type Output, openOutput } from './output.ts';
import { runImport } from './run-import.ts';

/** Imports what the sources name, or every company of the dataset that has a CIK. */
export async function importEdgar(
  sources: readonly string[],
  flags: EdgarFlags,
  command: Command,
): Promise<void> {
  // One company is in memory at a time; V8 would let the garbage of many pile up.
  setFlagsFromString('--optimize-for-size');
  const output = openOutput(flags);
  const client = () => openClient(flags, output, command);
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
}

function openClient(
  { contact, mirror }: EdgarFlags,
  output: Output,
  command: Command,
): EdgarClient {
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
