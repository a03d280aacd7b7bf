import type { Logger } from 'pino';
import type { Database } from '../database/client.ts';
import { createExecutor } from '../execution/executor.ts';
import { Budget, MAX_COST, type OperationLimits, USUAL_OPERATION } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import type { Cost } from '../graphql/cost-weights.ts';
import { type DocumentLimits, USUAL_LIMITS } from '../graphql/limits.ts';
import { schema } from '../graphql/schema.ts';
import { StoredVersion } from '../store/at-version.ts';
import { FactDocuments } from '../store/fact-documents.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Store } from '../store/store.ts';
import { admission } from './admission.ts';
import { cachingFor } from './caching.ts';
import { clientAddresses } from './client-address.ts';
import { compiled } from './compiled-operations.ts';
import { cors } from './cors.ts';
import { encoded } from './encoded-answers.ts';
import type { ContextOf, GraphQL } from './exchange.ts';
import { graphqlHandler } from './graphql-handler.ts';
import { outdatedSince, readiness } from './health.ts';
import { type Documents, KnownDocuments } from './known-documents.ts';
import { metrics } from './metrics.ts';
import { Observations } from './observations.ts';
import { page } from './page.ts';
import { persisted } from './persisted-documents.ts';
import { RateLimit } from './rate-limit.ts';
import { cached } from './response-cache.ts';
import { createRoutes, type Handler } from './routes.ts';
import { seriesCsv } from './series-csv.ts';
import { shared } from './shares.ts';
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
  /** Whether each request gets a line in the log. */
  readonly logsRequests: boolean;
  /** Watches the endpoint at work. */
  trace(graphql: GraphQL): GraphQL;
  /** What the answer to one request may cost; left out, as much as is usual. */
  readonly limit?: Cost;
  /** What a document may be; left out, what is usual. */
  readonly documentLimits?: DocumentLimits;
  /** What an operation may do beside what it costs; left out, what is usual. */
  readonly operationLimits?: OperationLimits;
  /** The memory for cached answers; 0 caches none. */
  readonly responseCacheBytes: number;
  /** The memory for documents, parsed and compiled; left out, enough for some hundred of the usual length. */
  readonly documentCacheBytes?: number;
  /** How long shared caches may answer by themselves; left out, not at all. */
  readonly sharedCacheSeconds?: number;
  /** What it knows by their ids beside its own; and whether it answers no others. */
  readonly documents?: Documents;
  readonly isOnlyDocuments?: boolean;
  /** The origins whose pages may ask; left out, any. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** The address that it is served on, and the names that it is reached by; unset, any, or localhost's. */
  readonly host?: string;
  readonly hostNames?: readonly string[];
  readonly log: Logger;
}

/** Answers every request that comes over HTTP. */
export function createApp({
  store,
  isStopping,
  ratePerSecond,
  trustedProxies,
  logsRequests,
  trace,
  allowedOrigins,
  ...options
}: AppOptions): Handler {
  const { limit = MAX_COST, documentLimits = USUAL_LIMITS } = options;
  const { body: maxBodyBytes } = documentLimits;
  const clientOf = clientAddresses(trustedProxies);
  const { graphql, documents, answerBytes } = createGraphQL(options);
  const observations = new Observations();
  const crossOrigin = cors(allowedOrigins);
  const limited =
    ratePerSecond > 0
      ? admission(new RateLimit(ratePerSecond), clientOf, crossOrigin, (refused) =>
          observations.add(refused),
        )
      : undefined;
  const newest = () => store.snapshot;
  const lostAt = () => options.database.lostAt;
  const { pool } = options.database;
  const caching = cachingFor(options.sharedCacheSeconds ?? 0);
  const reading = { pool, newest, caching, log: options.log };
  return createRoutes({
    graphql: graphqlHandler({
      graphql: trace(graphql),
      cors: crossOrigin,
      caching,
      newest,
      outdatedSince: () => outdatedSince(store, lostAt()),
      observations,
      charge: limited?.charge,
      clientOf,
      maxBodyBytes,
      log: options.log,
      logsRequests,
    }),
    page: page(graphql, newest, options.log),
    files: onFirstUse(async () => (await import('./dataset-files.ts')).datasetFiles(reading)),
    mcp: onFirstUse(async () => {
      const { mcpHandler } = await import('./mcp/mcp-handler.ts');
      return mcpHandler({ ...options, graphql, newest, maxBodyBytes, charge: limited?.charge });
    }),
    llms: onFirstUse(async () => (await import('./mcp/llms-text.ts')).llmsHandler(newest)),
    feed: onFirstUse(async () => (await import('./feed-handler.ts')).feedHandler(reading)),
    seriesCsv: seriesCsv(newest, limited?.charge, caching, limit, options.log),
    metrics: metrics({
      observations,
      store,
      lostAt,
      pool,
      cachedBytes: () => ({
        documents: documents.bytes,
        answers: answerBytes(newest()),
        series: newest().series.bytes,
        screens: newest().screenBytes,
      }),
    }),
    admission: limited,
    cors: crossOrigin,
    isOnlyDocuments: options.isOnlyDocuments,
    ready: () => readiness(store, lostAt(), isStopping()),
  });
}

/** A handler that a start does not wait for. */
function onFirstUse(load: () => Promise<Handler>): Handler {
  let loaded: Promise<Handler> | undefined;
  return async (request, response) => {
    loaded ??= load();
    return (await loaded)(request, response);
  };
}

/** The GraphQL endpoint: from the cache, else by a compiled operation, else by Yoga; documents by their ids or texts. */
export function createGraphQL({
  database: { prisma },
  responseCacheBytes,
  documentCacheBytes,
  documents,
  isOnlyDocuments = false,
  limit = MAX_COST,
  documentLimits = USUAL_LIMITS,
  operationLimits = USUAL_OPERATION,
  log,
}: Pick<
  AppOptions,
  | 'database'
  | 'responseCacheBytes'
  | 'documentCacheBytes'
  | 'documents'
  | 'isOnlyDocuments'
  | 'limit'
  | 'documentLimits'
  | 'operationLimits'
  | 'log'
>) {
  const contextFor = (snapshot: Snapshot, budget: Budget): Context => {
    const stored = new StoredVersion(prisma, snapshot.catalog.importId);
    return {
      snapshot,
      stored,
      documents: new FactDocuments(stored, () => budget.atRest()),
      budget,
    };
  };
  const fresh = ({ snapshot, budget }: Context) => contextFor(snapshot, budget.again());
  const contextOf: ContextOf = ({ isAwaited, place, client }, snapshot) =>
    contextFor(
      snapshot,
      new Budget(limit, { micros: 0, isAwaited, place, client }, operationLimits),
    );
  const executor = createExecutor(schema, fresh, documentCacheBytes);
  const known = new KnownDocuments(documents);
  const onlyDocuments = isOnlyDocuments ? known : undefined;
  const framework = yoga(executor, contextOf, limit, documentLimits, log, onlyDocuments);
  const answered = persisted(compiled(framework, executor, contextOf), known);
  // An id never means another text, so an answer is kept by it, and found without the text.
  const { graphql, bytes } = cached(
    shared(encoded(answered), operationLimits.ms),
    responseCacheBytes,
  );
  return { graphql, documents: executor.documents, answerBytes: bytes };
}
