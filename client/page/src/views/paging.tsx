import { useNavigation } from '../state/navigation.ts';

/** Leads from one page of a long list to the next, and back to the first; each has an address. */
export function Paging({
  page: { endCursor, hasNextPage },
  more,
  first,
}: {
  page: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  /** What the next page is called, and the first. */
  more: string;
  first: string;
}) {
  const { view, linkTo } = useNavigation();
  if (!view.after && !hasNextPage) return null;
  return (
    <nav class="buttons" aria-label="Further pages">
      {view.after && (
        <a class="button" href={linkTo({ after: '', point: '' })}>
          {first}
        </a>
      )}
      {hasNextPage && endCursor && (
        <a class="button" href={linkTo({ after: endCursor, point: '' })}>
          {more}
        </a>
      )}
    </nav>
  );
}
