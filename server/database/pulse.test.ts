import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { DatabaseOutage } from './outage.ts';
import { Pulse } from './pulse.ts';

let pulse: Pulse | undefined;
afterEach(() => pulse?.close());

/** Of a database that no new connection reaches. */
function unreachable() {
  const seen = { pings: 0, isLost: false };
  pulse = new Pulse({
    ping: async () => {
      seen.pings++;
      await sleep(50);
      throw new Error('no answer');
    },
    onLost: () => {
      seen.isLost = true;
    },
    onBack: () => {},
    isCrowded: () => false,
  });
  return { pulse, seen };
}

const never = () => new Promise<never>(() => {});

/** Asks as long as something is waited for. */
async function meanwhile(waiting: Promise<unknown>, ask: () => Promise<unknown>) {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  waiting.then(over, over);
  for (; !isOver; await sleep(5)) await ask().catch(() => {});
}

test('connections that are handed out do not keep a database from being known as lost', async () => {
  const { pulse } = unreachable();
  const asked = expect(pulse.ask(never)).rejects.toThrow(DatabaseOutage);
  await meanwhile(asked, () => pulse.ask(async () => 'a connection', false));
  await asked;
  expect(pulse.lostAt).toBeDefined();
});

test('a database that answers others is not lost, whatever becomes of new connections', async () => {
  const { pulse, seen } = unreachable();
  pulse.ask(never).catch(() => {});
  const pinged = expect.poll(() => seen.pings).toBeGreaterThan(3);
  await meanwhile(pinged, () => pulse.ask(async () => 'an answer'));
  await pinged;
  expect(seen.isLost).toBe(false);
});
