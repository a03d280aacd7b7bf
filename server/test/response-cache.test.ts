import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFacts, NEXT_REVENUE } from './add-rows.ts';
import { createDatabase, startServer, type TestServer } from './testkit.ts';

let url: string;
let server: TestServer;
let uncached: TestServer;
beforeAll(async () => {
  url = await createDatabase();
  server = await startServer(url);
  uncached = await startServer(url, { RESPONSE_CACHE_MB: '0' });
});
afterAll(async () => {
  await server.stop();
  await uncached.stop();
});

const JSON_TYPE = { 'content-type': 'application/json' };
const COMPANY = 'query Company($slug: String!) { company(by: { slug: $slug }) { name } }';
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...JSON_TYPE, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** All of an answer but what is each request's own. */
async function ask(from: TestServer, init: RequestInit) {
  const response = await fetch(`${from.url}/graphql`, init);
  const own = ['date', 'x-request-id'];
  const headers = [...response.headers].filter(([name]) => !own.includes(name));
  return { status: response.status, headers, body: await response.text() };
}

const ALIBABA = { query: COMPANY, variables: { slug: 'alibaba' } };

test.each<[string, RequestInit]>([
  ['a company', post(ALIBABA)],
  ['with another media type', post(ALIBABA, { accept: 'application/graphql-response+json' })],
  ['from a page of another origin', post(ALIBABA, { origin: 'https://example.org' })],
  ['that is not there', post({ query: COMPANY, variables: { slug: 'nobody' } })],
  ['by name', post({ ...ALIBABA, operationName: 'Company', extensions: {} })],
  ['by a name that is no operation', post({ ...ALIBABA, operationName: 'Other' })],
  ['with a variable that is refused', post({ query: COMPANY, variables: { slug: 5 } })],
  ['without its variable', post({ query: COMPANY })],
  ['with a list of extensions', post({ ...ALIBABA, extensions: [] })],
  ['with an unknown parameter', post({ ...ALIBABA, more: 1 })],
  [
    'that fails in part',
    post({ query: '{ company(by: { slug: "meta" }) { quarters(first: 101) { totalCount } } }' }),
  ],
  ['that is no document', post({ query: '{' })],
  ['that is no JSON', post('{')],
  [
    'with a document read from the database',
    post({
      query:
        '{ company(by: { slug: "alibaba" }) { quarter(calendarQuarter: "2025Q2") { facts { note source { title } } } } }',
    }),
  ],
])('a question %s is answered the same however often it comes, cached or not', async (_, init) => {
  const first = await ask(uncached, init);
  for (const each of [uncached, uncached, server, server, server]) {
    expect(await ask(each, init)).toEqual(first);
  }
});

test('each answer has a request id of its own', async () => {
  const ids = [1, 2, 3].map(async () => {
    const { headers } = await fetch(`${server.url}/graphql`, post(ALIBABA));
    return headers.get('x-request-id');
  });
  expect(new Set(await Promise.all(ids)).size).toBe(3);
});

describe('an answer to GET', () => {
  const QUERY = '?query={dataset{version}}';
  const get = (query = QUERY, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql${query}`, { headers: { accept: 'application/json', ...headers } });

  test('may be kept by caches, which ask each time whether it still holds', async () => {
    const answer = await get();
    expect(answer.headers.get('cache-control')).toBe('public, no-cache');
    expect(answer.headers.get('vary')).toBe('accept, accept-encoding');
    const fromPage = await get(QUERY, { origin: 'https://example.org' });
    expect(fromPage.headers.get('vary')).toBe('accept, accept-encoding');
    const etag = answer.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(QUERY, { 'if-none-match': known });
      expect([again.status, again.headers.get('etag')]).toEqual([304, etag]);
      expect(await again.text()).toBe('');
    }
    expect((await get(QUERY, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('has another tag when it is another', async () => {
    const tags = [QUERY, '?query={dataset{facts}}'].map(async (query) => {
      const { headers } = await get(query);
      return headers.get('etag');
    });
    expect(new Set(await Promise.all(tags)).size).toBe(2);
  });

  test.each([
    '?query={',
    '?query={company(by:{slug:"meta"}){quarters(first:101){totalCount}}}',
  ])('is not to be cached when something failed: %s', async (query) => {
    const { headers } = await get(query);
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  test('does not outlive its version of the dataset', async () => {
    const etag = (await get()).headers.get('etag')!;
    const facts = post({ query: '{ dataset { version facts } }' });
    const before = await ask(server, facts);
    expect(await ask(server, facts)).toEqual(before);
    await addFacts(url, [NEXT_REVENUE]);
    await expect.poll(async () => (await ask(server, facts)).body).not.toBe(before.body);
    expect((await get(QUERY, { 'if-none-match': etag })).status).toBe(200);
  });
});
