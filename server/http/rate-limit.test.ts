import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BURST_SECONDS, RateLimit } from './rate-limit.ts';

/** A limit on a clock that the test sets. */
function limited(perSecond: number) {
  const clock = { seconds: 0 };
  return { clock, limit: new RateLimit(perSecond, () => clock.seconds) };
}

test('whatever a client asks for and when, it never gets more than its burst and its rate over any time', () => {
  const asks = fc.array(fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.nat(40)), {
    maxLength: 60,
  });
  const property = fc.property(fc.integer({ min: 1, max: 50 }), asks, (perSecond, list) => {
    const { clock, limit } = limited(perSecond);
    const taken: [number, number][] = [];
    for (const [pause, cost] of list) {
      clock.seconds += pause;
      if (limit.take('a', cost).isAllowed) taken.push([clock.seconds, cost]);
    }
    for (const [from, [start]] of taken.entries()) {
      let sum = 0;
      for (const [end, cost] of taken.slice(from)) {
        sum += cost;
        // What is allowed with a full bucket may cost more than it holds, and is paid back later.
        expect(sum).toBeLessThanOrEqual(limit.burst + (end - start) * perSecond + 40 + 1e-6);
      }
    }
  });
  fc.assert(property);
});

test('a client that is told to wait is let in when it has, and no sooner', () => {
  const { clock, limit } = limited(10);
  for (let n = 0; n < 10 * BURST_SECONDS; n++) expect(limit.take('a', 1).isAllowed).toBe(true);
  const refused = limit.take('a', 20);
  expect(refused).toEqual({ isAllowed: false, left: 0, fullIn: 5, retryIn: 2 });
  clock.seconds += 1.9;
  expect(limit.take('a', 20).isAllowed).toBe(false);
  clock.seconds += 0.1;
  expect(limit.take('a', 20)).toEqual({ isAllowed: true, left: 0, fullIn: 5, retryIn: 0 });
});

test('what costs more than a burst is let in with a full one, and paid for before the next', () => {
  const { clock, limit } = limited(10);
  expect(limit.take('a', 200).isAllowed).toBe(true);
  expect(limit.take('a', 1)).toMatchObject({ isAllowed: false, left: 0, retryIn: 16 });
  clock.seconds += 16;
  expect(limit.take('a', 1).isAllowed).toBe(true);
});

test('one client takes nothing from another, and there is an end to how many are remembered', () => {
  const { limit } = limited(1);
  for (let n = 0; n < limit.burst; n++) expect(limit.take('hog', 1).isAllowed).toBe(true);
  expect(limit.take('hog', 1).isAllowed).toBe(false);
  expect(limit.take('other', 1).isAllowed).toBe(true);
  for (let n = 0; n < 100_500; n++) limit.take(`client ${n}`, 1);
  expect(limit.clients).toBe(100_000);
});

test('what a request turned out to cost is paid back before the next, however much it was', () => {
  const { clock, limit } = limited(10);
  expect(limit.take('a', 1).isAllowed).toBe(true);
  expect(limit.charge('a', 149)).toEqual({ left: 0, fullIn: 15 });
  expect(limit.take('a', 1)).toMatchObject({ isAllowed: false, retryIn: 11 });
  clock.seconds += 10;
  expect(limit.take('a', 1).isAllowed).toBe(false);
  clock.seconds += 0.2;
  expect(limit.take('a', 1).isAllowed).toBe(true);
});
