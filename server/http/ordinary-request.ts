import type { GraphQLRequest } from './graphql.ts';

/**
 * What an answer's headers depend on, and its body beside the question; undefined for requests that are
 * out of the ordinary, which the framework answers each time.
 */
export function wayOfAsking({ method, headers }: GraphQLRequest): string | undefined {
  const { accept = '', origin = '', 'content-type': type = '' } = headers;
  const isOrdinary = method === 'GET' || (method === 'POST' && /^application\/json\b/.test(type));
  if (!isOrdinary || 'access-control-request-headers' in headers || 'content-encoding' in headers) {
    return undefined;
  }
  return `${method}\n${accept}\n${origin}\n${type}`;
}
