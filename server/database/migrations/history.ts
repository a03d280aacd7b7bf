import type pg from 'pg';
import { DatabaseError } from '../errors.ts';
import type { Migration } from './files.ts';

/** A pool, or one connection of it. */
type Asked = Pick<pg.Pool | pg.PoolClient, 'query'>;

interface Applied {
  migration_name: string;
  checksum: string;
  finished: boolean;
  logs: string | null;
}

/** The migrations that the database still lacks. A history that is not ours to continue is an error. */
export async function pendingMigrations(
  pool: Asked,
  migrations: Migration[],
): Promise<Migration[]> {
  const applied = await readHistory(pool);
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    if (!row.finished) throw unfinished(row);
    const migration = byName.get(row.migration_name);
    if (!migration) throw newer(row);
    if (migration.checksum !== row.checksum) throw edited(row);
  }
  const names = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !names.has(name));
}

async function readHistory(pool: Asked): Promise<Applied[]> {
  // Opening a table makes PostgreSQL take notice of those that others have made meanwhile, also within a transaction.
  const { rows: tables } = await pool.query(
    `SELECT to_regclass('_prisma_migrations') AS name FROM pg_class LIMIT 1`,
  );
  if (!tables[0].name) return [];
  const { rows } = await pool.query<Applied>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, logs
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

/** Not by us, who apply a migration whole or not at all, but by another tool. */
function unfinished({ migration_name: name, logs }: Applied): DatabaseError {
  const reason = logs ? `: ${logs.split('\n')[0]}` : '';
  return new DatabaseError(
    'MIGRATION_FAILED',
    `Migration ${name} was begun by another tool and never finished${reason}. ` +
      'Put the tables right, then delete its row in _prisma_migrations.',
  );
}

function newer({ migration_name: name }: Applied): DatabaseError {
  return new DatabaseError(
    'DATABASE_NEWER',
    `The database is newer than this program: it has had migration ${name}, which is not in ` +
      'prisma/migrations. Update the program, or use another database.',
  );
}

function edited({ migration_name: name }: Applied): DatabaseError {
  return new DatabaseError(
    'MIGRATION_EDITED',
    `Migration ${name} was edited after the database had it. ` +
      `Restore prisma/migrations/${name}/migration.sql, and put the change into a new migration.`,
  );
}
