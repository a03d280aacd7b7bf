import { readFile } from 'node:fs/promises';
import { serverAudits } from 'graphql-http';
import { afterAll, expect, test } from 'vitest';
import { QUESTIONS } from '../http/questions.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers, redirect: 'manual' });

const audits = serverAudits({ url: `${server.url}/graphql`, fetchFn: fetch });

test('every audit of GraphQL over HTTP is there', () => {
  expect(audits).toHaveLength(61);
});

test.each(
  audits.map(({ id, name, fn }) => [id, name, fn] as const),
)('%s: %s', async (_, __, audit) => {
  const result = await audit();
  expect(result).toMatchObject({ status: 'ok' });
});

test('GraphiQL is one page that loads nothing from another host', async () => {
  const response = await get('/graphql', browser);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(html).toContain('AlibabaJune2025');
  const head = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) =>
    script.slice(0, script.indexOf('>') + 1),
  );
  const loads = [
    ...head.matchAll(
      /<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)\s*=\s*["']?([^"'\s>]+)/gi,
    ),
    ...html.matchAll(/(?:@import\s+(?:url\()?|\burl\()["']?((?:https?:)?\/\/[^"')\s]+)/gi),
  ];
  expect(
    loads.map(([, address]) => address).filter((address) => !address!.startsWith('data:')),
  ).toEqual([]);
});

test.each([
  ['/graphql', browser],
  ['/', browser],
  ['/schema.graphql', {}],
  ['/health/ready', {}],
  ['/nothing', browser],
])('%s is taken for nothing else, framed by nobody, told to nobody by a link, and kept by no cache that is not told to', async (path, headers) => {
  const response = await get(path, headers);
  await response.arrayBuffer();
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('x-frame-options')).toBe('DENY');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cache-control')).toMatch(/no-store|no-cache/);
});

test('GraphiQL runs its own scripts and no others, and nobody frames it', async () => {
  const response = await get('/graphql', browser);
  await response.arrayBuffer();
  const policy = response.headers.get('content-security-policy')!;
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  const [scripts] = /script-src [^;]*/.exec(policy)!;
  expect(scripts).toMatch(/'sha256-/);
  expect(scripts).not.toMatch(/unsafe|\*|https?:/);
  const answer = await get('/graphql?query={__typename}');
  await answer.arrayBuffer();
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a browser that has the page is told that it still holds', async () => {
  const first = await get('/graphql', browser);
  await first.arrayBuffer();
  const etag = first.headers.get('etag')!;
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  const second = await get('/graphql', { ...browser, 'if-none-match': etag });
  expect(second.status).toBe(304);
  expect(await second.text()).toBe('');
  const other = await get('/graphql', { ...browser, 'if-none-match': '"other"' });
  expect(other.status).toBe(200);
  await other.arrayBuffer();
});

test('every answer has the id of its request: the one that was sent, or a new one', async () => {
  const idOf = async (headers: Record<string, string>) => {
    const response = await get('/graphql?query={__typename}', {
      origin: 'https://example.org',
      ...headers,
    });
    expect(response.headers.get('access-control-expose-headers')).toContain('x-request-id');
    await response.text();
    return response.headers.get('x-request-id');
  };
  expect(await idOf({ 'x-request-id': 'chart-7' })).toBe('chart-7');
  expect(await idOf({ 'x-request-id': 'no <b>markup</b>' })).toMatch(/^[\w-]{12}-[\da-z]+$/);
  expect(await idOf({})).not.toBe(await idOf({}));
});

test('the schema can be read as text', async () => {
  const response = await get('/schema.graphql');
  expect(response.status).toBe(200);
  const file = new URL('../../client/sdk/schema.graphql', import.meta.url);
  expect((await response.text()).trim()).toBe((await readFile(file, 'utf8')).trim());
});

test('it says that it lives, and whether it is ready, and how it knows', async () => {
  const live = await get('/health/live');
  expect([live.status, await live.text()]).toEqual([200, 'live\n']);
  const ready = await get('/health/ready');
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({
    status: 'ready',
    dataset: {
      version: expect.any(String),
      sequence: 1,
      importedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      checkedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    },
    database: { answers: true },
  });
});

test.each([
  '/nothing',
  '/graphql/',
  '/graphql/x',
  '/GraphQL',
  '//graphql',
  '/.env',
  '/%00',
  '/constructor',
])('there is nothing at %s', async (path) => {
  const response = await get(path, browser);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('/graphql');
});

test('any web page may ask, without credentials', async () => {
  const origin = 'https://example.org';
  const preflight = await fetch(`${server.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(preflight.status).toBe(204);
  expect(['*', origin]).toContain(preflight.headers.get('access-control-allow-origin'));
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
  expect(preflight.headers.get('access-control-allow-credentials')).not.toBe('true');
  const answer = await get('/graphql?query={__typename}', { origin, accept: 'application/json' });
  expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  expect(['*', origin]).toContain(answer.headers.get('access-control-allow-origin'));
  expect(answer.headers.get('access-control-allow-credentials')).not.toBe('true');
});

test.each(
  QUESTIONS.map((question) => [question.split('\n', 1)[0], question]),
)('GraphiQL opens with a question that has an answer: %s', async (_, question) => {
  const { data, errors } = await server.execute(question!);
  expect(errors).toBeUndefined();
  expect(data).toBeTruthy();
});
