import { PaginationError } from './errors.ts';

/** A page of a connection, as much of it as `paginate` needs. */
export interface ConnectionPage<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The items of a connection, page after page, from the cursor given. */
export async function* paginate<Node>(
  after: string | null | undefined,
  fetchPage: (after: string | null | undefined) => Promise<ConnectionPage<Node> | null | undefined>,
): AsyncGenerator<Node, void, undefined> {
  const seen = new Set([after]);
  for (let cursor = after; ; ) {
    const page = await fetchPage(cursor);
    if (!page) return;
    const { hasNextPage, endCursor } = page.pageInfo;
    // Checked before the items are yielded: those of a repeated page have been already.
    if (hasNextPage && (endCursor === null || seen.has(endCursor))) {
      throw new PaginationError(
        `There is a next page, but the cursor ${endCursor} does not lead to it`,
      );
    }
    yield* page.nodes;
    if (!hasNextPage) return;
    cursor = endCursor;
    seen.add(cursor);
  }
}
