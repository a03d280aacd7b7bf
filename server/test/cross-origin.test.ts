import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from '../env.ts';
import { createDatabase, startServer, type TestServer } from './testkit.ts';

const OURS = 'https://charts.example.org';
const THEIRS = 'https://other.example';

let open: TestServer;
let listed: TestServer;
let limited: TestServer;
beforeAll(async () => {
  const url = await createDatabase();
  open = await startServer(url);
  listed = await startServer(url, {
    CAPEXGRAPH_ALLOWED_ORIGINS: `${OURS}, http://localhost:3000`,
  });
  limited = await startServer(url, { CAPEXGRAPH_RATE_LIMIT: '1' });
});
afterAll(() => Promise.all([open.stop(), listed.stop(), limited.stop()]));

interface Sent {
  readonly status: number;
  readonly headers: Record<string, string | undefined>;
  readonly body: string;
}

/** As it is: `fetch` would not send every method, nor an origin. */
function ask(
  server: TestServer,
  path: string,
  { method = 'GET', body = '', ...more }: { method?: string; body?: string; headers?: object } = {},
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const outgoing = send(server.url + path, { method, headers: { ...more.headers } });
    outgoing.on('error', reject);
    outgoing.on('response', async (response) => {
      const headers = response.headers as Sent['headers'];
      resolve({ status: response.statusCode!, headers, body: await text(response) });
    });
    outgoing.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const ANSWERS: [string, number, string, { method?: string; body?: string; headers?: object }?][] = [
  ['an answer', 200, '/graphql?query={__typename}'],
  [
    'a refused document',
    400,
    '/graphql?query={',
    { headers: { accept: 'application/graphql-response+json' } },
  ],
  ['an unknown id', 404, '/graphql?documentId=sha256:0'],
  ['a version that is none', 400, '/graphql?query={__typename}&version=1'],
  ['a media type that is none', 406, '/graphql', { headers: { accept: 'text/xml' } }],
  ['a body of another type', 415, '/graphql', { method: 'POST', body: '{}' }],
  ['a body that is too large', 413, '/graphql', { method: 'POST', body: ' '.repeat(100_001) }],
  ['a method that is not taken', 405, '/graphql', { method: 'PUT', body: '{}' }],
  ['GraphiQL', 200, '/graphql', { headers: { accept: 'text/html' } }],
  ['the list of files', 200, '/data'],
  ['a file', 200, '/data/companies.csv'],
  ['a file that is not there', 404, '/data/nothing.csv'],
  ['a table', 200, '/data/series.csv?subjects=alibaba&measures=capex'],
  ['a table of nothing', 400, '/data/series.csv'],
  ['the feed', 200, '/changes.atom'],
  ['the schema', 200, '/schema.graphql'],
  ['what is not there', 404, '/nothing'],
];

describe.each(ANSWERS)('%s (%i)', (_, status, path, options = {}) => {
  const from = (origin: string) => ({
    ...options,
    headers: { ...options.headers, ...(origin && { origin }) },
  });

  test.each([
    '',
    OURS,
  ])('may be read by any page, whether it says where it is (%j) or not', async (origin) => {
    // What is posted is kept by no cache, so it matters for whom it is.
    if (origin === '' && (options.method ?? 'GET') !== 'GET') return;
    const answer = await ask(open, path, from(origin));
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    expect(answer.headers['access-control-expose-headers']?.split(', ')).toEqual(
      expect.arrayContaining(['x-request-id', 'x-dataset-version', 'retry-after', 'etag']),
    );
    expect(answer.headers.vary ?? '').not.toContain('origin');
  });

  test('may be read by the pages that are listed alone, where some are', async () => {
    for (const [origin, allowed] of [
      [OURS, OURS],
      [THEIRS, undefined],
      ['null', undefined],
    ] as const) {
      const { status: actual, headers } = await ask(listed, path, from(origin));
      expect([actual, headers['access-control-allow-origin']]).toEqual([status, allowed]);
      expect(headers.vary).toContain('origin');
    }
  });
});

test.each([
  '/graphql',
  '/data/facts.csv',
  '/schema.graphql',
  '/nothing',
])('a page may ask %s whatever header it sends, and need not ask again for a day', async (path) => {
  const headers = {
    origin: OURS,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,x-request-id',
  };
  for (const server of [open, listed]) {
    const answer = await ask(server, path, { method: 'OPTIONS', headers });
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': server === open ? '*' : OURS,
      'access-control-allow-headers': 'content-type,x-request-id',
      'access-control-max-age': '86400',
    });
    expect(answer.headers['access-control-allow-methods']).toContain('POST');
  }
  const refused = await ask(listed, path, {
    method: 'OPTIONS',
    headers: { ...headers, origin: THEIRS },
  });
  expect(refused.headers['access-control-allow-origin']).toBeUndefined();
});

test('a page learns that it has asked too much, and when to ask again', async () => {
  let answer: Sent;
  do answer = await ask(limited, '/graphql?query={__typename}', { headers: { origin: OURS } });
  while (answer.status === 200);
  expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([429, '*']);
  expect(answer.headers['access-control-expose-headers']).toContain('retry-after');
});

test.each(['/mcp', '/metrics'])('%s is nothing for pages elsewhere', async (path) => {
  const answer = await ask(open, path, { headers: { origin: OURS } });
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

test.each([
  'QUERY',
  'PUT',
  'PATCH',
  'DELETE',
])('%s is refused with what would do', async (method) => {
  const body = '{"query":"{__typename}"}';
  const answer = await ask(open, '/graphql', {
    method,
    body,
    headers: { ...JSON_TYPE, 'content-length': body.length },
  });
  expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  expect(JSON.parse(answer.body).errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED');
});

test.each([
  '*',
  'example.org',
  'https://example.org/',
  'https://a.example, b',
])('a start with %j for origins is refused', (origins) => {
  expect(() => readEnvironment({ CAPEXGRAPH_ALLOWED_ORIGINS: origins })).toThrow(
    'CAPEXGRAPH_ALLOWED_ORIGINS: expected origins like',
  );
});
