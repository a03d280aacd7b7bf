import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { parseAddress } from './address.ts';
import { connectionTo } from './connection.ts';
import { WatchedPool } from './watched-pool.ts';

/** Two ways to the database, over one pool: Prisma, and plain SQL for hot paths. */
export interface Database {
  pool: pg.Pool;
  prisma: PrismaClient;
  /** When the database answered last, while it does not; undefined while it does, and where nobody watches it. */
  readonly lostAt: Date | undefined;
  close(): Promise<void>;
}

/** What somebody may want of a database, and to hear of it. */
export interface ConnectOptions {
  /** The most connections at once; left out, 10. */
  readonly poolSize?: number;
  /** The schema that the tables are in; left out, what the address says, or `public`. */
  readonly schema?: string;
  /** A connection was lost that nobody used. */
  onError?(error: Error): void;
  /** The database does not answer, or does again; given, it is watched, and no question waits for it in vain. */
  onLost?(error: Error): void;
  onBack?(): void;
}

/** Prepares the connections to a database; the first query opens the first one. */
export function connect(
  url: string,
  {
    onError,
    onLost,
    onBack,
    poolSize = 10,
    schema = parseAddress(url).schema,
  }: ConnectOptions = {},
): Database {
  const config = {
    ...connectionTo(url, { ...LIMITS, ...(onLost && { lock_timeout: LOCK_MS }) }),
    application_name: 'capexgraph',
    max: poolSize,
    // Without it a command would wait for a free connection for ever.
    connectionTimeoutMillis: 8000,
    keepAlive: true,
  };
  const watched = onLost && new WatchedPool({ config, onLost, onBack: onBack ?? (() => {}) });
  const pool = watched ?? new pg.Pool(config);
  // A connection that breaks while idle would otherwise end the process; the pool opens a new one.
  pool.on('error', onError ?? (() => {}));
  // So would one that breaks while somebody has it; what is asked on it fails by itself.
  pool.on('connect', (client) => client.on('error', () => {}));
  // Any other format reads the program's source for each message: a third of a second of the server's time.
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, schema === undefined ? {} : { schema }),
    errorFormat: 'minimal',
  });

  let closed: Promise<void> | undefined;
  const close = async () => {
    watched?.pulse.close();
    await prisma.$disconnect();
    const ended = pool.end();
    await Promise.race([ended, watched ? sleep(CLOSING_MS) : ended]);
    watched?.cut();
    await ended;
  };
  return {
    pool,
    prisma,
    get lostAt() {
      return watched?.pulse.lostAt;
    },
    close: () => (closed ??= close()),
  };
}

/** How long a statement, and the pause between two of a transaction, may take. */
const LIMITS = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 15_000 };

/** How long a question of a server may wait for a lock: what holds one on a table that is read is an administrator's command. */
const LOCK_MS = 900;

/** How long a server that stops waits for what is still being read. */
const CLOSING_MS = 500;
