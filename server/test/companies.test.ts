import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from './add-rows.ts';
import { COMPANIES, connectionLoader, keysOf, QUARTERS_OF_ALIBABA } from './connections.ts';
import { readTable } from './dataset.ts';
import { indexOf } from './known-figures.ts';
import { Recalculation } from './recalculation.ts';
import { createDatabase, startServer, type TestServer } from './testkit.ts';
import { WINDOWS } from './windows.ts';

const server = await startServer();
afterAll(() => server.stop());

const companies = connectionLoader(server, COMPANIES);
const quartersOfAlibaba = connectionLoader(server, QUARTERS_OF_ALIBABA);
const rows = readTable('companies');

/** The companies in an order, worked out from the files. */
function inOrder(field: string, direction: string): string[] {
  const compare = (a: string, b: string) => new Intl.Collator('en').compare(a, b);
  const way = direction === 'ASC' ? 1 : -1;
  const capex = new Map(rows.map(({ slug }) => [slug, latestCapexInDollars(slug)]));
  return rows
    .toSorted((a, b) => {
      if (field === 'NAME') return way * compare(a.name, b.name);
      if (field === 'COUNTRY')
        return way * compare(a.country, b.country) || compare(a.name, b.name);
      const [x, y] = [capex.get(a.slug), capex.get(b.slug)];
      return x === undefined || y === undefined ? Number(!x) - Number(!y) : way * (x - y);
    })
    .map(({ slug }) => slug);
}

function latestCapexInDollars(slug: string): number | undefined {
  const figures = new Recalculation(slug, 'USD', '9999-12-31');
  const amounts = figures.quarters.map(
    (quarter) => figures.amount([['CAPEX']], indexOf(quarter), WINDOWS.QUARTER!).value,
  );
  return amounts.findLast((amount) => amount !== null)?.toNumber();
}

test.each([
  ['NAME', 'ASC'],
  ['NAME', 'DESC'],
  ['COUNTRY', 'ASC'],
  ['COUNTRY', 'DESC'],
  ['LATEST_CAPEX_USD', 'ASC'],
  ['LATEST_CAPEX_USD', 'DESC'],
])('companies can be ordered by %s %s', async (field, direction) => {
  const connection = await companies({ orderBy: { field, direction } });
  expect(keysOf(connection)).toEqual(inOrder(field, direction));
});

test('companies are ordered by name, and ascending, unless the request says otherwise', async () => {
  expect(keysOf(await companies())).toEqual(inOrder('NAME', 'ASC'));
  const ascending = await companies({ orderBy: { field: 'LATEST_CAPEX_USD' } });
  expect(keysOf(ascending)).toEqual(inOrder('LATEST_CAPEX_USD', 'ASC'));
});

describe('with a company without capex', () => {
  let other: TestServer;
  beforeAll(async () => {
    const url = await createDatabase();
    await addRows(url, 'companies', [
      {
        slug: 'acme',
        name: 'Acme',
        ticker: null,
        country: 'US',
        reporting_currency: 'USD',
        fiscal_year_end_month: 12,
        cik: null,
      },
    ]);
    other = await startServer(url);
  });
  afterAll(() => other.stop());

  test.each(['ASC', 'DESC'])('it comes last in the order of capex: %s', async (direction) => {
    const orderBy = { field: 'LATEST_CAPEX_USD', direction };
    const connection = await connectionLoader(other, COMPANIES)({ orderBy });
    expect(keysOf(connection).at(-1)).toBe('acme');
  });
});

test('a company has the other tickers and names of the files', async () => {
  const { companies } = await server.query<{
    companies: { nodes: { slug: string; aliases: string[] }[] };
  }>('{ companies { nodes { slug aliases } } }');
  expect(Object.fromEntries(companies.nodes.map(({ slug, aliases }) => [slug, aliases]))).toEqual(
    Object.fromEntries(rows.map(({ slug, aliases }) => [slug, aliases ? aliases.split(';') : []])),
  );
});

