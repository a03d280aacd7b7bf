import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, startServer, type TestServer } from './testkit.ts';

let server: TestServer;
let uncached: TestServer;
beforeAll(async () => {
  const url = await createDatabase();
  server = await startServer(url);
  uncached = await startServer(url, { RESPONSE_CACHE_MB: '0' });
});
afterAll(() => Promise.all([server.stop(), uncached.stop()]));

const LARGE = '{ companies { nodes { quarters { nodes { calendarQuarter capex { amount } } } } } }';
const SMALL = '{ dataset { version } }';
const ENCODINGS = ['identity', 'gzip', 'br'];

const get = (
  from: TestServer,
  query: string,
  encoding: string,
  more: Record<string, string> = {},
) =>
  fetch(`${from.url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { accept: 'application/json', 'accept-encoding': encoding, ...more },
  });
const post = (from: TestServer, query: string, encoding: string) =>
  fetch(`${from.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': encoding },
    body: JSON.stringify({ query }),
  });

/** What fetch decompresses, and what went over the wire. */
async function read(response: Response) {
  const { headers, status } = response;
  const encoding = headers.get('content-encoding') ?? 'identity';
  return {
    status,
    encoding,
    bytes: Number(headers.get('content-length')),
    text: await response.text(),
  };
}

test.each([
  ['GET', get],
  ['POST', post],
])('an answer to %s is the same however it is compressed, first and later, kept and not', async (_, ask) => {
  const [plain] = [await read(await ask(uncached, LARGE, 'identity'))];
  expect(plain.bytes).toBe(Buffer.byteLength(plain.text));
  for (const from of [server, uncached]) {
    for (const encoding of [...ENCODINGS, ...ENCODINGS]) {
      const response = await ask(from, LARGE, encoding);
      if (ask === get) expect(response.headers.get('vary')).toContain('accept-encoding');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const answer = await read(response);
      expect(answer).toMatchObject({ status: 200, encoding, text: plain.text });
      if (encoding !== 'identity') expect(answer.bytes).toBeLessThan(plain.bytes / 5);
    }
  }
});

test('an answer that fits into a packet is sent as it is', async () => {
  for (const encoding of ENCODINGS) {
    expect(await read(await get(server, SMALL, encoding))).toMatchObject({ encoding: 'identity' });
  }
});

test('a long error is compressed, too', async () => {
  const query = `{ ${Array.from({ length: 50 }, (_, n) => `nothing${n}`).join(' ')} }`;
  expect(await read(await post(server, query, 'br'))).toMatchObject({ encoding: 'br' });
});

test('each encoding and each media type has a tag of its own, which holds for no other', async () => {
  const types = ['application/json', 'application/graphql-response+json'];
  const kinds = types.flatMap((accept) => ENCODINGS.map((encoding) => ({ accept, encoding })));
  const tags: string[] = [];
  for (const { accept, encoding } of kinds) {
    const response = await get(server, LARGE, encoding, { accept });
    tags.push(response.headers.get('etag')!);
    await response.arrayBuffer();
  }
  expect(new Set(tags).size).toBe(kinds.length);
  for (const [place, { accept, encoding }] of kinds.entries()) {
    const known = async (etag: string) => {
      const response = await get(server, LARGE, encoding, { accept, 'if-none-match': etag });
      await response.arrayBuffer();
      return response.status;
    };
    expect(await known(tags[place]!)).toBe(304);
    expect(await known(tags[(place + 1) % tags.length]!)).toBe(200);
  }
});

test('HEAD has the headers of GET and nothing else', async () => {
  const address = `${server.url}/graphql?query=${encodeURIComponent(LARGE)}`;
  const [head, whole] = [await fetch(address, { method: 'HEAD' }), await fetch(address)];
  for (const name of ['content-length', 'content-encoding', 'etag', 'cache-control', 'vary']) {
    expect(head.headers.get(name), name).toBe(whole.headers.get(name));
  }
  expect([await head.text(), (await whole.text()).length > 1_000]).toEqual(['', true]);
});

test('the schema is compressed', async () => {
  const texts = new Set<string>();
  for (const encoding of ENCODINGS) {
    const response = await fetch(`${server.url}/schema.graphql`, {
      headers: { 'accept-encoding': encoding },
    });
    expect(response.headers.get('vary')).toContain('accept-encoding');
    const answer = await read(response);
    expect(answer.encoding).toBe(encoding);
    if (encoding !== 'identity') expect(answer.bytes).toBeLessThan(answer.text.length / 3);
    texts.add(answer.text);
  }
  expect(texts.size).toBe(1);
});
