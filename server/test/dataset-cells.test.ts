import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
  parse(await (await fetch(`${server.url}/data/${path}`)).text(), { columns: true });

interface FactAnswer {
  concept: string;
  source: { title: string };
}

/** Every fact by following the changes, page after page. */
async function followed(): Promise<FactAnswer[]> {
  const facts: FactAnswer[] = [];
  let after: string | null = null;
  for (;;) {
    const { changes }: { changes: Changes } = await server.query<{ changes: Changes }>(
      `query ($after: String) { changes(after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { fact {
          concept definition { slug } periodStart periodEnd amount currency quality roundedTo
          publishedOn locator note source { title }
        } }
      } }`,
      { after },
    );
    facts.push(...changes.nodes.map(({ fact }) => fact));
    if (!changes.pageInfo.hasNextPage) return facts;
    after = changes.pageInfo.endCursor;
  }
}

interface Changes {
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { fact: FactAnswer }[];
}

test('every cell of the facts equals what GraphQL says', async () => {
  const titles = new Map((await rowsOf('sources.csv')).map(({ slug, title }) => [slug, title]));
  const cells = (await rowsOf('facts.csv')).map((row) => ({
    concept: row.concept,
    definition: { slug: row.definition },
    periodStart: row.period_start,
    periodEnd: row.period_end,
    amount: row.value,
    currency: row.currency,
    quality: row.quality,
    roundedTo: row.rounded_to,
    publishedOn: row.published_on,
    locator: row.locator || null,
    note: row.note || null,
    source: { title: titles.get(row.source!) },
  }));
  expect(await followed()).toEqual(cells);
});

test('every cell of the companies and groups equals what GraphQL says', async () => {
  const answer = await server.query<Record<'companies' | 'groups', object>>(`{
    companies(first: 100) { nodes { slug name ticker country reportingCurrency fiscalYearEndMonth cik } }
    groups { slug name members { slug } }
  }`);
  const inOrder = (rows: { slug?: unknown }[]) =>
    rows.toSorted((a, b) => String(a.slug).localeCompare(String(b.slug)));
  const companies = (await rowsOf('companies.csv')).map((row) => ({
    slug: row.slug,
    name: row.name,
    ticker: row.ticker || null,
    country: row.country,
    reportingCurrency: row.reporting_currency,
    fiscalYearEndMonth: Number(row.fiscal_year_end_month),
    cik: row.cik || null,
  }));
  const groups = (await rowsOf('groups.csv')).map(({ slug, name, members }) => ({
    ...{ slug, name },
    members: members!.split(' ').map((slug) => ({ slug })),
  }));
  const { nodes } = answer.companies as { nodes: { slug: string }[] };
  expect(inOrder(nodes)).toEqual(inOrder(companies));
  expect(inOrder(answer.groups as { slug: string }[])).toEqual(inOrder(groups));
});
