import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { parseAddress } from '../address.ts';

/** The engine's way to a database: one single connection, so that locks and transactions hold. */
export interface MigrationConnection {
  pool: pg.Pool;
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** What PostgreSQL said to the last script that failed; the engine passes on only that one did. */
  scriptError(): unknown;
  /** Ends all connections, and drops the shadow databases. */
  close(): Promise<void>;
}

/** The type of PostgreSQL's own "char" columns, which adapter-pg refuses and the engine asks for. */
const CHAR = 18;

/** Prepares the connection; nothing is opened before it is used. */
export function migrationConnection(url: string): MigrationConnection {
  const pool = singleConnection(url);
  const shadows: { name: string; pool: pg.Pool }[] = [];
  let failure: unknown;

  const connect = (to: pg.Pool) =>
    adapterFor(to, (error) => {
      failure = error;
      throw error;
    });

  const connectToShadowDb = async () => {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await pool.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const shadow = parseAddress(url);
    shadow.pathname = `/${name}`;
    shadows.push({ name, pool: singleConnection(shadow.href) });
    return connect(shadows.at(-1)!.pool);
  };

  const close = async () => {
    for (const shadow of shadows) {
      await shadow.pool.end();
      await pool.query(`DROP DATABASE IF EXISTS "${shadow.name}" WITH (FORCE)`);
    }
    await pool.end();
  };

  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(pool),
    connectToShadowDb,
  };
  return { pool, factory, scriptError: () => failure, close };
}

async function adapterFor(
  pool: pg.Pool,
  onScriptError: (error: unknown) => never,
): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  const query = pool.query.bind(pool) as (config: unknown) => Promise<pg.QueryArrayResult>;
  let chars: number[] = [];

  pool.query = (async (config: unknown) => {
    const result = await query(config);
    chars = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
    for (const index of chars) result.fields[index]!.dataTypeID = pg.types.builtins.TEXT;
    return result;
  }) as typeof pool.query;

  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    executeRaw: (sql) => adapter.executeRaw(sql),
    async queryRaw(sql) {
      const result = await adapter.queryRaw(sql);
      for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    },
    // adapter-pg would cut the script at every semicolon, also within strings and functions.
    executeScript: (script) => query(script).then(() => {}, onScriptError),
    startTransaction: (level) => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo(),
    dispose: () => adapter.dispose(),
  };
}

function singleConnection(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: parseAddress(url).href,
    application_name: 'capexgraph migrate',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 0,
    max: 1,
  });
  return pool.on('error', () => {});
}
