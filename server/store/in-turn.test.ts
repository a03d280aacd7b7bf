import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { inTurn, nextTurn } from './in-turn.ts';

/** Longer than long work may hold up others at a time. */
function workOnAndOn(): void {
  const until = performance.now() + 12;
  while (performance.now() < until);
}

/** What happens, in order, while pieces of work of so many steps each are done: each piece's steps by its name, and others' turns. */
async function during(pieces: Readonly<Record<string, number>>): Promise<string[]> {
  const happened: string[] = [];
  let isDone = false;
  const others = () => {
    happened.push('others');
    if (!isDone) setImmediate(others);
  };
  others();
  await Promise.all(
    Object.entries(pieces).map(async ([name, steps]) => {
      for (let step = 0; step < steps; step++) {
        await inTurn(workOnAndOn);
        happened.push(name);
      }
    }),
  );
  isDone = true;
  return happened;
}

test('however much work there is at once, others have their turn after each step that takes long', async () => {
  const happened = await during({ a: 3, b: 3, c: 3 });
  const steps = happened.filter((what) => what !== 'others');
  expect(steps.toSorted().join('')).toBe('aaabbbccc');
  const adjacent = happened.filter(
    (what, at) => what !== 'others' && happened[at - 1] !== 'others',
  );
  expect(adjacent).toEqual([]);
});

test('whatever one client has waiting and goes on with, another one has the next turn', async () => {
  let isOver = false;
  const turns: string[] = [];
  const hog = async () => {
    while (!isOver) {
      await inTurn(workOnAndOn, 'hog');
      turns.push('hog');
    }
  };
  const hogs = Array.from({ length: 40 }, hog);
  for (let round = 0; round < 10; round++) {
    for (const { length } = turns; turns.length === length; ) await new Promise(setImmediate);
    const { length } = turns;
    await inTurn(() => {}, `other ${round % 3}`);
    expect(turns.length - length).toBeLessThan(3);
  }
  isOver = true;
  await Promise.all(hogs);
});

test('work that is short does not wait until long work is done, whichever came first', async () => {
  for (const pieces of [
    { long: 8, short: 1 },
    { short: 1, long: 8 },
  ]) {
    for (let round = 0; round < 3; round++) {
      const steps = (await during(pieces)).filter((what) => what !== 'others');
      expect(steps.indexOf('short')).toBeLessThan(3);
    }
  }
});

test('a small step waits for none of hundreds of large ones of the same client that came before', async () => {
  let count = 0;
  const large = Array.from({ length: 300 }, async () => {
    await nextTurn('client', 10);
    count++;
  });
  await large[9];
  await nextTurn('client', 0.5);
  expect(count).toBeLessThan(15);
  await Promise.all(large);
});

test('a large step waits for as many small ones as would take as long, whatever comes after it', async () => {
  let isOver = false;
  const turns: string[] = [];
  const small = async () => {
    while (!isOver) {
      await nextTurn('client', 0.5);
      turns.push('small');
    }
  };
  const others = Array.from({ length: 10 }, small);
  await nextTurn('client', 5);
  isOver = true;
  await Promise.all(others);
  // Ten times as large, and one of eleven.
  expect(turns.length).toBeGreaterThan(50);
  expect(turns.length).toBeLessThan(200);
});
