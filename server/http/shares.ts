import { tookTooLong } from '../graphql/errors.ts';
import type { Place } from '../graphql/place.ts';
import { inTurn } from '../store/in-turn.ts';
import { answerOf } from './error-answer.ts';
import type { GraphQL, GraphQLAnswer, GraphQLRequest } from './exchange.ts';

/** So many requests of one client are begun as they come; what it asks beyond them waits for turns. */
const BEGUN_AT_ONCE = 12;

/** Nor is any of these begun while so many of that client's wait for a place among those that do much. */
const MOST_WAITING = 4;

/** The requests of one client that are not answered yet. */
class Client {
  readonly places = new Set<Place>();
  /** Until the newest of those that had to wait has begun. */
  #begun: Promise<unknown> = Promise.resolve();

  /** Until a request may begin, or nobody waits for it any more. */
  turnFor(request: GraphQLRequest): Promise<unknown> {
    this.#begun = this.#begun.then(async () => {
      do await inTurn(() => {}, request.client());
      while (this.#isFull && request.isAwaited());
    });
    return this.#begun;
  }

  get #isFull(): boolean {
    return [...this.places].filter((place) => place.isWaiting).length >= MOST_WAITING;
  }
}

/**
 * Shares time and memory among clients: of whoever asks hundreds of questions at once, most wait before anything is done
 * for them. An answered request gives its place among those that do much to another.
 * @param ms how long one may wait to be begun
 */
export function shared(graphql: GraphQL, ms: number): GraphQL {
  const clients = new Map<string, Client>();
  return (request, snapshot) => {
    const name = request.client();
    const { place } = request;
    const client = clients.get(name) ?? new Client();
    clients.set(name, client);
    const leave = () => {
      place.leave();
      client.places.delete(place);
      if (client.places.size === 0) clients.delete(name);
    };
    const isFirst = client.places.size < BEGUN_AT_ONCE;
    client.places.add(place);
    const answer = isFirst ? graphql(request, snapshot) : later();
    if (answer instanceof Promise) return answer.finally(leave);
    leave();
    return answer;

    async function later(): Promise<GraphQLAnswer> {
      const latest = performance.now() + ms;
      const isAwaited = () => request.isAwaited() && performance.now() < latest;
      await client.turnFor({ ...request, isAwaited });
      return isAwaited() ? graphql(request, snapshot) : answerOf(tookTooLong());
    }
  };
}
