import type { Awaitable } from '../store/awaitable.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { type Encoding, encodingOf } from './encodings.ts';

/** A request, read to its end. */
export interface GraphQLRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** How its answer is to be compressed. */
  readonly encoding: Encoding | undefined;
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
}: Omit<GraphQLRequest, 'varyKey' | 'encoding'>): GraphQLRequest {
  const encoding = encodingOf(headers['accept-encoding']);
  return { method, url, headers, body, encoding, varyKey: varyKey(method, headers, encoding) };
}

function varyKey(
  method: string,
  headers: GraphQLRequest['headers'],
  encoding = '',
): string | undefined {
  const { accept = '', 'content-type': type = '' } = headers;
  const isUsual = method === 'GET' || (method === 'POST' && /^application\/json\b/.test(type));
  if (!isUsual || 'content-encoding' in headers) return undefined;
  return `${method}\n${accept}\n${encoding}\n${type}`;
}
