import { afterEach, expect, test } from 'vitest';
import {
  CapexgraphError,
  type ClientOptions,
  createCoreClient,
  DatasetDocument,
  type GraphQLRequestError,
  HttpError,
  type RateLimitError,
} from '../src/index.ts';
import {
  answer,
  cutOff,
  type FaultyServer,
  hangUp,
  page,
  type Reply,
  silence,
  startFaultyServer,
} from './faulty-server.ts';

let server: FaultyServer;
afterEach(() => server.stop());

/** The error of a request that is sent once, to a server that gives this reply. */
async function errorOf(reply: Reply, options: Partial<ClientOptions> = {}): Promise<unknown> {
  server = await startFaultyServer(reply);
  const { request } = createCoreClient({ url: server.url, retry: false, ...options });
  return request(DatasetDocument).then(
    () => expect.unreachable('There should have been an error.'),
    (error: unknown) => error,
  );
}

test('an answer that breaks off is a NetworkError', async () => {
  expect(await errorOf(cutOff)).toMatchObject({ name: 'NetworkError', cause: expect.any(Error) });
});

test('a connection that ends without an answer is a NetworkError that says where and why', async () => {
  const error = (await errorOf(hangUp)) as Error;
  expect(error.name).toBe('NetworkError');
  expect(error.message).toBe(`Cannot reach ${server.url}: other side closed`);
});

test('no answer in time is a TimeoutError, and the request is taken back', async () => {
  let isTakenBack: Promise<unknown> | undefined;
  const error = await errorOf(
    (response) => {
      isTakenBack = new Promise((resolve) => response.once('close', resolve));
    },
    { timeoutMs: 30 },
  );
  expect(error).toMatchObject({ name: 'TimeoutError', timeoutMs: 30, attempts: 1 });
  await isTakenBack;
});

test('half an answer in time is a TimeoutError, too', async () => {
  const halfAnAnswer: Reply = (response) => response.writeHead(200).write('{"data"');
  expect(await errorOf(halfAnAnswer, { timeoutMs: 30 })).toMatchObject({ name: 'TimeoutError' });
});

test('HTML is an HttpError with its beginning, whatever the status', async () => {
  const html = `<!doctype html><title>Sign in</title>${'x'.repeat(1_000)}`;
  const error = (await errorOf(page(html, 200))) as HttpError;
  expect(error).toMatchObject({ name: 'HttpError', status: 200, body: html.slice(0, 200) });
  expect(error.message).toContain('answered 200 and no GraphQL (text/html): <!doctype html>');
});

test.each([
  {},
  [],
  null,
  'text',
  { message: 'Not here' },
  { data: null },
  { errors: [] },
])('JSON that is no GraphQL answer is an HttpError: %j', async (content) => {
  expect(await errorOf(answer(content, 404))).toMatchObject({ name: 'HttpError', status: 404 });
});

test('a 429 is a RateLimitError that says for how long', async () => {
  const error = await errorOf(page('Slow down', 429, { 'retry-after': '7', 'x-request-id': 'r1' }));
  expect(error).toBeInstanceOf(HttpError);
  expect(error).toMatchObject({ name: 'RateLimitError', status: 429, requestId: 'r1' });
  expect((error as RateLimitError).retryAfterMs).toBe(7_000);
});

test('a 503 is an HttpError that quotes the reason, where there is one', async () => {
  const error = (await errorOf(answer({ errors: [{ message: 'Importing' }] }, 503))) as HttpError;
  expect(error).toMatchObject({ name: 'HttpError', status: 503 });
  expect(error.message).toBe(`${server.url} answered 503: Importing`);
});

const PARTIAL = {
  data: { dataset: null },
  errors: [
    { message: 'Broken', path: ['dataset'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    { message: 'Broken again', path: ['dataset'] },
  ],
};

test('errors in the answer are a GraphQLRequestError with code, request id and what data there is', async () => {
  const error = await errorOf(answer(PARTIAL, 200, { 'x-request-id': 'r2' }));
  expect(error).toBeInstanceOf(CapexgraphError);
  expect(error).toMatchObject({
    name: 'GraphQLRequestError',
    message: 'Broken (and 1 more)',
    code: 'INTERNAL_SERVER_ERROR',
    status: 200,
    requestId: 'r2',
    ...PARTIAL,
  });
});

test('a GraphQL answer is one with the status 400, too', async () => {
  const error = await errorOf(
    answer({ errors: [{ message: 'No', extensions: { code: 'X' } }] }, 400),
  );
  expect(error).toMatchObject({ name: 'GraphQLRequestError', status: 400, code: 'X', data: null });
  expect((error as GraphQLRequestError).requestId).toBeUndefined();
});

test('execute gives the errors beside what data there is', async () => {
  server = await startFaultyServer(answer(PARTIAL));
  const { execute } = createCoreClient({ url: server.url });
  expect(await execute(DatasetDocument)).toMatchObject({ status: 200, ...PARTIAL });
});

test("a caller's abort rejects with the caller's reason, before, during and after a request", async () => {
  server = await startFaultyServer(silence);
  const { request } = createCoreClient({ url: server.url });
  const reason = new Error('The page was left.');
  const early = AbortSignal.abort(reason);
  await expect(request(DatasetDocument, {}, { signal: early })).rejects.toBe(reason);
  expect(server.requests).toHaveLength(0);

  const controller = new AbortController();
  const { signal } = controller;
  const pending = request(DatasetDocument, {}, { signal });
  await expect.poll(() => server.requests.length).toBe(1);
  controller.abort(reason);
  await expect(pending).rejects.toBe(reason);
});

test('a fetch that overlooks the signal holds up nobody', async () => {
  const error = await errorOf(silence, { timeoutMs: 30, fetch: () => new Promise(() => {}) });
  expect(error).toMatchObject({ name: 'TimeoutError' });
});

test('mistakes of the program are thrown as they are, and nothing is sent', async () => {
  expect(await errorOf(silence, { headers: { 'not a header': '' } })).toBeInstanceOf(TypeError);
  expect(server.requests).toHaveLength(0);
});
