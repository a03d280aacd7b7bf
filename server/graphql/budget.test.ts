import { expect, test } from 'vitest';
import { Budget, MAX_STRETCH } from './budget.ts';

const STRETCH = { micros: MAX_STRETCH, bytes: 0 };

test('what a request planned before it asked for too much is not done any more', async () => {
  const budget = new Budget({ micros: MAX_STRETCH * 3, bytes: 0 });
  const turns = [STRETCH, STRETCH, STRETCH].map((cost) => budget.turnFor(cost));
  const planned = Promise.allSettled(turns.filter((turn) => turn !== undefined));
  expect(() => budget.turnFor(STRETCH)).toThrow('units; 75000 are allowed');
  const ended = await planned;
  expect(ended.length).toBeGreaterThan(0);
  for (const each of ended) {
    expect(each).toMatchObject({
      status: 'rejected',
      reason: { extensions: { code: 'QUERY_TOO_LARGE' } },
    });
  }
});

test('what it planned is done a turn after the other where it is not too much', async () => {
  const budget = new Budget({ micros: MAX_STRETCH * 3, bytes: 0 });
  const turns = [STRETCH, STRETCH, STRETCH].map((cost) => budget.turnFor(cost));
  await expect(Promise.all(turns)).resolves.toHaveLength(3);
});
