import { expect, test } from 'vitest';
import type { Snapshot } from '../store/snapshot.ts';
import { liveBytes } from '../test/heap.ts';
import { type GraphQL, type GraphQLAnswer, graphqlRequest } from './exchange.ts';
import { cached } from './response-cache.ts';

const MEGABYTE = 1024 * 1024;
const snapshot = () => ({}) as Snapshot;
const request = (text: string, headers = {}) =>
  graphqlRequest({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(text),
  });
const answer = (body: string, isOk = true): GraphQLAnswer => ({
  status: 200,
  headers: [],
  body: Buffer.from(body),
  codes: [],
  cost: 7,
  isOk,
});

/** An endpoint that says how often it was asked. */
function counting(answerOf: (text: string) => GraphQLAnswer) {
  const asked: string[] = [];
  const graphql: GraphQL = async ({ body }) => {
    asked.push(body!.toString());
    return answerOf(body!.toString());
  };
  return { asked, graphql };
}

test('an answer is made once for a version', async () => {
  const { asked, graphql } = counting(answer);
  const { graphql: ask } = cached(graphql, MEGABYTE);
  const [first, second] = [snapshot(), snapshot()];
  for (const version of [first, first, second, second]) await ask(request('a'), version);
  expect(asked).toEqual(['a', 'a']);
});

test('an answer that was under way when the version moved is not given out for the new one', async () => {
  const [old, next] = [snapshot(), snapshot()];
  let finish = (_: GraphQLAnswer) => {};
  const { graphql: ask } = cached(
    (_, version) =>
      version === old
        ? new Promise((resolve) => {
            finish = resolve;
          })
        : Promise.resolve(answer('new')),
    MEGABYTE,
  );
  const underWay = ask(request('a'), old);
  expect((await ask(request('b'), next)).body.toString()).toBe('new');
  finish(answer('old'));
  expect((await underWay).body.toString()).toBe('old');
  expect((await ask(request('a'), next)).body.toString()).toBe('new');
});

test('an answer with an error is not cached', async () => {
  const { asked, graphql } = counting((text) => answer(text, false));
  const { graphql: ask } = cached(graphql, MEGABYTE);
  const version = snapshot();
  for (let time = 0; time < 3; time++) await ask(request('a'), version);
  expect(asked).toHaveLength(3);
});

test('answers take no more memory than they may; the ones asked for longest ago make room', async () => {
  const { asked, graphql } = counting((text) => answer(text.padEnd(50_000)));
  const { graphql: ask } = cached(graphql, MEGABYTE);
  const version = snapshot();
  const texts = Array.from({ length: 30 }, (_, n) => `question ${n}`);
  for (const text of texts) await ask(request(text), version);
  asked.length = 0;
  await ask(request('question 29'), version);
  expect(asked).toEqual([]);
  await ask(request('question 0'), version);
  expect(asked).toEqual(['question 0']);
});

test('one large answer does not drive out all others', async () => {
  const { asked, graphql } = counting((text) => answer(text.padEnd(100_000)));
  const { graphql: ask } = cached(graphql, MEGABYTE);
  const version = snapshot();
  for (let time = 0; time < 2; time++) await ask(request('a'), version);
  expect(asked).toHaveLength(2);
});

test('what is asked in another way is another question', async () => {
  const { asked, graphql } = counting(answer);
  const { graphql: ask } = cached(graphql, MEGABYTE);
  const version = snapshot();
  for (const headers of [{}, { accept: 'text/plain' }, { 'accept-encoding': 'br' }]) {
    await ask(request('a', headers), version);
  }
  expect(asked).toHaveLength(3);
});

test.each([
  ['tiny', 40, 8_000],
  ['small', 3_000, 3_000],
  ['large', 60_000, 200],
])('%s answers take no more memory than they may, all told', async (_, length, times) => {
  const graphql: GraphQL = async ({ body }) => ({
    ...answer(JSON.stringify({ text: body!.toString(), rest: 'x'.repeat(length) })),
    headers: ['content-type', `application/json; of=${body!.toString()}`],
  });
  const [version, maxBytes] = [snapshot(), 4 * MEGABYTE];
  const before = await liveBytes();
  const { graphql: ask } = cached(graphql, maxBytes);
  for (let n = 0; n < times; n++) await ask(request(`{ a${n} }`), version);
  const taken = (await liveBytes()) - before;
  expect(taken).toBeGreaterThan(maxBytes / 2);
  expect(taken).toBeLessThan(maxBytes);
  expect(await ask(request(`{ a${times - 1} }`), version)).toMatchObject({ isOk: true });
});
