import {
  type GraphQLArgument,
  type GraphQLSchema,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type TypeNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { docComment } from './definitions.ts';
import { scalarType } from './selection-type.ts';

/**
 * The variables that an operation takes, in TypeScript, each described as the argument that it is
 * given to. One with a default, and one that may be null, may be left out.
 */
export function typeOfVariables(operation: OperationDefinitionNode, schema: GraphQLSchema): string {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return 'Record<string, never>';
  const uses = argumentsOf(operation, schema);
  const properties = definitions.map(({ variable, type, defaultValue }) => {
    const name = variable.name.value;
    const use = uses.get(name);
    if (!use) throw new Error(`${operation.loc?.source.name}: $${name} is given to no argument`);
    const isRequired = type.kind === Kind.NON_NULL_TYPE && !defaultValue;
    const nullable = type.kind === Kind.NON_NULL_TYPE ? '' : ' | null';
    const doc = docComment([use.description!], '  ');
    const optional = isRequired ? '' : ' | undefined';
    return `${doc}\n  ${name}${isRequired ? '' : '?'}: ${typeOf(type, schema)}${nullable}${optional};`;
  });
  return `{\n${properties.join('\n')}\n}`;
}

function argumentsOf(
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): Map<string, GraphQLArgument> {
  const found = new Map<string, GraphQLArgument>();
  const typeInfo = new TypeInfo(schema);
  const Argument = {
    enter({ value }: { value: { kind: string; name?: { value: string } } }) {
      const argument = typeInfo.getArgument();
      if (value.kind === Kind.VARIABLE && argument) found.set(value.name!.value, argument);
    },
  };
  visit(operation, visitWithTypeInfo(typeInfo, { Argument }));
  return found;
}

function typeOf(type: TypeNode, schema: GraphQLSchema): string {
  if (type.kind === Kind.NON_NULL_TYPE) return typeOf(type.type, schema);
  if (type.kind === Kind.LIST_TYPE) {
    const nullable = type.type.kind === Kind.NON_NULL_TYPE ? '' : ' | null';
    return `Array<${typeOf(type.type, schema)}${nullable}>`;
  }
  const name = type.name.value;
  return isScalarType(schema.getType(name)) ? scalarType(name) : name;
}
