import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type Draw, inputsOf } from './inputs.ts';

/** A document for each field of each type: the shortest way there, and the field under so many names. */
export function* everyField(
  schema: GraphQLSchema,
  draw: Draw,
  names = 40,
): Generator<[string, string]> {
  for (const [type, way] of waysTo(schema, draw)) {
    for (const field of Object.values(type.getFields())) {
      const asked = Array.from(
        { length: names },
        (_, n) => `a${n}: ${asText(field, schema, draw)}`,
      );
      yield [`${type.name}.${field.name}`, way(asked.join(' '))];
    }
  }
}

/** How a field of each object type is asked for, found from the top down. */
function waysTo(schema: GraphQLSchema, draw: Draw) {
  type Way = (inner: string) => string;
  const ways = new Map<GraphQLObjectType, Way>();
  const open: [GraphQLObjectType, Way][] = [[schema.getQueryType()!, (inner) => `{ ${inner} }`]];
  for (let next = open.shift(); next; next = open.shift()) {
    const [type, way] = next;
    if (ways.has(type)) continue;
    ways.set(type, way);
    // Lists first, so that a field is asked of many objects.
    const fields = Object.values(type.getFields()).sort((a, b) => rank(a) - rank(b));
    for (const field of fields) {
      const named = getNamedType(field.type);
      if (!isCompositeType(named)) continue;
      const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
      for (const each of possible.filter(isObjectType)) {
        const text = `${field.name}${inputsOf(field.args, draw, () => false)}`;
        open.push([each, (inner) => way(`${text} { ... on ${each.name} { ${inner} } }`)]);
      }
    }
  }
  return ways;
}

function rank({ type, name }: GraphQLField<unknown, unknown>): number {
  if (name === 'companies' || name === 'quarters' || name === 'nodes') return 0;
  return isListType(isNonNullType(type) ? type.ofType : type) ? 1 : 2;
}

/** A field with the leaves of what it leads to. */
function asText(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema, draw: Draw): string {
  const text = `${field.name}${inputsOf(field.args, draw)}`;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return text;
  const object = isAbstractType(type)
    ? schema.getPossibleTypes(type)[0]!
    : (type as GraphQLObjectType);
  const [leaf] = Object.values(object.getFields()).filter(
    ({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0,
  );
  return `${text} { ... on ${object.name} { ${leaf?.name ?? '__typename'} } }`;
}
