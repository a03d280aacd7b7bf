import { totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { openDatabase, whileStarting } from '../database/open.ts';
import type { Environment } from '../env.ts';
import { USUAL_LIMITS } from '../graphql/limits.ts';
import { connectedClients } from '../http/client-address.ts';
import { cors } from '../http/cors.ts';
import { type HttpServer, listen } from '../http/server.ts';
import { traced } from '../http/tracing.ts';
import { loadReviewedDataset } from '../importers/load-reviewed.ts';
import { openStore, type Store } from '../store/store.ts';
import { connectionBounds, operationLimits, ratePerSecond } from './limits.ts';
import { availableMemory, memoryFor } from './memory.ts';

/** How long a server that stops waits for what is being read ahead of requests. */
const CLOSING_MS = 1_000;

/** Opens the database, loads the dataset on the first start, and serves. */
export async function serve(environment: Environment, log: Logger): Promise<HttpServer> {
  const memory = memoryFor(environment, availableMemory(totalmem()));
  const options = {
    url: environment.DATABASE_URL,
    poolSize: environment.CAPEXGRAPH_POOL_SIZE,
    home: environment.CAPEXGRAPH_HOME,
    onProgress: (line: string) => log.info(line),
    onError: (error: Error) => log.warn(error, 'A connection to the database was lost'),
    onLost: ({ message }: Error) =>
      log.error(`The database does not answer (${message}); figures are served from memory`),
    onBack: () => log.info('The database answers again'),
  };
  const documents = await givenDocuments(environment.CAPEXGRAPH_DOCUMENTS);
  let isStopping = false;
  let store: Store | undefined;
  const [database, { createApp }, trace] = await Promise.all([
    openDatabase(options),
    whileStarting(options, () => import('../http/app.ts')),
    traced(),
  ]);
  const close = async () => {
    // What it still reads may never come.
    await Promise.race([store?.close(), sleep(CLOSING_MS)]);
    await database.close();
  };
  try {
    await loadReviewedDataset(database, (line) => log.info(line));
    store = await openStore(database, {
      ...memory,
      listens: environment.CAPEXGRAPH_LISTEN,
      onLoaded: (companies) => log.info(`The figures of ${companies} companies are in memory`),
      onDeaf: (reason) =>
        log.warn(
          `Imports are not heard of by LISTEN (${reason}); they are looked for every second`,
        ),
      onBehind: (reason) => log.warn(`The database is a standby that does not follow (${reason})`),
      onCaughtUp: () => log.info('The standby follows its primary again'),
      onError: (error) => log.error(error, 'The dataset could not be read'),
    });
    const app = createApp({
      store,
      database,
      responseCacheBytes: memory.responseCacheBytes,
      sharedCacheSeconds: environment.CAPEXGRAPH_SHARED_CACHE_SECONDS,
      documents,
      isOnlyDocuments: environment.CAPEXGRAPH_ONLY_DOCUMENTS,
      allowedOrigins: environment.CAPEXGRAPH_ALLOWED_ORIGINS,
      limit: {
        micros: environment.CAPEXGRAPH_MAX_COST,
        bytes: environment.CAPEXGRAPH_MAX_ANSWER_MB * 1e6,
      },
      documentLimits: { ...USUAL_LIMITS, ...environment.CAPEXGRAPH_DOCUMENT_LIMITS },
      operationLimits: operationLimits(environment),
      host: environment.HOST,
      hostNames: environment.HOST_NAMES,
      isStopping: () => isStopping,
      ratePerSecond: ratePerSecond(environment),
      trustedProxies: environment.CAPEXGRAPH_TRUSTED_PROXIES,
      logsRequests: environment.LOG_REQUESTS,
      trace,
      log,
    });
    const server = await listen(
      app,
      environment.HOST,
      environment.PORT,
      connectionBounds(environment),
      connectedClients(environment.CAPEXGRAPH_TRUSTED_PROXIES),
      cors(environment.CAPEXGRAPH_ALLOWED_ORIGINS),
    );
    const stop = async () => {
      isStopping = true;
      await server.stop();
      await close();
    };
    return { ...server, stop };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Before anything else is started, so that a manifest that cannot be used is named at once. */
async function givenDocuments(path: string | undefined) {
  if (path === undefined) return undefined;
  return (await import('../http/read-documents.ts')).readDocuments(path);
}
