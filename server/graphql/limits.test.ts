import { buildSchema, type GraphQLError, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { MAX_COST } from './budget.ts';
import { fragmentsOf, selectionSize, sizeLimit, USUAL_LIMITS } from './limits.ts';

const { depth: MAX_DEPTH, fields: MAX_FIELDS } = USUAL_LIMITS;

const schema = buildSchema('type Query { a: Query, b: Query, leaf: Int }');

/** The size of a document's first operation. */
function sizeOf(text: string) {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('The operation stands first.');
  return selectionSize(operation.selectionSet, fragmentsOf(document));
}

const codesOf = (text: string) =>
  validate(schema, parse(text), [sizeLimit(MAX_COST)]).map(
    ({ extensions }: GraphQLError) => extensions.code,
  );

/** Levels of fields within each other, a leaf innermost. */
const nested = (levels: number, field = 'a') =>
  `${`{ ${field} `.repeat(levels - 1)}{ leaf }${' }'.repeat(levels - 1)}`;

test.each([
  ['a field counts one, on one level', '{ leaf }', 1, 1],
  ['fields within a field lie one level deeper', '{ a { leaf b { leaf } } }', 3, 4],
  ['the deepest selection counts', '{ leaf a { a { leaf } } b { leaf } }', 3, 6],
  ['an inline fragment is no level and no field', '{ ... on Query { a { ... { leaf } } } }', 2, 2],
  [
    'a fragment counts wherever it is spread',
    '{ a { ...F } b { ...F } } fragment F on Query { leaf a { leaf } }',
    3,
    8,
  ],
  ['an alias is a field of its own', '{ x: leaf y: leaf z: leaf }', 1, 3],
  ['questions about the schema count like others', '{ __schema { types { name } } leaf }', 3, 4],
  ['the name of a type is a field, but no level', '{ a { __typename } }', 1, 2],
  ['a fragment that there is not counts nothing', '{ ...Nowhere leaf }', 1, 1],
])('%s', (_, text, depth, fields) => {
  expect(sizeOf(text)).toEqual({ depth, fields });
});

test('a fragment within itself comes to an end', () => {
  expect(sizeOf('{ ...F } fragment F on Query { leaf a { ...F } }').fields).toBeGreaterThan(0);
  expect(
    sizeOf('{ ...F } fragment F on Query { a { ...G } } fragment G on Query { a { ...F } }').depth,
  ).toBeGreaterThan(0);
});

test('the size of a small document may be huge, and is worked out at once all the same', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, level) => `fragment F${level + 1} on Query { a { ...F${level} } b { ...F${level} } }`,
  );
  const text = `{ ...F60 } ${fragments.join(' ')} fragment F0 on Query { leaf }`;
  expect(sizeOf(text)).toEqual({ depth: 61, fields: 3 * 2 ** 60 - 2 });
});

test('as many levels as are allowed are answered, one more is refused', () => {
  expect(codesOf(nested(MAX_DEPTH))).toEqual([]);
  expect(codesOf(nested(MAX_DEPTH + 1))).toEqual(['QUERY_TOO_DEEP']);
});

test('levels in fragments count like others', () => {
  const text = `{ a { ...F } } fragment F on Query ${nested(MAX_DEPTH)}`;
  expect(codesOf(text)).toEqual(['QUERY_TOO_DEEP']);
});

test('as many fields as are allowed are answered, one more is refused', () => {
  const hundred = `fragment Hundred on Query { ${Array.from({ length: 100 }, (_, n) => `f${n}: leaf`).join(' ')} }`;
  const spreads = (count: number, more = '') =>
    `{ ${Array.from({ length: count }, (_, n) => `a${n}: a { ...Hundred }`).join(' ')} ${more} } ${hundred}`;
  // 99 fields with a hundred below each, and one.
  expect(codesOf(spreads(99, 'leaf'))).toEqual([]);
  expect(MAX_FIELDS).toBe(10_000);
  expect(codesOf(spreads(99, 'leaf more: leaf'))).toEqual(['QUERY_TOO_LARGE']);
});

test('a refusal says how large the query is, and what is allowed', () => {
  const [error] = validate(schema, parse(nested(20)), [sizeLimit(MAX_COST)]);
  expect(error?.message).toBe('The query is 20 levels deep; 15 are allowed.');
});

test('each operation of a document is bounded by itself', () => {
  expect(codesOf(`query A ${nested(9)} query B ${nested(9)}`)).toEqual([]);
  expect(codesOf(`query A ${nested(9)} query B ${nested(16)}`)).toEqual(['QUERY_TOO_DEEP']);
});

test.each([
  ['aliases', (count: number) => Array.from({ length: count }, (_, n) => `f${n}: leaf`).join(' ')],
  ['directives', (count: number) => `leaf ${'@include(if: true) '.repeat(count)}`],
] as const)('as many %s as are allowed are answered, one more is refused', (kind, some) => {
  expect(codesOf(`{ ${some(USUAL_LIMITS[kind])} }`)).toEqual([]);
  const [error] = validate(schema, parse(`{ ${some(USUAL_LIMITS[kind] + 1)} }`), [
    sizeLimit(MAX_COST),
  ]);
  expect(error?.message).toContain(
    `${USUAL_LIMITS[kind] + 1} ${kind}; ${USUAL_LIMITS[kind]} are allowed`,
  );
  expect(error?.extensions).toMatchObject({ code: 'QUERY_TOO_LARGE', http: { status: 400 } });
});

test('what costs more than it may is refused before it is executed', () => {
  const refusals = (micros: number) =>
    validate(schema, parse('{ a { leaf } }'), [sizeLimit({ ...MAX_COST, micros })]);
  expect(refusals(MAX_COST.micros)).toEqual([]);
  const [error] = refusals(1);
  expect(error?.extensions).toMatchObject({ code: 'QUERY_TOO_LARGE', http: { status: 400 } });
});

test('each limit is what a setting says', () => {
  const limits = { ...USUAL_LIMITS, depth: 2, fields: 3, aliases: 1, directives: 1 };
  const refusals = (text: string) =>
    validate(schema, parse(text), [sizeLimit(MAX_COST, limits)]).map(({ message }) => message);
  expect(refusals('{ a { leaf } }')).toEqual([]);
  expect(refusals('{ a { a { leaf } } }')).toEqual(['The query is 3 levels deep; 2 are allowed.']);
  expect(refusals('{ a { leaf } b { leaf } }')).toEqual([
    'The query selects 4 fields; 3 are allowed.',
  ]);
  expect(refusals('{ x: leaf y: leaf }')).toEqual(['The document has 2 aliases; 1 are allowed.']);
  expect(refusals('{ leaf @skip(if: true) @include(if: true) }')).toEqual([
    'The document has 2 directives; 1 are allowed.',
  ]);
});
