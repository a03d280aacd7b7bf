import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as sdk from '../src/index.ts';
import {
  type ClientOptions,
  CompaniesDocument,
  createCoreClient,
  DatasetDocument,
  type Fetch,
  GroupsDocument,
} from '../src/index.ts';
import { type DocumentServer, startDocumentServer } from './document-server.ts';
import { answer, startFaultyServer } from './faulty-server.ts';

let server: DocumentServer;
beforeEach(async () => {
  server = await startDocumentServer();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await server.stop();
});

const client = (options: Partial<ClientOptions> = {}) =>
  createCoreClient({ url: server.url, ...options });
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const OWN = '{ dataset { version } }';

test('the manifest has every document of the package, by the id that the document carries', () => {
  const manifest = JSON.parse(readFileSync(new URL('../documents.json', import.meta.url), 'utf8'));
  const documents = Object.entries(sdk).filter(([name]) => name.endsWith('Document'));
  expect(Object.values(manifest).toSorted()).toEqual(
    documents.map(([, document]) => String(document)).toSorted(),
  );
  for (const [, document] of documents) {
    expect(idOf(String(document))).toBe((document as typeof DatasetDocument).documentId);
  }
  for (const [id, text] of Object.entries(manifest)) expect(idOf(text as string)).toBe(id);
});

test('a document of the package is asked for by its id, in the address', async () => {
  await expect(client().request(DatasetDocument)).resolves.toMatchObject({
    dataset: { version: '1' },
  });
  expect(server.log).toEqual(['GET by id 200']);
});

test('variables are in the address, as JSON, and left out where there are none', async () => {
  const faulty = await startFaultyServer(answer({ data: {} }));
  const { request } = createCoreClient({ url: faulty.url });
  await request(CompaniesDocument, { first: 2, where: { search: 'ä&=+ "' } });
  await request(CompaniesDocument, {});
  await request(CompaniesDocument);
  const documentId = CompaniesDocument.documentId;
  expect(faulty.requests.map(({ question }) => question)).toEqual([
    { documentId, variables: { first: 2, where: { search: 'ä&=+ "' } } },
    { documentId },
    { documentId },
  ]);
  await faulty.stop();
});

test('a plain read has only headers that need no preflight', async () => {
  const headers: Headers[] = [];
  const observed: sdk.Fetch = (url, init) => {
    headers.push(init.headers as Headers);
    return fetch(url, init);
  };
  await client({ fetch: observed }).request(DatasetDocument);
  const [sent] = headers.map((all) => Object.fromEntries(all));
  expect(Object.keys(sent!)).toEqual(['accept']);
  // What Fetch lets through of `accept`.
  expect(sent!.accept).toMatch(/^[^"():<>?@[\\\]{}]{1,128}$/);
});

test('where the server does not know the document, its text is sent, from then on at once', async () => {
  server.documents.clear();
  const { request } = client();
  await request(DatasetDocument);
  await request(DatasetDocument);
  expect(server.log).toEqual(['GET by id 404', 'GET by text 200', 'GET by text 200']);
  await request(GroupsDocument);
  expect(server.log.slice(3)).toEqual(['GET by id 404', 'GET by text 200']);
});

test('two requests at once for a document that the server does not know are both answered', async () => {
  server.documents.clear();
  const { request } = client();
  const answers = await Promise.all([request(DatasetDocument), request(DatasetDocument)]);
  expect(answers.map(({ dataset }) => dataset.version)).toEqual(['1', '1']);
});

test('a server that has nothing to do with ids is sent the text, too', async () => {
  const badRequest = answer({ errors: [{ message: 'No', extensions: { code: 'BAD_REQUEST' } }] });
  const faulty = await startFaultyServer(badRequest, answer({ data: { dataset: {} } }));
  const { request } = createCoreClient({ url: faulty.url });
  await expect(request(DatasetDocument)).resolves.toEqual({ dataset: {} });
  await faulty.stop();
});

test('an attempt that taught the client to send the text is none, and retries are as many', async () => {
  const unknown = answer({ errors: [{ message: '', extensions: { code: 'UNKNOWN_DOCUMENT' } }] });
  const faulty = await startFaultyServer(unknown, answer({}, 503));
  const { request } = createCoreClient({ url: faulty.url, retry: { baseMs: 1 } });
  await expect(request(DatasetDocument)).rejects.toMatchObject({ attempts: 3 });
  expect(faulty.requests).toHaveLength(4);
  await faulty.stop();
});

test("a document of the user's own is in the address as long as that is short, and then in a body", async () => {
  const { request } = client();
  await request(OWN);
  await request(`${OWN} # ${'x'.repeat(4_096)}`);
  await request(CompaniesDocument, { where: { search: 'x'.repeat(4_096) } }).catch(() => {});
  expect(server.log.map((line) => line.slice(0, -4))).toEqual([
    'GET by text',
    'POST by text',
    'POST by text',
  ]);
});

test("a document of the user's own with an id is asked for by it, wherever its tool keeps that", async () => {
  const id = idOf(OWN);
  server.documents.set(id, OWN);
  const { request } = client();
  const generated = Object.assign(new String(OWN), { __meta__: { hash: id } });
  const persisted = Object.assign(parse(OWN), { documentId: id });
  await request(generated);
  await request(persisted);
  expect(server.log).toEqual(['GET by id 200', 'GET by id 200']);
});

test('an id of another kind than ours is none of a document', async () => {
  await client().request(Object.assign(new String(OWN), { __meta__: { hash: 'a1b2' } }));
  expect(server.log).toEqual(['GET by text 200']);
});

test('a parsed document is sent as text', async () => {
  const { request } = client();
  await expect(request(parse(OWN))).resolves.toEqual({ dataset: { version: '1' } });
});

test('a client that is told to posts everything, and so is every mutation posted', async () => {
  await client({ method: 'POST' }).request(DatasetDocument);
  await client()
    .request('mutation { go }')
    .catch(() => {});
  expect(server.log).toEqual(['POST by text 200', 'POST by text 400']);
});

test("an address' own parameters stay", async () => {
  const seen: string[] = [];
  const observed: sdk.Fetch = (url, init) => {
    seen.push(url.searchParams.get('key')!);
    return fetch(url, init);
  };
  await client({ url: `${server.url}?key=1`, fetch: observed }).request(DatasetDocument);
  expect(seen).toEqual(['1']);
});

test('in a page, an address may be relative to it', async () => {
  vi.stubGlobal('location', { href: new URL('/page?a=b', server.url).href });
  await client({ url: '/graphql' }).request(DatasetDocument);
  expect(server.log).toEqual(['GET by id 200']);
});

test.each([
  '/graphql',
  'graphql',
  '',
])('elsewhere, the address %j is an AddressError, and nothing is sent', async (url) => {
  const error = await client({ url })
    .request(DatasetDocument)
    .catch((thrown) => thrown);
  expect(error).toBeInstanceOf(sdk.CapexgraphError);
  expect(error).toMatchObject({ name: 'AddressError', attempts: 0 });
  expect(error.message).toContain('give the client one like https://example.org/graphql');
});

test('the version that a call names is in its address, however it is sent', async () => {
  const versions: (string | null)[] = [];
  const observed: Fetch = (url, init) => {
    versions.push(url.searchParams.get('version'));
    return fetch(url, init);
  };
  for (const method of ['GET', 'POST'] as const) {
    const { request } = createCoreClient({ url: server.url, method, fetch: observed });
    await request(DatasetDocument, {}, { version: 'a1b2' });
    await request(DatasetDocument);
  }
  expect(versions).toEqual(['a1b2', null, 'a1b2', null]);
});
