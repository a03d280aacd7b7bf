import { createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { Store } from '../store/store.ts';
import { REQUEST_ID } from './request-id.ts';
import { useErrorCodes } from './use-error-codes.ts';
import { useExecutor } from './use-executor.ts';
import { useFaultLog } from './use-fault-log.ts';
import { useLimits } from './use-limits.ts';

/** The largest body of a request, in bytes. */
export const MAX_BODY_BYTES = 100_000;

/** The GraphQL endpoint. */
export function createGraphQL({
  store,
  prisma,
  log,
}: {
  store: Store;
  prisma: PrismaClient;
  log: Logger;
}) {
  return createYoga({
    schema,
    context: (): Context => ({ snapshot: store.snapshot, prisma, budget: new Budget() }),
    plugins: [useLimits(), useErrorCodes(), useFaultLog(log), useExecutor(schema)],
    cors: {
      origin: '*',
      credentials: false,
      methods: ['GET', 'POST', 'OPTIONS'],
      exposedHeaders: [REQUEST_ID, 'retry-after'],
    },
    maxRequestBodySize: MAX_BODY_BYTES,
    // An internal message never leaves the server, whatever NODE_ENV says.
    maskedErrors: { isDev: false },
    multipart: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    logging: log,
  });
}
