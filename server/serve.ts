import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openDatabase } from './database/open.ts';
import type { Environment } from './env.ts';
import { type HttpServer, listen } from './http/server.ts';
import { loadReviewedDataset } from './importers/load-reviewed.ts';
import { openStore, type Store } from './store/store.ts';

const MEGABYTE = 1024 * 1024;

/** The memory that companies' series may take: about 20,000 companies of 60 quarters. */
const SERIES_BYTES = 256 * MEGABYTE;

/** After this time the embedded PostgreSQL, a process of its own, is on its way. */
const STARTING_MS = 100;

/** Opens the database, loads the dataset on the first start, and serves. */
export async function serve(environment: Environment, log: Logger): Promise<HttpServer> {
  const opening = openDatabase({
    url: environment.DATABASE_URL,
    home: environment.CAPEXGRAPH_HOME,
    onProgress: (line) => log.info(line),
    onError: (error) => log.warn(error, 'A connection to the database was lost'),
  });
  // The schema is built while the database starts.
  const loading = sleep(environment.DATABASE_URL ? 0 : STARTING_MS).then(
    () => import('./http/app.ts'),
  );
  const [database, { createApp }] = await Promise.all([opening, loading]);
  let store: Store | undefined;
  const close = async () => {
    await store?.close();
    await database.close();
  };
  try {
    await loadReviewedDataset(database, (line) => log.info(line));
    store = await openStore(database, {
      seriesBytes: SERIES_BYTES,
      onError: (error) => log.error(error, 'A new version of the dataset could not be read'),
    });
    const keptBytes = environment.RESPONSE_CACHE_MB * MEGABYTE;
    const app = createApp({ store, database, keptBytes, log });
    const server = await listen(app, environment.HOST, environment.PORT);
    const stop = async () => {
      await server.stop();
      await close();
    };
    return { url: server.url, stop };
  } catch (error) {
    await close();
    throw error;
  }
}
