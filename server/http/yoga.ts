import { createYoga, maskError, type Plugin, type YogaLogger } from 'graphql-yoga';
import type { Logger } from 'pino';
import { databaseFaultOf } from '../database/outage.ts';
import type { Executor } from '../execution/executor.ts';
import type { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import type { Cost } from '../graphql/cost-weights.ts';
import type { ErrorCode } from '../graphql/error-codes.ts';
import { databaseFault } from '../graphql/errors.ts';
import type { DocumentLimits } from '../graphql/limits.ts';
import { schema } from '../graphql/schema.ts';
import { nextTurn } from '../store/in-turn.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { asksForCost, withCost } from './answer-cost.ts';
import { withinSize } from './answer-size.ts';
import type { ContextOf, GraphQL, GraphQLRequest } from './exchange.ts';
import type { KnownDocuments } from './known-documents.ts';
import { refuseMediaTypes } from './media-types.ts';
import { useErrorCodes } from './use-error-codes.ts';
import { useExecutor } from './use-executor.ts';
import { useFaultLog } from './use-fault-log.ts';
import { useKnownDocuments } from './use-known-documents.ts';
import { useLimits } from './use-limits.ts';

/** One request on its way through Yoga. */
interface Call {
  readonly asked: GraphQLRequest;
  readonly snapshot: Snapshot;
  /** There is one once it is executed. */
  budget?: Budget;
  isOk: boolean;
}

/** Yoga plugin: tells the call whether it was answered without an error, and who asked for it what it cost. */
const useOutcome = (): Plugin<object, { call: Call }> => ({
  onExecutionResult({ result, setResult, context: { call, params } }) {
    if (!result || !('data' in result)) return;
    call.isOk = !result.errors;
    if (call.budget && asksForCost(params.extensions)) setResult(withCost(result, call.budget));
  },
});

/**
 * The GraphQL endpoint as the framework answers it: limits, validation, error codes, every media type.
 * @param onlyDocuments those that are answered; left out, any
 */
export function yoga(
  executor: Executor,
  contextOf: ContextOf,
  limit: Cost,
  documentLimits: DocumentLimits,
  log: Logger,
  onlyDocuments?: KnownDocuments,
): GraphQL {
  const server = createYoga<{ call: Call }, Context>({
    schema,
    context: ({ call }) => {
      const context = contextOf(call.asked, call.snapshot);
      call.budget = context.budget;
      return context;
    },
    plugins: [
      useLimits(limit, documentLimits),
      ...(onlyDocuments ? [useKnownDocuments(onlyDocuments)] : []),
      useErrorCodes(),
      useFaultLog(log),
      useExecutor(executor),
      useOutcome(),
    ],
    // Said with every answer, its own or not: see `cors.ts`.
    cors: false,
    // An internal message never leaves the server, whatever NODE_ENV says.
    maskedErrors: { isDev: false, maskError: masked },
    // Its own would keep a thousand documents, however large, and errors with their stacks.
    parserAndValidationCache: false,
    // The body is here when Yoga gets to see the request.
    maxRequestBodySize: false,
    multipart: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    logging: withoutOutages(log),
  });
  return async (asked, snapshot) => {
    const refusal = refuseMediaTypes(asked);
    if (refusal) return refusal;
    // Reading a document takes its time, and several of them would make others wait for all.
    const { method, url, headers, body } = asked;
    await nextTurn(asked.client(), readingMs(body?.length ?? url.length));
    const call: Call = { asked, snapshot, isOk: false };
    const init = { method, headers, body } as RequestInit;
    const request = new server.fetchAPI.Request(`http://localhost${url}`, init);
    const response = await server.fetch(request, { call });
    const isOk = call.isOk && response.status === 200;
    const text = await response.text();
    const codes = isOk ? [] : codesIn(text);
    const answer = {
      // The framework says 200 of a document that cannot be read, as for any other error of a document.
      status: response.status === 200 && codes.includes(TOO_LARGE) ? 400 : response.status,
      headers: [...response.headers].filter(([name]) => !OURS.test(name)).flat(),
      body: Buffer.from(text),
      codes,
      cost: call.budget?.tally.micros ?? 0,
      isOk,
    };
    return withinSize(answer, limit);
  };
}

/** That the database does not answer is logged once, when it is noticed, not for each field that needs it. */
function withoutOutages(log: Logger): YogaLogger {
  const { debug, info, warn } = log;
  const error = (first: unknown, ...rest: unknown[]) =>
    databaseFaultOf(first) ? undefined : log.error(first as object, ...(rest as []));
  return { debug: debug.bind(log), info: info.bind(log), warn: warn.bind(log), error };
}

/** A database that does not answer is no secret, and nothing unexpected. */
function masked(error: unknown, message: string): Error {
  const outage = databaseFaultOf(error);
  return outage ? databaseFault(outage) : maskError(error, message, false);
}

const TOO_LARGE: ErrorCode = 'QUERY_TOO_LARGE';

/** The codes of an answer's errors. */
function codesIn(text: string): string[] {
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
    return errors.map(({ extensions }) => extensions?.code ?? 'UNKNOWN');
  } catch {
    return [];
  }
}

/** How long it takes to read and validate a document of so many bytes, about. */
function readingMs(bytes: number): number {
  return 0.5 + bytes / 5_000;
}

/** What is written with each answer. */
const OURS = /^(content-length|vary)$/i;
