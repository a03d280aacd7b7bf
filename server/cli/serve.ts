import type { Logger } from 'pino';
import { openDatabase, whileStarting } from '../database/open.ts';
import type { Environment } from '../env.ts';
import { type HttpServer, listen } from '../http/server.ts';
import { loadReviewedDataset } from '../importers/load-reviewed.ts';
import { openStore, type Store } from '../store/store.ts';

const MEGABYTE = 1024 * 1024;

/** The memory that companies' series may take: about 20,000 companies of 60 quarters. */
const SERIES_BYTES = 256 * MEGABYTE;

/** Opens the database, loads the dataset on the first start, and serves. */
export async function serve(environment: Environment, log: Logger): Promise<HttpServer> {
  const options = {
    url: environment.DATABASE_URL,
    home: environment.CAPEXGRAPH_HOME,
    onProgress: (line: string) => log.info(line),
    onError: (error: Error) => log.warn(error, 'A connection to the database was lost'),
  };
  let store: Store | undefined;
  const [database, { createApp }] = await Promise.all([
    openDatabase(options),
    whileStarting(options, () => import('../http/app.ts')),
  ]);
  const close = async () => {
    await store?.close();
    await database.close();
  };
  try {
    await loadReviewedDataset(database, (line) => log.info(line));
    store = await openStore(database, {
      seriesBytes: SERIES_BYTES,
      onLoaded: (companies) => log.info(`The figures of ${companies} companies are in memory`),
      onError: (error) => log.error(error, 'The dataset could not be read'),
    });
    const responseCacheBytes = environment.RESPONSE_CACHE_MB * MEGABYTE;
    const { HOST: host, HOST_NAMES: hostNames } = environment;
    const app = createApp({ store, database, responseCacheBytes, host, hostNames, log });
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
