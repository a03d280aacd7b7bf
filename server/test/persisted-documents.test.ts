import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CompanyYearsDocument, createClient, DatasetDocument } from '../../client/sdk/src/index.ts';
import { inProject } from '../paths.ts';
import { type Answer, createDatabase, startServer, type TestServer } from './testkit.ts';

const RESPONSE = 'application/graphql-response+json';
const COMPANY = 'query Company($slug: String!) { company(by: { slug: $slug }) { name } }';
const TWO = 'query A { dataset { version } } query B { dataset { facts } }';
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const manifest: Record<string, string> = JSON.parse(
  await readFile(inProject('client/sdk/documents.json'), 'utf8'),
);

let folder: string;
let server: TestServer;
let strict: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-documents-'));
  const file = join(folder, 'documents.json');
  await writeFile(file, JSON.stringify({ [idOf(COMPANY)]: COMPANY, [idOf(TWO)]: TWO }));
  const database = await createDatabase();
  const settings = { CAPEXGRAPH_DOCUMENTS: file };
  server = await startServer(database, settings);
  strict = await startServer(database, { ...settings, CAPEXGRAPH_ONLY_DOCUMENTS: 'true' });
});
afterAll(async () => {
  await Promise.all([server.stop(), strict.stop()]);
  await rm(folder, { recursive: true });
});

interface Asked {
  readonly documentId?: unknown;
  readonly query?: unknown;
  readonly variables?: object;
  readonly operationName?: string;
}

/** The address of a GET. */
function addressOf(from: TestServer, asked: Asked): string {
  const parameters = Object.entries(asked).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return `${from.url}/graphql?${new URLSearchParams(parameters)}`;
}

const get = (from: TestServer, asked: Asked, headers: Record<string, string> = {}) =>
  fetch(addressOf(from, asked), { headers: { accept: RESPONSE, ...headers } });

