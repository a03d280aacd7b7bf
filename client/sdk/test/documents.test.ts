import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';
import * as sdk from '../src/index.ts';
import { dateToQuarter } from '../src/quarters.ts';
import { rowsOf } from '../src/rows.ts';
import { documentExamples } from './document-examples.ts';
import { questionIn } from './question.ts';

let server: TestServer;
let apiUrl: string;
let client: sdk.Client;
beforeAll(async () => {
  server = await startServer();
  apiUrl = `${server.url}/graphql`;
  client = sdk.createClient({ url: apiUrl });
});
afterAll(() => server.stop());

const documents = Object.entries(sdk).filter(([name]) => name.endsWith('Document'));
const inPackage = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readme = inPackage('README.md');
const manifest: Record<string, string> = JSON.parse(inPackage('documents.json'));
const schema = buildSchema(inPackage('schema.graphql'));

/** E.g. `companyQuarters` of `CompanyQuartersDocument`. */
const methodOf = (name: string) => name[0]!.toLowerCase() + name.slice(1, name.indexOf('Document'));

test('every document has a method of its name, and the README lists them all', () => {
  const methods = documents.map(([name]) => [methodOf(name), name] as const);
  for (const [method] of methods) expect(client).toHaveProperty(method, expect.any(Function));
  const listed = [...readme.matchAll(/^\| .+ \| `(\w+)` \| `(\w+)` \|$/gm)];
  expect(new Map(listed.map(([, method, name]) => [method, name]))).toEqual(new Map(methods));
});

test.each(
  documents,
)('the example above %s calls its method, and finds something', async (name, document) => {
  const example = documentExamples.get(methodOf(name)) ?? 'no @example in the comment';
  expect(example).toContain(`client.${methodOf(name)}(`);
  const data = (await answersOf(example)).get(String(document));
  expect(Object.values(data!)).not.toContain(null);
  expect(JSON.stringify(data).length).toBeGreaterThan(100);
});

/** Runs an example; what the API answers to each document that it sends. */
async function answersOf(example: string): Promise<Map<string, object>> {
  const answers = new Map<string, object>();
  const observed: sdk.Fetch = async (url, init) => {
    const response = await fetch(url, init);
    const { documentId, query } = init.body ? JSON.parse(String(init.body)) : questionIn(url);
    const { data, errors } = await response.clone().json();
    // A server that does not know the document's id is sent its text.
    if (documentId && errors) return response;
    expect(errors).toBeUndefined();
    answers.set(query ?? manifest[documentId], data);
    return response;
  };
  const { code } = await transform(example, { loader: 'ts' });
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await AsyncFunction('client', code)(sdk.createClient({ url: apiUrl, fetch: observed }));
  return answers;
}

test.each(
  documents,
)('%s has no fragment on an interface, whose data Apollo would drop', (_, query) => {
  for (const [, type] of String(query).matchAll(/ on (\w+)/g)) {
    expect(isInterfaceType(schema.getType(type!))).toBe(false);
  }
});

test.each(
  documents,
)('%s selects the id of whatever has one, so that caches know what they have already', (_, query) => {
  const document = parse(String(query));
  const typeInfo = new TypeInfo(schema);
  const Field = (field: FieldNode) => {
    const type = getNamedType(typeInfo.getType()!);
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) return;
    expect([field.name.value, fieldsOf(field.selectionSet!, document)]).toEqual([
      field.name.value,
      expect.arrayContaining(['id']),
    ]);
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field }));
});

/** The names of the fields that a selection has, fragments' included. */
function fieldsOf({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  const fragments = document.definitions.flatMap((definition) =>
    definition.kind === 'FragmentDefinition' ? [definition] : [],
  );
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return selection.name.value;
    if (selection.kind === 'InlineFragment') return fieldsOf(selection.selectionSet, document);
    const found = fragments.find(({ name }) => name.value === selection.name.value);
    return fieldsOf(found!.selectionSet, document);
  });
}

