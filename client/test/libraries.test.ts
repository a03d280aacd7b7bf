import {
  ApolloClient,
  gql as apolloGql,
  disableFragmentWarnings,
  HttpLink,
  InMemoryCache,
} from '@apollo/client';
import {
  CompanyQuartersDocument,
  createClient,
  DatasetDocument,
  toDocumentNode,
} from '@capexgraph/client';
import { CancelledError, QueryClient, queryOptions } from '@tanstack/react-query';
import { cacheExchange, fetchExchange, Client as UrqlClient, gql as urqlGql } from '@urql/core';
import { parse } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, expect, expectTypeOf, test, vi } from 'vitest';
import { startServer, type TestServer } from '../../server/test/testkit.ts';

let server: TestServer;
let url: string;
beforeAll(async () => {
  // Codegen, run by another test in this process, leaves Apollo fragments of the same names.
  disableFragmentWarnings();
  server = await startServer();
  url = `${server.url}/graphql`;
});
afterAll(() => server.stop());

const variables = { company: { slug: 'alibaba' }, from: '2025Q2', to: '2025Q2' };

interface Answer {
  company: { quarters: { nodes: { capex: { amount: string | null } }[] } } | null;
}

/** Whatever the library, the answer has its type and this figure. */
function check(answer: Answer | null | undefined): void {
  expect(answer?.company?.quarters.nodes[0]?.capex.amount).toBe('38676000000');
}

test('Apollo Client sends a typed document', async () => {
  const apollo = new ApolloClient({
    link: new HttpLink({ uri: url }),
    cache: new InMemoryCache(),
  });
  const query = toDocumentNode(CompanyQuartersDocument, apolloGql);
  const { data } = await apollo.query({ query, variables });
  check(data);
  // @ts-expect-error: the variables are checked.
  void (() => apollo.query({ query, variables: { company: { name: 'a' } } }));
  apollo.stop();
});

// While this holds, client/codegen/interface-fragments.ts is needed.
test('Apollo Client drops what a fragment on an interface selects', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const apollo = new ApolloClient({
    link: new HttpLink({ uri: url }),
    cache: new InMemoryCache(),
  });
  const query = apolloGql(`
    query Interface { group(by: { slug: "us-cloud" }) { quarters(last: 1) { currency ...OnInterface } } }
    fragment OnInterface on Figures { calendarQuarter }`);
  const { data } = await apollo.query<{ group: { quarters: object[] } }>({ query });
  expect(data?.group.quarters).toEqual([{ __typename: 'GroupQuarter', currency: 'USD' }]);
  expect(String(warn.mock.calls)).toContain('OnInterface');
  warn.mockRestore();
  apollo.stop();
});

test('urql sends a typed document', async () => {
  const urql = new UrqlClient({
    url,
    exchanges: [cacheExchange, fetchExchange],
  });
  const query = toDocumentNode(CompanyQuartersDocument, urqlGql);
  const { data } = await urql.query(query, variables).toPromise();
  check(data);
  // @ts-expect-error: the variables are checked.
  void (() => urql.query(query, { company: { name: 'a' } }));
});

test('graphql-request sends a typed document as it is, or parsed', async () => {
  const client = new GraphQLClient(url);
  check(await client.request(CompanyQuartersDocument, variables));
  check(await client.request(toDocumentNode(CompanyQuartersDocument, parse), variables));
});

test('TanStack Query caches what the client answers, and its abort stops the request', async () => {
  const client = createClient({ url });
  const queries = new QueryClient();
  const quarters = queryOptions({
    queryKey: ['companyQuarters', variables],
    queryFn: ({ signal }) => client.companyQuarters(variables, { signal }),
  });
  const company = await queries.fetchQuery(quarters);
  check({ company });
  expect(queries.getQueryData(quarters.queryKey)).toBe(company);

  const stuck = queries.fetchQuery({
    queryKey: ['dataset'],
    queryFn: ({ signal }) => client.request(DatasetDocument, {}, { signal }),
  });
  await queries.cancelQueries({ queryKey: ['dataset'] });
  await expect(stuck).rejects.toBeInstanceOf(CancelledError);
  expectTypeOf(stuck).resolves.toHaveProperty('dataset');
});
