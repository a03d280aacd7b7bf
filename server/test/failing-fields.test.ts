import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';
import { createDatabase } from './testkit.ts';

/*
 * A field that fails while others of the same list still read. GraphQL.js leaves those to themselves, and
 * Node.js ends a process for a promise that is rejected unhandled: so the server is a process here.
 */
let server: ServerProcess;
beforeAll(async () => {
  server = new ServerProcess({ DATABASE_URL: await createDatabase(), LOG_LEVEL: 'debug' });
  await server.url;
});
afterAll(() => server.kill());

async function execute(query: string): Promise<Answer> {
  const response = await fetch(`${await server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

interface Answer {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Fields of a quarter that read from the database. */
const READING = {
  'sources of rates': 'cloudRevenue { exchangeRates { source { url } } }',
  'sources of facts': 'facts { source { title } }',
  notes: 'capex { facts { note } }',
};

const BAD_CURSOR = 'quarters(before: "WyJxdWFydGVyIl0") { totalCount }';

/** Fields of a quarter that fail at once. */
const FAILING = {
  'below what is missing': `capexToDepreciation(window: TRAILING_TWELVE_MONTHS) { missing { company { ${BAD_CURSOR} } } }`,
  'below its company': `company { ${BAD_CURSOR} }`,
  'below its facts': `facts { quarter { company { quarters(first: -1) { totalCount } } } }`,
};

/** Lists of quarters. */
const LISTS = {
  "groups' members": (of: string) =>
    `groups { quarters(currency: EUR, last: 3) { members { ${of} } } }`,
  "companies' quarters": (of: string) =>
    `companies { nodes { quarters(currency: EUR, last: 2) { nodes { ${of} } edges { node { ${of} } } } } }`,
  'a screen': (of: string) => `quarters(last: 9, currency: EUR) { nodes { ${of} } }`,
  "compared quarters' members": (of: string) =>
    `comparison(baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-cloud" }, currency: EUR) { quarters { challenger { members { ${of} } } } }`,
};

const cases = Object.entries(LISTS).flatMap(([list, within]) =>
  Object.entries(READING).flatMap(([reads, reading]) =>
    Object.entries(FAILING).map(
      ([fails, failing]) =>
        [`${list}: ${reads}, failing ${fails}`, within(`${reading} ${failing}`)] as const,
    ),
  ),
);

test.each(cases)('a failure that nobody waits for ends no server: %s', async (_, selection) => {
  const query = `{ ${selection} }`;
  const others = [`{ ${selection} __typename }`, `query Again { ${selection} }`];
  // The same again, as what comes again is compiled; and all at once, as reading takes longer then.
  for (const { errors } of await Promise.all([query, query, ...others].map(execute))) {
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
  }
});

test('the server has met such failures, and still answers', async () => {
  expect(server.stdout).toContain('A field of an abandoned list failed');
  expect(await execute('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
});
