import type { Logger } from 'pino';
import type { Database } from './database/client.ts';
import { openDatabase } from './database/open.ts';
import type { Environment } from './env.ts';
import { createGraphQL } from './http/graphql.ts';
import { graphqlHandler } from './http/graphql-handler.ts';
import { keepAnswers } from './http/kept-answers.ts';
import { createRoutes, type Handler } from './http/routes.ts';
import { type HttpServer, listen } from './http/server.ts';
import { loadReviewedDataset } from './importers/load-reviewed.ts';
import { openStore, type Store } from './store/store.ts';

const MEGABYTE = 1024 * 1024;

/** The memory that companies' series may take: about 20,000 companies of 60 quarters. */
const SERIES_BYTES = 256 * MEGABYTE;

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
    const routes = createRoutes({
      graphql: graphqlOf(store, database, environment, log),
      isReady: () => answers(database),
    });
    const server = await listen(routes, environment.HOST, environment.PORT);
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

function graphqlOf(
  store: Store,
  { prisma }: Database,
  { RESPONSE_CACHE_MB }: Environment,
  log: Logger,
): Handler {
  const graphql = keepAnswers(createGraphQL({ prisma, log }), RESPONSE_CACHE_MB * MEGABYTE);
  return graphqlHandler({ graphql, newest: () => store.snapshot, log });
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
