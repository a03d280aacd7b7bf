import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { ErrorCode } from './error-codes.ts';
import { selectionSize } from './limits.ts';

/** The objects in lists that one request may ask for. */
export const MAX_OBJECTS = 100_000;

/** The fields of those objects; those of a list within a list count anew. */
const MAX_FIELDS_OF_OBJECTS = 2_000_000;

/** What a request may still ask for. Lists within lists multiply, whatever the page size. */
export class Budget {
  #objects = MAX_OBJECTS;
  #fields = MAX_FIELDS_OF_OBJECTS;

  /** Takes a list's items and their fields off the budget; throws QUERY_TOO_LARGE beyond it. */
  spend(
    list: readonly unknown[],
    info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  ): void {
    const fields = info.fieldNodes.reduce(
      (sum, { selectionSet }) => sum + selectionSize(selectionSet, info.fragments).fields,
      0,
    );
    this.#objects -= list.length;
    this.#fields -= list.length * fields;
    if (this.#objects >= 0 && this.#fields >= 0) return;
    throw new GraphQLError(
      'The query asks for too much; ask for smaller pages, fewer fields or fewer lists within lists.',
      { extensions: { code: 'QUERY_TOO_LARGE' satisfies ErrorCode } },
    );
  }
}
