import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { globalId } from '../graphql/node.ts';
import { schema } from '../graphql/schema.ts';
import { expectRequestFaults } from './faults.ts';
import { type Answer, startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const JSON_TYPE = { 'content-type': 'application/json' };

/** Sends a request; whatever it is, the answer is JSON, and its errors are the caller's and have a code. */
async function send(path: string, init: RequestInit = {}) {
  const response = await fetch(`${server.url}${path}`, init);
  const { status } = response;
  expect(status).toBeLessThan(500);
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  const { data, errors } = (await response.json()) as Answer<unknown>;
  expect(data !== undefined || errors !== undefined).toBe(true);
  expectRequestFaults(errors);
  return { status, data, code: errors?.[0]?.extensions.code };
}

const post = (body: object | string) =>
  send('/graphql', {
    method: 'POST',
    headers: { ...JSON_TYPE, accept: 'application/graphql-response+json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** Texts that no text of the dataset is, and that PostgreSQL, UTF-8 or JavaScript objects have no place for. */
const NASTY = fc.oneof(
  fc.constantFrom('\0', 'a\0b', '\ud800', 'a\udfffb', '__proto__', 'constructor', '\uffff', ''),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `${text}\0`),
  fc
    .constantFrom('Source', 'Company', 'Fact', '__proto__')
    .chain((typename) =>
      fc
        .string({ unit: 'binary', maxLength: 6 })
        .map((key) => globalId(typename, `${key}\0\ud800`)),
    ),
);

test('no text, wherever it stands, is answered with a fault of the server', async () => {
  const query = `query Q($text: String!, $id: ID!, $day: Date, $quarter: CalendarQuarter) {
    company(by: { slug: $text }) { name quarters(after: $text, from: $quarter, asOf: $day) { totalCount } }
    byTicker: company(by: { ticker: $text }) { name }
    companies(where: { search: $text }) { totalCount }
    claim(slug: $text) { id }
    group(by: { slug: $text }) { id }
    node(id: $id) { id }
    nodes(ids: [$id, $id]) { id }
  }`;
  // What is not valid would be refused before any text of it is read.
  expect(validate(schema, parse(query))).toEqual([]);
  const property = fc.asyncProperty(NASTY, NASTY, async (text, other) => {
    await post({ query, variables: { text, id: text } });
    await post({ query, variables: { text, id: globalId('Source', text) } });
    await post({ query, variables: { text: other, id: text, day: other, quarter: other } });
    await post({ query, operationName: text, variables: { [text]: text, text: 'a', id: 'b' } });
    await post({ query: `{ company(by: { slug: ${JSON.stringify(text)} }) { name } }` });
    await post({ query: `{ nodes(ids: [${JSON.stringify(text)}]) { id } } # ${text}` });
    await post({ query: '{ __typename }', extensions: { [text]: other } });
    const parameters = new URLSearchParams({
      query,
      variables: JSON.stringify({ text, id: other }),
    });
    await send(`/graphql?${parameters}`);
    await send(
      `/graphql?query={__typename}&operationName=${encodeURIComponent(Buffer.from(text).toString())}`,
    );
  });
  await fc.assert(property, { numRuns: 40, interruptAfterTimeLimit: 8_000 });
});

const nested = (open: string, close: string, depth: number, inner = '') =>
  open.repeat(depth) + inner + close.repeat(depth);

const IDS = 'query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const DEPTHS = [199, 500, 2_000, 20_000];

test.each<[string, (depth: number) => string | object]>([
  [
    'ids in variables',
    (depth) => `{"query":"${IDS}","variables":{"ids":${nested('[', ']', depth)}}}`,
  ],
  [
    'objects in variables',
    (depth) => `{"query":"${IDS}","variables":{"ids":${nested('{"a":', '}', depth, '1')}}}`,
  ],
  [
    'ids in a document',
    (depth) => ({ query: `{ nodes(ids: ${nested('[', ']', depth)}) { id } }` }),
  ],
  [
    'objects in a document',
    (depth) => ({ query: `{ company(by: ${nested('{a:', '}', depth, '1')}) { id } }` }),
  ],
  ['selections', (depth) => ({ query: nested('{a', '}', depth) })],
  [
    'inline fragments',
    (depth) => ({ query: `{ ... on Query ${nested('{ ... ', '}', depth, '{__typename}')} }` }),
  ],
  ['types', (depth) => ({ query: `query Q($a: ${nested('[', ']', depth, 'ID')}) { __typename }` })],
])('%s that stand very deep in each other are refused', async (_, of) => {
  for (const depth of DEPTHS) {
    const body = of(depth);
    const size = typeof body === 'string' ? body.length : JSON.stringify(body).length;
    if (size > 90_000) continue;
    const { status, code } = await post(body);
    if (depth > 200)
      expect([depth, status, code]).toEqual([
        depth,
        400,
        expect.stringMatching(/^(BAD_USER_INPUT|QUERY_TOO_DEEP)$/),
      ]);
  }
});

test('brackets in texts and comments are none', async () => {
  const text = '[{('.repeat(300);
  const { status } = await post({
    query: `{ company(by: { slug: "${text}" }) { name } } # ${text}`,
    variables: { text },
  });
  expect(status).toBe(200);
});

test('variables called as an object of JavaScript calls its own are no others', async () => {
  const query = 'query Q($by: CompanyBy!) { company(by: $by) { slug } }';
  const ask = (variables: string) => post(`{"query":"${query}","variables":${variables}}`);
  expect(await ask('{"by":{"slug":"alibaba"},"__proto__":{"by":{"slug":"meta"}}}')).toMatchObject({
    data: { company: { slug: 'alibaba' } },
  });
  for (const variables of [
    '{"__proto__":{"by":{"slug":"meta"}}}',
    '{"by":{"__proto__":{"slug":"meta"}}}',
    '{"by":{"constructor":"x"}}',
  ]) {
    for (let times = 0; times < 3; times++) {
      expect(await ask(variables)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    }
  }
  for (let times = 0; times < 3; times++) {
    const { code } = await post({
      query: 'query Q($__proto__: CompanyBy!) { company(by: $__proto__) { slug } }',
      variables: JSON.parse('{"__proto__":{"slug":"meta"}}'),
    });
    expect(code).toBe('GRAPHQL_VALIDATION_FAILED');
  }
});

const DOCUMENT = JSON.stringify({ query: '{ __typename }' });
const form = new URLSearchParams({ query: '{ __typename }' });

test.each<[string, number, string, RequestInit]>([
  [
    'parts for an answer',
    406,
    'NOT_ACCEPTABLE',
    { headers: { ...JSON_TYPE, accept: 'multipart/mixed' } },
  ],
  [
    'events for an answer',
    406,
    'NOT_ACCEPTABLE',
    { headers: { ...JSON_TYPE, accept: 'text/event-stream' } },
  ],
  [
    'XML for an answer',
    406,
    'NOT_ACCEPTABLE',
    { headers: { ...JSON_TYPE, accept: 'text/xml, image/*' } },
  ],
  [
    'anything but JSON',
    406,
    'NOT_ACCEPTABLE',
    { headers: { ...JSON_TYPE, accept: 'application/json;q=0' } },
  ],
  ['a form', 415, 'UNSUPPORTED_MEDIA_TYPE', { body: form }],
  ['a form with files', 415, 'UNSUPPORTED_MEDIA_TYPE', { body: new FormData() }],
  [
    'a bare document',
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    { headers: { 'content-type': 'application/graphql' } },
  ],
  ['text', 415, 'UNSUPPORTED_MEDIA_TYPE', { headers: { 'content-type': 'text/plain' } }],
  [
    'a compressed body',
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } },
  ],
])('%s is refused with %i and %s', async (_, status, code, init) => {
  const answer = await send('/graphql', { method: 'POST', body: DOCUMENT, ...init });
  expect(answer).toMatchObject({ status, code });
});

test.each([
  'multipart/mixed, application/json',
  'text/event-stream, */*',
  'multipart/mixed;deferSpec=20220824,application/graphql-response+json;q=0.9',
])('where JSON is accepted beside %s, the answer is JSON', async (accept) => {
  const init = { method: 'POST', headers: { ...JSON_TYPE, accept }, body: DOCUMENT };
  expect(await send('/graphql', init)).toMatchObject({
    status: 200,
    data: { __typename: 'Query' },
  });
});
