import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { expectRequestFaults } from './faults.ts';
import { type Answer, startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const DOCUMENT = '{ __typename }';
const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = JSON_TYPE): RequestInit => ({
  method: 'POST',
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

test.each<[string, RequestInit, number]>([
  ['a body that is not JSON', post('{ __typename }'), 400],
  ['an empty body', post(''), 400],
  ['null for a body', post(null), 400],
  ['a text for a body', post('"{ __typename }"'), 400],
  ['a batch', post([{ query: DOCUMENT }]), 400],
  ['a number for a document', post({ query: 1 }), 400],
  ['a text for variables', post({ query: DOCUMENT, variables: '{}' }), 400],
  ['a list for variables', post({ query: DOCUMENT, variables: [] }), 400],
  ['a text for extensions', post({ query: DOCUMENT, extensions: 'x' }), 400],
  ['an unknown parameter', post({ query: DOCUMENT, variable: {} }), 400],
  ['no document', post({ variables: {} }), 400],
  ['a body above 100 kB', post({ query: `${DOCUMENT} #${'x'.repeat(100_000)}` }), 413],
  ['PUT', { ...post({ query: DOCUMENT }), method: 'PUT' }, 405],
  ['PATCH', { ...post({ query: DOCUMENT }), method: 'PATCH' }, 405],
  ['DELETE', { method: 'DELETE' }, 405],
])('%s is refused, and says why', async (_, init, expected) => {
  const accept = 'application/graphql-response+json';
  const headers = { ...(init.headers as Record<string, string>), accept };
  const response = await fetch(`${server.url}/graphql`, { ...init, headers });
  const { errors } = (await response.json()) as Answer<unknown>;
  expect(response.status).toBe(expected);
  expect(errors?.length).toBeGreaterThan(0);
  expectRequestFaults(errors);
});

test.each([
  'query={ __typename }&variables=x',
  'query={ __typename }&variables=5',
  'query={ __typename }&extensions={',
  'variables={}',
  '',
])('a GET request with ?%s is refused with 400', async (parameters) => {
  const response = await fetch(`${server.url}/graphql?${parameters}`, {
    headers: { accept: 'application/graphql-response+json' },
  });
  const { errors } = (await response.json()) as Answer<unknown>;
  expect(response.status).toBe(400);
  expect(errors?.length).toBeGreaterThan(0);
  expectRequestFaults(errors);
});

test.each<[string, RequestInit, number]>([
  ['no content type', post({ query: DOCUMENT }, {}), 415],
  ['XML', post('<query/>', { 'content-type': 'text/xml' }), 415],
  ['files', { method: 'POST', body: new FormData() }, 415],
  ['an answer in XML', post({ query: DOCUMENT }, { ...JSON_TYPE, accept: 'text/xml' }), 406],
])('%s is refused by the status', async (_, init, expected) => {
  const response = await fetch(`${server.url}/graphql`, init);
  expect(response.status).toBe(expected);
  await response.arrayBuffer();
});

test('a body that does not say how long it is, is cut off at 100 kB all the same', async () => {
  const sending = request(`${server.url}/graphql`, { method: 'POST', headers: JSON_TYPE });
  for (let n = 0; n < 30; n++) sending.write(' '.repeat(10_000));
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(413);
  sending.destroy();
});

test.each([
  '/nothing',
  '/series',
  '/.git/config',
  '/graphql/',
  '//',
])('%s, where there is nothing, says where there is something', async (path) => {
  const response = await fetch(server.url + path);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    404,
    'application/json; charset=utf-8',
  ]);
  const { errors } = (await response.json()) as Answer<unknown>;
  expectRequestFaults(errors);
  expect(errors).toMatchObject([
    { message: expect.stringContaining('/graphql'), extensions: { code: 'NOT_FOUND' } },
  ]);
});

test('a body that is too large is refused once, before it is there, and its connection is closed', async () => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const head = ['POST /graphql HTTP/1.1', 'host: capexgraph', 'content-length: 1000000', '', ''];
  socket.write(head.join('\r\n') + 'a'.repeat(200_000));
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  // With data unread it is reset, which `once` would take for a failure.
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('close', resolve));
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer.split('HTTP/1.1')).toHaveLength(2);
});

test('after a body that was too large, its connection serves the next request', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = async (body: string) => {
    const options = { method: 'POST', headers: JSON_TYPE, agent };
    const sending = request(`${server.url}/graphql`, options).end(body);
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    await once(response.resume(), 'end');
    return [response.statusCode, sending.reusedSocket];
  };
  expect(await send('x'.repeat(150_000))).toEqual([413, false]);
  await sleep(1_000);
  expect(await send(JSON.stringify({ query: DOCUMENT }))).toEqual([200, true]);
  agent.destroy();
});
