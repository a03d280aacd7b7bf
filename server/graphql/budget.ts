import { GraphQLError } from 'graphql';
import type { ErrorCode } from './errors.ts';

/** The objects in lists that one request may ask for. */
export const MAX_OBJECTS = 250_000;

/** What a request may still ask for. Lists within lists multiply, whatever the page size. */
export class Budget {
  #left = MAX_OBJECTS;

  /** Takes a list's items off the budget and returns the list; throws QUERY_TOO_LARGE beyond it. */
  spend<List extends readonly unknown[]>(list: List): List {
    this.#left -= list.length;
    if (this.#left >= 0) return list;
    throw new GraphQLError(
      `The query asks for more than ${MAX_OBJECTS} objects; ask for smaller pages or fewer lists within lists.`,
      { extensions: { code: 'QUERY_TOO_LARGE' satisfies ErrorCode } },
    );
  }
}
