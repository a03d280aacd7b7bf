import fc from 'fast-check';
import { type ExecutionArgs, execute, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/client.ts';
import { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import type { Cost } from '../graphql/cost-weights.ts';
import { schema } from '../graphql/schema.ts';
import { StoredVersion } from '../store/at-version.ts';
import { FactDocuments } from '../store/fact-documents.ts';
import { openStore, type Store } from '../store/store.ts';
import { RandomOperations, type RandomRequest } from '../test/random-operations.ts';
import { createDatabase } from '../test/testkit.ts';
import { createExecutor } from './executor.ts';

let database: Database;
let store: Store;
beforeAll(async () => {
  database = connect(await createDatabase());
  store = await openStore(database, { seriesBytes: 10_000_000, onError: () => {} });
  // With the series in memory, as GraphQL.js leaves promises in lists unhandled when a field fails.
  const { snapshot } = store;
  await Promise.all(snapshot.catalog.companies.map((company) => snapshot.view(company)));
});
afterAll(async () => {
  await store.close();
  await database.close();
});

/**
 * Room for any document that is drawn: where the budget ends depends on which columns of screens are there already,
 * and on the order in which what is done at once is done.
 */
const AMPLE: Cost = { micros: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };

const context = (limit?: Cost): Context => {
  const { snapshot } = store;
  const stored = new StoredVersion(database.prisma, snapshot.catalog.importId);
  return { snapshot, stored, documents: new FactDocuments(stored), budget: new Budget(limit) };
};

/** How often GraphQL.js had to answer what had been compiled. */
let fallbacks = 0;
const executor = createExecutor(schema, ({ budget }) => {
  fallbacks++;
  return context(budget.limit);
});
const run = (args: ExecutionArgs) => executor.execute(args, execute);

/** What an executor answers, byte for byte. */
async function answers(request: RandomRequest, limit?: Cost) {
  const { query, operationName, variables } = request;
  const document = executor.documents.get(query) ?? parse(query);
  executor.documents.set(query, document);
  const args = (): ExecutionArgs => ({
    schema,
    document,
    operationName,
    variableValues: variables,
    contextValue: context(limit),
  });
  const expected = JSON.stringify(await execute(args()));
  const first = JSON.stringify(await run(args()));
  fallbacks = 0;
  const second = JSON.stringify(await run(args()));
  const third = JSON.stringify(await run(args()));
  return { expected, first, second, third };
}

/** What every run answers, if it is the same. */
async function answer(query: string, variables: object = {}, operationName = 'Q') {
  const { expected, ...others } = await answers({
    query,
    operationName,
    variables: variables as Record<string, unknown>,
  });
  for (const text of Object.values(others)) expect(text).toBe(expected);
  return JSON.parse(expected);
}

const isCompiled = (query: string, operationName = 'Q') =>
  executor.find(query, operationName) !== undefined;

const draw = fc.tuple(fc.gen(), fc.integer({ min: 2, max: 6 }));

test('whatever is asked for, compiled code answers what GraphQL.js answers, byte for byte', async () => {
  let bytes = 0;
  const property = fc.asyncProperty(draw, async ([draw, depth]) => {
    const random = new RandomOperations(schema, draw, 6).request(depth);
    const document = parse(random.query);
    fc.pre(validate(schema, document).length === 0);
    const { expected, ...others } = await answers(random, AMPLE);
    for (const answer of Object.values(others)) expect(answer).toBe(expected);
    if (fallbacks === 0 && isCompiled(random.query, 'Wanted')) bytes += expected.length;
  });
  await fc.assert(property, { numRuns: 100 });
  expect(bytes).toBeGreaterThan(10_000);
});

test('each operation of a document gives its own answer', async () => {
  const query = `
    query First { company(by: { slug: "meta" }) { name } }
    query Second { company(by: { slug: "oracle" }) { name } }`;
  expect(await answer(query, {}, 'First')).toEqual({
    data: { company: { name: 'Meta Platforms' } },
  });
  expect(await answer(query, {}, 'Second')).toEqual({ data: { company: { name: 'Oracle' } } });
});

const OF_META = (selection: string) => `company(by: { slug: "meta" }) { ${selection} }`;

test.each([
  [
    'a default of a variable that is an enum value',
    `query Q($window: Window! = TRAILING_TWELVE_MONTHS) {
      ${OF_META('latestQuarter { capex(window: $window) { value } }')}
    }`,
  ],
  [
    'scalars of our own, in the document and in its answer',
    `query Q { ${OF_META('quarter(calendarQuarter: "2025Q2", asOf: "2025-09-01") { calendarQuarter periodEnd capex { amount } }')} }`,
  ],
  [
    '__typename behind a fragment',
    `query Q { ${OF_META('...Names __typename ... on Company { slug __typename }')} }
     fragment Names on Company { name ticker }`,
  ],
  [
    'an interface, and what only some of its types have',
    `query Q { nodes(ids: ["${Buffer.from('Company:meta').toString('base64url')}", "${Buffer.from('Group:us-hyperscalers').toString('base64url')}"]) {
      __typename id ... on Company { name groups { slug } } ... on Group { slug members { name } }
    } }`,
  ],
  [
    'one value where a list is wanted, and null where there may be one',
    'query Q { companies(where: { countries: "CN" }, orderBy: null) { nodes { slug } } }',
  ],
  [
    'a field asked for twice, with more below it the second time',
    `query Q { ${OF_META('latestQuarter { capex { value } capex { currency } }')} }`,
  ],
])('%s', async (_, query) => {
  const { data, errors } = await answer(query);
  expect([data !== null, errors]).toEqual([true, undefined]);
  expect(fallbacks).toBe(0);
});

test.each([
  [
    'a fragment that is spread twice, once left out',
    `query Q($no: Boolean = false) {
      a: ${OF_META('...Names @include(if: $no) slug')} b: ${OF_META('...Names slug')}
    } fragment Names on Company { name }`,
  ],
  [
    'names that graphql-jit would mix up',
    `query Q {
      a_b: ${OF_META('c: quarters(last: 1) { nodes { calendarQuarter } }')}
      b: ${OF_META('c_a: quarters(last: 2) { nodes { calendarQuarter } }')}
      __proto__: ${OF_META('slug')}
    }`,
  ],
  ['what the schema holds', 'query Q { __type(name: "Company") { fields { name } } }'],
])('%s: is left to GraphQL.js', async (_, query) => {
  expect((await answer(query)).errors).toBeUndefined();
  expect(isCompiled(query)).toBe(false);
});

test.each([
  [
    'two keys of a variable that takes one',
    'query Q($by: CompanyBy!) { company(by: $by) { slug } }',
    { by: { slug: 'meta', ticker: 'META' } },
  ],
  [
    'a variable that is no value of its type',
    'query Q($quarter: CalendarQuarter!) { company(by: { slug: "meta" }) { quarter(calendarQuarter: $quarter) { id } } }',
    { quarter: '2025Q5' },
  ],
  [
    'null for an argument that cannot be null',
    `query Q($window: Window = QUARTER) { ${OF_META('latestQuarter { capex(window: $window) { value } }')} }`,
    { window: null },
  ],
  ['a field that fails', `query Q { ${OF_META('quarters(last: 101) { totalCount }')} }`, {}],
])('%s: is the same error', async (_, query, variables) => {
  expect((await answer(query, variables)).errors).toHaveLength(1);
});

test('a query that asks for too much is refused, however often it comes', async () => {
  const wide = Array.from({ length: 900 }, (_, n) => `f${n}: name`).join(' ');
  const inNoQuarter = `company { latestQuarter(asOf: "1990-01-01") { company { ${wide} } } }`;
  const query = `query Q { quarters(first: 100) { nodes { company { quarters { nodes {
    company { quarters { nodes { ${inNoQuarter} } } } } } } } } }`;
  const { first, second, third } = await answers({ query, operationName: 'Q', variables: {} });
  for (const text of [first, second, third]) {
    expect(JSON.parse(text).errors[0].extensions.code).toBe('QUERY_TOO_LARGE');
  }
  // What would be refused again is not executed again.
  expect(fallbacks).toBe(0);
  expect(isCompiled(query)).toBe(true);
});

test('a query of very many fields is not compiled, nor one of few that are spread very often', async () => {
  const names = Array.from({ length: 40 }, (_, n) => `n${n}: name`).join(' ');
  const companies = Array.from({ length: 40 }, (_, n) => `c${n}: ${OF_META('...Names')}`).join(' ');
  const query = `query Q { ${companies} } fragment Names on Company { ${names} }`;
  expect((await answer(query)).errors).toBeUndefined();
  expect(isCompiled(query)).toBe(false);
});

test('documents make room for newer ones, compiled or not', async () => {
  const query = (n: number) => `query Q { ${OF_META('slug')} } # ${n}${'\n#'.repeat(6_000)}`;
  await answer(query(0));
  expect(isCompiled(query(0))).toBe(true);
  for (let n = 1; n < 30; n++) await answer(query(n));
  expect([isCompiled(query(0)), isCompiled(query(29))]).toEqual([false, true]);
});

test('large documents do not drive out the others', async () => {
  const usual = `query Q { ${OF_META('ticker')} }`;
  await answer(usual);
  for (let n = 0; n < 10; n++) await answer(`${usual} # ${n} ${'.'.repeat(90_000)}`);
  expect(isCompiled(usual)).toBe(true);
});
