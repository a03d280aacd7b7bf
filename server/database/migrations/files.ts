import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../../paths.ts';

/** Where this project keeps its migrations. */
export const MIGRATIONS = inProject('prisma/migrations');

/** The one schema. */
export const SCHEMA = inProject('prisma/schema.prisma');

/** One migration of the history. */
export interface Migration {
  name: string;
  sql: string;
  /** As Prisma works it out. */
  checksum: string;
}

/** Reads the migrations, oldest first. */
export async function readMigrations(folder = MIGRATIONS): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const text = await readFile(join(folder, name, 'migration.sql'), 'utf8');
  // Git on Windows may have changed the line ends; that is not an edit.
  const sql = text.replaceAll('\r\n', '\n');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
