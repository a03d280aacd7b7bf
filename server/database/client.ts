import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';

/** Two ways to the database, over one pool: Prisma, and plain SQL for hot paths. */
export interface Database {
  pool: pg.Pool;
  prisma: PrismaClient;
  close(): Promise<void>;
}

/** Prepares the connections to a database; the first query opens the first one. */
export function connect(url: string, onError: (error: Error) => void = () => {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'capexgraph',
    max: 10,
    // Without it a request would wait for a free connection for ever; less fails requests of a busy start.
    connectionTimeoutMillis: 8000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
  });
  // A connection that breaks while idle would otherwise end the process; the pool opens a new one.
  pool.on('error', onError);
  // Any other format reads the program's source for each message: a third of a second of the server's time.
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });

  let closed: Promise<void> | undefined;
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return { pool, prisma, close: () => (closed ??= close()) };
}
