import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Snapshot } from '../store/snapshot.ts';
import { errorAnswer } from './error-answer.ts';
import { graphqlRequest } from './exchange.ts';
import { shared } from './shares.ts';

const ANSWER = errorAnswer(404, 'NOT_FOUND', 'Nothing is.');

/** An endpoint that does much for each request of the hog, a step at a time once it has a place; and what is under way there. */
function endpoint(ms = 60_000) {
  const state = { begun: 0, doing: 0, most: 0, isOver: false };
  onTestFinished(() => {
    state.isOver = true;
  });
  const graphql = shared(async ({ client, place }) => {
    if (client() !== 'hog') return ANSWER;
    state.begun++;
    await place.take();
    state.most = Math.max(state.most, ++state.doing);
    while (!state.isOver) await turn();
    state.doing--;
    return ANSWER;
  }, ms);
  const ask = async (client: string, isAwaited = () => true) => {
    const init = { method: 'POST', url: '/graphql', headers: {}, body: undefined };
    const request = graphqlRequest({ ...init, client: () => client, isAwaited });
    const { status } = await graphql(request, {} as Snapshot);
    return status;
  };
  return { state, ask };
}

const turns = async (count: number) => {
  for (let n = 0; n < count; n++) await turn();
};

test('of hundreds of large requests at once few are under way, all are answered, and others wait for none', async () => {
  const { state, ask } = endpoint();
  const answers = Array.from({ length: 300 }, () => ask('hog'));
  await turns(50);
  expect(state.begun).toBeLessThan(20);
  expect(state.doing).toBeLessThan(10);
  expect(await ask('other')).toBe(404);
  expect(state.doing).toBeGreaterThan(0);
  state.isOver = true;
  expect(new Set(await Promise.all(answers))).toEqual(new Set([404]));
  expect(state.begun).toBe(300);
  expect(state.most).toBeLessThan(10);
});

test('many clients who ask for much at once share the places that there are', async () => {
  const { state, ask } = endpoint();
  const before = Array.from({ length: 10 }, () => ask('hog'));
  await turns(20);
  const { doing } = state;
  expect(doing).toBeLessThan(10);
  state.isOver = true;
  await Promise.all(before);
  expect(state).toMatchObject({ begun: 10, doing: 0, most: doing });
});

test('a request that waited too long to be begun, or that nobody waits for any more, is not begun', async () => {
  const { state, ask } = endpoint(0);
  const answers = Array.from({ length: 30 }, () => ask('hog'));
  await turns(20);
  const gone = ask('hog', () => false);
  await turns(20);
  state.isOver = true;
  expect((await Promise.all(answers)).filter((status) => status === 504)).toHaveLength(18);
  expect(await gone).toBe(504);
  expect(state.begun).toBe(12);
});
