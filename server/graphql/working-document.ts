import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  type ValidationContext,
  validate,
} from 'graphql';
import { type Day, formatDay } from '../domain/day.ts';
import { MAX_TOKENS, sizeLimit } from './limits.ts';

/** Parses a document that is the working of a claim; throws a GraphQLError with what is wrong and where. */
export function parseWorking(schema: GraphQLSchema, text: string): DocumentNode {
  const document = parse(text, { maxTokens: MAX_TOKENS });
  const operation = operationIn(document);
  takesAsOf(operation);
  const [fault] = validate(schema, document, [...specifiedRules, sizeLimit, noClaims]);
  if (fault) throw fault;
  return document;
}

/** The same document with the day as default, so that it runs as it stands and shows the figure of then. */
export function runnable(text: string, asOf: Day): string {
  const { variableDefinitions = [] } = operationIn(parse(text, { maxTokens: MAX_TOKENS }));
  const end = variableDefinitions[0]!.type.loc!.end;
  return `${text.slice(0, end)} = "${formatDay(asOf)}"${text.slice(end)}`.trim();
}

function operationIn({ definitions }: DocumentNode): OperationDefinitionNode {
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

/** A validation rule: a working reads figures, and no claims, which would have workings in turn. */
function noClaims(context: ValidationContext) {
  const schema = context.getSchema();
  const claim = schema.getType('Claim');
  return {
    Field() {
      const type = getNamedType(context.getType());
      const isClaim =
        type === claim ||
        (isAbstractType(type) && isObjectType(claim) && schema.isSubType(type, claim));
      if (!isClaim) return;
      const message = 'the working of a claim reads figures, and neither claims nor nodes';
      context.reportError(new GraphQLError(message));
    },
  };
}
