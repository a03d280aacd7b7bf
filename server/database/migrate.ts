import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describeAddress, parseAddress } from './address.ts';
import { DatabaseError, reasonOf } from './errors.ts';
import { MIGRATIONS, type Migration, readMigrations } from './migrations/files.ts';
import { pendingMigrations } from './migrations/history.ts';

/** The advisory lock that Prisma's own commands take, so we and they wait for each other. */
const LOCK = 72_707_369;

/** Brings the database up to date; says which migrations it took. Safe with many servers starting at once. */
export async function migrate(url: string, folder = MIGRATIONS): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder);
  const pool = new pg.Pool({
    connectionString: parseAddress(url).href,
    application_name: 'capexgraph migrate',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 0,
    max: 1,
  });
  pool.on('error', () => {});
  try {
    await pool.query('SELECT 1').catch((error) => {
      throw unreachable(url, error);
    });
    // Usually there is nothing to apply, and that takes no lock to find out.
    if ((await pendingMigrations(pool, migrations)).length === 0) return { applied: [] };
    await pool.query(`SET lock_timeout = '60s'`);
    await pool.query(`SELECT pg_advisory_lock(${LOCK})`).catch((error) => {
      throw busy(error);
    });
    return { applied: await applyPending(pool, migrations) };
  } finally {
    await pool.end();
  }
}

async function applyPending(pool: pg.Pool, migrations: Migration[]): Promise<string[]> {
  const pending = await pendingMigrations(pool, migrations);
  for (const migration of pending) await apply(pool, migration);
  return pending.map(({ name }) => name);
}

/**
 * In one transaction with its row in the history, so that a failure or a crash leaves the database as
 * it was, and the next start can try again.
 */
async function apply(pool: pg.Pool, { name, sql, checksum }: Migration): Promise<void> {
  await pool.query('BEGIN');
  try {
    const { rows } = await pool.query(STRANGERS);
    if (rows.length > 0) throw notEmpty();
    await pool.query(HISTORY);
    await pool.query(sql);
    await pool.query(RECORD, [randomUUID(), checksum, name]);
    await pool.query('COMMIT');
  } catch (error) {
    await pool.query('ROLLBACK').catch(() => {});
    throw error instanceof DatabaseError ? error : failed(name, error);
  }
}

/** Tables in a database that has no history yet. */
const STRANGERS = `
  SELECT FROM pg_tables WHERE schemaname = current_schema()
    AND to_regclass('_prisma_migrations') IS NULL LIMIT 1`;

/** The table and the row that `prisma migrate deploy` would have written. */
const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;
const RECORD = `
  INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, clock_timestamp(), 1)`;

function unreachable(url: string, error: unknown): DatabaseError {
  return new DatabaseError(
    'DATABASE_UNREACHABLE',
    `Cannot connect to the database ${describeAddress(url)}: ${reasonOf(error)}. ` +
      'Is PostgreSQL running there, and DATABASE_URL right?',
    { cause: error },
  );
}

function busy(error: unknown): DatabaseError {
  return new DatabaseError(
    'DATABASE_BUSY',
    'Another program has been migrating the database for a minute. Start again when it is done.',
    { cause: error },
  );
}

function notEmpty(): DatabaseError {
  return new DatabaseError(
    'DATABASE_NOT_EMPTY',
    'The database holds tables that are not ours. Set DATABASE_URL to an empty one.',
  );
}

function failed(name: string, error: unknown): DatabaseError {
  return new DatabaseError(
    'MIGRATION_FAILED',
    `Migration ${name} failed, and the database is as it was before: ${reasonOf(error)}.`,
    { cause: error },
  );
}
