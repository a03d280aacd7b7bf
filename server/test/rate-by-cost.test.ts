import { afterAll, expect, test } from 'vitest';
import { startServer } from './testkit.ts';

/** One a second, five at once: what a request takes is its one, and its query's cost in thousandths, less what time gives back. */
const server = await startServer(undefined, {
  CAPEXGRAPH_RATE_LIMIT: '1',
  CAPEXGRAPH_TRUSTED_PROXIES: '127.0.0.1',
});
afterAll(() => server.stop());

async function ask(path: string, query: string) {
  const search = new URLSearchParams({ query });
  const response = await fetch(`${server.url}${path}?${search}`);
  const { data } = (await response.json()) as { data?: unknown };
  const left = Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]);
  return {
    status: response.status,
    data,
    left,
    retryAfter: Number(response.headers.get('retry-after')),
  };
}

const SMALL = '{ dataset { version } }';
const LARGE = `{ companies { nodes { quarters { nodes {
  capex { value explanation growth(over: YEAR) { value explanation } }
} } } } }`;

test('a small question costs one, a kept answer no more, and a large one what it takes, to be paid back', async () => {
  const first = await ask('/graphql', SMALL);
  expect(first.status).toBe(200);
  expect(first.left).toBeGreaterThanOrEqual(3);
  const kept = await ask('/graphql', SMALL);
  expect(kept.status).toBe(200);
  // Both are rounded down, and time only gives back.
  expect(kept.left).toBeGreaterThanOrEqual(first.left - 1);
  const large = await ask('/graphql', LARGE);
  expect([large.status, large.left]).toEqual([200, 0]);
  const refused = await ask('/graphql', SMALL);
  expect(refused.status).toBe(429);
  expect(refused.data).toBeUndefined();
  // Ten or so for what the large one took, at one a second.
  expect(refused.retryAfter).toBeGreaterThan(5);
});

test('a table of series by its address costs what it takes, too', async () => {
  const groups = 'group:us-hyperscalers,group:china-hyperscalers';
  const measures =
    'capex/revenue:growth=YEAR,capex:growth=YEAR,revenue:growth=YEAR,capex/depreciation:growth=YEAR';
  const address = `${server.url}/data/series.csv?subjects=${groups}&measures=${measures}`;
  // Of another client, who has asked for nothing yet.
  const response = await fetch(address, { headers: { 'x-forwarded-for': '1.2.3.4' } });
  expect([response.status, response.headers.get('ratelimit')]).toEqual([
    200,
    expect.stringContaining('r=0;'),
  ]);
});

test('what an agent asks for costs what it takes, too', async () => {
  const statusAfter = async (name: string, args: object, client: string) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'x-forwarded-for': client,
    };
    const params = { name, arguments: args };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    await (await fetch(`${server.url}/mcp`, { method: 'POST', headers, body })).text();
    return (await fetch(`${server.url}/llms.txt`, { headers })).status;
  };
  const baseline = { slug: 'us-hyperscalers' };
  const challenger = { slug: 'china-hyperscalers' };
  expect(await statusAfter('company', {}, '1.2.3.5')).toBe(200);
  expect(await statusAfter('comparison', { baseline, challenger }, '1.2.3.6')).toBe(429);
});

test('whoever may not ask /graphql any more may not ask elsewhere', async () => {
  for (const path of ['/mcp', '/data/facts.csv', '/']) {
    expect((await fetch(server.url + path)).status).toBe(429);
  }
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
});
