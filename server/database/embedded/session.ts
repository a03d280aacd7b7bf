import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseError, reasonOf } from '../errors.ts';
import type { Cluster } from './cluster.ts';
import { NAME } from './create-cluster.ts';
import { abortPostmaster, findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';

/** A connection that says: somebody is using this PostgreSQL, do not stop it. */
export interface Session {
  client: pg.Client;
  socket: Socket;
  port: number;
  url: string;
}

/** Everybody holds this advisory lock shared; who gets it alone is the last, and may stop the server. */
const IN_USE = 1_128_358_984;

/** Long enough for the recovery after a crash. */
const PATIENCE = 60_000;
const STARTS = 5;

/** Joins the PostgreSQL on the data folder, starting it when it does not run. */
export async function joinServer(cluster: Cluster, port?: number): Promise<Session> {
  const deadline = Date.now() + PATIENCE;
  for (let starts = 0; ; ) {
    const server = await findPostmaster(cluster);
    try {
      // Twice: a shell that watched those before may have been about to stop it, and to end.
      await cluster.watcher.keep();
      if (server?.alive) {
        const session = await connect(cluster, server.port);
        await cluster.watcher.keep();
        return session;
      }
      starts++;
      await startPostmaster(cluster, port ?? server?.port);
    } catch (error) {
      // Somebody else may be starting or stopping it, and a port may be lost to another program.
      if (isFinal(error) || starts >= STARTS || Date.now() > deadline) {
        // What we started, and cannot use, is not left running.
        if (starts > 0) await abortPostmaster(cluster).catch(() => {});
        cluster.watcher.leave();
        throw startFailed(cluster, error);
      }
      await sleep(50);
    }
  }
}

/**
 * Ends the session, and with the last one the server. A server that does not answer serves nobody: it is told to stop, which
 * it will as soon as it can; whoever else has it open starts it again.
 */
export async function leaveServer(cluster: Cluster, session: Session): Promise<void> {
  try {
    const user = await otherUser(session).catch(() => 'unknown');
    if (user === 'session' || user === 'connection') await session.client.end();
    else await stopPostmaster(cluster, { wait: user === undefined });
    if (user === undefined || user === 'connection') cluster.watcher.dismiss();
  } finally {
    cluster.watcher.leave();
    session.socket.destroy();
  }
}

/** How long the server may take for each answer to who else uses it. */
const ANSWER_MS = 1_500;

/** Who else uses the server: another session, somebody who is only connected, or nobody. */
async function otherUser({ client }: Session): Promise<'session' | 'connection' | undefined> {
  await ask(client, 'SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
  const { rows } = await ask(client, 'SELECT pg_try_advisory_lock($1) AS alone', [IN_USE]);
  if (!rows[0].alone) return 'session';
  return (await othersConnected(client)) ? 'connection' : undefined;
}

/** Asks a server that may hang. */
function ask(client: pg.Client, text: string, values: unknown[] = []) {
  return client.query({ text, values, query_timeout: ANSWER_MS } as pg.QueryConfig);
}

async function connect({ password }: Cluster, port: number): Promise<Session> {
  const url = `postgresql://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: url,
    stream: () => socket,
    application_name: 'capexgraph in use',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
    return { client, socket, port, url };
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** Gives connections that are just being closed half a second to be gone. */
async function othersConnected(client: pg.Client): Promise<boolean> {
  for (let rest = 25; ; rest--) {
    const { rows } = await ask(
      client,
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    if (rows[0].others === 0 || rest === 0) return rows[0].others > 0;
    await sleep(20);
  }
}

/**
 * A server that answers is there: unless it says that it starts or stops, waiting will not help against a wrong password, a
 * missing database or damaged files.
 */
function isFinal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !error.code?.startsWith('57P');
}

function startFailed({ home, log }: Cluster, error: unknown): DatabaseError {
  const message =
    `The embedded PostgreSQL in ${home} does not start: ${reasonOf(error)} (log: ${log}). ` +
    'Mend that, or restore a copy of the folder, or move it away to begin anew, or set DATABASE_URL to a PostgreSQL of yours.';
  return new DatabaseError('EMBEDDED_START_FAILED', message, { cause: error });
}
