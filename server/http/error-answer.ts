import type { GraphQLError } from 'graphql';
import type { ErrorCode } from '../graphql/error-codes.ts';
import type { GraphQLAnswer } from './exchange.ts';

/** An answer that consists of one error, in the form that GraphQL's errors have, whatever was asked. */
export function errorAnswer(
  status: number,
  code: ErrorCode,
  message: string,
  headers: readonly string[] = [],
  more: object = {},
): GraphQLAnswer {
  return {
    status,
    headers: ['content-type', 'application/json; charset=utf-8', ...headers],
    body: Buffer.from(JSON.stringify({ errors: [{ message, extensions: { code, ...more } }] })),
    codes: [code],
    cost: 0,
    isOk: false,
  };
}

/** The same, of an error that knows its status. */
export function answerOf({ message, extensions }: GraphQLError): GraphQLAnswer {
  const { code, http } = extensions as {
    code: ErrorCode;
    http: { status: number; headers?: Record<string, string> };
  };
  return errorAnswer(http.status, code, message, Object.entries(http.headers ?? {}).flat());
}
