import { type ASTNode, GraphQLError, type GraphQLErrorOptions } from 'graphql';
import type { DatabaseFault } from '../database/outage.ts';
import type { ErrorCode } from './error-codes.ts';

/** An error without a stack, which would take most of the time that it takes; nobody looks at those of what was asked wrongly. */
function cheap(message: string, options: GraphQLErrorOptions): GraphQLError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const error = new GraphQLError(message, options);
  Error.stackTraceLimit = stackTraceLimit;
  return error;
}

/** An error in what the caller sent. `argument` is the name that the caller wrote. */
export function badUserInput(
  message: string,
  { argument, node }: { argument?: string; node?: ASTNode } = {},
): GraphQLError {
  return cheap(message, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, ...(argument && { argument }) },
  });
}

/** Something does not exist that the field cannot be null without. */
export function notFound(message: string, argument?: string): GraphQLError {
  return cheap(message, {
    extensions: { code: 'NOT_FOUND' satisfies ErrorCode, ...(argument && { argument }) },
  });
}

/** A request that asks for more than one may: it is answered with this alone, and with the status of a bad request. */
export function refusal(code: ErrorCode, message: string): GraphQLError {
  // Whatever the media type, which for others of a document's errors may mean 200.
  return cheap(message, { extensions: { code, http: { status: 400, spec: false } } });
}

/** The codes of errors that are the end of a request: a part of what was asked would look like an answer. */
const FINAL: ReadonlySet<unknown> = new Set<ErrorCode>(['QUERY_TOO_LARGE', 'TIMEOUT']);

export function isFinal(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && FINAL.has(error.extensions.code);
}

/** What was asked of one version of the dataset can only be asked of a newer one. */
export function versionGone(message: string, newest: string, argument: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'VERSION_GONE' satisfies ErrorCode, argument, newest },
  });
}

/** What the database could not answer, as the error of a whole request, with the status of its answer. */
export function databaseFault(fault: DatabaseFault): GraphQLError {
  const { status, code, message } = DATABASE_FAULTS[fault];
  return cheap(message, {
    extensions: { code, http: { status, headers: { 'retry-after': '1' } } },
  });
}

/** A request that others left no time for, with the status of its answer. */
export function tookTooLong(): GraphQLError {
  const code: ErrorCode = 'TIMEOUT';
  return cheap(
    'The query took too long, as much else is asked. Ask again in a second, or for less.',
    {
      extensions: { code, http: { status: 504, headers: { 'retry-after': '1' } } },
    },
  );
}

/** How each is answered. */
export const DATABASE_FAULTS: Readonly<
  Record<DatabaseFault, { status: number; code: ErrorCode; message: string }>
> = {
  UNAVAILABLE: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message:
      'What the query asks for is not in memory, and the database is away or overloaded. Ask again in a second.',
  },
  TIMEOUT: {
    status: 504,
    code: 'TIMEOUT',
    message:
      'What the query asks for is not in memory, and the database took too long. Ask again in a second.',
  },
};
