import { expect } from 'vitest';
import type { GraphQLFault } from './testkit.ts';

/** The codes that an error in a request may have; they never change. */
const REQUEST_CODES = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'METHOD_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_LARGE',
  'REQUEST_ENTITY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
];

/** What only a look inside the server would tell; messages may say again what was sent, such as a key `.ts`. */
const INTERNAL =
  /node_modules|\bat \S+ \(|\w\/[\w.-]+\.[jt]s\b|\.[jt]s:\d|prisma|postgres|abstract type|unexpected error/i;

/** Checks that errors are the caller's, say so with a stable code, and tell nothing of the inside. */
export function expectRequestFaults(errors: readonly GraphQLFault[] | undefined): void {
  for (const { message, extensions } of errors ?? []) {
    expect(REQUEST_CODES).toContain(extensions?.code);
    expect(message).not.toMatch(INTERNAL);
    expect(extensions).not.toHaveProperty('stack');
    expect(extensions).not.toHaveProperty('originalError.stack');
  }
}
