import { afterAll, expect, test } from 'vitest';
import { expectRequestFaults } from './faults.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const ofMeta = (selection: string) => `{ company(by: { slug: "meta" }) { ${selection} } }`;

test.each([
  ['a day that there is not', ofMeta('latestQuarter(asOf: "2025-02-31") { id }'), 'asOf'],
  ['a number for a date', ofMeta('latestQuarter(asOf: 20250901) { id }'), 'asOf'],
  ['a fifth quarter', ofMeta('quarter(calendarQuarter: "2025Q5") { id }'), 'calendarQuarter'],
  ['a quarter in words', ofMeta('quarters(from: "spring") { totalCount }'), 'from'],
  ['a bad quarter in a filter', '{ quarters(where: { to: "2025" }) { totalCount } }', 'where.to'],
  ['text for an id', '{ node(id: "meta") { id } }', 'id'],
  ['no text for an id', '{ node(id: "") { id } }', 'id'],
  [
    'an id with a NUL in it',
    `{ node(id: "${Buffer.from('Source:a\0b').toString('base64url')}") { id } }`,
    'id',
  ],
  ['text for one of several ids', '{ nodes(ids: ["meta"]) { id } }', 'ids'],
  ['a hundred and one ids', `{ nodes(ids: [${'"a" '.repeat(101)}]) { id } }`, 'ids'],
  ["text for a company's id", '{ company(by: { id: "meta" }) { id } }', 'by.id'],
  ['a group of no companies', '{ group(by: { companies: [] }) { name } }', 'by.companies'],
  [
    'a group of a hundred and one companies',
    `{ group(by: { companies: [${'{ slug: "meta" } '.repeat(101)}] }) { name } }`,
    'by.companies',
  ],
  [
    'a company of a group that there is not',
    '{ group(by: { companies: [{ slug: "meta" }, { ticker: "BABA" }, { cik: "1" }] }) { name } }',
    'by.companies[2]',
  ],
  [
    'text for the id of one of several companies',
    '{ group(by: { companies: [{ id: "meta" }] }) { name } }',
    'by.companies[0].id',
  ],
  [
    'a compared company that there is not',
    '{ comparison(baseline: { slug: "us-cloud" }, challenger: { companies: [{ slug: "x" }] }) { currency } }',
    'challenger.companies[0]',
  ],
  ['text for a cursor', '{ companies(after: "meta") { totalCount } }', 'after'],
  ['a page above 100', '{ companies(first: 101) { totalCount } }', 'first'],
  ['a negative page', '{ companies(first: -1) { totalCount } }', 'first'],
  ['a page above 100 from the end', ofMeta('quarters(last: 101) { totalCount }'), 'last'],
  ['a negative page from the end', '{ quarters(last: -1) { totalCount } }', 'last'],
])('%s is refused, and the argument named', async (_, document, argument) => {
  const { status, errors } = await server.execute(document);
  expect(status).toBeLessThan(500);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'BAD_USER_INPUT', argument },
  ]);
  expectRequestFaults(errors);
});

test.each([
  [
    'a text for an Int',
    'query ($first: Int) { companies(first: $first) { totalCount } }',
    'first',
    'x',
  ],
  ['null for an ID!', 'query ($id: ID!) { node(id: $id) { id } }', 'id', null],
  ['nothing for an ID!', 'query ($id: ID!) { node(id: $id) { id } }', 'id', undefined],
  [
    'a day that there is not',
    'query ($day: Date) { quarters(asOf: $day) { totalCount } }',
    'day',
    '2025-02-31',
  ],
  [
    'two keys in CompanyBy',
    'query ($by: CompanyBy!) { company(by: $by) { id } }',
    'by',
    { slug: 'meta', ticker: 'META' },
  ],
  [
    'an unknown currency',
    'query ($currency: Currency) { quarters(currency: $currency) { totalCount } }',
    'currency',
    'JPY',
  ],
  [
    'an unknown input field',
    'query ($where: QuarterFilter) { quarters(where: $where) { totalCount } }',
    'where',
    { country: 'US' },
  ],
])('%s in a variable is refused, and the variable named', async (_, document, name, value) => {
  const { status, errors } = await server.execute(document, { [name]: value });
  expect(status).toBe(400);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'BAD_USER_INPUT', argument: `$${name}` },
  ]);
  expectRequestFaults(errors);
});

