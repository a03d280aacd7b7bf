import fc from 'fast-check';
import {
  executeSync,
  type FieldNode,
  type GraphQLObjectType,
  getIntrospectionQuery,
  getNamedType,
  isLeafType,
  type OperationDefinitionNode,
  parse,
  SchemaMetaFieldDef,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { MAX_COST } from './budget.ts';
import { IntrospectionSize } from './introspection-size.ts';
import { fragmentsOf, sizeLimit } from './limits.ts';
import { schema } from './schema.ts';

function sizeOf(query: string): number {
  const document = parse(query);
  const { selectionSet } = document.definitions[0] as OperationDefinitionNode;
  const size = new IntrospectionSize(schema, fragmentsOf(document));
  return selectionSet.selections.reduce((sum, field) => sum + size.of(field as FieldNode), 0);
}

/** How many fields an answer has. */
function fieldsOf(answer: unknown): number {
  if (answer === null || typeof answer !== 'object') return 0;
  const own = Array.isArray(answer) ? 0 : Object.keys(answer).length;
  return Object.values(answer).reduce((sum, value) => sum + fieldsOf(value), own);
}

const answer = (query: string) =>
  JSON.parse(JSON.stringify(executeSync({ schema, document: parse(query) }).data));

/** A selection of an introspection type, with deprecated members as they are counted. */
function selection(draw: fc.GeneratorValue, type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).filter(
    (field) => depth > 1 || isLeafType(getNamedType(field.type)),
  );
  const wanted = Array.from({ length: 1 + draw(fc.nat, 2) }, (_, place) => {
    const field = fields[draw(fc.nat, fields.length - 1)]!;
    const named = getNamedType(field.type);
    const args = field.args.some(({ name }) => name === 'includeDeprecated');
    const inner = isLeafType(named) ? '' : selection(draw, named as GraphQLObjectType, depth - 1);
    return `f${depth}x${place}: ${field.name}${args ? '(includeDeprecated: true)' : ''} ${inner}`;
  });
  return `{ ${wanted.join(' ')} }`;
}

test('the size of a question about the schema is that of its answer', () => {
  const property = fc.property(fc.gen(), fc.integer({ min: 2, max: 5 }), (draw, depth) => {
    const type = getNamedType(SchemaMetaFieldDef.type) as GraphQLObjectType;
    const query = `{ __schema ${selection(draw, type, depth)} }`;
    fc.pre(sizeOf(query) < 50_000);
    expect(sizeOf(query)).toBe(fieldsOf(answer(query)));
  });
  fc.assert(property, { numRuns: 40, interruptAfterTimeLimit: 3_000 });
});

test('the usual introspection query stays within the limits, several times over', () => {
  const document = parse(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true }));
  expect(validate(schema, document, [sizeLimit(MAX_COST)])).toEqual([]);
  expect(sizeOf(getIntrospectionQuery())).toBe(fieldsOf(answer(getIntrospectionQuery())));
});

test('a type that a variable names is counted as the largest one', () => {
  const ofType = (name: string) =>
    sizeOf(`query ($n: String!) { __type(name: ${name}) { fields { name } } }`);
  expect(ofType('$n')).toBe(
    Math.max(...Object.keys(schema.getTypeMap()).map((name) => ofType(JSON.stringify(name)))),
  );
});

const circling = 'fields { type { ofType { ofType { fields { type { ofType { name } } } } } } }';

test.each([
  ['wide', Array.from({ length: 400 }, (_, n) => `f${n}: ${circling}`).join(' ')],
  ['deep', `${'fields { type { '.repeat(7)} name ${'} } '.repeat(7)}`],
])('a %s question about the schema is refused', (_, fields) => {
  const errors = validate(schema, parse(`{ __schema { types { ${fields} } } }`), [
    sizeLimit(MAX_COST),
  ]);
  const codes = errors.map(({ extensions }) => extensions.code);
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.every((code) => code === 'QUERY_TOO_LARGE' || code === 'QUERY_TOO_DEEP')).toBe(true);
});

test('counting takes no longer for what is asked for again and again', () => {
  const levels = Array.from(
    { length: 12 },
    (_, n) =>
      `fragment L${n} on __Type { fields { a: type { ...L${n + 1} } b: type { ...L${n + 1} } c: type { ...L${n + 1} } } }`,
  );
  const query = `{ __schema { types { ...L0 } } } ${levels.join(' ')} fragment L12 on __Type { name }`;
  expect(sizeOf(query)).toBeGreaterThan(1_000);
});
