import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { exportOf } from '../tables/sql.ts';
import { TABLE_NAMES } from '../tables/tables.ts';

/** Writes the whole dataset, as of one moment, into a folder as the files that an import reads. */
export async function exportDataset(pool: Pool, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    await client.query('set local statement_timeout = 0');
    const files: string[] = [];
    for (const table of TABLE_NAMES) {
      const file = join(folder, `${table}.csv`);
      const rows = client.query(
        copyTo(`copy (${exportOf(table)}) to stdout with (format csv, header)`),
      );
      await pipeline(rows, createWriteStream(file));
      files.push(file);
    }
    return files;
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}