test.each(
  documents,
)("the fragments of %s have a prefix, so that they never meet an application's", (_, query) => {
  for (const [, name] of String(query).matchAll(/fragment (\w+)/g)) {
    expect(name).toMatch(/^Capexgraph/);
  }
});

test("a company's years come with their cash flows, of the whole year", async () => {
  const company = await client.companyYears({ company: { ticker: 'MSFT' }, last: 3 });
  const { years } = company!;
  expect(years.map(({ label }) => label)).toEqual(['FY2024', 'FY2025', 'FY2026']);
  const [, whole] = years;
  expect(whole!.lastQuarter).toMatchObject({ calendarQuarter: '2025Q2' });
  const { operatingCashFlow, capex, freeCashFlow } = whole!;
  expect(Number(operatingCashFlow.amount) - Number(capex.amount)).toBe(Number(freeCashFlow.amount));
  const calendar = await client.companyYears({ company: { ticker: 'MSFT' }, by: 'CALENDAR' });
  expect(calendar!.years[0]!.kind).toBe('CALENDAR');
});

test("a company's quarters come in the currency asked for, as known on the day asked for", async () => {
  const company = await client.companyQuarters({
    company: { ticker: 'BABA' },
    last: 2,
    currency: 'USD',
    asOf: '2025-09-01',
  });
  const latest = company!.quarters.nodes.at(-1)!;
  expect(latest).toMatchObject({ calendarQuarter: '2025Q2', fiscalLabel: 'FY2026 Q1' });
  expect(latest).toMatchObject({ currency: 'USD', publishedOn: '2025-08-29' });
  expect(latest.capex.overTheQuarter.value).toBeCloseTo(0.58005, 4);
  expect(await client.companyQuarters({ company: { slug: 'nobody' } })).toBeNull();
});

test("a group's quarters are sums, in US dollars unless another currency is asked for", async () => {
  const wanted = {
    group: { slug: 'china-hyperscalers' },
    from: '2025Q2',
    to: '2025Q2',
    asOf: '2025-09-01',
  };
  const group = await client.groupQuarters(wanted);
  const [quarter] = group!.quarters;
  expect(quarter!.capexTrailing).toMatchObject({ currency: 'USD', missing: [] });
  expect(quarter!.capexTrailing.value! / 1e9).toBeCloseTo(30.964, 3);
  const inYuan = await client.groupQuarters({ ...wanted, currency: 'CNY' });
  expect(inYuan!.quarters[0]!.capex.overTheYear.value).toBeCloseTo(1.6844, 4);
  expect(await client.groupQuarters({ group: { slug: 'nobody' } })).toBeNull();
});

test('a missing value says which input of whom it lacks', async () => {
  const group = await client.groupQuarters({ group: { slug: 'china-hyperscalers' }, last: 1 });
  const tencent = await client.companyQuarters({ company: { slug: 'tencent' }, last: 1 });
  const { cloudRevenue } = tencent!.quarters.nodes[0]!;
  expect(cloudRevenue.amount).toBeNull();
  expect(cloudRevenue.missing[0]).toMatchObject({
    company: { slug: 'tencent', name: 'Tencent' },
    concept: 'CLOUD_REVENUE',
    reason: 'NOT_DISCLOSED',
  });
  expect(group!.members.map(({ slug }) => slug)).toContain('tencent');
});

test('a comparison says who grew faster, and when', async () => {
  const { outgrowthRuns, quarters } = await client.comparison({
    baseline: { slug: 'us-hyperscalers' },
    challenger: { slug: 'china-hyperscalers' },
    from: '2024Q1',
    to: '2025Q2',
  });
  expect(outgrowthRuns[0]).toMatchObject({ from: '2024Q1', to: '2025Q2' });
  expect(quarters.every(({ growthLead }) => growthLead.points! > 0)).toBe(true);
});

