import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from '../importer.ts';
import { TABLE_NAMES } from '../tables/tables.ts';
import { readTable } from './read-table.ts';

/** A folder beside the tables may hold the claims as their authors wrote them. */
export const CLAIMS = 'claims';

/** The rows of a folder of CSV files, one for each table; a file that is not there is an empty table. */
export async function* readFolder(folder: string): AsyncGenerator<Entry> {
  const files = await readdir(folder).catch((): string[] => []);
  const present = TABLE_NAMES.filter((name) => files.includes(`${name}.csv`));
  if (present.length === 0) {
    const names = TABLE_NAMES.map((name) => `${name}.csv`).join(', ');
    const reason = `expected a folder with any of ${names}`;
    yield { file: folder, line: null, column: null, reason };
  }
  for (const name of present) yield* readTable(join(folder, `${name}.csv`), name);
  if (files.includes(CLAIMS)) {
    const { readClaims } = await import('../claim-files/read-claims.ts');
    yield* readClaims(join(folder, CLAIMS));
  }
}
