import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { codeOf } from './errors.ts';
import { DatabaseOutage } from './outage.ts';
import { Pulse } from './pulse.ts';
import { sever } from './sever.ts';

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
    super({ ...config, connectionTimeoutMillis: QUEUE_MS });
    this.on('connect', (client) => this.#clients.add(client));
    this.on('remove', (client) => this.#clients.delete(client));
    this.pulse = new Pulse({
      ping: () => ping(config),
      onLost: (error) => {
        this.cut();
        onLost(error);
      },
      onBack,
      isCrowded: () => this.waitingCount > 0,
    });
    const connect = super.connect.bind(this) as () => Promise<pg.PoolClient>;
    // By the time that it is a question's turn, nobody may wait for it any more.
    const take = async (isWanted: () => boolean) => {
      for (;;) {
        const client = await connect().catch(waitForOthers);
        if (client && isWanted()) return client;
        client?.release();
        if (!isWanted()) throw new DatabaseOutage('Nobody waits for it any more.');
      }
    };
    // Theirs have a dozen signatures; these are called for promises only.
    this.connect = (() => this.pulse.ask(take, false)) as typeof this.connect;
    this.query = ((...question: Question) =>
      this.pulse.ask(async (isWanted) =>
        query(await take(isWanted), question),
      )) as typeof this.query;
  }

  /** Cuts every connection, whatever it is doing. */
  cut(): void {
    for (const client of this.#clients) sever(client);
  }
}

/** While others have all the connections that the database allows, it is like a pool that is full. */
async function waitForOthers(error: Error): Promise<undefined> {
  if (codeOf(error) !== TOO_MANY_CONNECTIONS) throw error;
  await sleep(AGAIN_MS);
}

const TOO_MANY_CONNECTIONS = '53300';
const AGAIN_MS = 50;

/** The database itself gives up sooner; what has not come by then is lost with its connection. */
const ANSWERED_IN_TIME = { query_timeout: 17_000 };

type Question = [text: string | pg.QueryConfig, values?: unknown[]];

/** Asks, and gives the connection back; one on which something failed is not used again. */
async function query(client: pg.PoolClient, question: Question): Promise<pg.QueryResult> {
  try {
    const [asked, values] = question;
    const config = typeof asked === 'string' ? { text: asked } : asked;
    const result = await client.query({ ...ANSWERED_IN_TIME, ...config }, values);
    client.release();
    return result;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

/** Whether the database answers a connection of its own, in time. */
async function ping(config: pg.PoolConfig): Promise<void> {
  const client = new (config.Client ?? pg.Client)({
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
    sever(client);
  }
}
