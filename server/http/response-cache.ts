import { LRUCache } from 'lru-cache';
import { type Awaitable, andThen } from '../store/awaitable.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { GraphQL, GraphQLAnswer, GraphQLRequest } from './exchange.ts';

/** The memory of an entry beside its body and its key. */
const OVERHEAD_BYTES = 1_000;

/** No answer may take more than this part of the memory for all. */
const LARGEST_PART = 16;

type Cache = LRUCache<string, GraphQLAnswer>;

/** An endpoint that answers from a cache, and what the cache holds of a version. */
export interface CachedGraphQL {
  readonly graphql: GraphQL;
  readonly bytes: (snapshot: Snapshot) => number;
}

/**
 * Caches answers without errors, up to a bound of memory, so that a request that comes again is answered
 * without being read, and at once. A new version of the dataset begins with none, so that no answer
 * outlives its version.
 */
export function cached(graphql: GraphQL, maxBytes: number): CachedGraphQL {
  if (maxBytes === 0) return { graphql, bytes: () => 0 };
  // Weakly: a snapshot that nobody uses any more takes its cache along.
  const caches = new WeakMap<Snapshot, Cache>();
  const answer: GraphQL = (request, snapshot) => {
    const key = keyOf(request);
    if (key === undefined) return graphql(request, snapshot);
    let cache = caches.get(snapshot);
    if (!cache) {
      cache = new LRUCache({
        maxSize: maxBytes,
        maxEntrySize: maxBytes / LARGEST_PART,
        sizeCalculation: ({ body }, key) => body.length + key.length + OVERHEAD_BYTES,
      });
      caches.set(snapshot, cache);
    }
    return cache.get(key) ?? answerAndCache(request, snapshot, key, cache);
  };

  return { graphql: answer, bytes: (snapshot) => caches.get(snapshot)?.calculatedSize ?? 0 };

  /** Into the cache of the request's own snapshot, which may no longer be the newest by then. */
  function answerAndCache(
    request: GraphQLRequest,
    snapshot: Snapshot,
    key: string,
    cache: Cache,
  ): Awaitable<GraphQLAnswer> {
    return andThen(graphql(request, snapshot), (answer) => {
      if (answer.isOk) cache.set(key, { ...answer, cost: 0, body: ownMemory(answer.body) });
      return answer;
    });
  }
}

/** A small buffer is a piece of a larger one, which it would keep whole. */
function ownMemory(body: Buffer): Buffer {
  if (body.length === body.buffer.byteLength) return body;
  const copy = Buffer.allocUnsafeSlow(body.length);
  body.copy(copy);
  return copy;
}

/** All that an answer depends on; undefined for requests that are not cached. */
function keyOf({ varyKey, url, body }: GraphQLRequest): string | undefined {
  return varyKey === undefined
    ? undefined
    : `${varyKey}\n${url}\n${body?.toString('latin1') ?? ''}`;
}
