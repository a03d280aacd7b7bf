import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';
import { createCoreClient } from '../src/index.ts';

// Applications go on with the client that they have, when the server is a new one.

const inPackage = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const schema = buildSchema(inPackage('schema.graphql'));
const released = Object.entries<string>(JSON.parse(inPackage('released/documents.json'))).map(
  ([id, text]) => [/query (\w+)/.exec(text)![1]!, id, text] as const,
);

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const company = { slug: 'alibaba' };
const [baseline, challenger] = [{ slug: 'us-hyperscalers' }, { slug: 'china-hyperscalers' }];

/** Of the documents that need some. */
const VARIABLES: Record<string, object> = {
  CompanyQuarters: { company, last: 2 },
  CompanyYears: { company, last: 1 },
  Comparison: { baseline, challenger, from: '2025Q1' },
  GroupQuarters: { group: challenger, last: 1 },
  Guidance: { company },
  QuarterSources: { company, calendarQuarter: '2025Q2' },
  Series: { subjects: [{ company }], measures: [{ item: 'CAPEX' }] },
};

test.each(released)('%s of a release is valid in the schema of today', (_, __, text) => {
  expect(validate(schema, parse(text))).toEqual([]);
});

test.each(
  released,
)('%s of a release is answered by its id, and finds something', async (name, documentId) => {
  const log: string[] = [];
  const { request } = createCoreClient({
    url: `${server.url}/graphql`,
    fetch: (url, init) => {
      log.push(url.searchParams.get('documentId') ?? 'text');
      return fetch(url, init);
    },
  });
  const document = Object.assign(new String('{ nothing }'), { documentId });
  const data = await request(document, VARIABLES[name] ?? {});
  expect(log).toEqual([documentId]);
  expect(Object.values(data as object)).not.toContain(null);
});
