import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Routine } from './routine.ts';

const LONG_MS = 1_000_000;

/** A routine whose work ends when it is let, and how often it has begun and ended. */
function watched(pauseMs: number) {
  const waiting: (() => void)[] = [];
  const counts = { begun: 0, ended: 0 };
  const routine = new Routine(async () => {
    counts.begun++;
    await new Promise<void>((resolve) => waiting.push(resolve));
    counts.ended++;
  }, pauseMs);
  return { routine, counts, finish: () => waiting.shift()!() };
}

test('it is done at once, and again after a pause or as soon as there is a reason to', async () => {
  const { routine, counts, finish } = watched(LONG_MS);
  expect(counts.begun).toBe(1);
  finish();
  await sleep(0);
  expect(counts).toEqual({ begun: 1, ended: 1 });
  routine.hurry();
  await expect.poll(() => counts.begun).toBe(2);
  // While it is being done, any number of reasons are one.
  for (let reason = 0; reason < 3; reason++) routine.hurry();
  finish();
  await expect.poll(() => counts.begun).toBe(3);
  finish();
  await sleep(10);
  expect(counts.begun).toBe(3);
  await routine.stop();

  const soon = watched(1);
  soon.finish();
  await expect.poll(() => soon.counts.begun).toBe(2);
  soon.finish();
  await soon.routine.stop();
});

test('stopping waits for what is being done, and nothing is done afterwards', async () => {
  const { routine, counts, finish } = watched(0);
  const stopped = routine.stop().then(() => counts.ended);
  routine.hurry();
  finish();
  expect(await stopped).toBe(1);
  await sleep(10);
  expect(counts.begun).toBe(1);
});
