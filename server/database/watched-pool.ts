import pg from 'pg';
import { Pulse } from './pulse.ts';

/** How long a question may wait for a lock: what holds one on a table that is read is an administrator's command. */
const LOCK_MS = 900;

/** How long it may wait for its turn while others are answered; while none is, it is refused sooner. */
const QUEUE_MS = 8_000;

/** How long a new connection, and its first answer, may take before the database counts as lost. */
const PING_MS = 1_500;

export interface WatchedPoolOptions {
  readonly config: pg.PoolConfig;
  /** The database stopped answering, or does again. */
  onLost(error: Error): void;
  onBack(): void;
}

/**
 * A pool whose questions never hang: those that a database does not answer, or that wait too long for a lock or for their
 * turn, fail in less than three seconds, and at once while it is known not to answer. When it does not, its connections are
 * cut, so that new ones serve as soon as it is back.
 */
export class WatchedPool extends pg.Pool {
  readonly pulse: Pulse;
  readonly #clients = new Set<pg.PoolClient>();

  constructor({ config, onLost, onBack }: WatchedPoolOptions) {
    super({
      ...config,
      connectionTimeoutMillis: QUEUE_MS,
      onConnect: (client) => client.query(`set lock_timeout = ${LOCK_MS}`),
    } as pg.PoolConfig);
    this.on('connect', (client) => this.#clients.add(client));
    this.on('remove', (client) => this.#clients.delete(client));
    this.pulse = new Pulse({
      pingMs: PING_MS,
      ping: () => ping(config),
      onLost: (error) => {
        this.cut();
        onLost(error);
      },
      onBack,
      isCrowded: () => this.waitingCount > 0,
    });
    const ask = super.query.bind(this) as (...args: unknown[]) => Promise<unknown>;
    const take = super.connect.bind(this);
    // Theirs have a dozen signatures; ours are called with promises only.
    this.query = ((...args: unknown[]) => this.pulse.ask(() => ask(...args))) as typeof this.query;
    this.connect = ((callBack?: Parameters<typeof take>[0]) =>
      callBack ? take(callBack) : this.pulse.ask(() => take())) as typeof this.connect;
  }

  /** Cuts every connection, whatever it is doing. */
  cut(): void {
    for (const client of this.#clients) streamOf(client).destroy();
  }
}

/** Whether the database answers a connection of its own, in time. */
async function ping(config: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({
    ...config,
    application_name: 'capexgraph pulse',
    connectionTimeoutMillis: PING_MS,
    query_timeout: PING_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    // Whoever says that there are too many connections, or that a password is wrong, does answer.
    if (!(error instanceof pg.DatabaseError) || /^57P0/.test(error.code ?? '')) throw error;
  } finally {
    // Not `end`, which waits for the other side.
    streamOf(client).destroy();
  }
}

/** The driver's own types leave the connection out. */
function streamOf(client: pg.ClientBase) {
  return (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
}
