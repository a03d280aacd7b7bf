import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atMost } from './at-most.ts';

test('no more than so many are under way, all get their turn in order, and a failure ends its own only', async () => {
  const inTurn = atMost(3);
  const begun: number[] = [];
  let [underWay, most] = [0, 0];
  const works = Array.from({ length: 20 }, (_, number) =>
    inTurn(async () => {
      begun.push(number);
      most = Math.max(most, ++underWay);
      await sleep(number % 3);
      underWay--;
      if (number % 5 === 0) throw new Error('down');
      return number;
    }),
  );
  const results = await Promise.allSettled(works);
  expect(most).toBe(3);
  expect(begun).toEqual([...begun.keys()]);
  results.forEach(({ status }, number) => {
    expect(status).toBe(number % 5 === 0 ? 'rejected' : 'fulfilled');
  });
  expect(await inTurn(async () => 'again')).toBe('again');
});
