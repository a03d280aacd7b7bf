import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { functions, methods } from './methods.ts';

const schema = buildSchema('type Query { group(slug: String!): Int, claims: Int }');

/** What is written for a document. */
const written = (plugin: typeof methods, document: string) =>
  plugin(schema, [{ document: parse(document) }], {});

const ONE_GROUP = `"""
One group.

@example
const group = await client.oneGroup({ slug: 'a' });
"""
query OneGroup($slug: String!) { group(slug: $slug) }`;

test('an operation becomes a function, with its description and the field that it asks for', () => {
  expect(written(functions, ONE_GROUP)).toContain(`
/**
 * One group.
 *
 * @example
 * const group = await oneGroup(client, { slug: 'a' });
 */
export function oneGroup(
  client: Requests,
  variables: operations.OneGroupQueryVariables,
  options?: CallOptions,
): Promise<operations.OneGroupQuery['group']> {
  return client
    .request(operations.OneGroupDocument, variables, options)
    .then((data) => data.group);
}
`);
});

test('a client has the function as its method', () => {
  expect(written(methods, ONE_GROUP)).toContain(`
   * const group = await client.oneGroup({ slug: 'a' });
   */
  oneGroup(
    variables: operations.OneGroupQueryVariables,
    options?: CallOptions,
  ): Promise<operations.OneGroupQuery['group']>;
`);
  expect(written(methods, ONE_GROUP)).toContain(`
    oneGroup: (variables, options) => methods.oneGroup(client, variables, options),
`);
});

test.each([
  'query A { claims }',
  'query A($slug: String) { claims }',
  'query A($slug: String! = "us-cloud") { group(slug: $slug) }',
])('the variables of %s may be left out', (document) => {
  const described = `"Any." ${document}`;
  expect(written(functions, described)).toContain('variables?: operations.AQueryVariables');
});

test('a field with an alias is found under it', () => {
  const document = '"Any." query A { all: claims }';
  expect(written(functions, document)).toContain("Promise<operations.AQuery['all']>");
});

test.each([
  ['query A { claims }', 'describe A in a text right above it'],
  [
    '"Two." query A { claims group(slug: "a") }',
    'what becomes a method must be a query with a name and one field',
  ],
  ['"Any." query { claims }', 'what becomes a method must be a query with a name and one field'],
  [
    '"A change." mutation A { claims }',
    'what becomes a method must be a query with a name and one field',
  ],
])('%j is refused', (document, message) => {
  expect(() => written(methods, document)).toThrow(message);
});
