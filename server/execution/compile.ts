import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLScalarType,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { databaseFaultOf } from '../database/outage.ts';
import type { Context } from '../graphql/context.ts';
import { isFinal } from '../graphql/errors.ts';
import { operationCost } from '../graphql/limits.ts';
import { liftArguments } from './lift-arguments.ts';

/**
 * An operation turned into code. It gives undefined where the answer has errors, because a variable is
 * refused or a field failed, and nothing but the error where that is the end of the request; it throws where the database could not answer, as asking again would be in vain.
 */
export type Compiled = (
  context: Context,
  variables: Readonly<Record<string, unknown>> | null | undefined,
) => Promise<ExecutionResult | undefined> | ExecutionResult | undefined;

/** The type of values that GraphQL.js has coerced already. */
const Any = new GraphQLScalarType({ name: 'Any_' });

/**
 * Turns an operation into code, by graphql-jit; undefined when it cannot. Its own writer of JSON stays off, as
 * it knows no scalars of ours (https://github.com/zalando-incubator/graphql-jit/issues/216).
 */
export function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Compiled | undefined {
  const lifted = liftArguments(schema, document, operation, Any.name);
  const query = compileQuery(withAny(schema), lifted.document, operation.name?.value);
  if (!isCompiledQuery(query)) return undefined;
  const definitions = operation.variableDefinitions ?? [];
  const cost = operationCost(schema, document, operation.name?.value);
  return (context, variables) => {
    const { coerced } = getVariableValues(schema, definitions, variables ?? {});
    if (!coerced) return undefined;
    context.budget.spend(cost);
    const result = query.query(undefined, context, lifted.values(coerced));
    return 'then' in result ? result.then(unlessFailed) : unlessFailed(result);
  };
}

/** Its errors are not GraphQL.js' (https://github.com/zalando-incubator/graphql-jit/issues/234), nor is their order. */
function unlessFailed(result: ExecutionResult): ExecutionResult | undefined {
  if (!result.errors) return result;
  const outage = result.errors.find(databaseFaultOf);
  if (outage) throw outage;
  // What is refused would be refused again.
  const refused = result.errors.map(({ originalError }) => originalError).find(isFinal);
  return refused && { errors: [refused] };
}

/** The schema as it is, which also knows the type of lifted arguments. */
function withAny(schema: GraphQLSchema): GraphQLSchema {
  return Object.create(schema, {
    getType: { value: (name: string) => (name === Any.name ? Any : schema.getType(name)) },
  });
}
