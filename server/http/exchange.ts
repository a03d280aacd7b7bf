import type { Awaitable } from '../store/awaitable.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** A request, read to its end. */
export interface GraphQLRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** The headers that an answer depends on; undefined for unusual ones, which are never answered from a cache. */
  readonly varyKey: string | undefined;
}

/** What a request is answered with. */
export interface GraphQLAnswer {
  readonly status: number;
  /** Names and values in turn, without those that are added when it is sent. */
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** The codes of its errors. */
  readonly codes: readonly string[];
  /** Whether it has no error, so that the same request to the same snapshot may be answered from a cache. */
  readonly isOk: boolean;
}

/** The GraphQL endpoint: answers a request from a snapshot of the dataset; at once, if it can. */
export type GraphQL = (request: GraphQLRequest, snapshot: Snapshot) => Awaitable<GraphQLAnswer>;

/** A request with its key. */
export function graphqlRequest({
  method,
  url,
  headers,
  body,
}: Omit<GraphQLRequest, 'varyKey'>): GraphQLRequest {
  return { method, url, headers, body, varyKey: varyKey(method, headers) };
}

function varyKey(method: string, headers: GraphQLRequest['headers']): string | undefined {
  const { accept = '', origin = '', 'content-type': type = '' } = headers;
  const isUsual = method === 'GET' || (method === 'POST' && /^application\/json\b/.test(type));
  if (!isUsual || 'access-control-request-headers' in headers || 'content-encoding' in headers) {
    return undefined;
  }
  return `${method}\n${accept}\n${origin}\n${type}`;
}
