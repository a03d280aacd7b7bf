import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';

/** How many fields of one selection may have one name, and how many fragments a document may have. */
export const MAX_REPEATED = 50;
export const MAX_FRAGMENTS = 100;

/**
 * What of a document would be compared with each other too many times while it is validated, which takes time in
 * proportion to the square: what it is, or undefined.
 */
export function repetitionIn(document: DocumentNode): string | undefined {
  let found: string | undefined;
  let fragments = 0;
  visit(document, {
    FragmentDefinition() {
      if (++fragments > MAX_FRAGMENTS) found = `more than ${MAX_FRAGMENTS} fragments`;
    },
    SelectionSet({ selections }) {
      const counts = new Map<string, number>();
      for (const selection of selections) {
        const name = nameOf(selection);
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        if (count > MAX_REPEATED) found = `${name} more than ${MAX_REPEATED} times in one place`;
      }
    },
  });
  return found;
}

function nameOf(selection: SelectionNode): string {
  if (selection.kind === Kind.INLINE_FRAGMENT) return '...';
  const { value } = (selection.kind === Kind.FIELD && selection.alias) || selection.name;
  return value;
}
