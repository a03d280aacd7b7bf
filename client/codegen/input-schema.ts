import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The arguments of a tool. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema & { readonly description?: string }>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  CalendarQuarter: { type: 'string', pattern: '^\\d{4}Q[1-4]$' },
  Date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
};

/** The variables of an operation as JSON Schema, each described as the argument that it is given to. */
export function inputSchema(
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): InputSchema {
  const descriptions = descriptionsOf(operation, schema);
  const variables = operation.variableDefinitions ?? [];
  const properties = variables.map(({ variable, type }) => {
    const name = variable.name.value;
    const described = schemaOf(typeFromAST(schema, type as never) as GraphQLInputType);
    return [name, { ...described, description: descriptions.get(name) }];
  });
  const required = variables
    .filter(({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue)
    .map(({ variable }) => variable.name.value);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required,
    additionalProperties: false,
  };
}

function descriptionsOf(operation: OperationDefinitionNode, schema: GraphQLSchema) {
  const descriptions = new Map<string, string>();
  const typeInfo = new TypeInfo(schema);
  visit(
    operation,
    visitWithTypeInfo(typeInfo, {
      VariableDefinition: () => false,
      Variable({ name }) {
        const description = typeInfo.getArgument()?.description;
        if (description && !descriptions.has(name.value)) descriptions.set(name.value, description);
      },
    }),
  );
  return descriptions;
}

function schemaOf(type: GraphQLInputType): JsonSchema {
  if (isNonNullType(type)) return schemaOf(type.ofType);
  if (isListType(type)) return { type: 'array', items: schemaOf(type.ofType) };
  if (isEnumType(type)) return { type: 'string', enum: type.getValues().map(({ name }) => name) };
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? { type: 'string' };
  const fields = Object.values(type.getFields());
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [
        field.name,
        { ...schemaOf(field.type), description: field.description ?? undefined },
      ]),
    ),
    required: fields
      .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
      .map(({ name }) => name),
    additionalProperties: false,
    ...(type.isOneOf && { minProperties: 1, maxProperties: 1 }),
  };
}
