import { expect, test } from 'vitest';
import type { Snapshot } from '../store/snapshot.ts';
import type { GraphQL, GraphQLAnswer } from './graphql.ts';
import { keepAnswers } from './kept-answers.ts';

const MEGABYTE = 1024 * 1024;
const snapshot = () => ({}) as Snapshot;
const request = (text: string, headers = {}) => ({
  method: 'POST',
  url: '/graphql',
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(text),
});
const answer = (body: string, isWhole = true): GraphQLAnswer => ({
  status: 200,
  headers: [],
  body: Buffer.from(body),
  isWhole,
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
  const kept = keepAnswers(graphql, MEGABYTE);
  const [first, second] = [snapshot(), snapshot()];
  for (const version of [first, first, second, second]) await kept(request('a'), version);
  expect(asked).toEqual(['a', 'a']);
});

test('an answer that was under way when the version moved is not given out for the new one', async () => {
  const [old, next] = [snapshot(), snapshot()];
  let finish = (_: GraphQLAnswer) => {};
  const kept = keepAnswers(
    (_, version) =>
      version === old
        ? new Promise((resolve) => {
            finish = resolve;
          })
        : Promise.resolve(answer('new')),
    MEGABYTE,
  );
  const underWay = kept(request('a'), old);
  expect((await kept(request('b'), next)).body.toString()).toBe('new');
  finish(answer('old'));
  expect((await underWay).body.toString()).toBe('old');
  expect((await kept(request('a'), next)).body.toString()).toBe('new');
});

test('an answer with an error is not kept', async () => {
  const { asked, graphql } = counting((text) => answer(text, false));
  const kept = keepAnswers(graphql, MEGABYTE);
  const version = snapshot();
  for (let time = 0; time < 3; time++) await kept(request('a'), version);
  expect(asked).toHaveLength(3);
});

test('answers take no more memory than they may; the ones asked for longest ago make room', async () => {
  const { asked, graphql } = counting((text) => answer(text.padEnd(50_000)));
  const kept = keepAnswers(graphql, MEGABYTE);
  const version = snapshot();
  const texts = Array.from({ length: 30 }, (_, n) => `question ${n}`);
  for (const text of texts) await kept(request(text), version);
  asked.length = 0;
  await kept(request('question 29'), version);
  expect(asked).toEqual([]);
  await kept(request('question 0'), version);
  expect(asked).toEqual(['question 0']);
});

test('one large answer does not drive out all others', async () => {
  const { asked, graphql } = counting((text) => answer(text.padEnd(100_000)));
  const kept = keepAnswers(graphql, MEGABYTE);
  const version = snapshot();
  for (let time = 0; time < 2; time++) await kept(request('a'), version);
  expect(asked).toHaveLength(2);
});

test('what is asked in another way is another question', async () => {
  const { asked, graphql } = counting(answer);
  const kept = keepAnswers(graphql, MEGABYTE);
  const version = snapshot();
  for (const headers of [{}, { accept: 'text/plain' }, { origin: 'https://a.example' }]) {
    await kept(request('a', headers), version);
  }
  expect(asked).toHaveLength(3);
});