test('a table has a row for each period of each series, with its value or why there is none', async () => {
  const table = await client.series({
    subjects: [{ company: { slug: 'tencent' } }, { group: { slug: 'china-hyperscalers' } }],
    measures: [{ item: 'CAPEX' }, { item: 'CLOUD_REVENUE' }],
    from: '2025Q1',
    to: '2025Q2',
  });
  const rows = rowsOf(table);
  expect(rows).toHaveLength(2 * 2 * 2);
  for (const { period, start, value, missing } of rows) {
    expect(dateToQuarter(start!)).toBe(period);
    expect(missing.length > 0).toBe(value === null);
  }
  const [capex] = rows;
  const company = await client.companyQuarters({ company: { slug: 'tencent' }, from: '2025Q1' });
  expect(capex).toMatchObject({ period: '2025Q1', unit: 'MONEY' });
  expect(capex!.value).toBe(company!.quarters.nodes[0]!.capex.value);
  const [{ subject }] = table.series as [(typeof table.series)[number]];
  expect(subject).toMatchObject({ __typename: 'Company', slug: 'tencent' });
});

test('the claims come with a document that shows the working, and it runs', async () => {
  const claims = await client.claims();
  const growth = claims.find(({ slug }) => slug === 'alibaba-growth')!;
  expect(growth).toMatchObject({ published: 57, unit: '%', verdict: 'REPRODUCED' });
  expect(await client.request(growth.query)).toBeTypeOf('object');
});

test('a screen finds quarters on any figure', async () => {
  const { nodes, totalCount } = await client.screen({
    where: { capexToRevenue: { gt: 0.333 } },
    orderBy: { field: 'CAPEX_TO_REVENUE' },
    first: 5,
  });
  expect(nodes).toHaveLength(5);
  expect(totalCount).toBeGreaterThan(5);
  const ratios = nodes.map(({ capexToRevenue }) => capexToRevenue.value!);
  expect(ratios).toEqual(ratios.toSorted((a, b) => b - a));
});

test("a document leads from a quarter's figure to what printed it", async () => {
  const company = await client.quarterSources({
    company: { slug: 'alibaba' },
    calendarQuarter: '2025Q2',
    concept: 'CAPEX',
  });
  const { facts } = company!.quarter!;
  const fact = facts.find(({ definition }) => definition.slug === 'purchases-gross');
  expect(fact).toMatchObject({ amount: '38676000000', quality: 'REPORTED', note: null });
  expect(fact!.source.title).toContain('Alibaba Group results announcement');
});

test("the server's refusals have its codes and name the argument", async () => {
  const comparison = client.comparison({
    baseline: { slug: 'nobody' },
    challenger: { slug: 'china-cloud' },
  });
  await expect(comparison).rejects.toMatchObject({
    name: 'GraphQLRequestError',
    code: 'NOT_FOUND',
    data: null,
    errors: [{ extensions: { argument: 'baseline' } }],
  });
  const quarters = client.companyQuarters({ company: { slug: 'alibaba' }, from: '2025-Q1' });
  await expect(quarters).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  await expect(client.request('{ nothing }')).rejects.toMatchObject({ status: 400 });
});

test('execute gives the refusals beside what there is of the answer', async () => {
  const { data, errors } = await client.execute(sdk.ComparisonDocument, {
    baseline: { slug: 'nobody' },
    challenger: { slug: 'china-cloud' },
  });
  expect({ data, codes: errors.map(({ extensions }) => extensions?.code) }).toEqual({
    data: null,
    codes: ['NOT_FOUND'],
  });
});

test('a path that is not the API is an HttpError, and no server at all a NetworkError', async () => {
  const misdirected = sdk.createClient({ url: `${server.url}/nowhere` });
  await expect(misdirected.claims()).rejects.toMatchObject({ name: 'HttpError', status: 404 });
  const unreachable = sdk.createClient({ url: 'http://127.0.0.1:1/', retry: { baseMs: 1 } });
  await expect(unreachable.claims()).rejects.toMatchObject({ name: 'NetworkError', attempts: 3 });
});
