import { getNamedType, isRequiredArgument } from 'graphql';
import pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { measuresOf } from './recalculated-figures.ts';
import { startServer } from './testkit.ts';

// Prisma's adapter and our own SQL both send what they send through a client of pg.
const sent = vi.spyOn(pg.Client.prototype, 'query');
afterAll(() => sent.mockRestore());

const server = await startServer();
afterAll(() => server.stop());

/** The statements that a request makes the server send to PostgreSQL. */
async function statements(document: string, variables: object = {}): Promise<string[]> {
  sent.mockClear();
  await server.query(document, variables);
  const all = sent.mock.calls.map(([query]) => {
    const { text } = query as { text?: string };
    return text ?? String(query);
  });
  return all.filter((text) => !OF_CONNECTIONS.test(text));
}

/** What a connection is opened with, and what looks each second for the newest import: no request asks for it. */
const OF_CONNECTIONS = /^(set datestyle|select 1$)|pg_is_in_recovery/;

const namesOf = (type: string) =>
  measuresOf('Quarter')
    .filter((field) => getNamedType(field.type).name === type)
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map(({ name }) => name);
const AMOUNTS = namesOf('Amount');
const RATIOS = namesOf('Ratio');

const WIDEST = `query ($slugs: [String!]) {
  companies(where: { slugs: $slugs }) {
    nodes {
      name
      groups { name members { name } }
      quarters(currency: USD, last: 3) {
        nodes {
          calendarQuarter
          facts { amount note source { title url } supersededBy { note source { title } } }
          headline: capex(basis: HEADLINE) { ...Figures ...Documents }
          ${AMOUNTS.map((name) => `${name} { ...Figures ...Documents }`).join('\n')}
          ${AMOUNTS.map((name) => `${name}Trailing: ${name}(window: TRAILING_TWELVE_MONTHS) { ...Figures }`).join('\n')}
          ${RATIOS.map((name) => `${name} { value change(over: YEAR) { points explanation } explanation numerator { ...Figures } }`).join('\n')}
        }
      }
    }
  }
}
fragment Figures on Amount {
  amount value quality explanation
  missing { concept company { name } calendarQuarter reason }
  growth(over: YEAR) { value explanation missing { reason } from { amount facts { definition { slug } } } }
}
fragment Documents on Amount {
  facts { definition { slug description } note source { title url } }
  exchangeRates { average source { title url } }
}`;

const FIGURES_ONLY = `{
  group(by: { companies: [{ slug: "meta" }, { ticker: "BABA" }] }) {
    name
    members { slug }
    quarters { group { id } capex { value growth(over: YEAR) { value } } }
  }
  companies(orderBy: { field: LATEST_CAPEX_USD }) {
    nodes {
      quarters(currency: CNY, asOf: "2025-09-01") {
        nodes {
          capex(window: TRAILING_TWELVE_MONTHS) { value explanation growth(over: YEAR) { value } }
          capexToRevenue { value change(over: QUARTER) { value missing { reason } } missing { reason company { name } } }
          facts { amount definition { slug description } }
        }
      }
    }
  }
}`;

test('figures are read from memory, where they are soon after the start', async () => {
  await expect.poll(() => statements(FIGURES_ONLY)).toEqual([]);
});

test('the widest query costs as many statements for nine companies as for one', async () => {
  await expect.poll(() => statements(FIGURES_ONLY)).toEqual([]);
  const forOne = await statements(WIDEST, { slugs: ['alibaba'] });
  const forNine = await statements(WIDEST);
  expect(AMOUNTS.length * RATIOS.length).toBeGreaterThan(0);
  expect(forOne.length).toBeGreaterThan(0);
  expect(forNine.length).toBe(forOne.length);
  expect(forNine.length).toBeLessThanOrEqual(10);
});
