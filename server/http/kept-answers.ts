import { LRUCache } from 'lru-cache';
import type { Snapshot } from '../store/snapshot.ts';
import type { GraphQL, GraphQLAnswer, GraphQLRequest } from './graphql.ts';
import { wayOfAsking } from './ordinary-request.ts';

/** What an answer takes beside its body and what it was asked with. */
const OVERHEAD_BYTES = 1_000;

/** No answer may take more than this part of the memory for all. */
const LARGEST_PART = 16;

type Kept = LRUCache<string, GraphQLAnswer>;

/**
 * Keeps whole answers, up to a bound of memory, so that a request that comes again is answered without
 * being read, and at once. A new version of the dataset begins with none, so that no answer outlives
 * its version.
 */
export function keepAnswers(answer: GraphQL, maxBytes: number): GraphQL {
  if (maxBytes === 0) return answer;
  // Weakly, so that a version that is over takes no memory.
  const keptOf = new WeakMap<Snapshot, Kept>();
  return (request, snapshot) => {
    const key = keyOf(request);
    if (key === undefined) return answer(request, snapshot);
    let kept = keptOf.get(snapshot);
    if (!kept) {
      kept = new LRUCache({
        maxSize: maxBytes,
        maxEntrySize: maxBytes / LARGEST_PART,
        sizeCalculation: ({ body }, key) => body.length + key.length + OVERHEAD_BYTES,
      });
      keptOf.set(snapshot, kept);
    }
    return kept.get(key) ?? answerAndKeep(request, snapshot, key, kept);
  };

  /** Keeps it with those of the request's snapshot, whatever has become the newest meanwhile. */
  async function answerAndKeep(
    request: GraphQLRequest,
    snapshot: Snapshot,
    key: string,
    ofSnapshot: Kept,
  ): Promise<GraphQLAnswer> {
    const made = await answer(request, snapshot);
    if (made.isWhole) ofSnapshot.set(key, made);
    return made;
  }
}

/** All that an answer depends on; undefined for requests that are out of the ordinary. */
function keyOf(request: GraphQLRequest): string | undefined {
  const way = wayOfAsking(request);
  const { url, body } = request;
  return way === undefined ? undefined : `${way}\n${url}\n${body?.toString('latin1') ?? ''}`;
}
