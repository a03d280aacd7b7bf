import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { createExecutor, type Executor } from '../execution/executor.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { Awaitable } from '../store/awaitable.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { answerKnown } from './known-operations.ts';
import { REQUEST_ID } from './request-id.ts';
import { useErrorCodes } from './use-error-codes.ts';
import { useExecutor } from './use-executor.ts';
import { useFaultLog } from './use-fault-log.ts';
import { useLimits } from './use-limits.ts';

/** A request, read to its end. */
export interface GraphQLRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/** What a request is answered with. */
export interface GraphQLAnswer {
  readonly status: number;
  /** Names and values in turn, but for those that are written with it. */
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** Whether all was well: the same request of the same snapshot is answered the same. */
  readonly isWhole: boolean;
}

/** The GraphQL endpoint: answers a request from a snapshot of the dataset; at once, if it can. */
export type GraphQL = (request: GraphQLRequest, snapshot: Snapshot) => Awaitable<GraphQLAnswer>;

/** One request on its way through Yoga. */
interface Call {
  readonly snapshot: Snapshot;
  isWhole: boolean;
}

/** Yoga plugin: tells the call whether all was well. */
const useWholeness = (): Plugin<object, { call: Call }> => ({
  onExecutionResult({ result, context: { call } }) {
    call.isWhole = result !== undefined && 'data' in result && !result.errors;
  },
});

/** Texts that cannot be parsed are not worth keeping. */
const NO_CACHE = { get: () => undefined, set: () => {} };

/** The GraphQL endpoint. */
export function createGraphQL({
  prisma,
  log,
}: {
  prisma: () => PrismaClient;
  log: Logger;
}): GraphQL {
  const newContext = (snapshot: Snapshot): Context => ({
    snapshot,
    prisma: prisma(),
    budget: new Budget(),
  });
  const executor = createExecutor(schema, (context) => newContext((context as Context).snapshot));
  return answerKnown(onYoga(executor, newContext, log), executor, newContext);
}

function onYoga(
  executor: Executor,
  newContext: (snapshot: Snapshot) => Context,
  log: Logger,
): GraphQL {
  const yoga = createYoga<{ call: Call }, Context>({
    schema,
    context: ({ call }) => newContext(call.snapshot),
    plugins: [
      useLimits(),
      useErrorCodes(),
      useFaultLog(log),
      useExecutor(executor),
      useWholeness(),
    ],
    cors: {
      origin: '*',
      credentials: false,
      methods: ['GET', 'POST', 'OPTIONS'],
      exposedHeaders: [REQUEST_ID, 'retry-after'],
    },
    // An internal message never leaves the server, whatever NODE_ENV says.
    maskedErrors: { isDev: false },
    // Its own would keep a thousand documents, however large.
    parserAndValidationCache: { documentCache: executor.documents, errorCache: NO_CACHE },
    // The body is here when Yoga gets to see the request.
    maxRequestBodySize: false,
    multipart: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    logging: log,
  });
  return async ({ url, ...init }, snapshot) => {
    const call: Call = { snapshot, isWhole: false };
    const request = new yoga.fetchAPI.Request(`http://localhost${url}`, init as RequestInit);
    const response = await yoga.fetch(request, { call });
    const isWhole = call.isWhole && response.status === 200;
    const ours = isWhole && init.method === 'GET' ? LENGTH_AND_VARY : LENGTH;
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => !ours.test(name)).flat(),
      body: Buffer.from(await response.text()),
      isWhole,
    };
  };
}

/** What is written with each answer, or with each that may be kept by caches. */
const LENGTH = /^content-length$/i;
const LENGTH_AND_VARY = /^(content-length|vary)$/i;
