import { buildSchema, type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import { typeOfSelection } from './selection-type.ts';
import { typeOfVariables } from './variables-type.ts';

const schema = buildSchema(`
  type Query {
    "Who they are."
    people("How many." first: Int, "What they do." jobs: [Job!]): [Person]!
    "Anything."
    any: Any
  }
  enum Job { CLERK }
  union Any = Person | Query
  type Person {
    "The name."
    name: String
    "Of the whole, as a fraction."
    share: Float
    "In percentage points."
    lead: Float!
    "In years."
    age: Float
  }
`);

const operationOf = (text: string) =>
  (parse(text) as DocumentNode).definitions[0] as OperationDefinitionNode;
const answerOf = (text: string) =>
  typeOfSelection(operationOf(text).selectionSet, schema.getQueryType()!, schema);

test('each field has its description, the name that it is asked for under, and its nulls', () => {
  expect(answerOf('{ people(first: 2) { called: name } }')).toBe(`{
  /**
   * Who they are.
   * Asked for with \`first: 2\`.
   */
  people: Array<{
    /** The name. */
    called: string | null;
  } | null>;
}`);
});

test('a number whose description says that it is a fraction, or points, has a type that says so', () => {
  const answer = answerOf('{ people { share lead age } }');
  expect(answer).toContain('share: Fraction | null;');
  expect(answer).toContain('lead: Points;');
  expect(answer).toContain('age: number | null;');
});

test('of a union, the answer is one of the types that it may be', () => {
  const answer = answerOf('{ any { __typename ... on Person { name } } }');
  expect(answer).toMatch(
    /__typename: 'Person';\s+\/\*\* The name. \*\/\s+name: [^}]+\} \| \{\s+__typename: 'Query';/,
  );
});

test('a fragment that is spread stands beside the fields of its own', () => {
  expect(answerOf('{ people { name ...Figures } }')).toContain('} & FiguresFragment | null>');
});

test('a variable has the description and the type of the argument that it is given to', () => {
  const operation = operationOf(
    'query($a: Int!, $b: [Job!]) { people(first: $a, jobs: $b) { name } }',
  );
  expect(typeOfVariables(operation, schema)).toBe(`{
  /** How many. */
  a: number;
  /** What they do. */
  b?: Array<Job> | null | undefined;
}`);
});

test('a variable that is given to no argument is refused', () => {
  const operation = operationOf('query($a: Int) { people { name } }');
  expect(() => typeOfVariables(operation, schema)).toThrow('$a is given to no argument');
});
