import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { plugin } from './methods.ts';

const schema = buildSchema('type Query { group(slug: String!): Int, claims: Int }');

/** The methods that are written for a document. */
const methods = (document: string) => plugin(schema, [{ document: parse(document) }], {});

test('an operation becomes a method, with its comment and the field that it asks for', () => {
  const written = methods('# One group.\nquery OneGroup($slug: String!) { group(slug: $slug) }');
  expect(written).toContain(`
  /**
   * One group.
   */
  oneGroup(
    variables: operations.OneGroupQueryVariables,
    options?: CallOptions,
  ): Promise<operations.OneGroupQuery['group']>;
`);
  expect(written).toContain(`
    oneGroup: async (variables, options) =>
      (await request(operations.OneGroupDocument, variables, options)).group,
`);
});

test.each([
  'query A { claims }',
  'query A($slug: String) { claims }',
  'query A($slug: String! = "us-cloud") { group(slug: $slug) }',
])('the variables of %s may be left out', (document) => {
  expect(methods(`# Any.\n${document}`)).toContain('variables?: operations.AQueryVariables');
});

test('a field with an alias is found under it', () => {
  expect(methods('# Any.\nquery A { all: claims }')).toContain("Promise<operations.AQuery['all']>");
});

test.each([
  ['query A { claims }', 'describe A in a comment right above it'],
  ['# Elsewhere.\n\nquery A { claims }', 'describe A in a comment right above it'],
  [
    '# Two.\nquery A { claims group(slug: "a") }',
    'what becomes a method must be a query with a name and one field',
  ],
  ['# Any.\n{ claims }', 'what becomes a method must be a query with a name and one field'],
  [
    '# A change.\nmutation A { claims }',
    'what becomes a method must be a query with a name and one field',
  ],
])('%j is refused', (document, message) => {
  expect(() => methods(document)).toThrow(message);
});
