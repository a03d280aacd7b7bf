import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERROR_CODES } from '../graphql/error-codes.ts';
import { USUAL_LIMITS } from '../graphql/limits.ts';
import { startServer, type TestServer } from './testkit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const post = (body: string): [string, RequestInit] => [
  '',
  { method: 'POST', headers: { 'content-type': 'application/json' }, body },
];

test.each<[string, string, RequestInit?]>([
  ['BAD_USER_INPUT', '?query={company(by:{}){id}}'],
  ['NOT_FOUND', '?query={comparison(baseline:{slug:"a"},challenger:{slug:"b"}){currency}}'],
  ['QUERY_TOO_DEEP', `?query={${'groups{members{'.repeat(9)}id${'}}'.repeat(9)}}`],
  [
    'QUERY_TOO_LARGE',
    `?query={groups{members{quarters{nodes{facts{quarter{facts{quarter{facts{id}}}}}}}}}}`,
  ],
  ['GRAPHQL_PARSE_FAILED', '?query={'],
  ['GRAPHQL_VALIDATION_FAILED', '?query={nothing}'],
  ['OPERATION_RESOLUTION_FAILURE', '?query={__typename}&operationName=Other'],
  ['BAD_REQUEST', ...post('{')],
  ['UNKNOWN_DOCUMENT', '?documentId=sha256:0'],
  ['METHOD_NOT_ALLOWED', '', { method: 'DELETE' }],
  ['REQUEST_ENTITY_TOO_LARGE', ...post(' '.repeat(USUAL_LIMITS.body + 1))],
])('%s is among the codes that clients know', async (code, address, init) => {
  const response = await fetch(`${server.url}/graphql${address}`, init);
  const { errors } = await response.json();
  expect(errors[0].extensions.code).toBe(code);
  expect(Object.keys(ERROR_CODES)).toContain(code);
});
