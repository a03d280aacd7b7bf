import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { docComment } from './definitions.ts';

const SCALARS: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Int: 'number',
  Float: 'number',
};

/** A scalar in TypeScript: the ones that GraphQL does not know itself are texts, as IDs are. */
export const scalarType = (name: string) => SCALARS[name] ?? 'string';

/**
 * What a selection of a type answers, in TypeScript: an object whose fields have their
 * descriptions, and the fragments that it spreads. Of an interface or a union, one such object for
 * each type that it may be.
 */
export function typeOfSelection(
  { selections }: SelectionSetNode,
  type: GraphQLNamedType,
  schema: GraphQLSchema,
): string {
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const alternatives = types.map((possible) => objectType(selections, possible, schema));
  return [...new Set(alternatives)].join(' | ');
}

function objectType(
  selections: readonly SelectionNode[],
  type: GraphQLNamedType,
  schema: GraphQLSchema,
): string {
  const fields: string[] = [];
  const fragments: string[] = [];
  const add = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FIELD) fields.push(property(selection, type, schema));
    else if (selection.kind === Kind.FRAGMENT_SPREAD) {
      fragments.push(`${selection.name.value}Fragment`);
    } else {
      const condition = schema.getType(selection.typeCondition?.name.value ?? type.name)!;
      const holds =
        condition === type ||
        (isAbstractType(condition) && isObjectType(type) && schema.isSubType(condition, type));
      if (holds) selection.selectionSet.selections.forEach(add);
    }
  };
  selections.forEach(add);
  const object = `{\n${fields.map((field) => indented(field)).join('\n')}\n}`;
  return [...(fields.length > 0 ? [object] : []), ...fragments].join(' & ');
}

function property(node: FieldNode, parent: GraphQLNamedType, schema: GraphQLSchema): string {
  const name = (node.alias ?? node.name).value;
  if (node.name.value === '__typename') return `${name}: '${parent.name}';`;
  const field = (
    parent as { getFields?: () => Record<string, GraphQLField<unknown, unknown>> }
  ).getFields?.()[node.name.value];
  if (!field)
    throw new Error(`${node.loc?.source.name}: ${parent} has no field ${node.name.value}`);
  const named = getNamedType(field.type);
  const one = node.selectionSet
    ? typeOfSelection(node.selectionSet, named, schema)
    : isScalarType(named)
      ? (unitOf(field) ?? scalarType(named.name))
      : named.name;
  return `${docComment(descriptionOf(field, node))}\n${name}: ${wrapped(field.type, one)};`;
}

/** A number whose description says what it is counted in has a type that says so, too. */
function unitOf({ type, description }: GraphQLField<unknown, unknown>): string | undefined {
  if (getNamedType(type).name !== 'Float') return undefined;
  if (/percentage points/.test(description!)) return 'Points';
  return /\bfraction\b/i.test(description!) ? 'Fraction' : undefined;
}

/** The field's own, and with what it was asked for, where the document says that. */
function descriptionOf(field: GraphQLField<unknown, unknown>, node: FieldNode): string[] {
  const fixed = (node.arguments ?? []).filter(({ value }) => value.kind !== Kind.VARIABLE);
  const asked = fixed.map((argument) => `\`${print(argument)}\``).join(', ');
  return [field.description ?? '', asked && `Asked for with ${asked}.`].filter((text) => text);
}

/** Lists and nulls around a type. */
function wrapped(type: GraphQLOutputType, one: string): string {
  if (isNonNullType(type)) return isListType(type.ofType) ? listOf(type.ofType.ofType, one) : one;
  return `${isListType(type) ? listOf(type.ofType, one) : one} | null`;
}

function listOf(type: GraphQLOutputType, one: string): string {
  return `Array<${wrapped(type, one)}>`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
