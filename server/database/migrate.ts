import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describeAddress, parseAddress } from './address.ts';
import { connectionTo } from './connection.ts';
import { codeOf, DatabaseError, type DatabaseErrorCode, reasonOf } from './errors.ts';
import { type DatabaseKind, inspect } from './inspect.ts';
import { MIGRATIONS, type Migration, readMigrations } from './migrations/files.ts';
import { pendingMigrations } from './migrations/history.ts';
import { remedyOf } from './remedies.ts';

/** The advisory lock that Prisma's own commands take, so we and they wait for each other. */
const LOCK = 72_707_369;

/** What a database is like, and which migrations it took. */
export interface Migrated extends DatabaseKind {
  readonly applied: readonly string[];
}

/** Brings the database up to date. Safe with many servers starting at once, and through a pooler that shares sessions. */
export async function migrate(address: string, folder = MIGRATIONS): Promise<Migrated> {
  const migrations = await readMigrations(folder);
  const { schema } = parseAddress(address);
  const pool = new pg.Pool({
    ...connectionTo(address),
    application_name: 'capexgraph migrate',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 0,
    max: 1,
  });
  pool.on('error', () => {});
  // One that is lost in use fails what uses it.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    const client = await pool.connect().catch((error) => {
      throw unreachable(address, error);
    });
    const kind = await inspect(client, address, schema).finally(() => client.release());
    const applied: string[] = [];
    for (;;) {
      // Usually there is nothing to apply, and that takes no lock to find out.
      const [next] = await pendingMigrations(pool, migrations);
      if (!next) return { ...kind, applied };
      if (kind.isStandby) throw readOnly(next);
      if (await apply(pool, next, migrations)) applied.push(next.name);
    }
  } finally {
    await pool.end();
  }
}

/**
 * In one transaction with its row in the history, so that a failure or a crash leaves the database as
 * it was, and the next start can try again. False where another program has applied it meanwhile.
 */
async function apply(
  pool: pg.Pool,
  { name, sql, checksum }: Migration,
  migrations: Migration[],
): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0`);
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`).catch((error) => {
      throw busy(error);
    });
    const [next] = await pendingMigrations(client, migrations);
    const isOurs = next?.name === name;
    if (isOurs) {
      const { rows } = await client.query(STRANGERS);
      if (rows.length > 0) throw notEmpty();
      await client.query(HISTORY);
      await client.query(sql);
      await client.query(RECORD, [randomUUID(), checksum, name]);
    }
    await client.query('COMMIT');
    return isOurs;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error instanceof DatabaseError ? error : failed(name, error);
  } finally {
    client.release();
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

function unreachable(address: string, error: unknown): DatabaseError {
  return new DatabaseError(
    'DATABASE_UNREACHABLE',
    `Cannot connect to the database ${describeAddress(address)}: ${reasonOf(error)}. ${remedyOf(error)}`,
    { cause: error },
  );
}

function readOnly({ name }: Migration): DatabaseError {
  return new DatabaseError(
    'DATABASE_READ_ONLY',
    `The database is a standby, and lacks migration ${name}. Run \`capexgraph migrate\` on its primary first.`,
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
  const { code, mend } = REFUSALS[codeOf(error) ?? ''] ?? { code: 'MIGRATION_FAILED', mend: '' };
  return new DatabaseError(
    code,
    `Migration ${name} failed, and the database is as it was before: ${reasonOf(error)}. ${mend}`,
    { cause: error },
  );
}

/** What to do where a role may not migrate, or only reads, by PostgreSQL's code. */
const REFUSALS: Readonly<Record<string, { code: DatabaseErrorCode; mend: string }>> = {
  '42501': {
    code: 'DATABASE_FORBIDDEN',
    mend: 'Let the owner of the schema run `capexgraph migrate`, or grant this role CREATE on it.',
  },
  '25006': {
    code: 'DATABASE_READ_ONLY',
    mend: 'Run `capexgraph migrate` as a role that may write first.',
  },
};
