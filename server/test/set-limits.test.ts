import { afterAll, expect, test } from 'vitest';
import { startServer } from './testkit.ts';

const server = await startServer(undefined, {
  CAPEXGRAPH_DOCUMENT_LIMITS:
    'depth=6,tokens=300,fields=60,aliases=3,directives=2,brackets=9,repeated=4,fragments=1,introspected=30,body=3000',
  CAPEXGRAPH_OPERATION_LIMITS: 'page=3,seconds=5',
  CAPEXGRAPH_MAX_COST: '5000',
  CAPEXGRAPH_MAX_ANSWER_MB: '1',
});
afterAll(() => server.stop());

const some = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

test.each<[string, string, string, string, number?]>([
  [
    'depth',
    '{ groups { members { groups { members { groups { members { id } } } } } } }',
    'QUERY_TOO_DEEP',
    '6 are allowed',
  ],
  [
    'tokens',
    `{ companies { nodes { ${some(300, () => 'id')} } } }`,
    'QUERY_TOO_LARGE',
    '300 tokens',
  ],
  [
    'fields',
    `{ ${some(3, (n) => `a${n}: company(by: { slug: "meta" }) { ...F }`)} } fragment F on Company { ${some(20, (n) => ['id', 'name', 'slug', 'ticker', 'country'][n % 5]!)} }`,
    'QUERY_TOO_LARGE',
    '60 are allowed',
  ],
  [
    'aliases',
    `{ dataset { ${some(4, (n) => `a${n}: version`)} } }`,
    'QUERY_TOO_LARGE',
    '4 aliases; 3 are allowed',
  ],
  [
    'directives',
    '{ dataset { version @skip(if: false) @include(if: true) } groups @skip(if: false) { id } }',
    'QUERY_TOO_LARGE',
    '3 directives; 2 are allowed',
  ],
  [
    'brackets',
    `{ companies(where: ${'{ a: '.repeat(9)} 1 ${'}'.repeat(9)}) { totalCount } }`,
    'QUERY_TOO_DEEP',
    'more than 9 deep',
  ],
  [
    'repeated',
    '{ dataset { version version version version version } }',
    'QUERY_TOO_LARGE',
    'more than 4 times',
  ],
  [
    'fragments',
    '{ dataset { ...A ...B } } fragment A on Dataset { version } fragment B on Dataset { version }',
    'QUERY_TOO_LARGE',
    'more than 1 fragments',
  ],
  ['introspected', '{ __schema { types { name } } }', 'QUERY_TOO_LARGE', '30 are allowed'],
  [
    'body',
    `{ dataset { version } } #${' '.repeat(3_000)}`,
    'REQUEST_ENTITY_TOO_LARGE',
    '3000 bytes',
    413,
  ],
  ['page, of companies', '{ companies(first: 4) { totalCount } }', 'BAD_USER_INPUT', 'from 0 to 3'],
  ['page, of quarters', '{ quarters(last: 4) { totalCount } }', 'BAD_USER_INPUT', 'from 0 to 3'],
  ['page, of changes', '{ changes(first: 4) { totalCount } }', 'BAD_USER_INPUT', 'from 0 to 3'],
  [
    'page, of a company',
    '{ company(by: { slug: "meta" }) { quarters(first: 4) { totalCount } } }',
    'BAD_USER_INPUT',
    'from 0 to 3',
  ],
  [
    'cost',
    '{ groups { quarters { members { capex { explanation } } } } }',
    'QUERY_TOO_LARGE',
    '5000 are allowed',
  ],
])('a limit that is set is the one that holds: %s', async (_, query, code, words, status = 400) => {
  const answer = await server.execute(query);
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain(code);
  expect(answer.errors?.map(({ message }) => message).join()).toContain(words);
  if (code !== 'BAD_USER_INPUT') expect(answer.status).toBe(status);
});

test('a page without a size is as large as one may be', async () => {
  const { companies } = await server.query<{ companies: { nodes: unknown[] } }>(
    '{ companies { nodes { id } } }',
  );
  expect(companies.nodes).toHaveLength(3);
});

test('what a table of series may cost holds for its address, too', async () => {
  const table = async (measures: string) => {
    const subjects = 'group:us-hyperscalers,group:china-hyperscalers';
    const address = `${server.url}/data/series.csv?subjects=${subjects}&currency=USD&measures=${measures}`;
    const response = await fetch(address);
    return { status: response.status, text: await response.text() };
  };
  expect(await table('capex')).toMatchObject({ status: 200 });
  const items = ['capex', 'revenue', 'cloudRevenue', 'operatingCashFlow', 'freeCashFlow'];
  const ratios = items.flatMap((item) =>
    items.filter((of) => of !== item).map((of) => `${item}/${of}:growth=YEAR`),
  );
  const refused = await table(ratios.slice(0, 20).join(','));
  expect(refused).toMatchObject({ status: 400, text: expect.stringContaining('QUERY_TOO_LARGE') });
});
