import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseOutage } from '../database/outage.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';

/** How long a read waits each time for a database that is behind; somewhat over a second in all. */
const WAITS_MS = [20, 50, 100, 200, 400, 600];

/** What was read, and how far the database was that gave it. */
export interface Reading<Answer> {
  /** The id of the newest import there. */
  readonly newestImport: number;
  readonly answer: Answer;
}

/**
 * Reads from a database that has an import, which a standby may not have yet: again, until it has. Throws
 * `DatabaseOutage` when that takes too long.
 */
export async function atVersion<Answer>(
  importId: number,
  read: () => Promise<Reading<Answer>>,
): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const { newestImport, answer } = await read();
    if (newestImport >= importId) return answer;
    const wait = WAITS_MS[attempt];
    if (wait === undefined) {
      throw new DatabaseOutage(
        `The database is behind the version that is served: it has import ${newestImport}, not ${importId}.`,
      );
    }
    await sleep(wait);
  }
}

/**
 * SQL of a statement's rows, in any order, each behind the newest import of the database that gives them, all as of one moment.
 * Where there are none, or import `$1` is not there, it gives one row, whose `isFound` is null.
 */
export function withNewest(sql: string): string {
  return `
    select newest.id as "newestImport", found.*
    from (select coalesce(max(id), 0) as id from import) newest
    left join (select true as "isFound", row.* from (${sql}) row) found on newest.id >= $1`;
}

type Found = { readonly newestImport: number; readonly isFound: true | null };

/** The rows of a statement at a version; its `$1` is the version's import, then come the values. */
export function rowsAtVersion<Row extends object>(
  importId: number,
  sql: string,
  ask: (statement: string) => Promise<Row[]>,
): Promise<Row[]> {
  const statement = withNewest(sql);
  return atVersion(importId, async () => {
    const rows = (await ask(statement)) as (Row & Found)[];
    const { newestImport, isFound } = rows[0]!;
    return { newestImport, answer: isFound ? rows : [] };
  });
}

/** What of one version of the dataset stays in the database. */
export class StoredVersion {
  constructor(
    readonly prisma: PrismaClient,
    readonly importId: number,
  ) {}

  /** The rows of a statement, in any order; its `$1` is the version's import, then come the values. */
  rows<Row extends object>(sql: string, ...values: readonly unknown[]): Promise<Row[]> {
    return rowsAtVersion(this.importId, sql, (statement) =>
      this.prisma.$queryRawUnsafe<Row[]>(statement, this.importId, ...values),
    );
  }
}
