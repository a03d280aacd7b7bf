import { setImmediate as turn } from 'node:timers/promises';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../database/client.ts';
import { Place } from '../graphql/place.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { createGraphQL } from './app.ts';
import { errorAnswer } from './error-answer.ts';
import { graphqlRequest } from './exchange.ts';
import { shared } from './shares.ts';

const ANSWER = errorAnswer(404, 'NOT_FOUND', 'Nothing is.');
const ENDED = { ...errorAnswer(504, 'TIMEOUT', 'No place.'), cost: 7 };

/** An endpoint that does much for each request of a client named hog, and what is under way there. */
function endpoint(ms = 60_000) {
  const state = { begun: [] as string[], doing: [] as string[], most: 0, isOver: false };
  onTestFinished(() => {
    state.isOver = true;
  });
  const graphql = shared(async ({ client, place }) => {
    const name = client();
    if (!name.startsWith('hog')) return ANSWER;
    state.begun.push(name);
    if (!place.take()) return ENDED;
    state.doing.push(name);
    state.most = Math.max(state.most, state.doing.length);
    while (!state.isOver) await turn();
    state.doing.splice(state.doing.indexOf(name), 1);
    return ANSWER;
  }, ms);
  const ask = (client: string, isAwaited = () => true) => {
    const init = { method: 'POST', url: '/graphql', headers: {}, body: undefined };
    return graphql(
      graphqlRequest({ ...init, client: () => client, isAwaited }),
      {} as Snapshot,
    ) as Promise<typeof ANSWER>;
  };
  return { state, ask };
}

const statuses = async (answers: readonly Promise<typeof ANSWER>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);

const turns = async (count: number) => {
  for (let n = 0; n < count; n++) await turn();
};

test('of hundreds of large requests four are under way at a time, the others are ended and begun again, and all are answered', async () => {
  const { state, ask } = endpoint();
  const answers = Array.from({ length: 300 }, () => ask('hog'));
  await turns(20);
  expect(state.doing).toHaveLength(4);
  expect(state.begun).toHaveLength(300);
  state.isOver = true;
  expect(new Set(await statuses(answers))).toEqual(new Set([404]));
  expect(state).toMatchObject({ most: 4, doing: [] });
  expect(state.begun).toHaveLength(300 + 296);
});

test('clients have places in turn, however many of one’s requests wait', async () => {
  const { state, ask } = endpoint();
  const hogs = Array.from({ length: 20 }, () => ask('hog'));
  await turns(5);
  const other = ask('hog, another');
  await turns(5);
  state.isOver = true;
  await Promise.all([...hogs, other]);
  expect(state.begun.lastIndexOf('hog, another')).toBeLessThan(state.begun.length - 10);
});

test('a request that waited too long for a place, or that nobody waits for any more, is not begun again and costs what was done', async () => {
  const { state, ask } = endpoint(0);
  const answers = Array.from({ length: 10 }, () => ask('hog'));
  // Those that wait have their answers while the places are taken.
  await Promise.all(answers.slice(4));
  expect(state.doing).toHaveLength(4);
  state.isOver = true;
  const ended = (await Promise.all(answers)).filter(({ status }) => status === 504);
  expect(ended.map(({ codes, cost }) => ({ codes, cost }))).toEqual(
    Array.from({ length: 6 }, () => ({ codes: ['TIMEOUT'], cost: 7 })),
  );
  expect(state.begun).toHaveLength(10);

  const patient = endpoint();
  const four = Array.from({ length: 4 }, () => patient.ask('hog'));
  const gone = patient.ask('hog', () => false);
  await turns(5);
  patient.state.isOver = true;
  expect(await statuses([...four, gone])).toEqual([404, 404, 404, 404, 504]);
  expect(patient.state.begun).toHaveLength(5);
});

