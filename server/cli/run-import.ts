import { setFlagsFromString } from 'node:v8';
import type { JudgedClaim } from '../claims/judge.ts';
import { readEnvironment } from '../env.ts';
import { type ImportReport, importDataset } from '../importers/import-dataset.ts';
import type { Entry, Importer } from '../importers/importer.ts';
import { loadReviewedDataset } from '../importers/load-reviewed.ts';
import { describeRefusals, type Refusal } from '../importers/refusal.ts';
import { claimsAsJson, describeClaims } from './claims-report.ts';
import type { Output } from './output.ts';
import { withDatabase } from './with-database.ts';

/** Imports what an importer reads, and says what came of it; what was refused makes the exit code 1. */
export async function runImport(
  importer: Importer,
  sources: readonly string[],
  flags: Readonly<Record<string, string | undefined>> & { readonly dryRun?: true },
  output: Output,
): Promise<void> {
  // One document is in memory at a time; V8 would let the garbage of many pile up.
  setFlagsFromString('--optimize-for-size');
  const { kind, isAllOrNothing, everything = '' } = importer;
  const { CAPEXGRAPH_HOME: home } = readEnvironment(process.env);
  const dryRun = Boolean(flags.dryRun);
  const origin = sources.join(', ') || everything;
  let judged: readonly JudgedClaim[] = [];
  const report = await withDatabase(output, async (database) => {
    const { pool } = database;
    if (importer.needsReviewed) await loadReviewedDataset(database, output.progress);
    const read = importer.read(sources, flags, { pool, home, ...output });
    const options = { kind, origin, dryRun, isAllOrNothing };
    if (!importer.claims) return importDataset(pool, read, options);
    // Those that come with others may need them to be worked out.
    if (importer.claims === 'with others') return importDataset(pool, checkClaims(read), options);
    const { workOutClaims } = await import('./check-claims.ts');
    const worked = await workOutClaims(read, database);
    judged = worked.judged;
    return importDataset(pool, worked.entries, options);
  });
  const text = [
    describe(report, dryRun),
    ...listed('Refused', report.refusals),
    ...listed('Set aside', report.setAside),
    ...describeClaims(judged),
  ];
  const claims = importer.claims === 'alone' && { claims: claimsAsJson(judged) };
  output.result({ kind, origin, dryRun, ...report, ...claims }, text.join('\n'));
  if (report.refusals.length > 0) process.exitCode = 1;
}

/** The schema that claims are checked against takes a moment to load, so it waits for one. */
async function* checkClaims(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
  for await (const entry of entries) {
    if ('reason' in entry || entry.table !== 'claims') yield entry;
    else yield* await (await import('./check-claims.ts')).checkedClaim(entry);
  }
}

function describe({ tables }: ImportReport, dryRun: boolean): string {
  const read = Object.entries(tables).filter(([, { rows }]) => rows > 0);
  const lines = read.map(
    ([table, { rows, added, changed }]) =>
      `  ${table}: ${added} added, ${changed > 0 ? `${changed} changed, ` : ''}${rows - added - changed} already there`,
  );
  if (read.every(([, { added, changed }]) => added + changed === 0))
    return ['Nothing new.', ...lines].join('\n');
  return [dryRun ? 'Nothing was written. It would be:' : 'Imported:', ...lines].join('\n');
}

function listed(title: string, refusals: readonly Refusal[]): string[] {
  if (refusals.length === 0) return [];
  return [`${title}:`, ...describeRefusals(refusals).map((line) => `  ${line}`)];
}
