import { ApolloClient, gql, HttpLink, InMemoryCache, type ObservableQuery } from '@apollo/client';
import {
  CompanyQuartersDocument,
  CompanyYearsDocument,
  createClient,
  toDocumentNode,
} from '@capexgraph/client';
import { environmentManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startServer, type TestServer } from '../../server/test/testkit.ts';
import { startDocumentServer } from '../sdk/test/document-server.ts';

// What caches of other libraries make of our documents.

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** As the README says. */
const MERGED = Object.fromEntries(
  ['Amount', 'Growth', 'GrowthLead', 'Ratio', 'RatioChange'].map((type) => [type, { merge: true }]),
);

const quarters = (from: string, to: string) => ({
  query: toDocumentNode(CompanyQuartersDocument, gql),
  variables: { company: { slug: 'alibaba' }, from, to },
});
const years = {
  query: toDocumentNode(CompanyYearsDocument, gql),
  variables: { company: { slug: 'alibaba' } },
};
const own = {
  query: gql(`
    query Own { company(by: { slug: "alibaba" }) { id quarters(from: "2025Q1") { nodes { id capex { ...Money } } } } }
    fragment Money on Amount { explanation }`),
};

test.each([
  ['two ranges of one company', [quarters('2024Q1', '2024Q4'), quarters('2025Q1', '2025Q2')]],
  ['its quarters and its years', [quarters('2024Q1', '2025Q2'), years]],
  [
    "one of ours and one of the application's, with a fragment Money",
    [quarters('2025Q1', '2025Q2'), own],
  ],
])('two components of Apollo Client need two requests and no warning: %s', async (_, asked) => {
  const warnings = vi.spyOn(console, 'warn').mockReturnValue();
  const errors = vi.spyOn(console, 'error').mockReturnValue();
  let requests = 0;
  const counted: typeof fetch = (...args) => {
    requests++;
    return fetch(...args);
  };
  const apollo = new ApolloClient({
    link: new HttpLink({ uri: `${server.url}/graphql`, fetch: counted }),
    cache: new InMemoryCache({ typePolicies: MERGED }),
  });
  const watched = asked.map((options) => apollo.watchQuery<unknown>(options as never));
  const subscriptions = watched.map((query) => query.subscribe(() => {}));
  await Promise.all(watched.map(isThere));
  // What they told each other has been read again by now.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(requests).toBe(2);
  expect([...warnings.mock.calls, ...errors.mock.calls]).toEqual([]);
  for (const subscription of subscriptions) subscription.unsubscribe();
  apollo.stop();
  vi.restoreAllMocks();
});

async function isThere(query: ObservableQuery<unknown>): Promise<void> {
  await expect.poll(() => query.getCurrentResult().dataState).toBe('complete');
}

test('TanStack Query asks for figures again only when the version of the dataset has changed', async () => {
  environmentManager.setIsServer(() => false);
  const documents = await startDocumentServer();
  const client = createClient({ url: documents.url });
  const queries = new QueryClient();
  const dataset = new QueryObserver(queries, {
    queryKey: ['dataset'],
    queryFn: ({ signal }) => client.dataset({}, { signal }),
    refetchInterval: 20,
  });
  const groups = new QueryObserver(queries, groupsOf(undefined));
  function groupsOf(version: string | undefined) {
    return {
      queryKey: ['groups', version],
      queryFn: () => client.groups({}, { version }),
      enabled: version !== undefined,
      staleTime: Number.POSITIVE_INFINITY,
    };
  }
  const stop = [
    groups.subscribe(() => {}),
    dataset.subscribe(({ data }) => groups.setOptions(groupsOf(data?.version))),
  ];
  const asked = (name: string) =>
    documents.questions.filter((query) => query.includes(name)).length;
  await expect.poll(() => asked('Dataset')).toBeGreaterThan(4);
  expect(asked('Groups')).toBe(1);
  documents.version = '2';
  await expect.poll(() => asked('Groups')).toBe(2);
  for (const unsubscribe of stop) unsubscribe();
  queries.clear();
  await documents.stop();
});