test('what goes on of a request that is answered takes no place', () => {
  const answered = Array.from({ length: 4 }, () => new Place(() => ''));
  for (const place of answered) place.leave();
  expect(answered.map((place) => place.take())).toEqual([false, false, false, false]);
  const place = new Place(() => '');
  expect(place.take()).toBe(true);
  place.leave();
});

test('a place is left by whoever fails at once', () => {
  const failing = shared(({ place }) => {
    if (place.take()) throw new Error('No luck.');
    return ENDED;
  }, 60_000);
  const init = { method: 'POST', url: '/graphql', headers: {}, body: undefined };
  for (let n = 0; n < 10; n++) {
    expect(() => failing(graphqlRequest(init), {} as Snapshot)).toThrow('No luck.');
  }
});

test('a place is left by whoever fails', async () => {
  const failing = shared(async ({ place }) => {
    if (place.take()) throw new Error('No luck.');
    return ENDED;
  }, 60_000);
  const init = { method: 'POST', url: '/graphql', headers: {}, body: undefined };
  for (let n = 0; n < 10; n++) {
    await expect(failing(graphqlRequest(init), {} as Snapshot)).rejects.toThrow('No luck.');
  }
});

const LARGE =
  '{ companies { nodes { quarters { nodes { capex { value explanation growth(over: YEAR) { explanation } } revenue { value explanation } } } } } }';
const SMALL =
  '{ company(by: { slug: "meta" }) { name quarters(last: 8) { nodes { capex { value } } } } }';

test.each([
  ['new', (n: number) => ` # ${n}`],
  ['repeated', () => ''],
])('with hundreds of large requests under way, %s ones, a small one of the same address is answered before any that waits for a place', async (_, change) => {
  const snapshot = reviewedSnapshot();
  const log = pino({ level: 'silent' });
  const { graphql } = createGraphQL({ database: {} as Database, log, responseCacheBytes: 0 });
  const ask = async (query: string) => {
    const body = Buffer.from(JSON.stringify({ query }));
    const headers = { 'content-type': 'application/json' };
    const request = graphqlRequest({ method: 'POST', url: '/graphql', headers, body });
    return (await graphql(request, snapshot)).status;
  };
  for (let time = 0; time < 3; time++) {
    expect(await ask(LARGE)).toBe(200);
    expect(await ask(SMALL)).toBe(200);
  }
  const order: string[] = [];
  const large = Array.from({ length: 100 }, async (_, n) =>
    order.push(`large ${await ask(LARGE + change(n))}`),
  );
  const small = [SMALL, `${SMALL} # new`].map(async (query) =>
    order.push(`small ${await ask(query)}`),
  );
  await Promise.all(small);
  // Those that have the four places may end before.
  expect(order.filter((what) => what.startsWith('large')).length).toBeLessThanOrEqual(4);
  await Promise.all(large);
  expect(new Set(order)).toEqual(new Set(['large 200', 'small 200']));
});

test('of requests that wait for a place no document is kept', async () => {
  const snapshot = reviewedSnapshot();
  const log = pino({ level: 'silent' });
  const options = { database: {} as Database, log, responseCacheBytes: 0 };
  const { graphql, documents } = createGraphQL(options);
  const taken = Array.from({ length: 4 }, () => new Place(() => ''));
  for (const place of taken) expect(place.take()).toBe(true);
  const requests = Array.from({ length: 20 }, (_, n) => {
    const body = Buffer.from(JSON.stringify({ query: `${LARGE} # ${n}` }));
    const headers = { 'content-type': 'application/json' };
    const isAwaited = () => false;
    return graphqlRequest({ method: 'POST', url: '/graphql', headers, body, isAwaited });
  });
  const answers = requests.map((request) => graphql(request, snapshot));
  await expect.poll(() => requests.every(({ place }) => place.isMissed)).toBe(true);
  await turns(5);
  expect(documents.bytes).toBe(0);
  for (const place of taken) place.leave();
  await Promise.all(answers);
});
