import type { Context } from '../graphql/context.ts';
import { Place } from '../graphql/place.ts';
import type { Awaitable } from '../store/awaitable.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { type Encoding, encodingOf } from './encodings.ts';
import { type Parameters, parametersOf } from './parameters.ts';

/** A request, read to its end. */
export interface GraphQLRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** What the address or the body says; undefined where they cannot be read. They are read when somebody asks first. */
  readonly parameters: () => Parameters | undefined;
  /** Whether somebody still waits for the answer. */
  isAwaited(): boolean;
  /** Whose time it takes. */
  client(): string;
  /** Its place among those that do much. */
  readonly place: Place;
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
  /** What it took to make, in units of the cost of queries; nothing, where it was there already. */
  readonly cost: number;
  /** Whether it has no error, so that the same request to the same snapshot may be answered from a cache. */
  readonly isOk: boolean;
}

/** The GraphQL endpoint: answers a request from a snapshot of the dataset; at once, if it can. */
export type GraphQL = (request: GraphQLRequest, snapshot: Snapshot) => Awaitable<GraphQLAnswer>;

/** What a request's resolvers can reach. */
export type ContextOf = (request: GraphQLRequest, snapshot: Snapshot) => Context;

/** A request with its key. */
export function graphqlRequest({
  method,
  url,
  headers,
  body,
  isAwaited = () => true,
  client = () => '',
}: Pick<GraphQLRequest, 'method' | 'url' | 'headers' | 'body'> &
  Partial<Pick<GraphQLRequest, 'isAwaited' | 'client'>>): GraphQLRequest {
  const encoding = encodingOf(headers['accept-encoding']);
  const key = varyKey(method, headers, encoding);
  let read: Parameters | undefined | null = null;
  const parameters = () => {
    if (read === null) read = parametersOf(url, body);
    return read;
  };
  return {
    method,
    url,
    headers,
    body,
    parameters,
    isAwaited,
    client,
    place: new Place(client),
    encoding,
    varyKey: key,
  };
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
