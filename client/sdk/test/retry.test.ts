import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import {
  type CallOptions,
  createCoreClient,
  DatasetDocument,
  HttpError,
  NetworkError,
} from '../src/index.ts';
import { parseRetryAfter, pauseAfter } from '../src/retry.ts';
import {
  answer,
  cutOff,
  type FaultyServer,
  hangUp,
  page,
  type Reply,
  startFaultyServer,
} from './faulty-server.ts';

let server: FaultyServer;
afterEach(() => server?.stop());

const GOOD = answer({ data: { dataset: { version: '1' } } });
const QUICK: CallOptions = { retry: { baseMs: 1 } };

async function request(replies: Reply[], options: CallOptions = QUICK): Promise<unknown> {
  server = await startFaultyServer(...replies);
  return createCoreClient({ url: server.url }).request(DatasetDocument, {}, options);
}

/** How long the server was left alone between the first request and the second, in milliseconds. */
const pauseSeen = () => server.requests[1]!.at - server.requests[0]!.at;

test.each([
  ['a cut connection', cutOff],
  ['no answer', hangUp],
  ['a 408', page('', 408)],
  ['a 429', page('', 429)],
  ['a 502', page('', 502)],
  ['a 503', page('', 503)],
  ['a 504', page('', 504)],
])('after %s, the request is sent again', async (_, failure) => {
  await expect(request([failure, GOOD])).resolves.toEqual({ dataset: { version: '1' } });
  expect(server.requests).toHaveLength(2);
  expect(server.requests[1]!.question).toEqual(server.requests[0]!.question);
});

test.each([
  ['a 400', page('', 400)],
  ['a 401', page('', 401)],
  ['a 404', page('', 404)],
  ['a 500', page('', 500)],
  ['HTML', page('<p>', 200)],
  ['an error in the answer', answer({ errors: [{ message: 'No' }] })],
])('after %s, it is not', async (_, failure) => {
  await expect(request([failure, GOOD])).rejects.toMatchObject({ attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

test('a request is sent three times at most, unless more are asked for; the error says how often', async () => {
  const busy = page('', 503);
  await expect(request([busy])).rejects.toMatchObject({ attempts: 3 });
  await server.stop();
  const options = { retry: { baseMs: 1, retries: 4 } };
  await expect(request([busy], options)).rejects.toMatchObject({ attempts: 5 });
  expect(server.requests).toHaveLength(5);
});

test('a client that must not retry does not', async () => {
  await expect(request([hangUp], { retry: false })).rejects.toMatchObject({ attempts: 1 });
});

test('a 429 with Retry-After is tried again after that many seconds', async () => {
  await request([page('', 429, { 'retry-after': '1' }), GOOD]);
  expect(pauseSeen()).toBeGreaterThan(990);
});

test('a 503 with a date in Retry-After is tried again then', async () => {
  const then = Math.ceil(Date.now() / 1_000) * 1_000 + 1_000;
  await request([page('', 503, { 'retry-after': new Date(then).toUTCString() }), GOOD]);
  expect(performance.timeOrigin + server.requests[1]!.at).toBeGreaterThan(then - 10);
});

test('a Retry-After beyond the time of the call is not waited for', async () => {
  const later = page('', 429, { 'retry-after': '3600' });
  await expect(request([later])).rejects.toMatchObject({ retryAfterMs: 3_600_000, attempts: 1 });
});

test('a caller can stop the pause', async () => {
  const controller = new AbortController();
  const pending = request([page('', 429, { 'retry-after': '10' })], { signal: controller.signal });
  await expect.poll(() => server?.requests.length).toBe(1);
  controller.abort();
  await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
});

test('a mutation is never sent twice', async () => {
  server = await startFaultyServer(page('', 503));
  const { request } = createCoreClient({ url: server.url, retry: { baseMs: 1 } });
  const mutation = 'fragment F on T { a }\nmutation { go { ...F } }';
  await expect(request(mutation)).rejects.toMatchObject({ attempts: 1 });
  await expect(request('query mutation { go }')).rejects.toMatchObject({ attempts: 3 });
});

test('each attempt asks for the headers anew', async () => {
  server = await startFaultyServer(page('', 503), GOOD);
  let token = 0;
  const { request } = createCoreClient({
    url: server.url,
    headers: async () => ({ authorization: `Bearer ${++token}`, 'x-from': 'client' }),
  });
  await request(DatasetDocument, {}, { ...QUICK, headers: { 'x-from': 'call' } });
  expect(server.requests.map(({ headers }) => [headers.authorization, headers['x-from']])).toEqual([
    ['Bearer 1', 'call'],
    ['Bearer 2', 'call'],
  ]);
});

test('Retry-After is read in seconds, fractions of them and dates, and otherwise ignored', () => {
  expect(parseRetryAfter('120')).toBe(120_000);
  expect(parseRetryAfter('0.5')).toBe(500);
  expect(parseRetryAfter('0')).toBe(0);
  expect(parseRetryAfter('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
  for (const header of [null, '', 'soon', '-5']) expect(parseRetryAfter(header)).toBeUndefined();
});

test('pauses grow from baseMs to maxMs, and are never longer', () => {
  const settings = fc.record({
    attempts: fc.integer({ min: 1, max: 50 }),
    baseMs: fc.integer({ min: 0, max: 1_000 }),
    maxMs: fc.integer({ min: 0, max: 10_000 }),
  });
  const check = fc.property(settings, ({ attempts, baseMs, maxMs }) => {
    const error = Object.assign(new NetworkError(''), { attempts });
    const ms = pauseAfter(error, { retries: 50, baseMs, maxMs })!;
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ms).toBeLessThanOrEqual(Math.min(maxMs, baseMs * 2 ** (attempts - 1)));
  });
  fc.assert(check);
});

test('a 404 is not worth a pause', () => {
  expect(pauseAfter(new HttpError('', { status: 404, body: '' }), {})).toBeUndefined();
});
