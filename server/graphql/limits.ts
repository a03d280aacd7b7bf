import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { ErrorCode } from './errors.ts';

/** How many levels of fields a document may have; introspection does not count. */
export const MAX_DEPTH = 15;

/** How many tokens a document may have. */
export const MAX_TOKENS = 5_000;

/** A validation rule: the deepest field, through fragments, lies at most at `MAX_DEPTH`. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const known = new Map<FragmentDefinitionNode, number>();

  const depthOf = (selections: SelectionSetNode): number =>
    Math.max(
      ...selections.selections.map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return depthOfFragment(selection.name.value);
        if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
        if (selection.name.value.startsWith('__')) return 0;
        return 1 + (selection.selectionSet ? depthOf(selection.selectionSet) : 0);
      }),
    );

  const depthOfFragment = (name: string): number => {
    const fragment = context.getFragment(name);
    if (!fragment) return 0;
    if (!known.has(fragment)) {
      // A fragment within itself is another rule's error; here it must only come to an end.
      known.set(fragment, 0);
      known.set(fragment, depthOf(fragment.selectionSet));
    }
    return known.get(fragment)!;
  };

  return {
    OperationDefinition(operation) {
      const depth = depthOf(operation.selectionSet);
      if (depth <= MAX_DEPTH) return;
      context.reportError(
        new GraphQLError(`The query is ${depth} levels deep; ${MAX_DEPTH} are allowed.`, {
          nodes: operation,
          extensions: { code: 'QUERY_TOO_DEEP' satisfies ErrorCode },
        }),
      );
    },
  };
}
