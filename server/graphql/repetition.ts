import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';
import type { DocumentLimits } from './limits.ts';

/**
 * What of a document would be compared with each other too many times while it is validated, which takes time in
 * proportion to the square: what it is, or undefined.
 */
export function repetitionIn(
  document: DocumentNode,
  limits: Pick<DocumentLimits, 'repeated' | 'fragments'>,
): string | undefined {
  let found: string | undefined;
  let fragments = 0;
  visit(document, {
    FragmentDefinition() {
      if (++fragments > limits.fragments) found = `more than ${limits.fragments} fragments`;
    },
    SelectionSet({ selections }) {
      const counts = new Map<string, number>();
      for (const selection of selections) {
        const name = nameOf(selection);
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        if (count > limits.repeated) {
          found = `${name} more than ${limits.repeated} times in one place`;
        }
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
