import { type ASTNode, GraphQLError } from 'graphql';
import type { DatabaseFault } from '../database/outage.ts';
import type { ErrorCode } from './error-codes.ts';

/** An error in what the caller sent. `argument` is the name that the caller wrote. */
export function badUserInput(
  message: string,
  { argument, node }: { argument?: string; node?: ASTNode } = {},
): GraphQLError {
  return new GraphQLError(message, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, ...(argument && { argument }) },
  });
}

/** Something does not exist that the field cannot be null without. */
export function notFound(message: string, argument?: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'NOT_FOUND' satisfies ErrorCode, ...(argument && { argument }) },
  });
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
  return new GraphQLError(message, {
    extensions: { code, http: { status, headers: { 'retry-after': '1' } } },
  });
}

const DATABASE_FAULTS: Readonly<
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
