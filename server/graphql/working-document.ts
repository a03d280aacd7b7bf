import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from 'graphql';
import { type Day, formatDay } from '../domain/day.ts';
import { MAX_COST } from './budget.ts';
import { fragmentsOf, sizeLimit, USUAL_LIMITS } from './limits.ts';

const { tokens: maxTokens } = USUAL_LIMITS;

/** What a working may not ask for: claims have workings in turn. */
const CLAIMS = ['claims', 'claim', 'node', 'nodes'];

/** Parses a document that is the working of a claim; throws a GraphQLError with what is wrong and where. */
export function parseWorking(text: string): DocumentNode {
  const document = parse(text, { maxTokens });
  const operation = operationIn(document);
  takesAsOf(operation);
  readsFigures(operation.selectionSet, document);
  return document;
}

/** What a document asks for its readers' sake. */
export const EXPLANATION = 'explanation';

/** A document without its explanations, which cost a third of its execution, where something else is asked for beside them. */
export function withoutExplanations(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.map((definition) =>
    'selectionSet' in definition ? within(definition) : definition,
  );
  return { ...document, definitions };
}

function within<Node extends { readonly selectionSet?: SelectionSetNode | undefined }>(
  node: Node,
): Node {
  if (!node.selectionSet) return node;
  const { selections } = node.selectionSet;
  const others = selections.filter((each) => !isExplanation(each));
  const kept = (others.length > 0 ? others : selections).map((each) =>
    each.kind === Kind.FRAGMENT_SPREAD ? each : within(each),
  );
  return { ...node, selectionSet: { ...node.selectionSet, selections: kept } };
}

const isExplanation = (selection: SelectionNode) =>
  selection.kind === Kind.FIELD && selection.name.value === EXPLANATION && !selection.alias;

/** The same, for one that nobody has validated yet. */
export function validateWorking(schema: GraphQLSchema, text: string): void {
  const [fault] = validate(schema, parseWorking(text), [...specifiedRules, sizeLimit(MAX_COST)]);
  if (fault) throw fault;
}

/** The same document with the day as default, so that it runs as it stands and shows the figure of then. */
export function runnable(text: string, asOf: Day): string {
  const [variable] = operationIn(parse(text, { maxTokens })).variableDefinitions!;
  const { end } = variable!.type.loc!;
  return `${text.slice(0, end)} = "${formatDay(asOf)}"${text.slice(end)}`.trim();
}

/** The only operation of a document. */
export function operationIn({ definitions }: DocumentNode): OperationDefinitionNode {
  const [operation, other] = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION || other) {
    throw new GraphQLError('expected one query', { nodes: other ?? definitions[0] });
  }
  if (operation.operation !== 'query') {
    throw new GraphQLError(`expected a query; a ${operation.operation} is not taken`, {
      nodes: operation,
    });
  }
  return operation;
}

function takesAsOf(operation: OperationDefinitionNode): void {
  const [asOf, other] = operation.variableDefinitions ?? [];
  const isAsOf =
    asOf?.variable.name.value === 'asOf' &&
    asOf.type.kind === Kind.NAMED_TYPE &&
    asOf.type.name.value === 'Date' &&
    !asOf.defaultValue;
  if (isAsOf && !other) return;
  const nodes = other ?? asOf ?? operation;
  throw new GraphQLError('expected one variable: query ($asOf: Date) { … }', { nodes });
}

function readsFigures(
  { selections }: SelectionSetNode,
  document: DocumentNode,
  within: readonly SelectionSetNode[] = [],
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (!CLAIMS.includes(selection.name.value)) continue;
      const message = 'the working of a claim reads figures, and neither claims nor nodes';
      throw new GraphQLError(message, { nodes: selection });
    }
    const set =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet
        : fragmentsOf(document)[selection.name.value]?.selectionSet;
    // A fragment within itself is for the validation to refuse.
    if (set && !within.includes(set)) readsFigures(set, document, [...within, set]);
  }
}
