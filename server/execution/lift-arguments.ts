import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The values of variables, coerced. */
type Values = Readonly<Record<string, unknown>>;

/** An operation whose arguments are all variables, of one type that takes any value as it is. */
export interface Lifted {
  readonly document: DocumentNode;
  /** The values of its variables, from those of the original's. */
  readonly values: (original: Values) => Values;
}

interface Argument {
  readonly name: string;
  readonly node: ValueNode;
  readonly type: GraphQLInputType;
}

/**
 * Replaces every argument of an operation by a variable, so that whoever executes it never reads a
 * literal nor coerces a value: GraphQL.js has done that, by its own rules. graphql-jit's are others: it refuses
 * a variable that cannot be null in spite of its default, gives null for one that is not given
 * (https://github.com/zalando-incubator/graphql-jit/issues/91), and lets two keys of a `@oneOf` input pass.
 */
export function liftArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  anyType: string,
): Lifted {
  const constants: Argument[] = [];
  const dependent: Argument[] = [];
  const typeInfo = new TypeInfo(schema);
  const Argument = (argument: ArgumentNode): ArgumentNode | undefined => {
    const { value } = argument;
    if (value.kind === Kind.VARIABLE) return undefined;
    // Original variables have no underscore in their names.
    const name = `lifted_${constants.length + dependent.length}`;
    const type = typeInfo.getArgument()!.type;
    (hasVariables(value) ? dependent : constants).push({ name, node: value, type });
    return { ...argument, value: variable(name) };
  };
  const definitions = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const lifted = visit(
    { kind: Kind.DOCUMENT, definitions } satisfies DocumentNode,
    visitWithTypeInfo(typeInfo, { Argument: { enter: Argument } }),
  );
  const fixed = valuesOf(constants, {});
  const names = [
    ...(operation.variableDefinitions ?? []).map((definition) => definition.variable.name.value),
    ...[...constants, ...dependent].map(({ name }) => name),
  ];
  const variableDefinitions = names.map((name) => definitionOf(name, anyType));
  return {
    document: {
      ...lifted,
      definitions: lifted.definitions.map((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION
          ? { ...definition, variableDefinitions }
          : definition,
      ),
    },
    values: (original) => ({ ...fixed, ...original, ...valuesOf(dependent, original) }),
  };
}

/** What is not given stays absent, as an argument that is null is another than none. */
function valuesOf(list: readonly Argument[], variables: Values): Values {
  const values: Record<string, unknown> = {};
  for (const { name, node, type } of list) {
    const value = valueFromAST(node, type, variables);
    if (value === undefined) throw new TypeError('An argument has no value.');
    values[name] = value;
  }
  return values;
}

function hasVariables(value: ValueNode): boolean {
  let found = false;
  visit(value, {
    Variable: () => {
      found = true;
    },
  });
  return found;
}

function variable(name: string): VariableNode {
  return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
}

function definitionOf(name: string, type: string): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: variable(name),
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  };
}
