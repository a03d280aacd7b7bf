import { afterAll, expect, test } from 'vitest';
import { startServer, UNBOUNDED } from './testkit.ts';

const server = await startServer(undefined, UNBOUNDED);
afterAll(() => server.stop());

interface Identified {
  id: string;
  __typename: string;
}

const DETAILS = `
  fragment Details on Node {
    __typename
    id
    ... on Company { slug name cik }
    ... on Group { groupSlug: slug name description members { id } }
    ... on Source { title url dated: publishedOn }
    ... on Fact { concept definition { slug } amount publishedOn from: source { id } supersededBy { id } }
    ... on Quarter {
      calendarQuarter currency periodEnd
      company { id }
      capex { amount growth(over: YEAR) { value } facts { id } }
      facts { id }
    }
  }`;

/** Everything with an id: companies and groups, and quarters, facts and sources in a perspective. */
async function everything(perspective: string, slugs?: string[]): Promise<Identified[]> {
  const { groups, companies } = await server.query<{
    groups: Identified[];
    companies: {
      nodes: (Identified & {
        quarters: { nodes: (Identified & { every: (Identified & { source: Identified })[] })[] };
      })[];
    };
  }>(
    `query ($slugs: [String!]) {
    groups { ...Details }
    companies(where: { slugs: $slugs }) {
      nodes {
        ...Details
        quarters${perspective} {
          nodes { ...Details every: facts { ...Details source { ...Details } } }
        }
      }
    }
  } ${DETAILS}`,
    { slugs },
  );
  const quarters = companies.nodes.flatMap((company) => company.quarters.nodes);
  const facts = quarters.flatMap((quarter) => quarter.every);
  const all = [
    ...groups,
    ...companies.nodes.map(({ quarters, ...company }) => company),
    ...quarters.map(({ every, ...quarter }) => quarter),
    ...facts.map(({ source, ...fact }) => fact),
    ...facts.map(({ source }) => source),
  ];
  return [...new Map(all.map((object) => [object.id, object])).values()];
}

const SOME = ['microsoft', 'baidu'];

test.each([
  ['', undefined],
  ['(currency: USD)', SOME],
  ['(currency: CNY)', SOME],
  ['(asOf: "2025-09-01")', SOME],
  ['(asOf: "2023-12-31", currency: CNY)', SOME],
])('every id fetches its object again: quarters%s', async (perspective, slugs) => {
  const objects = await everything(perspective, slugs);
  const types = new Set(objects.map(({ __typename }) => __typename));
  expect(types).toEqual(new Set(['Group', 'Company', 'Quarter', 'Fact', 'Source']));
  for (let start = 0; start < objects.length; start += 100) {
    const wanted = objects.slice(start, start + 100);
    const { nodes } = await server.query<{ nodes: Identified[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ...Details } } ${DETAILS}`,
      { ids: wanted.map(({ id }) => id) },
    );
    expect(nodes).toEqual(wanted);
  }
});

test('`node` fetches one object of each type', async () => {
  const objects = await everything('', SOME);
  for (const wanted of new Map(objects.map((object) => [object.__typename, object])).values()) {
    const { node } = await server.query<{ node: Identified }>(
      `query ($id: ID!) { node(id: $id) { ...Details } } ${DETAILS}`,
      { id: wanted.id },
    );
    expect(node).toEqual(wanted);
  }
});

test('a quarter has an id of its own in each other currency and as of each day', async () => {
  const { company } = await server.query<{ company: Record<string, Identified> }>(`{
    company(by: { slug: "amazon" }) {
      byDefault: quarter(calendarQuarter: "2022Q4") { id }
      usd: quarter(calendarQuarter: "2022Q4", currency: USD) { id }
      cny: quarter(calendarQuarter: "2022Q4", currency: CNY) { id }
      then: quarter(calendarQuarter: "2022Q4", asOf: "2023-12-31") { id }
      cnyThen: quarter(calendarQuarter: "2022Q4", currency: CNY, asOf: "2023-12-31") { id }
    }
  }`);
  const { byDefault, usd, cny, then, cnyThen } = company;
  expect(usd).toEqual(byDefault);
  expect(new Set([byDefault, cny, then, cnyThen].map((quarter) => quarter!.id)).size).toBe(4);
});

test('an id of what does not exist fetches null, in its place among others', async () => {
  const id = (text: string) => Buffer.from(text).toString('base64url');
  const ids = ['Company:nobody', 'Company:meta', 'Quarter:meta:1999Q1', 'Source:X', 'Group:none'];
  const { nodes } = await server.query<{ nodes: (Identified | null)[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: ids.map(id) },
  );
  expect(nodes).toEqual([null, { id: id('Company:meta') }, null, null, null]);
});
