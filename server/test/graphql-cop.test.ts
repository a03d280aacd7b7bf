import { afterAll, expect, test } from 'vitest';
import { type Answer, startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

/** Sends what a probe sends; an answer with data is what it looks for. */
async function probe(path: string, init: RequestInit = {}) {
  const response = await fetch(`${server.url}/graphql${path}`, init);
  const text = await response.text();
  return { text, ...(JSON.parse(text) as Answer<unknown>), status: response.status };
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

test('a batch is not executed', async () => {
  const batch = Array.from({ length: 10 }, () => ({ query: '{ __typename }' }));
  expect(await probe('', post(batch))).toMatchObject({ status: 400, errors: [{}] });
});

test('introspection that goes round in circles is not answered', async () => {
  const circle = 'fields { type { '.repeat(5);
  const query = `{ __schema { types { ${circle} name ${'} } '.repeat(5)} } }`;
  expect((await probe('', post({ query }))).data).toBeUndefined();
});

test.each([
  'mutation { __typename }',
  'subscription { __typename }',
])('%s is executed neither by GET nor by POST', async (query) => {
  expect((await probe(`?query=${encodeURIComponent(query)}`)).data).toBeUndefined();
  expect((await probe('', post({ query }))).data).toBeUndefined();
});

test('a form that another site posts is refused', async () => {
  const body = new URLSearchParams({ query: '{ __typename }' });
  expect(await probe('', { method: 'POST', body })).toMatchObject({ status: 415, errors: [{}] });
});

test('nothing is traced, and an error tells nothing of the inside', async () => {
  const tracing = { 'x-apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' };
  const { text } = await probe('', post({ query: '{ __typename }' }, tracing));
  expect(text).not.toMatch(/tracing|extensions/);
  for (const query of ['qwerty', '{ a { b ', '{ nodes(ids: 1) { id } }']) {
    const { text, errors } = await probe('', post({ query }));
    expect(errors).toBeDefined();
    expect(text).not.toMatch(/exception|stacktrace|node_modules|\bat \S+:\d/i);
  }
});

const times = (count: number, field: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => field(n)).join(' ');

test.each([
  ['aliases', `{ ${times(1_001, (n) => `a${n}: __typename`)} }`, 400],
  ['directives', `{ ${times(201, (n) => `a${n}: __typename @include(if: true)`)} }`, 400],
  ['directives that there are not', `{ __typename ${times(10, () => '@aa')} }`, 200],
  ['the same field', `{ ${times(500, () => '__typename')} }`, 400],
  ['tokens', `{ __typename ${times(5_001, (n) => `a${n}`)} }`, 400],
  ['fragments', `{ ...F0 } ${times(101, (n) => `fragment F${n} on Query { __typename }`)}`, 400],
])('a document overloaded with %s is not executed', async (_, query, status) => {
  const answer = await probe('', post({ query }));
  expect([answer.status, answer.data]).toEqual([status, undefined]);
  expect(answer.errors![0]!.extensions.code).toMatch(
    /^(QUERY_TOO_LARGE|GRAPHQL_VALIDATION_FAILED)$/,
  );
});