test.each([
  [{ slugs: ['meta', 'oracle'] }, ['meta', 'oracle']],
  [{ slugs: [] }, []],
  [{ countries: ['CN'] }, ['alibaba', 'baidu', 'china-mobile', 'kingsoft-cloud', 'tencent']],
  [{ countries: ['FR'] }, []],
  [{ group: 'us-hyperscalers' }, ['alphabet', 'amazon', 'meta', 'microsoft']],
  [{ search: 'google' }, ['alphabet']],
  [{ search: '9988' }, ['alibaba']],
  [{ search: 'CLOUD' }, ['kingsoft-cloud']],
  [{ search: 'platforms' }, ['meta']],
  [{ search: '0700' }, ['tencent']],
  [{ search: '' }, inOrder('NAME', 'ASC')],
  [{ countries: ['CN'], group: 'china-cloud', search: 'bai' }, ['baidu']],
  [{ countries: ['US'], group: 'china-cloud' }, []],
])('companies where %j are %j, and as many are counted', async (where, slugs) => {
  expect(keysOf(await companies({ where }))).toEqual(slugs);
  expect((await companies({ where, first: 1 })).totalCount).toBe(slugs.length);
});

test.each([
  [{ slugs: ['meta', 'orcale'] }, 'slugs', 'There is no company "orcale"; did you mean "oracle"?'],
  [{ slugs: ['Google'] }, 'slugs', 'There is no company "Google"; did you mean "alphabet"?'],
  [{ slugs: ['nobody'] }, 'slugs', 'There is no company "nobody"; there are alibaba, '],
  [{ group: 'us-clouds' }, 'group', 'There is no group "us-clouds"; did you mean "us-cloud"?'],
  [
    { countries: ['US', 'China'] },
    'countries',
    '"China" is no country code; write two capital letters of ISO 3166-1, e.g. CN.',
  ],
])('what a filter names must be there: %j', async (where, argument, message) => {
  const { errors } = await server.execute(
    'query ($where: CompanyFilter) { companies(where: $where) { totalCount } }',
    { where },
  );
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining(message),
      extensions: { code: 'BAD_USER_INPUT', argument: `where.${argument}` },
    },
  ]);
});

test('every company is found by each of its tickers and other names, however they are written', async () => {
  const names = rows.flatMap(({ slug, ticker, aliases, cik }) => [
    ...[ticker, ...aliases.split(';')]
      .filter((name) => name !== '')
      .flatMap((name) => [
        name,
        name.toLowerCase(),
        name.toUpperCase(),
        name.replace(/^0*(?=\d)/, '0'),
      ])
      .map((ticker) => ({ by: { ticker }, slug })),
    ...(cik === '' ? [] : [cik, cik.replace(/^0+/, '')].map((cik) => ({ by: { cik }, slug }))),
  ]);
  expect(names.length).toBeGreaterThan(50);
  for (const { by, slug } of names) {
    const { company } = await server.query<{ company: { slug: string } | null }>(
      'query ($by: CompanyBy!) { company(by: $by) { slug } }',
      { by },
    );
    expect({ by, slug: company?.slug }).toEqual({ by, slug });
  }
});

test.each([
  [{ from: '2025Q1' }, '2025Q1', '2026Q2', 6],
  [{ to: '2022Q2' }, '2020Q1', '2022Q2', 10],
  [{ from: '2023Q4', to: '2024Q1' }, '2023Q4', '2024Q1', 2],
  [{ to: '2022Q2', last: 1 }, '2022Q2', '2022Q2', 10],
  [{ from: '1999Q1', to: '2099Q4' }, '2020Q1', '2026Q2', 26],
  [{ from: '2025Q2', to: '2025Q1' }, undefined, undefined, 0],
  [{ from: '2099Q1' }, undefined, undefined, 0],
])("a company's quarters %j run from %s to %s and count %i", async (args, first, last, total) => {
  const connection = await quartersOfAlibaba(args);
  const quarters = keysOf(connection);
  expect([quarters[0], quarters.at(-1), connection.totalCount]).toEqual([first, last, total]);
});

test('the latest quarter having some items is the newest that has all of these', async () => {
  const { company } = await server.query<{ company: Record<string, object | null> }>(`{
    company(by: { slug: "tencent" }) {
      any: latestQuarter { calendarQuarter }
      none: latestQuarter(having: []) { calendarQuarter }
      both: latestQuarter(having: [CAPEX, REVENUE], asOf: "2025-08-12") { calendarQuarter }
      undisclosed: latestQuarter(having: [CAPEX, CLOUD_REVENUE]) { calendarQuarter }
    }
  }`);
  expect(company).toEqual({
    any: { calendarQuarter: '2026Q2' },
    none: { calendarQuarter: '2026Q2' },
    both: { calendarQuarter: '2025Q1' },
    undisclosed: null,
  });
});
