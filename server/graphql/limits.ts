import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { isAffordable, tooLarge } from './budget.ts';
import type { Cost } from './cost-weights.ts';
import type { ErrorCode } from './error-codes.ts';
import { refusal } from './errors.ts';
import { IntrospectionSize } from './introspection-size.ts';
import { selectionCost } from './selection-cost.ts';

/** What a document may be. */
export interface DocumentLimits {
  /** Levels of fields. */
  readonly depth: number;
  readonly tokens: number;
  /** Selected fields, a fragment's counted wherever it is spread. */
  readonly fields: number;
  /** Fields that are asked for under another name. */
  readonly aliases: number;
  readonly directives: number;
  /** How deep brackets may stand in brackets: whatever reads a document goes a call deeper for each. */
  readonly brackets: number;
  /** How many fields of one selection may have one name. */
  readonly repeated: number;
  readonly fragments: number;
  /** How many fields it may ask of the schema itself. */
  readonly introspected: number;
  /** The bytes of the body that it comes in. */
  readonly body: number;
}

/** As many as are usual; the usual introspection query has as many levels, and asks a part of that of the schema. */
export const USUAL_LIMITS: DocumentLimits = {
  depth: 15,
  tokens: 5_000,
  fields: 10_000,
  aliases: 1_000,
  directives: 200,
  brackets: 200,
  repeated: 50,
  fragments: 100,
  introspected: 30_000,
  body: 100_000,
};

/** How deep a selection goes, and how many fields it has with all that lies below them. */
export interface Size {
  readonly depth: number;
  readonly fields: number;
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>;

/** A document's fragments by their names. */
export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  return Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

const NOTHING: Size = { depth: 0, fields: 0 };
const cache = new WeakMap<SelectionSetNode, Size>();

/** The size of a selection; worked out once for each, since parsed documents are cached. */
export function selectionSize(set: SelectionSetNode | undefined, fragments: Fragments): Size {
  if (!set) return NOTHING;
  const found = cache.get(set);
  if (found) return found;
  // A fragment within itself is another rule's error; here it must only come to an end.
  cache.set(set, NOTHING);
  const sizes = set.selections.map((selection) => sizeOf(selection, fragments));
  const size = {
    depth: Math.max(...sizes.map(({ depth }) => depth)),
    fields: sizes.reduce((sum, { fields }) => sum + fields, 0),
  };
  cache.set(set, size);
  return size;
}

function sizeOf(selection: SelectionNode, fragments: Fragments): Size {
  if (selection.kind === Kind.FRAGMENT_SPREAD) {
    return selectionSize(fragments[selection.name.value]?.selectionSet, fragments);
  }
  const { depth, fields } = selectionSize(selection.selectionSet, fragments);
  if (selection.kind === Kind.INLINE_FRAGMENT) return { depth, fields };
  return selection.name.value === '__typename'
    ? { depth: 0, fields: 1 }
    : { depth: depth + 1, fields: fields + 1 };
}

/** What an operation costs before the first list has come out; nothing, where there is no such operation. */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): Cost {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  const places = { schema, fragments: fragmentsOf(document) };
  return root ? selectionCost(operation.selectionSet, root, places) : { micros: 0, bytes: 0 };
}

/** A validation rule: an operation is neither too deep nor too large, nor asks too much of the schema. */
export const sizeLimit =
  (limit: Cost, limits = USUAL_LIMITS) =>
  (context: ValidationContext): ASTVisitor => {
    const fragments = fragmentsOf(context.getDocument());
    const refuse = (message: string, code: ErrorCode) =>
      context.reportError(refusal(code, message));
    const schema = context.getSchema();
    const introspection = new IntrospectionSize(schema, fragments);
    const count = { aliases: 0, directives: 0 };
    let introspected = 0;
    return {
      Field(node) {
        introspected += introspection.of(node);
        if (node.alias) count.aliases++;
      },
      Directive() {
        count.directives++;
      },
      Document: {
        leave() {
          for (const kind of ['aliases', 'directives'] as const) {
            if (count[kind] <= limits[kind]) continue;
            refuse(
              `The document has ${count[kind]} ${kind}; ${limits[kind]} are allowed.`,
              'QUERY_TOO_LARGE',
            );
          }
          if (introspected <= limits.introspected) return;
          refuse(
            `The query asks for ${introspected} fields of the schema; ${limits.introspected} are allowed. The whole schema is at /schema.graphql.`,
            'QUERY_TOO_LARGE',
          );
        },
      },
      OperationDefinition({ operation, selectionSet }) {
        const { depth, fields } = selectionSize(selectionSet, fragments);
        if (depth > limits.depth) {
          const message = `The query is ${depth} levels deep; ${limits.depth} are allowed.`;
          refuse(message, 'QUERY_TOO_DEEP');
        }
        if (fields > limits.fields) {
          refuse(
            `The query selects ${fields} fields; ${limits.fields} are allowed.`,
            'QUERY_TOO_LARGE',
          );
        }
        const root = schema.getRootType(operation);
        const cost = root && selectionCost(selectionSet, root, { schema, fragments });
        if (cost && !isAffordable(cost, limit)) context.reportError(tooLarge(cost, limit));
      },
    };
  };
