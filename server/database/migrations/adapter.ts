import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Prisma's adapter for PostgreSQL over a single connection, so that locks and transactions hold. */
export interface SingleConnection {
  pool: pg.Pool;
  connect(): Promise<SqlDriverAdapter>;
}

/** The type of PostgreSQL's own "char" columns, which the adapter refuses and the engine asks for. */
const CHAR = 18;

/** Prepares the connection, with the adapter mended for the schema engine; nothing is opened yet. */
export function singleConnection(url: string): SingleConnection {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'capexgraph migrate',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 0,
    max: 1,
  });
  pool.on('error', () => {});
  const query = pool.query.bind(pool) as (config: unknown) => Promise<pg.QueryArrayResult>;
  let chars: number[] = [];

  pool.query = (async (config: unknown) => {
    const result = await query(config);
    chars = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
    for (const index of chars) result.fields[index]!.dataTypeID = pg.types.builtins.TEXT;
    return result;
  }) as typeof pool.query;

  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await new PrismaPg(pool).connect();
    return {
      provider: adapter.provider,
      adapterName: adapter.adapterName,
      executeRaw: (sql) => adapter.executeRaw(sql),
      async queryRaw(sql) {
        const result = await adapter.queryRaw(sql);
        for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
        return result;
      },
      async executeScript(script) {
        // The adapter would cut it at every semicolon, also within strings and functions.
        await query(script);
      },
      startTransaction: (level) => adapter.startTransaction(level),
      getConnectionInfo: () => adapter.getConnectionInfo(),
      dispose: () => adapter.dispose(),
    };
  };

  return { pool, connect };
}
