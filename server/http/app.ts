import type { Logger } from 'pino';
import type { Database } from '../database/client.ts';
import type { Store } from '../store/store.ts';
import { createGraphQL } from './graphql.ts';
import { graphqlHandler } from './graphql-handler.ts';
import { keepAnswers } from './kept-answers.ts';
import { createRoutes, type Handler } from './routes.ts';

/** What the whole of HTTP is made from. It is made while the database starts, and asks for it later. */
export interface AppOptions {
  readonly store: () => Store;
  readonly database: () => Database;
  /** The memory for answers that are kept. */
  readonly keptBytes: number;
  readonly log: Logger;
}

const READINESS_TIMEOUT_MS = 1_000;

/** Answers every request that comes over HTTP. */
export function createApp({ store, database, keptBytes, log }: AppOptions): Handler {
  const graphql = keepAnswers(createGraphQL({ prisma: () => database().prisma, log }), keptBytes);
  return createRoutes({
    graphql: graphqlHandler({ graphql, newest: () => store().snapshot, log }),
    isReady: () => answers(database()),
  });
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
