import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { NEW_VERSION } from '../database/channels.ts';

/** How long to wait before listening again after the connection was lost. */
const RETRY_MS = 500;

/** Somebody who listens for new versions until told to stop. */
export interface Watch {
  stop(): Promise<void>;
}

/**
 * Calls back whenever an import has been committed, whichever process made it, and after each time
 * that the connection was lost, since an import may have passed unheard. Listens when it returns; on
 * a database that cannot be listened to, it goes on trying.
 */
export async function watchVersions(pool: Pool, onVersion: () => void): Promise<Watch> {
  let stopped = false;
  let times = 0;
  let listening: PoolClient | undefined;
  let started = () => {};
  const start = new Promise<void>((resolve) => {
    started = resolve;
  });

  const listen = async (): Promise<void> => {
    const client = await pool.connect();
    const lost = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
    });
    try {
      client.on('notification', onVersion);
      await client.query(`listen ${NEW_VERSION}`);
      listening = client;
      started();
      if (times++ > 0) onVersion();
      await lost;
    } finally {
      listening = undefined;
      // Destroyed, so that nobody gets a connection that still listens.
      client.release(true);
    }
  };

  const watch = async (): Promise<void> => {
    while (!stopped) {
      await listen().catch(() => {
        times++;
        started();
      });
      if (!stopped) await sleep(RETRY_MS, undefined, { ref: false });
    }
  };

  const watching = watch();
  await start;
  return {
    stop: async () => {
      stopped = true;
      listening?.emit('end');
      await watching;
    },
  };
}
