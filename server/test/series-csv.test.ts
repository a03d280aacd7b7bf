import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { COMPANIES, GROUPS, TABLE, type Table } from './series-tables.ts';
import { startServer, UNBOUNDED } from './testkit.ts';

const server = await startServer(undefined, UNBOUNDED);
afterAll(() => server.stop());

const EVERYTHING = `series(
  subjects: [
    ${COMPANIES.map((slug) => `{ company: { slug: "${slug}" } }`).join(' ')}
    ${GROUPS.map((slug) => `{ group: { slug: "${slug}" } }`).join(' ')}
    { group: { companies: [{ ticker: "MSFT" }, { slug: "oracle" }] } }
  ]
  measures: [
    { item: REVENUE }, { item: CAPEX, basis: HEADLINE }, { item: FREE_CASH_FLOW }
    { item: CAPEX, over: CLOUD_REVENUE }, { item: CLOUD_REVENUE, growth: YEAR }
    { item: CAPEX, growth: QUARTER }, { item: CAPEX, over: REVENUE, growth: YEAR }
    { item: CAPEX, indexedTo: "2024Q1" }
    { item: CLOUD_REVENUE, indexedTo: "2024Q3" }
  ]`;

test.each([
  'by: QUARTER',
  'by: FISCAL_YEAR, asOf: "2025-09-01"',
  'by: CALENDAR_YEAR, currency: EUR',
  'by: TRAILING_TWELVE_MONTHS, from: "2024Q1", to: "2025Q2", currency: CNY',
])('the CSV at its address is the table, cell for cell: %s', async (more) => {
  const { series: table } = await server.query<{ series: Table }>(
    `{ ${EVERYTHING} ${more}) { ${TABLE} } }`,
  );
  const response = await fetch(new URL(table.csv, server.url));
  expect(response.status).toBe(200);
  const [header, ...rows] = parse(await response.text()) as string[][];
  expect(header!.slice(0, 4)).toEqual(['period', 'calendar_quarter', 'start', 'end']);
  expect(header!.slice(4)).toEqual(
    table.series.map(({ label, unit, currency }) =>
      unit === 'MONEY' ? `${label} (${currency})` : `${label} (${unit.toLowerCase()}, ${currency})`,
    ),
  );
  expect(new Set(header).size).toBe(header!.length);
  expect(rows.map((row) => row.slice(0, 4))).toEqual(
    table.periods.map(({ label, calendarQuarter, start, end }) => [
      label,
      calendarQuarter ?? '',
      start ?? '',
      end ?? '',
    ]),
  );
  const cells = table.series.map(({ unit, measures }) =>
    measures.map(({ value, amount, missing }) =>
      value === null ? missing[0]!.reason : unit === 'MONEY' ? amount : String(value),
    ),
  );
  expect(cells.flat().length).toBeGreaterThan(500);
  expect(rows.map((row) => row.slice(4))).toEqual(
    table.periods.map((_, period) => cells.map((column) => column[period])),
  );
});

test('the address is the same for the same table, however its subjects are named, and can be read', async () => {
  const csv = async (subjects: string) => {
    const { series } = await server.query<{ series: Table }>(
      `{ series(subjects: ${subjects}, measures: [{ item: CAPEX, over: REVENUE, growth: YEAR }, { item: CAPEX, basis: HEADLINE, indexedTo: "2024Q1" }], from: "2024Q1", asOf: "2025-09-01") { csv } }`,
    );
    return series.csv;
  };
  const address =
    '/data/series.csv?subjects=alphabet,group:us-hyperscalers,companies:alibaba~baidu&measures=capex/revenue:growth=YEAR,capex:basis=HEADLINE:indexedTo=2024Q1&by=QUARTER&from=2024Q1&asOf=2025-09-01';
  expect(
    await csv(
      '[{ company: { slug: "alphabet" } }, { group: { slug: "us-hyperscalers" } }, { group: { companies: [{ slug: "baidu" }, { slug: "alibaba" }] } }]',
    ),
  ).toBe(address);
  expect(
    await csv(
      '[{ company: { ticker: "goog" } }, { group: { slug: "us-hyperscalers" } }, { group: { companies: [{ ticker: "BABA" }, { ticker: "bidu" }, { slug: "baidu" }] } }]',
    ),
  ).toBe(address);
});

const CAPEX = '/data/series.csv?subjects=alibaba&measures=capex';

test('whoever has the file is told that it still holds; other pages may read it; it has a name', async () => {
  const first = await fetch(server.url + CAPEX);
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="capexgraph-series.csv"',
    'cache-control': 'public, no-cache',
    'access-control-allow-origin': '*',
    'x-dataset-version': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const etag = first.headers.get('etag')!;
  const again = await fetch(server.url + CAPEX, { headers: { 'if-none-match': `W/${etag}` } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await fetch(server.url + CAPEX, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  expect((await fetch(server.url + CAPEX, { method: 'POST' })).status).toBe(405);
});

test('a table of the version that is served is kept for ever; of another one it is said to be gone', async () => {
  const { dataset } = await server.query<{ dataset: { version: string } }>(
    '{ dataset { version } }',
  );
  const pinned = await fetch(`${server.url}${CAPEX}&version=${dataset.version}`);
  expect(pinned.headers.get('cache-control')).toContain('immutable');
  expect(await pinned.text()).toBe(await (await fetch(server.url + CAPEX)).text());
  const gone = await fetch(`${server.url}${CAPEX}&version=${'0'.repeat(64)}`);
  const { errors } = (await gone.json()) as { errors: { extensions: object }[] };
  expect([gone.status, errors[0]?.extensions]).toEqual([
    410,
    { code: 'VERSION_GONE', newest: dataset.version },
  ]);
  expect((await fetch(`${server.url}${CAPEX}&version=1`)).status).toBe(400);
});

test.each([
  ['', 400, 'BAD_USER_INPUT', 'subjects is missing'],
  ['?subjects=alibaba', 400, 'BAD_USER_INPUT', 'measures is missing'],
  ['?subjects=alibaba&measures=capx', 400, 'BAD_USER_INPUT', 'measures takes capex, '],
  ['?subjects=ali&measures=capex&asof=2025-01-01', 400, 'BAD_USER_INPUT', 'no parameter "asof"'],
  ['?subjects=alibab&measures=capex', 400, 'BAD_USER_INPUT', 'did you mean "alibaba"'],
  [
    '?subjects=group:us-hyperscaler&measures=capex',
    404,
    'NOT_FOUND',
    'did you mean "us-hyperscalers"',
  ],
  ['?subjects=alibaba&measures=capex/capex', 400, 'BAD_USER_INPUT', 'over itself is 1'],
  [
    '?subjects=alibaba&measures=capex&by=YEAR',
    400,
    'BAD_USER_INPUT',
    'by takes QUARTER, FISCAL_YEAR',
  ],
  [
    '?subjects=alibaba&measures=capex&from=2025',
    400,
    'BAD_USER_INPUT',
    'from takes a calendar quarter',
  ],
  [
    '?subjects=alibaba&subjects=baidu&measures=capex',
    400,
    'BAD_USER_INPUT',
    'subjects is given twice',
  ],
  ['?subjects=%FF%00&measures=capex', 400, 'BAD_USER_INPUT', 'subjects takes slugs'],
])('an address that asks for what there is not says what would do: %s', async (search, status, code, message) => {
  const response = await fetch(`${server.url}/data/series.csv${search}`);
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  expect([response.status, errors[0]!.extensions.code]).toEqual([status, code]);
  expect(errors[0]!.message).toContain(message);
});
