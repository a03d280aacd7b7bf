import {
  type ASTVisitor,
  type DocumentNode,
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

/** How many fields a document may select, a fragment's counted wherever it is spread. */
export const MAX_FIELDS = 10_000;

interface Size {
  readonly depth: number;
  readonly fields: number;
}

/** The size of the largest operation of a document; a fragment within itself counts once. */
export function sizeOf(document: DocumentNode): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const known = new Map<string, Size>();
  const sizeOfFragment = (name: string): Size => {
    let size = known.get(name);
    if (!size) {
      known.set(name, NOTHING);
      size = sizeOfSelections(fragments.get(name)?.selectionSet);
      known.set(name, size);
    }
    return size;
  };
  const sizeOfSelections = (set: SelectionSetNode | undefined): Size => {
    let depth = 0;
    let fields = 0;
    for (const selection of set?.selections ?? []) {
      let size: Size;
      if (selection.kind === Kind.FRAGMENT_SPREAD) size = sizeOfFragment(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        size = sizeOfSelections(selection.selectionSet);
      } else if (selection.name.value.startsWith('__')) size = { depth: 0, fields: 1 };
      else {
        const below = sizeOfSelections(selection.selectionSet);
        size = { depth: below.depth + 1, fields: below.fields + 1 };
      }
      depth = Math.max(depth, size.depth);
      fields += size.fields;
    }
    return { depth, fields };
  };
  const sizes = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [sizeOfSelections(definition.selectionSet)]
      : [],
  );
  return {
    depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
    fields: Math.max(0, ...sizes.map(({ fields }) => fields)),
  };
}

const NOTHING: Size = { depth: 0, fields: 0 };

/** A validation rule: a document is neither too deep nor too large. */
export function sizeLimit(context: ValidationContext): ASTVisitor {
  const refuse = (message: string, code: ErrorCode) =>
    context.reportError(new GraphQLError(message, { extensions: { code } }));
  return {
    Document(document) {
      const { depth, fields } = sizeOf(document);
      if (depth > MAX_DEPTH) {
        refuse(`The query is ${depth} levels deep; ${MAX_DEPTH} are allowed.`, 'QUERY_TOO_DEEP');
      }
      if (fields > MAX_FIELDS) {
        refuse(`The query selects ${fields} fields; ${MAX_FIELDS} are allowed.`, 'QUERY_TOO_LARGE');
      }
    },
  };
}
