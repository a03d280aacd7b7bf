import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { ErrorCode } from './errors.ts';
import { selectionSize } from './limits.ts';

/** The fields of objects in lists that one request may ask for; a list within a list counts anew. */
export const MAX_FIELDS_OF_LISTS = 5_000_000;

/** What a request may still ask for. Lists within lists multiply, whatever the page size. */
export class Budget {
  #left = MAX_FIELDS_OF_LISTS;

  /** Takes the fields of a list's items off the budget and returns the list; throws QUERY_TOO_LARGE beyond it. */
  spend<List extends readonly unknown[]>(list: List, info: GraphQLResolveInfo): List {
    const [node] = info.fieldNodes;
    this.#left -= list.length * (selectionSize(node?.selectionSet, info.fragments).fields + 1);
    if (this.#left >= 0) return list;
    throw new GraphQLError(
      'The query asks for too much; ask for smaller pages, fewer fields or fewer lists within lists.',
      { extensions: { code: 'QUERY_TOO_LARGE' satisfies ErrorCode } },
    );
  }
}
