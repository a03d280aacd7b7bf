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
