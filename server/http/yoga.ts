import { createYoga, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Executor } from '../execution/executor.ts';
import type { Context } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { GraphQL } from './exchange.ts';
import { DATASET_VERSION } from './pinned-version.ts';
import { REQUEST_ID } from './request-id.ts';
import { useErrorCodes } from './use-error-codes.ts';
import { useExecutor } from './use-executor.ts';
import { useFaultLog } from './use-fault-log.ts';
import { useLimits } from './use-limits.ts';

/** One request on its way through Yoga. */
interface Call {
  readonly snapshot: Snapshot;
  isOk: boolean;
}

/** Yoga plugin: tells the call whether it was answered without an error. */
const useOutcome = (): Plugin<object, { call: Call }> => ({
  onExecutionResult({ result, context: { call } }) {
    call.isOk = result !== undefined && 'data' in result && !result.errors;
  },
});

/** Texts that cannot be parsed are not worth caching. */
const NO_CACHE = { get: () => undefined, set: () => {} };

/** The GraphQL endpoint as the framework answers it: limits, validation, error codes, every media type. */
export function yoga(
  executor: Executor,
  contextOf: (snapshot: Snapshot) => Context,
  log: Logger,
): GraphQL {
  const server = createYoga<{ call: Call }, Context>({
    schema,
    context: ({ call }) => contextOf(call.snapshot),
    plugins: [useLimits(), useErrorCodes(), useFaultLog(log), useExecutor(executor), useOutcome()],
    cors: {
      origin: '*',
      credentials: false,
      methods: ['GET', 'POST', 'OPTIONS'],
      exposedHeaders: [REQUEST_ID, DATASET_VERSION, 'retry-after'],
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
  return async ({ method, url, headers, body }, snapshot) => {
    const call: Call = { snapshot, isOk: false };
    const init = { method, headers, body } as RequestInit;
    const request = new server.fetchAPI.Request(`http://localhost${url}`, init);
    const response = await server.fetch(request, { call });
    const isOk = call.isOk && response.status === 200;
    const ours = isOk && method === 'GET' ? LENGTH_AND_VARY : LENGTH;
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => !ours.test(name)).flat(),
      body: Buffer.from(await response.text()),
      isOk,
    };
  };
}

/** What is written with each answer, and with each that caches may keep. */
const LENGTH = /^content-length$/i;
const LENGTH_AND_VARY = /^(content-length|vary)$/i;
