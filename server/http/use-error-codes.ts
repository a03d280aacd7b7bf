import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
export function useErrorCodes(): Plugin {
  return {};
}
