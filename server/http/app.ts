import type { Logger } from 'pino';
import type { Database } from '../database/client.ts';
import { createExecutor } from '../execution/executor.ts';
import { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Store } from '../store/store.ts';
import { compiled } from './compiled-operations.ts';
import type { GraphQL } from './exchange.ts';
import { graphqlHandler } from './graphql-handler.ts';
import { cached } from './response-cache.ts';
import { createRoutes, type Handler } from './routes.ts';
import { seriesCsv } from './series-csv.ts';
import { yoga } from './yoga.ts';

/** What the application needs from outside. */
export interface AppOptions {
  readonly store: Store;
  readonly database: Database;
  /** The memory for cached answers; 0 caches none. */
  readonly responseCacheBytes: number;
  readonly log: Logger;
}

const READINESS_TIMEOUT_MS = 1_000;

/** Answers every request that comes over HTTP. */
export function createApp({ store, ...options }: AppOptions): Handler {
  const graphql = createGraphQL(options);
  return createRoutes({
    graphql: graphqlHandler({ graphql, newest: () => store.snapshot, log: options.log }),
    seriesCsv: seriesCsv(() => store.snapshot, options.log),
    isReady: () => answers(options.database),
  });
}

/** The GraphQL endpoint: from the cache, else by a compiled operation, else by Yoga. */
export function createGraphQL({
  database: { prisma },
  responseCacheBytes,
  log,
}: Omit<AppOptions, 'store'>): GraphQL {
  const contextOf = (snapshot: Snapshot): Context => ({ snapshot, prisma, budget: new Budget() });
  const executor = createExecutor(schema, (context) => contextOf((context as Context).snapshot));
  const framework = yoga(executor, contextOf, log);
  return cached(compiled(framework, executor, contextOf), responseCacheBytes);
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
