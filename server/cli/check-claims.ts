import { readFile } from 'node:fs/promises';
import type { Claim } from '../claims/claim.ts';
import { type JudgedClaim, judge } from '../claims/judge.ts';
import type { Database } from '../database/client.ts';
import { addDays, dayFromDate } from '../domain/day.ts';
import { readEnvironment } from '../env.ts';
import { type ClaimFault, malformed, unworkable } from '../graphql/check-claim.ts';
import { executeOn } from '../graphql/judged-claims.ts';
import { schema } from '../graphql/schema.ts';
import { ClaimFile } from '../importers/claim-files/claim-file.ts';
import { checkEntry } from '../importers/gate.ts';
import type { Entry, Row } from '../importers/importer.ts';
import type { Refusal } from '../importers/refusal.ts';
import type { TableRow } from '../importers/tables/tables.ts';
import { StoredVersion } from '../store/at-version.ts';
import { FactDocuments } from '../store/fact-documents.ts';
import { claimOf } from '../store/read-claims.ts';
import { openStore } from '../store/store.ts';

/** An entry, or refusals in place of a claim whose documents or expressions are not taken. */
export async function checkedClaim(entry: Entry): Promise<readonly Entry[]> {
  const row = soundRow(entry);
  // Its source may come with it; nothing of the form depends on that.
  const faults = row ? formFaults(claimOf(row.row, '')) : [];
  return faults.length > 0 ? refusalsOf(entry as Row, faults) : [entry];
}

function formFaults(claim: Claim): ClaimFault[] {
  // Somewhere it is tomorrow already.
  const isSaid = claim.saidOn <= addDays(dayFromDate(new Date()), 1);
  const unsaid = { path: ['said_on'], reason: 'expected a day that has come' };
  return [...(isSaid ? [] : [unsaid]), ...malformed(claim, schema)];
}

const SERIES_BYTES = 64 * 1024 * 1024;

/** Works claims out on what is stored; those that give no figure are refused. */
export async function workOutClaims(
  entries: AsyncIterable<Entry>,
  database: Database,
): Promise<{ readonly entries: readonly Entry[]; readonly judged: readonly JudgedClaim[] }> {
  const onError = (error: unknown) => {
    throw error;
  };
  const store = await openStore(database, { seriesBytes: SERIES_BYTES, onError });
  try {
    const { snapshot } = store;
    const stored = new StoredVersion(database.prisma, snapshot.catalog.importId);
    const documents = new FactDocuments(stored);
    const execute = executeOn({ snapshot, stored, documents }, schema);
    const lastDay = dayFromDate(snapshot.catalog.importedAt);
    const worked: Entry[] = [];
    const judged: JudgedClaim[] = [];
    for await (const read of entries) {
      for (const entry of await checkedClaim(read)) {
        const row = soundRow(entry);
        const publisher = row && (await publisherOf(row.row.source, database));
        const claim = row && claimOf(row.row, publisher ?? '');
        const faults = claim ? await unworkable(claim, execute, schema) : [];
        if (row && publisher === undefined) faults.push(noSource(row.row.source));
        if (faults.length > 0) worked.push(...(await refusalsOf(entry as Row, faults)));
        else worked.push(entry);
        if (claim && faults.length === 0) judged.push(await judge(claim, execute, lastDay));
      }
    }
    return { entries: worked, judged };
  } finally {
    await store.close();
  }
}

async function publisherOf(source: string, { pool }: Database): Promise<string | undefined> {
  const { rows } = await pool.query<{ publisher: string }>(
    'select publisher from source where slug = $1',
    [source],
  );
  return rows[0]?.publisher;
}

function noSource(source: string): ClaimFault {
  const { DATABASE_URL, CAPEXGRAPH_HOME } = readEnvironment(process.env);
  const where = DATABASE_URL ? new URL(DATABASE_URL).pathname.slice(1) : `in ${CAPEXGRAPH_HOME}`;
  const mend = 'bring its row of sources.csv in first: capexgraph import csv FOLDER';
  return {
    path: ['source'],
    reason: `${JSON.stringify(source)} is no source of the database ${where}; ${mend}`,
  };
}

/** A claim that keeps the rules of its table; nothing for what the gate refuses, and for other rows. */
function soundRow(entry: Entry) {
  if ('reason' in entry || entry.table !== 'claims') return undefined;
  const checked = checkEntry(entry);
  return checked.refusals === undefined && checked.table === 'claims'
    ? (checked as Extract<Row, { table: 'claims' }> & { row: TableRow<'claims'> })
    : undefined;
}

/** The same, with the lines of the file. */
async function refusalsOf(
  { file, line = null }: Row,
  faults: readonly ClaimFault[],
): Promise<Refusal[]> {
  const parsed = file.endsWith('.yaml') ? new ClaimFile(await readFile(file, 'utf8')) : null;
  return faults.map((fault) => ({
    file,
    line: parsed ? parsed.lineOf(fault.path, fault.line) : line,
    column: fault.path.join('.'),
    reason: fault.reason,
  }));
}
