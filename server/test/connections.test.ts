import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  COMPANIES,
  type ConnectionArguments,
  connectionLoader,
  keysOf,
  type LoadConnection,
  QUARTERS,
  QUARTERS_OF_ALIBABA,
} from './connections.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const [companies, quartersOfAlibaba, quarters] = [COMPANIES, QUARTERS_OF_ALIBABA, QUARTERS].map(
  (document) => connectionLoader(server, document),
) as [LoadConnection, LoadConnection, LoadConnection];

const withArguments =
  (load: LoadConnection, fixed: ConnectionArguments): LoadConnection =>
  (args) =>
    load({ ...fixed, ...args });

const inEachOrder = (name: string, load: LoadConnection, fields: string[], where?: object) =>
  fields.flatMap((field) =>
    ['ASC', 'DESC'].map((direction): [string, LoadConnection] => [
      `${name} by ${field} ${direction}`,
      withArguments(load, { where, orderBy: { field, direction } }),
    ]),
  );

const CONNECTIONS: [string, LoadConnection][] = [
  ['companies', companies],
  ...inEachOrder('companies', companies, ['NAME', 'COUNTRY', 'LATEST_CAPEX_USD']),
  ['Company.quarters', quartersOfAlibaba],
  ['Company.quarters from 2023Q1', withArguments(quartersOfAlibaba, { from: '2023Q1' })],
  ...inEachOrder('quarters', quarters, ['CALENDAR_QUARTER', 'CAPEX', 'CAPEX_GROWTH_OVER_YEAR'], {
    companies: ['alibaba', 'oracle'],
  }),
];

test.each(CONNECTIONS)('%s: any page is the part of the whole that Relay says', async (_, load) => {
  const { edges, totalCount } = await load();
  expect(totalCount).toBe(edges.length);
  const size = fc.option(fc.integer({ min: 0, max: edges.length + 2 }), { nil: undefined });
  const place = fc.option(fc.nat({ max: edges.length - 1 }), { nil: undefined });
  const sizes = fc.oneof(fc.record({ first: size }), fc.record({ last: size }));
  const places = fc.record({ after: place, before: place });
  const pages = fc
    .tuple(sizes, places)
    .map(([size, place]): Record<string, number | undefined> => ({ ...size, ...place }));
  await fc.assert(
    fc.asyncProperty(pages, async ({ first, last, after, before }) => {
      const start = after === undefined ? 0 : after + 1;
      const end = Math.min(Math.max(start, before ?? edges.length), start + (first ?? 100));
      const from = Math.max(start, end - (last ?? 100));
      const wanted = edges.slice(from, end);
      const page = await load({
        first,
        last,
        after: after === undefined ? undefined : edges[after]!.cursor,
        before: before === undefined ? undefined : edges[before]!.cursor,
      });
      expect(page).toEqual({
        totalCount,
        edges: wanted,
        nodes: wanted.map(({ node }) => node),
        pageInfo: {
          hasNextPage: end < edges.length,
          hasPreviousPage: from > 0,
          startCursor: wanted[0]?.cursor ?? null,
          endCursor: wanted.at(-1)?.cursor ?? null,
        },
      });
    }),
    { numRuns: 5 },
  );
});

test.each(
  CONNECTIONS,
)('%s: walking visits every item once, in one order both ways', async (_, load) => {
  const all = keysOf(await load());
  expect(new Set(all).size).toBe(all.length);
  const sizes = fc.integer({ min: 1, max: all.length + 1 });
  await fc.assert(
    fc.asyncProperty(sizes, async (size) => {
      const forwards: string[] = [];
      for (let page = await load({ first: size }); ; ) {
        forwards.push(...keysOf(page));
        if (!page.pageInfo.hasNextPage) break;
        page = await load({ first: size, after: page.pageInfo.endCursor! });
      }
      expect(forwards).toEqual(all);
      const backwards: string[] = [];
      for (let page = await load({ last: size }); ; ) {
        backwards.unshift(...keysOf(page));
        if (!page.pageInfo.hasPreviousPage) break;
        page = await load({ last: size, before: page.pageInfo.startCursor! });
      }
      expect(backwards).toEqual(all);
    }),
    { numRuns: 1 },
  );
});

test('a page that is asked for without a size has a hundred items', async () => {
  const page = await quarters();
  expect(page.totalCount).toBeGreaterThan(100);
  expect(page.edges).toHaveLength(100);
  expect(page.pageInfo.hasNextPage).toBe(true);
});

test.each([
  [COMPANIES, 'after', { orderBy: { field: 'NAME', direction: 'DESC' } }],
  [COMPANIES, 'before', { orderBy: { field: 'COUNTRY' } }],
  [QUARTERS_OF_ALIBABA, 'after', {}],
  [QUARTERS, 'before', {}],
])('a cursor of another order is refused: %#', async (document, argument, args) => {
  const cursor = (await companies()).pageInfo.startCursor!;
  const { errors } = await server.execute(document, { ...args, [argument]: cursor });
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'BAD_USER_INPUT', argument },
  ]);
});
