import { GraphQLError } from 'graphql';
import type { ErrorCode } from './errors.ts';

/** The objects in lists that one request may ask for. */
export const MAX_OBJECTS = 250_000;

/** The fields of those objects, with all that lies below them, that one request may ask for. */
export const MAX_FIELDS_OF_OBJECTS = 5_000_000;

/** What a request may still ask for. Lists within lists multiply, whatever the page size. */
export class Budget {
  #left: number;

  /** `fields` is how many the document selects: the more of them, the fewer objects. */
  constructor(fields: number) {
    this.#left = Math.min(MAX_OBJECTS, Math.floor(MAX_FIELDS_OF_OBJECTS / Math.max(1, fields)));
  }

  /** Takes a list's items off the budget and returns the list; throws QUERY_TOO_LARGE beyond it. */
  spend<List extends readonly unknown[]>(list: List): List {
    this.#left -= list.length;
    if (this.#left >= 0) return list;
    throw new GraphQLError(
      'The query asks for too much; ask for smaller pages, fewer fields or fewer lists within lists.',
      { extensions: { code: 'QUERY_TOO_LARGE' satisfies ErrorCode } },
    );
  }
}
