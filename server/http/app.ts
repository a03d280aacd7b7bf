import type { Logger } from 'pino';
import type { Database } from '../database/client.ts';
import { createExecutor } from '../execution/executor.ts';
import { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Store } from '../store/store.ts';
import { admission } from './admission.ts';
import { clientAddresses } from './client-address.ts';
import { compiled } from './compiled-operations.ts';
import type { GraphQL } from './exchange.ts';
import { graphqlHandler } from './graphql-handler.ts';
import { readiness } from './health.ts';
import { RateLimit } from './rate-limit.ts';
import { cached } from './response-cache.ts';
import { createRoutes, type Handler } from './routes.ts';
import { yoga } from './yoga.ts';

/** What the application needs from outside. */
export interface AppOptions {
  readonly store: Store;
  readonly database: Database;
  /** Whether the process has been told to stop; it is not ready then, and answers all the same. */
  isStopping(): boolean;
  /** The cost that one client may ask for in a second; 0 bounds nobody. */
  readonly ratePerSecond: number;
  /** The proxies whose word is taken for where a request came from. */
  readonly trustedProxies: readonly string[];
  /** The memory for cached answers; 0 caches none. */
  readonly responseCacheBytes: number;
  /** The memory for documents, parsed and compiled; left out, enough for some hundred of the usual length. */
  readonly documentCacheBytes?: number;
  readonly log: Logger;
}

/** Answers every request that comes over HTTP. */
export function createApp({
  store,
  isStopping,
  ratePerSecond,
  trustedProxies,
  ...options
}: AppOptions): Handler {
  const clientOf = clientAddresses(trustedProxies);
  const graphql = createGraphQL(options);
  const lostAt = () => options.database.lostAt;
  return createRoutes({
    graphql: graphqlHandler({ graphql, newest: () => store.snapshot, lostAt, log: options.log }),
    admit: ratePerSecond > 0 ? admission(new RateLimit(ratePerSecond), clientOf) : undefined,
    ready: () => readiness(store.snapshot, lostAt(), isStopping()),
  });
}

/** The GraphQL endpoint: from the cache, else by a compiled operation, else by Yoga. */
export function createGraphQL({
  database: { prisma },
  responseCacheBytes,
  documentCacheBytes,
  log,
}: Pick<AppOptions, 'database' | 'responseCacheBytes' | 'documentCacheBytes' | 'log'>): GraphQL {
  const contextOf = (snapshot: Snapshot): Context => ({ snapshot, prisma, budget: new Budget() });
  const fresh = (context: unknown) => contextOf((context as Context).snapshot);
  const executor = createExecutor(schema, fresh, documentCacheBytes);
  const framework = yoga(executor, contextOf, log);
  return cached(compiled(framework, executor, contextOf), responseCacheBytes);
}