const INVALID = {
  'an unknown field': '{ compnies { totalCount } }',
  'an unknown argument': '{ companies(frist: 1) { totalCount } }',
  'an object without a selection': '{ companies }',
  'a fragment within itself': '{ ...A } fragment A on Query { ...A }',
  'a variable of another type': 'query ($n: String) { companies(first: $n) { totalCount } }',
  'a mutation': 'mutation { groups }',
  'a subscription': 'subscription { groups }',
};

/** The id of a company or quarter, so many levels deep. */
function deep(levels: number): string {
  const fields = Array.from({ length: levels - 2 }, (_, n) =>
    n % 2 ? 'company' : 'latestQuarter',
  );
  return ofMeta(fields.reduceRight<string>((inner, field) => `${field} { ${inner} }`, 'id'));
}

test.each([
  ...Object.entries(INVALID).map(([name, query]) => [name, query, 'GRAPHQL_VALIDATION_FAILED']),
  ['an unknown enum value', ofMeta('latestQuarter(currency: JPY) { id }'), 'BAD_USER_INPUT'],
  [
    'to name a company in two ways',
    '{ company(by: { slug: "meta", cik: "1" }) { id } }',
    'BAD_USER_INPUT',
  ],
  [
    'to name a group in two ways',
    '{ group(by: { slug: "us-cloud", companies: [{ slug: "meta" }] }) { id } }',
    'BAD_USER_INPUT',
  ],
  ['to name a group in no way', '{ group(by: {}) { id } }', 'BAD_USER_INPUT'],
  ['to name a company in no way', '{ company(by: {}) { id } }', 'BAD_USER_INPUT'],
  ['a syntax error', '{ companies {', 'GRAPHQL_PARSE_FAILED'],
  ['an empty document', '', 'GRAPHQL_PARSE_FAILED'],
  ['more than 5,000 tokens', `{ ${'__typename '.repeat(5_000)} }`, 'QUERY_TOO_LARGE'],
  ['sixteen levels', deep(16), 'QUERY_TOO_DEEP'],
  [
    'not to say which of two operations',
    'query A { __typename } query B { __typename }',
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'a group that there is not, where one must be',
    '{ comparison(baseline: { slug: "x" }, challenger: { slug: "y" }) { currency } }',
    'NOT_FOUND',
  ],
] as [string, string, string][])('%s is refused with a code', async (_, document, code) => {
  const { status, errors } = await server.execute(document);
  expect(status).toBeLessThan(500);
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set([code]));
  expectRequestFaults(errors);
});

test('fifteen levels are allowed', async () => {
  expect((await server.execute(deep(15))).errors).toBeUndefined();
});

test('a company or group that there is not is null and no error', async () => {
  const answer = await server.execute(`{
    slug: company(by: { slug: "nobody" }) { id }
    ticker: company(by: { ticker: "NONE" }) { id }
    cik: company(by: { cik: "0000000000" }) { id }
    id: company(by: { id: "${Buffer.from('Company:nobody').toString('base64url')}" }) { id }
    group(by: { slug: "nobody" }) { id }
    quarter: company(by: { slug: "meta" }) { quarter(calendarQuarter: "1999Q1") { id } }
  }`);
  expect(answer).toEqual({
    status: 200,
    data: {
      slug: null,
      ticker: null,
      cik: null,
      id: null,
      group: null,
      quarter: { quarter: null },
    },
  });
});
