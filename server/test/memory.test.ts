import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Database } from '../database/client.ts';
import { dayFromNumber, formatDay } from '../domain/day.ts';
import { createGraphQL } from '../http/app.ts';
import { graphqlRequest } from '../http/exchange.ts';
import { liveBytes } from './heap.ts';
import { reviewedSnapshot } from './reviewed-snapshot.ts';

const KILOBYTE = 1024;

/** How many times as many requests are sent; 80 makes 48,000 documents and 6,400 days of it. */
const SCALE = Number(process.env.MEMORY_SCALE ?? 1);

/** The endpoint on the fixture, with little room for what it keeps; asks, and gives the status. */
function endpoint() {
  const { graphql } = createGraphQL({
    database: {} as Database,
    log: pino({ level: 'silent' }),
    responseCacheBytes: 128 * KILOBYTE,
    documentCacheBytes: 128 * KILOBYTE,
  });
  const snapshot = reviewedSnapshot();
  return async (query: string): Promise<number> => {
    const body = Buffer.from(JSON.stringify({ query }));
    const headers = { 'content-type': 'application/json' };
    const request = graphqlRequest({ method: 'POST', url: '/graphql', headers, body });
    return (await graphql(request, snapshot)).status;
  };
}

/** Asks many times; how much more is in use than after a few of them, and than after half of them. */
async function growth(times: number, ask: (n: number) => Promise<unknown>) {
  const upTo = async (from: number, end: number) => {
    for (let n = from; n < end; n++) await ask(n);
    return liveBytes();
  };
  const few = await upTo(0, 30);
  const half = await upTo(30, times / 2);
  const all = await upTo(times / 2, times);
  return { sinceHalf: all - half, sinceFew: all - few };
}

/** Both caches, and what running the program's own code takes the first times. */
const ROOM = 4_096 * KILOBYTE;

/** About two kilobytes for each of a few hundred: less than a document or an error takes. */
const FLAT = 640 * KILOBYTE;

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
    timeout: 300_000 * SCALE,
  },
  async (_, document) => {
    const ask = endpoint();
    const { sinceHalf, sinceFew } = await growth(600 * SCALE, (n) => ask(document(n)));
    expect(sinceHalf).toBeLessThan(FLAT);
    expect(sinceFew).toBeLessThan(ROOM);
  },
);

test('however many distinct days are asked for, no more stays in memory', {
  timeout: 300_000 * SCALE,
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
  const { sinceHalf, sinceFew } = await growth(80 * SCALE, askAsOf);
  expect(sinceHalf).toBeLessThan(FLAT);
  expect(sinceFew).toBeLessThan(ROOM);
});
