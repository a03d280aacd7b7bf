import type { PoolClient } from 'pg';
import { contentOf } from './tables/content.ts';
import { TABLE_NAMES } from './tables/tables.ts';

/**
 * The dataset's version is a digest of its content: each row has a SHA-256 digest, taken as four words
 * of 64 bits, and the version is the sum of all rows' words, each modulo 2^64, as 64 hexadecimal digits.
 *
 * A sum does not ask in which order the rows came, nor on which machine, and an import adds its own
 * rows to it without reading the others. (So does LtHash, of which this is the small form.) Two
 * datasets that differ have one version by chance once in 2^256. It is no signature: somebody who may
 * write thousands of made-up rows into a dataset could, with effort, find some that leave the sum as
 * it was; but who may do that may say anything in its name already.
 *
 * Ids, places in lists and the log of imports are no content.
 */
export const NO_CONTENT = '0'.repeat(64);

/** Sums of the words of digests, as decimal numbers of any size and sign. */
export type Sums = readonly string[];

/** A version with some rows more, or less with -1. */
export function addTo(version: string, sums: Sums, sign: 1 | -1 = 1): string {
  const words = sums.map((sum, place) => {
    const word = BigInt(`0x${version.slice(place * 16, place * 16 + 16)}`);
    const next = BigInt.asUintN(64, word + BigInt(sign) * BigInt(sum));
    return next.toString(16).padStart(16, '0');
  });
  return words.join('');
}

/** The version of what a database holds, from all of its rows. */
export async function versionOfContent(client: Pick<PoolClient, 'query'>): Promise<string> {
  let version = NO_CONTENT;
  for (const name of TABLE_NAMES) {
    const { rows } = await client.query<{ added: Sums }>(contentOf(name));
    version = addTo(version, rows[0]!.added);
  }
  return version;
}
