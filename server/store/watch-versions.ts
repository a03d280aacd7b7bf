import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { NEW_VERSION } from '../importers/import-dataset.ts';

/** How long to wait before listening again after the connection was lost. */
const RETRY_MS = 500;

/**
 * Calls back whenever an import has been committed, whichever process made it, and each time that
 * listening begins, since an import may have passed unheard before. Ends when it is told to.
 */
export function watchVersions(pool: Pool, onVersion: () => void): { stop(): Promise<void> } {
  let stopped = false;
  let listening: PoolClient | undefined;

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
      onVersion();
      await lost;
    } finally {
      listening = undefined;
      // Destroyed, so that nobody gets a connection that still listens.
      client.release(true);
    }
  };

  const watch = async (): Promise<void> => {
    while (!stopped) {
      await listen().catch(() => {});
      if (!stopped) await sleep(RETRY_MS, undefined, { ref: false });
    }
  };

  const watching = watch();
  return {
    stop: async () => {
      stopped = true;
      listening?.emit('end');
      await watching;
    },
  };
}
