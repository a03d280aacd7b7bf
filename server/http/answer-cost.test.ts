import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Database } from '../database/client.ts';
import { type Cost, FAILURE } from '../graphql/cost-weights.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { createGraphQL } from './app.ts';
import { graphqlRequest } from './exchange.ts';

const snapshot = reviewedSnapshot();

/** The endpoint on the fixture, without a database. */
function endpoint(limit?: Cost, responseCacheBytes = 0) {
  const { graphql } = createGraphQL({
    database: {} as Database,
    log: pino({ level: 'silent' }),
    responseCacheBytes,
    ...(limit && { limit }),
  });
  return async (query: string, extensions?: object) => {
    const body = Buffer.from(JSON.stringify({ query, extensions }));
    const headers = { 'content-type': 'application/json' };
    const answer = await graphql(
      graphqlRequest({ method: 'POST', url: '/graphql', headers, body }),
      snapshot,
    );
    return { ...answer, json: JSON.parse(answer.body.toString()) };
  };
}

const QUERY = '{ companies { nodes { name quarters(last: 4) { nodes { capex { value } } } } } }';

test('who asks for it is told what a query cost and might have, however it was executed, and nobody else', async () => {
  const ask = endpoint({ micros: 70_000, bytes: 50_000 });
  // The first time it is interpreted, from the second on compiled, from the third on without the framework.
  for (let time = 1; time <= 4; time++) {
    const { json, cost } = await ask(QUERY, { cost: true });
    expect(json.extensions.cost).toEqual({
      units: Math.ceil(cost),
      maxUnits: 70_000,
      estimatedBytes: expect.any(Number),
      maxBytes: 50_000,
    });
    expect(json.extensions.cost.estimatedBytes).toBeGreaterThan(0);
    expect((await ask(QUERY)).json).toEqual({ data: json.data });
  }
});

test('more costs more, and the same as much each time', async () => {
  const ask = endpoint();
  const costs: number[] = [];
  for (const last of [1, 2, 4, 8]) {
    const query = QUERY.replace('last: 4', `last: ${last}`);
    const times = [await ask(query), await ask(query), await ask(query), await ask(query)];
    expect(new Set(times.map(({ cost }) => cost)).size).toBe(1);
    costs.push(times[0]!.cost);
  }
  expect(costs).toEqual([...costs].sort((a, b) => a - b));
  expect(costs.at(-1)).toBeGreaterThan(costs[0]! * 2);
});

test('an answer that was there already costs nothing', async () => {
  const ask = endpoint(undefined, 1_000_000);
  expect((await ask(QUERY)).cost).toBeGreaterThan(0);
  expect((await ask(QUERY)).cost).toBe(0);
});

test('what is tried in vain before it is answered costs, too', async () => {
  const ask = endpoint();
  const failing = '{ company(by: { slug: "meta" }) { name quarters(last: 200) { totalCount } } }';
  const [first, second] = [await ask(failing), await ask(failing)];
  expect(first.json.errors).toHaveLength(1);
  expect(second.cost).toBeGreaterThan(first.cost * 1.5);
});

test('each field that fails costs much more than one that does not', async () => {
  const ask = endpoint();
  const company = (last: number, count: number) =>
    Array.from(
      { length: count },
      (_, n) => `a${n}: company(by: { slug: "meta" }) { quarters(last: ${last}) { totalCount } }`,
    );
  const cost = async (last: number, count: number) =>
    (await ask(`{ ${company(last, count)} }`)).cost;
  // Refused pages are above a hundred.
  const [one, ten] = [await cost(200, 1), await cost(200, 10)];
  const [oneOk, tenOk] = [await cost(2, 1), await cost(2, 10)];
  expect(ten - one - (tenOk - oneOk)).toBeGreaterThanOrEqual(9 * FAILURE.micros);
});

test('an answer is never larger than it may be, whatever was estimated', async () => {
  // The version is longer than a leaf is thought to be.
  const query = '{ dataset { version } }';
  const { length } = (await endpoint()(query)).body;
  const [enough, tooLittle] = [length, length - 1].map((bytes) =>
    endpoint({ micros: 9_999, bytes }),
  );
  for (let time = 1; time <= 4; time++) {
    expect((await enough!(query)).status).toBe(200);
    const { status, json } = await tooLittle!(query);
    expect(status).toBe(400);
    expect(json.errors[0].extensions.code).toBe('QUERY_TOO_LARGE');
    expect(json.errors[0].message).toContain(`about ${length} bytes; ${length - 1} are allowed`);
  }
});
