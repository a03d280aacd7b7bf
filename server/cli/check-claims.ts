import { readFile } from 'node:fs/promises';
import { type JudgedClaim, judge } from '../claims/judge.ts';
import type { Database } from '../database/client.ts';
import { dayFromDate } from '../domain/day.ts';
import { type ClaimFault, faultsOf } from '../graphql/check-claim.ts';
import { executeOn } from '../graphql/judged-claims.ts';
import { schema } from '../graphql/schema.ts';
import { ClaimFile } from '../importers/claim-files/claim-file.ts';
import type { Entry } from '../importers/importer.ts';
import type { Refusal } from '../importers/refusal.ts';
import { claimOf } from '../store/read-claims.ts';
import { openStore } from '../store/store.ts';

const SERIES_BYTES = 64 * 1024 * 1024;

/** What an importer read, with claims that cannot be worked out refused; and what became of the others. */
export async function checkClaims(
  entries: AsyncIterable<Entry>,
  database: Database,
): Promise<{ readonly entries: readonly Entry[]; readonly judged: readonly JudgedClaim[] }> {
  const store = await openStore(database, {
    seriesBytes: SERIES_BYTES,
    onError: (error) => {
      throw error;
    },
  });
  try {
    const { snapshot } = store;
    const execute = executeOn({ snapshot, prisma: database.prisma }, schema);
    const lastDay = dayFromDate(snapshot.catalog.importedAt);
    const checked: Entry[] = [];
    const judged: JudgedClaim[] = [];
    for await (const entry of entries) {
      if ('reason' in entry || entry.table !== 'claims') {
        checked.push(entry);
        continue;
      }
      const claim = claimOf(entry.row as Parameters<typeof claimOf>[0]);
      const faults = await faultsOf(claim, execute, schema);
      if (faults.length > 0) checked.push(...(await refusalsOf(entry.file, faults)));
      else {
        checked.push(entry);
        judged.push(await judge(claim, execute, lastDay));
      }
    }
    return { entries: checked, judged };
  } finally {
    await store.close();
  }
}

/** The same, with the lines of the file. */
async function refusalsOf(file: string, faults: readonly ClaimFault[]): Promise<Refusal[]> {
  const parsed = new ClaimFile(await readFile(file, 'utf8'));
  return faults.map(({ path, line, reason }) => ({
    file,
    line: parsed.lineOf(path, line),
    column: path.join('.'),
    reason,
  }));
}
