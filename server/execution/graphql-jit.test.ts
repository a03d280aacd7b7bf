import { buildSchema, execute, type GraphQLObjectType, parse } from 'graphql';
import { type CompilerOptions, compileQuery, isCompiledQuery } from 'graphql-jit';
import { expect, test } from 'vitest';

// What graphql-jit does otherwise than GraphQL.js when nothing guards it, and which file here does. A test that
// fails says that a new version does right: then the guard may go.

const schema = buildSchema(`
  scalar Day
  input By @oneOf { id: Int, name: String }
  input Range { from: Int, to: Int }
  type Query { given(by: By, range: Range, count: Int): String  today: Day  node: Node!  gone: Node }
  type Node { name: String  other: String  node(n: Int): Node!  selected: String }
`);

const NODE = { name: 'name', other: 'other' };

type Resolve = (parent: object, args: object, context: unknown, info: Info) => unknown;
type Info = { fieldNodes: readonly { alias?: { value: string } }[] };

function resolve(type: string, field: string, resolve: Resolve): void {
  const fields = (schema.getType(type) as GraphQLObjectType).getFields();
  fields[field]!.resolve = resolve as never;
}
resolve('Query', 'given', (_, args) => JSON.stringify(args));
resolve('Query', 'today', () => '2026-11-25');
resolve('Query', 'node', () => NODE);
resolve('Query', 'gone', () => {
  throw new Error('gone');
});
resolve('Node', 'node', (_, __, ___, { fieldNodes }) => ({
  ...NODE,
  name: fieldNodes[0]!.alias!.value,
}));

/** What both answer, as JSON text; graphql-jit's errors where it does not compile. */
async function answers(query: string, variables = {}, options: Partial<CompilerOptions> = {}) {
  const document = parse(query);
  const right = await execute({ schema, document, variableValues: variables });
  const compiled = compileQuery(schema, document, '', options);
  if (!isCompiledQuery(compiled)) return [JSON.stringify(right), JSON.stringify(compiled)];
  const found = await compiled.query({}, {}, variables);
  return [JSON.stringify(right), compiled.stringify(found)];
}

const GIVEN = (args: object) => JSON.stringify({ data: { given: JSON.stringify(args) } });

test('a default does not serve a variable that cannot be null: lift-arguments.ts', async () => {
  const [right, found] = await answers('query ($count: Int! = 5) { given(count: $count) }');
  expect(right).toBe(GIVEN({ count: 5 }));
  expect(found).toContain('was not provided');
});

test('a variable that is not given is null within an object (its issue 91): lift-arguments.ts', async () => {
  const [right, found] = await answers('query ($to: Int) { given(range: { from: 1, to: $to }) }');
  expect(right).toBe(GIVEN({ range: { from: 1 } }));
  expect(found).toBe(GIVEN({ range: { from: 1, to: null } }));
});

test('two keys pass for an input that takes one: lift-arguments.ts', async () => {
  const by = { id: 1, name: 'one' };
  const [right, found] = await answers('query ($by: By) { given(by: $by) }', { by });
  expect(right).toContain('Exactly one key must be specified');
  expect(found).toBe(GIVEN({ by }));
});

test('a variable is refused in other words: lift-arguments.ts', async () => {
  const variables = { count: 'many' };
  const [right, found] = await answers('query ($count: Int) { given(count: $count) }', variables);
  expect(right).not.toContain('Expected type Int');
  expect(found).toContain('Expected type Int');
});

test.each([
  false,
  true,
])('a fragment that is left out in one place is missing in another (its issue 111), by path %s: plain-documents.ts', async (useExperimentalPathBasedSkipInclude) => {
  const query = `{ node { ...Name @include(if: false) ...Name } } fragment Name on Node { name }`;
  const [right, found] = await answers(query, {}, { useExperimentalPathBasedSkipInclude });
  expect(right).toBe('{"data":{"node":{"name":"name"}}}');
  expect(found).toBe('{"data":{"node":{}}}');
});

test('names joined by underscores are taken for one another: plain-documents.ts', async () => {
  const [right, found] = await answers(
    '{ a_b: node { c: node(n: 1) { name } } b: node { c_a: node(n: 2) { name } } }',
  );
  expect(right).toBe('{"data":{"a_b":{"c":{"name":"c"}},"b":{"c_a":{"name":"c_a"}}}}');
  expect(found).not.toBe(right);
});

test('a field that is called __proto__ is lost: plain-documents.ts', async () => {
  const [right, found] = await answers('{ node { __proto__: name } }');
  expect(right).toBe('{"data":{"node":{"__proto__":"name"}}}');
  expect(found).toBe('{"data":{"node":{}}}');
});

test('errors come behind the data, and lack extensions (its issue 234): compile.ts falls back', async () => {
  const document = parse('{ gone { name } }');
  const right = await execute({ schema, document });
  const compiled = compileQuery(schema, document);
  const found = isCompiledQuery(compiled) ? await compiled.query({}, {}, {}) : right;
  expect([Object.keys(right), Object.keys(found)]).toEqual([
    ['errors', 'data'],
    ['data', 'errors'],
  ]);
  expect([right.errors![0]!.extensions, found.errors![0]!.extensions]).toEqual([{}, undefined]);
});

test('its own writer of JSON knows no scalars of ours (its issue 216): compile.ts leaves it off', async () => {
  const [right, found] = await answers('{ today }', {}, { customJSONSerializer: true });
  expect(right).toBe('{"data":{"today":"2026-11-25"}}');
  expect(found).toContain('Got unexpected PRIMITIVES type: Day');
});
