import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { binaryRows } from './binary-rows.ts';
import { digestsOf } from './tables/content.ts';
import { columnsOf } from './tables/sql.ts';
import { TABLE_NAMES, type TableName } from './tables/tables.ts';

/** The bytes of a SHA-256 digest, and of the words of it that are added up. */
const DIGEST = 32;
const WORD = 4;

/**
 * The dataset's version is a digest of its content. Each row has a SHA-256 digest: of the table's name
 * and the cells of the table's file, with U+001F before each and none after the last that is not empty.
 * The version is the sum of all rows' digests, in eight big-endian words of 32 bits, each modulo 2^32,
 * as 64 hexadecimal digits.
 *
 * A sum does not ask in which order rows came, nor on which machine, and an import adds its own rows to
 * it without reading the others. (LtHash does the same with a thousand words.) Two datasets that differ
 * have one version by chance once in 2^256. It is no signature: who may write a great many made-up rows
 * into a dataset could, with effort, find some that leave the sum as it was; but who may do that may
 * write anything else as well.
 *
 * Ids and the log of imports are no content.
 */
export class ContentVersion {
  readonly #words = new Uint32Array(DIGEST / WORD);

  constructor(version?: string) {
    if (version) this.count(Buffer.from(version, 'hex'), 1);
  }

  /** Counts in rows that there are more, or less with -1, by their digests one after the other. */
  count(digests: Buffer, sign: 1 | -1): void {
    const { length } = this.#words;
    for (let word = 0; word * WORD < digests.length; word++) {
      this.#words[word % length]! += sign * digests.readUInt32BE(word * WORD);
    }
  }

  toString(): string {
    return Array.from(this.#words, (word) => word.toString(16).padStart(2 * WORD, '0')).join('');
  }
}

/** The digest of a row of a file. */
export function digestOfRow(table: TableName, row: object): Buffer {
  const cells = columnsOf(table).map(([column, { otherwise = '', asStored }]) => {
    const given: string | null | undefined = row[column as never];
    return given == null ? otherwise : (asStored?.(given) ?? given);
  });
  const last = cells.findLastIndex((cell) => cell !== '');
  const text = [table, ...cells.slice(0, last + 1)].join('\u001f');
  return createHash('sha256').update(text).digest();
}

/** Runs a statement that gives digests of rows added and removed, and counts them in; how many were added. */
export async function countIn(
  client: PoolClient,
  version: ContentVersion,
  statement: string,
): Promise<number> {
  // In PostgreSQL's binary format: a million digests are never in memory at once.
  const chunks = client.query(copyTo(`copy (${statement}) to stdout (format binary)`));
  let rows = 0;
  for await (const [added, removed] of binaryRows(chunks)) {
    if (added) version.count(added, 1);
    if (removed) version.count(removed, -1);
    rows += (added?.length ?? 0) / DIGEST;
  }
  return rows;
}

/** A database may write days otherwise by itself. For the transaction that is open. */
export const DAYS_AS_IN_FILES = `set local datestyle = 'ISO'`;

/** The version of what a database holds, from all of its rows, within a transaction. */
export async function versionOfContent(client: PoolClient): Promise<ContentVersion> {
  await client.query(DAYS_AS_IN_FILES);
  const version = new ContentVersion();
  for (const name of TABLE_NAMES) await countIn(client, version, digestsOf(name));
  return version;
}
