import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { describeAddress } from './address.ts';
import { codeOf, DatabaseError, reasonOf } from './errors.ts';
import { type MigrationConnection, migrationConnection } from './migrations/connection.ts';
import { MIGRATIONS, type Migration, readMigrations } from './migrations/files.ts';
import { pendingMigrations } from './migrations/history.ts';
import { migrationList, NO_FILTERS, openSchemaEngine } from './migrations/schema-engine.ts';

/** The advisory lock that Prisma's own commands take, so we and they wait for each other. */
const LOCK = 72_707_369;

/** Brings the database up to date; says which migrations it took. Safe with many servers starting at once. */
export async function migrate(url: string, folder = MIGRATIONS): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(folder);
  const connection = migrationConnection(url);
  const { pool } = connection;
  try {
    await pool.query('SELECT 1').catch((error) => {
      throw unreachable(url, error);
    });
    // The usual case is told without a lock, and without loading the engine.
    if ((await pendingMigrations(pool, migrations)).length === 0) return { applied: [] };
    await pool.query(`SET lock_timeout = '60s'`);
    await pool.query(`SELECT pg_advisory_lock(${LOCK})`).catch((error) => {
      throw busy(error);
    });
    return { applied: await applyPending(connection, migrations) };
  } finally {
    await connection.close();
  }
}

async function applyPending(connection: MigrationConnection, migrations: Migration[]) {
  const pending = await pendingMigrations(connection.pool, migrations);
  if (pending.length === 0) return [];
  const engine = await openSchemaEngine(connection.factory);
  try {
    for (const { name } of pending) {
      const upTo = migrations.slice(0, migrations.findIndex((each) => each.name === name) + 1);
      await applyLast(engine, connection, upTo);
    }
    return pending.map(({ name }) => name);
  } finally {
    engine.free();
  }
}

/**
 * In one transaction with its row in the history, so that a failure or a crash leaves the database as
 * it was, and the next start can try again.
 */
async function applyLast(engine: SchemaEngine, connection: MigrationConnection, upTo: Migration[]) {
  const { pool, scriptError } = connection;
  await pool.query('BEGIN');
  try {
    await engine.applyMigrations({ migrationsList: migrationList(upTo), filters: NO_FILTERS });
    await pool.query('COMMIT');
  } catch (error) {
    await pool.query('ROLLBACK').catch(() => {});
    throw codeOf(error) === 'P3005' ? notEmpty() : failed(upTo.at(-1)!, scriptError() ?? error);
  }
}

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

function failed({ name }: Migration, error: unknown): DatabaseError {
  return new DatabaseError(
    'MIGRATION_FAILED',
    `Migration ${name} failed, and the database is as it was before: ${reasonOf(error)}.`,
    { cause: error },
  );
}
