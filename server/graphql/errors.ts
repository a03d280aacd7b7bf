import { type ASTNode, GraphQLError } from 'graphql';
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