const post = (from: TestServer, asked: Asked) =>
  fetch(`${from.url}/graphql`, {
    method: 'POST',
    headers: { accept: RESPONSE, 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });

async function codeOf(response: Response): Promise<[number, string | undefined]> {
  const { errors } = (await response.json()) as Answer<unknown>;
  return [response.status, errors?.[0]?.extensions.code];
}

const META = { variables: { slug: 'meta' } };

describe.each([
  ['GET', get],
  ['POST', post],
])('by %s', (_, ask) => {
  test('a document is answered by its id as by its text, however often', async () => {
    const byText = await (await ask(server, { query: COMPANY, ...META })).text();
    expect(JSON.parse(byText)).toEqual({ data: { company: { name: 'Meta Platforms' } } });
    for (let time = 0; time < 4; time++) {
      const response = await ask(server, { documentId: idOf(COMPANY), ...META });
      expect([response.status, await response.text()]).toEqual([200, byText]);
    }
  });

  test('other variables have other answers', async () => {
    const names = ['alibaba', 'tencent'].map(async (slug) => {
      const response = await ask(server, { documentId: idOf(COMPANY), variables: { slug } });
      return ((await response.json()) as { data: { company: { name: string } } }).data.company.name;
    });
    expect(await Promise.all(names)).toEqual(['Alibaba Group', 'Tencent']);
  });

  test('one operation of several is named', async () => {
    const response = await ask(server, { documentId: idOf(TWO), operationName: 'B' });
    expect(await response.json()).toEqual({ data: { dataset: { facts: expect.any(Number) } } });
    expect(await codeOf(await ask(server, { documentId: idOf(TWO) }))).toEqual([
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ]);
  });

  test.each(
    Object.entries(manifest).map(([id, text]) => [/query (\w+)/.exec(text)![1], id]),
  )("the client's %s is known, and read no further than its text", async (_, documentId) => {
    const [status, code] = await codeOf(await ask(server, { documentId }));
    expect([200, 400]).toContain(status);
    expect([undefined, 'BAD_USER_INPUT']).toContain(code);
  });

  test('an id that is not known is refused, and no cache keeps that', async () => {
    const response = await ask(server, { documentId: idOf('{ a }') });
    expect(response.headers.get('content-type')).toBe(`${RESPONSE}; charset=utf-8`);
    expect(response.headers.get('cache-control')).toBe(ask === get ? 'no-store' : null);
    expect(await codeOf(response)).toEqual([404, 'UNKNOWN_DOCUMENT']);
  });

  test('an id beside a text is refused', async () => {
    const asked = { documentId: idOf(COMPANY), query: COMPANY, ...META };
    expect(await codeOf(await ask(server, asked))).toEqual([400, 'BAD_REQUEST']);
  });

  test.each([
    '{ companies { totalCount } }',
    `${COMPANY} `,
    getIntrospectionQuery(),
    '{ __schema { types { name } } }',
  ])('a server of known documents refuses %j', async (query) => {
    const response = await ask(strict, { query, ...META });
    expect(response.headers.get('cache-control')).toBe(ask === get ? 'no-store' : null);
    expect(await codeOf(response)).toEqual([403, 'DOCUMENT_NOT_ALLOWED']);
  });

  test('a server of known documents answers them by their ids and their texts', async () => {
    for (const asked of [{ documentId: idOf(COMPANY) }, { query: COMPANY }]) {
      const response = await ask(strict, { ...asked, ...META });
      expect(await response.json()).toEqual({ data: { company: { name: 'Meta Platforms' } } });
    }
  });
});

test.each<[string, Asked]>([
  ['a number for an id', { documentId: 1 }],
  ['nothing', {}],
])('%s is a bad request to either server', async (_, asked) => {
  for (const each of [server, strict]) {
    expect(await codeOf(await post(each, asked))).toEqual([400, 'BAD_REQUEST']);
  }
});

test('caches keep an answer to an id, show it once more and ask meanwhile; a pinned one for ever', async () => {
  const asked = { documentId: idOf(COMPANY), ...META };
  const first = await get(server, asked);
  expect(first.headers.get('cache-control')).toMatch(/^public, max-age=0, stale-while-revalidate=/);
  const etag = first.headers.get('etag')!;
  const again = await get(server, asked, { 'if-none-match': etag });
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  const version = first.headers.get('x-dataset-version')!;
  const pinned = await fetch(`${addressOf(server, asked)}&version=${version}`, {
    headers: { accept: RESPONSE },
  });
  expect(pinned.headers.get('cache-control')).toContain('immutable');
  expect(await pinned.text()).toBe(await first.text());
});

test("the client asks by its documents' ids, of either server, and by their texts where it posts", async () => {
  const lines: string[] = [];
  for (const { url } of [server, strict]) {
    for (const method of ['GET', 'POST'] as const) {
      const client = createClient({
        url: `${url}/graphql`,
        method,
        async fetch(address, init) {
          const response = await fetch(address, init);
          const by = address.searchParams.has('documentId') ? 'id' : 'text';
          lines.push(`${init.method} by ${by} ${response.status}`);
          return response;
        },
      });
      await client.request(DatasetDocument);
      await client.request(CompanyYearsDocument, { company: { slug: 'meta' }, last: 1 });
    }
  }
  const each = ['GET by id 200', 'GET by id 200', 'POST by text 200', 'POST by text 200'];
  expect(lines).toEqual([...each, ...each]);
});

test('a server of known documents serves no editor, and says why; tools of agents still work', async () => {
  const page = await fetch(`${strict.url}/graphql`, { headers: { accept: 'text/html' } });
  expect([page.status, await page.text()]).toEqual([
    403,
    expect.stringContaining('only documents'),
  ]);
  const agent = new Client({ name: 'test', version: '1' });
  await agent.connect(new StreamableHTTPClientTransport(new URL(`${strict.url}/mcp`)));
  const { tools } = await agent.listTools();
  expect(tools.map(({ name }) => name)).toContain('company');
  const company = { company: { slug: 'meta' }, last: 1 };
  const said = await agent.callTool({ name: 'company', arguments: company });
  expect([said.isError, JSON.stringify(said.structuredContent)]).toEqual([
    undefined,
    expect.stringContaining('Meta Platforms'),
  ]);
  await agent.close();
});

test('documents that cannot be used fail the start with one line, before anything else', async () => {
  const file = join(folder, 'broken.json');
  await writeFile(file, JSON.stringify({ [idOf(COMPANY)]: TWO }));
  const start = startServer('postgresql://nobody@127.0.0.1:1/none', { CAPEXGRAPH_DOCUMENTS: file });
  await expect(start).rejects.toThrow(`${file}: "${idOf(COMPANY)}" is not the SHA-256 of its text`);
});
