import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';
import {
  CompaniesDocument,
  CompanyQuartersDocument,
  createCoreClient,
  ScreenDocument,
} from '../src/index.ts';
import { paginate } from '../src/paginate.ts';
import { answer, startFaultyServer } from './faulty-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const client = () => createCoreClient({ url: `${server.url}/graphql` });

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

test('paginate gives every item once and in order, whatever the size of the pages', async () => {
  const { companies } = await client().request(CompaniesDocument);
  for (const first of [1, 2, 4, 9, 100]) {
    const pages = client().paginate(CompaniesDocument, { first }, (data) => data.companies);
    expect(await all(pages)).toEqual(companies.nodes);
  }
});

test('a list within an item is a connection, too; one that is not there has no items', async () => {
  const quarters = (slug: string) =>
    client().paginate(
      CompanyQuartersDocument,
      { company: { slug }, first: 7 },
      ({ company }) => company?.quarters,
    );
  expect((await all(quarters('alibaba'))).length).toBeGreaterThan(14);
  expect(await all(quarters('nobody'))).toEqual([]);
});

test('it begins after a cursor, and asks for no page more than is used', async () => {
  let requests = 0;
  const { request, paginate } = createCoreClient({
    url: `${server.url}/graphql`,
    method: 'POST',
    fetch: (url, init) => {
      requests++;
      return fetch(url, init);
    },
  });
  const { quarters } = await request(ScreenDocument, { first: 3 });
  const after = quarters.pageInfo.endCursor;
  const rest = paginate(ScreenDocument, { first: 2, after }, (data) => data.quarters);
  const next = await rest.next();
  await rest.return();
  expect(requests).toBe(2);
  const four = await request(ScreenDocument, { first: 4 });
  expect(next.value).toEqual(four.quarters.nodes[3]);
});

/** A page of the companies' connection with one item and a cursor. */
const pageOf = (slug: string, endCursor: string | null) =>
  answer({
    data: { companies: { nodes: [{ slug }], pageInfo: { hasNextPage: true, endCursor } } },
  });

test.each([
  ['is null', [pageOf('a', null)], 0],
  ['stays the same', [pageOf('a', '1'), pageOf('b', '1')], 1],
  ['leads back', [pageOf('a', '1'), pageOf('b', '2'), pageOf('c', '1')], 2],
  ['is the one that it began with', [pageOf('a', 'start')], 0],
])('a cursor that %s ends the iteration with an error', async (_, replies, count) => {
  const faulty = await startFaultyServer(...replies);
  const { paginate } = createCoreClient({ url: faulty.url });
  const seen: string[] = [];
  const run = async () => {
    const companies = paginate(CompaniesDocument, { after: 'start' }, (data) => data.companies);
    for await (const { slug } of companies) seen.push(slug);
  };
  await expect(run()).rejects.toMatchObject({ name: 'PaginationError' });
  expect(seen).toHaveLength(count);
  await faulty.stop();
});

test('any list in pages of any size comes back as it is', async () => {
  const check = fc.asyncProperty(
    fc.array(fc.integer(), { maxLength: 30 }),
    fc.integer({ min: 1, max: 10 }),
    async (list, size) => {
      const items = paginate(undefined, async (after) => {
        const from = Number(after ?? 0);
        const to = from + size;
        const pageInfo = { hasNextPage: to < list.length, endCursor: String(to) };
        return { nodes: list.slice(from, to), pageInfo };
      });
      expect(await all(items)).toEqual(list);
    },
  );
  await fc.assert(check);
});

test('an abort between pages ends the iteration', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const pages = client().paginate(CompaniesDocument, { first: 1 }, (data) => data.companies, {
    signal,
  });
  await pages.next();
  controller.abort();
  await expect(pages.next()).rejects.toMatchObject({ name: 'AbortError' });
});
