import { randomUUID } from 'node:crypto';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { parseAddress } from '../address.ts';
import { type SingleConnection, singleConnection } from './adapter.ts';

/** The schema engine's way to a database, and to the shadow databases that it tries migrations out in. */
export interface MigrationConnection {
  pool: pg.Pool;
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** Ends all connections, and drops the shadow databases. */
  close(): Promise<void>;
}

/** Prepares the connection; nothing is opened before it is used. */
export function migrationConnection(url: string): MigrationConnection {
  const { pool, connect } = singleConnection(parseAddress(url).url.href);
  const shadows = new Map<string, SingleConnection>();

  const connectToShadowDb = async () => {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await pool.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
    const address = parseAddress(url).url;
    address.pathname = `/${name}`;
    const shadow = singleConnection(address.href);
    shadows.set(name, shadow);
    return shadow.connect();
  };

  const close = async () => {
    for (const [name, shadow] of shadows) {
      await shadow.pool.end();
      await pool.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    }
    await pool.end();
  };

  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect,
    connectToShadowDb,
  };
  return { pool, factory, close };
}
