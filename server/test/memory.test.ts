import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Database } from '../database/client.ts';
import { dayFromNumber, formatDay } from '../domain/day.ts';
import { createGraphQL } from '../http/app.ts';
import { graphqlRequest } from '../http/exchange.ts';
import { liveBytes } from './heap.ts';
import { reviewedSnapshot } from './reviewed-snapshot.ts';

const MEGABYTE = 1024 * 1024;

/** How many times as many requests are sent; 12 makes 50,000 documents and 5,000 days of it. */
const SCALE = Number(process.env.MEMORY_SCALE ?? 1);

/** The endpoint on the fixture, with little room for what it keeps; asks, and gives the status. */
function endpoint() {
  const { graphql } = createGraphQL({
    database: {} as Database,
    log: pino({ level: 'silent' }),
    responseCacheBytes: MEGABYTE,
    documentCacheBytes: MEGABYTE,
  });
  const snapshot = reviewedSnapshot();
  return async (query: string): Promise<number> => {
    const body = Buffer.from(JSON.stringify({ query }));
    const headers = { 'content-type': 'application/json' };
    const request = graphqlRequest({ method: 'POST', url: '/graphql', headers, body });
    return (await graphql(request, snapshot)).status;
  };
}

/** How much more is in use after the second half of many requests than after the first. */
async function growth(times: number, ask: (n: number) => Promise<unknown>): Promise<number> {
  for (let n = 0; n < times / 2; n++) await ask(n);
  const half = await liveBytes();
  for (let n = times / 2; n < times; n++) await ask(n);
  return (await liveBytes()) - half;
}

/** Less than 500 bytes for each of them. */
const FLAT = MEGABYTE;

test.each<[string, (n: number) => string]>([
  ['valid documents', (n) => `{ a${n}: __typename }`],
  ['documents that are not valid', (n) => `{ a${n} b${n} c${n} d${n} }`],
  ['texts that are no documents', (n) => `{ a${n}: `],
  ['documents whose arguments are refused', (n) => `{ company(by: { slug: ${n} }) { name } }`],
  [
    'operations that fail',
    (n) => `{ company(by: { slug: "meta" }) { quarters(last: ${200 + n}) { totalCount } } }`,
  ],
])(
  'however many distinct %s come, no more stays in memory',
  {
    timeout: 60_000 * SCALE,
  },
  async (_, document) => {
    const ask = endpoint();
    expect(await growth(4_200 * SCALE, (n) => ask(document(n)))).toBeLessThan(FLAT);
  },
);

test('however many distinct days are asked for, no more stays in memory', {
  timeout: 60_000 * SCALE,
}, async () => {
  const ask = endpoint();
  const askAsOf = async (n: number) => {
    const asOf = formatDay(dayFromNumber(15_000 + n));
    const status = await ask(`{
      company(by: { slug: "alibaba" }) { quarters(last: 2, asOf: "${asOf}") { nodes { capex { value } } } }
      group(slug: "us-hyperscalers") {
        quarters(last: 2, asOf: "${asOf}", currency: USD) { nodes { capex { value } } }
      }
    }`);
    expect(status).toBe(200);
  };
  expect(await growth(420 * SCALE, askAsOf)).toBeLessThan(FLAT);
});
