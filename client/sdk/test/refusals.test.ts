import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';
import * as sdk from '../src/index.ts';

// What the server refuses, and what is no server.

let server: TestServer;
let client: sdk.Client;
beforeAll(async () => {
  server = await startServer();
  client = sdk.createClient({ url: `${server.url}/graphql` });
});
afterAll(() => server.stop());

test("the server's refusals have its codes and name the argument", async () => {
  const comparison = client.comparison({
    baseline: { slug: 'nobody' },
    challenger: { slug: 'china-cloud' },
  });
  await expect(comparison).rejects.toMatchObject({
    name: 'GraphQLRequestError',
    code: 'NOT_FOUND',
    data: null,
    errors: [{ extensions: { argument: 'baseline' } }],
  });
  const quarters = client.companyQuarters({ company: { slug: 'alibaba' }, from: '2025-Q1' });
  await expect(quarters).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  await expect(client.request('{ nothing }')).rejects.toMatchObject({ status: 400 });
});

test('execute gives the refusals beside what there is of the answer', async () => {
  const { data, errors } = await client.execute(sdk.ComparisonDocument, {
    baseline: { slug: 'nobody' },
    challenger: { slug: 'china-cloud' },
  });
  expect({ data, codes: errors.map(({ extensions }) => extensions?.code) }).toEqual({
    data: null,
    codes: ['NOT_FOUND'],
  });
});

test('a path that is not the API is refused with a code, and no server at all is a NetworkError', async () => {
  const misdirected = sdk.createClient({ url: `${server.url}/nowhere` });
  await expect(misdirected.claims()).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
  const unreachable = sdk.createClient({ url: 'http://127.0.0.1:1/', retry: { baseMs: 1 } });
  await expect(unreachable.claims()).rejects.toMatchObject({ name: 'NetworkError', attempts: 3 });
});
