import type { Logger } from 'pino';
import type { Database } from './database/client.ts';
import { openDatabase } from './database/open.ts';
import type { Environment } from './env.ts';
import { createGraphQL } from './http/graphql.ts';
import { createRoutes } from './http/routes.ts';
import { type HttpServer, listen } from './http/server.ts';
import { loadReviewedDataset } from './importers/load-reviewed.ts';
import { openStore, type Store } from './store/store.ts';

/** The memory that companies' series may take: about 20,000 companies of 60 quarters. */
const SERIES_BYTES = 256 * 1024 * 1024;

const READINESS_TIMEOUT_MS = 1_000;

/** Opens the database, loads the dataset on the first start, and serves. */
export async function serve(environment: Environment, log: Logger): Promise<HttpServer> {
  const database = await openDatabase({
    url: environment.DATABASE_URL,
    home: environment.CAPEXGRAPH_HOME,
    onProgress: (line) => log.info(line),
    onError: (error) => log.warn(error, 'A connection to the database was lost'),
  });
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
    const graphql = createGraphQL({ store, prisma: database.prisma, log });
    const routes = createRoutes({ graphql, isReady: () => answers(database) });
    const server = await listen(routes, environment.HOST, environment.PORT);
    const stop = async () => {
      await server.stop();
      await graphql.dispose();
      await close();
    };
    return { url: server.url, stop };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whether the database answers in time. */
function answers({ pool }: Database): Promise<boolean> {
  const timeout = new Promise<false>((resolve) =>
    setTimeout(resolve, READINESS_TIMEOUT_MS, false).unref(),
  );
  const query = pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([query, timeout]);
}
