import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnownNewest } from './known-newest.ts';
import type { NewestImport } from './newest-import.ts';

type Found = Omit<NewestImport, 'importId' | 'version'>;

const at = (second: number) => new Date(Date.UTC(2026, 0, 1) + second * 1_000);

const PRIMARY: Found = {
  isStandby: false,
  isConnected: false,
  received: 0,
  replayed: 0,
  heardAt: null,
  replayedAt: null,
};
const STANDBY = { ...PRIMARY, isStandby: true, isConnected: true };
const LOST = { ...STANDBY, isConnected: false };

function until(...seen: readonly Partial<Found>[]) {
  const known = new KnownNewest(at(0));
  const hindrances = seen.map((found, place) => known.see({ ...PRIMARY, ...found }, at(place + 1)));
  return { second: (known.until.getTime() - at(0).getTime()) / 1_000, last: hindrances.at(-1) };
}

describe('a database is known to have the newest import', () => {
  test('a primary always, and a standby that has replayed all that it was sent', () => {
    expect(until(PRIMARY, PRIMARY)).toEqual({ second: 2, last: undefined });
    expect(until({ ...STANDBY, received: 8, replayed: 8 })).toEqual({
      second: 1,
      last: undefined,
    });
  });

  test('a standby whose replay stands still, as of when that was all; connected or not', () => {
    const paused = { ...STANDBY, received: 9, replayed: 8 };
    const caughtUp = { ...STANDBY, received: 8, replayed: 8 };
    expect(until(caughtUp, paused, paused)).toMatchObject({
      second: 1,
      last: expect.stringContaining('not replayed'),
    });
    expect(until(caughtUp, LOST, LOST)).toMatchObject({
      second: 1,
      last: expect.stringContaining('not connected'),
    });
  });

  test('a standby that is always a little behind, as of what it was sent a while ago', () => {
    const behind = Array.from({ length: 9 }, (_, place) => ({
      ...STANDBY,
      received: 10 * place + 1,
      replayed: 10 * place,
    }));
    expect(until(...behind)).toMatchObject({ second: 8 });
  });

  test('as of what its primary committed last of what it has, where that is more', () => {
    const delayed = { ...STANDBY, received: 9, replayed: 1 };
    expect(until(delayed, { ...delayed, replayedAt: at(1.5) })).toMatchObject({ second: 1.5 });
    expect(until(LOST, { ...LOST, replayedAt: at(1) })).toMatchObject({ second: 1 });
    // Its clock is not ours.
    expect(until({ ...STANDBY, received: 1, replayedAt: at(60) })).toMatchObject({ second: 1 });
  });

  test('a connection that was silent before it was lost has told nothing since', () => {
    const silent = { ...STANDBY, heardAt: at(0.5) };
    expect(until(silent, silent, silent)).toMatchObject({ second: 3 });
    expect(until(silent, silent, silent, LOST)).toMatchObject({ second: 0.5 });
  });
});

test('whatever a standby is sent and replays, it is never said to know more than it has', () => {
  const steps = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (steps) => {
      const known = new KnownNewest(at(0));
      const received = [0];
      let replayed = 0;
      for (const [sent, done] of steps) {
        received.push(received.at(-1)! + sent);
        replayed = Math.min(received.at(-1)!, replayed + done);
        known.see({ ...STANDBY, received: received.at(-1)!, replayed }, at(received.length - 1));
        const second = (known.until.getTime() - at(0).getTime()) / 1_000;
        expect(received[second]).toBeLessThanOrEqual(replayed);
      }
    }),
  );
});
