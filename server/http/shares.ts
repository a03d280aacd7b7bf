import { tookTooLong } from '../graphql/errors.ts';
import type { Awaitable } from '../store/awaitable.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { answerOf } from './error-answer.ts';
import type { GraphQL, GraphQLAnswer, GraphQLRequest } from './exchange.ts';

/**
 * Shares time and memory among requests: what is small is answered at once, and of what is large a few are under way at a
 * time. One that turns out large while there is no place among them is ended, keeps nothing but its text, and is begun
 * again once it has one.
 * @param ms how long one may wait for it
 */
export function shared(graphql: GraphQL, ms: number): GraphQL {
  return (request, snapshot) => {
    let answer: Awaitable<GraphQLAnswer>;
    try {
      answer = graphql(request, snapshot);
    } catch (error) {
      request.place.leave();
      throw error;
    }
    if (answer instanceof Promise || request.place.isMissed) {
      return inPlace(answer, request, snapshot);
    }
    request.place.leave();
    return answer;
  };

  async function inPlace(
    begun: Awaitable<GraphQLAnswer>,
    request: GraphQLRequest,
    snapshot: Snapshot,
  ): Promise<GraphQLAnswer> {
    const { place } = request;
    try {
      const answer = await begun;
      if (!place.isMissed) return answer;
      if ((await place.wait(ms)) && request.isAwaited()) return await graphql(request, snapshot);
      return { ...answerOf(tookTooLong()), cost: answer.cost };
    } finally {
      place.leave();
    }
  }
}
