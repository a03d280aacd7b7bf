import { expect, onTestFinished, test } from 'vitest';
import { SCREENED } from '../domain/measures.ts';
import { keysOf } from '../domain/table.ts';
import { Budget, MAX_SMALL, MAX_STRETCH } from './budget.ts';
import { ROW_OF_NEW } from './cost-weights.ts';
import { Place } from './place.ts';
import { times } from './selection-cost.ts';

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

test('new columns of screens beyond those of one screen are taken off the budget, asked for one by one or at once', () => {
  const rows = 100;
  const { micros } = times(ROW_OF_NEW, rows);
  const names = Array.from({ length: keysOf(SCREENED).length + 4 }, (_, place) => String(place));
  const [oneMore, ...others] = names;
  const plan = (budget: Budget) => others.map((name) => () => budget.planNew(rows, [name]));

  const oneByOne = new Budget({ micros: micros * 1.5, bytes: 0 });
  for (const planOne of plan(oneByOne)) planOne();
  expect(() => oneByOne.planNew(rows, [oneMore!])).toThrow('new columns and orders');
  // What it asked for already is not new.
  const again = new Budget({ micros: micros * 1.5, bytes: 0 });
  for (const planOne of [...plan(again), ...plan(again)]) planOne();
  expect(again.spent.micros).toBe(micros);

  expect(() => new Budget({ micros: micros * 1.5, bytes: 0 }).planNew(rows, names)).toThrow(
    'new columns and orders',
  );
});

test('while all places are taken, a small request goes on, one known to be small as far as a stretch, and any other ends', () => {
  const taken = Array.from({ length: 4 }, () => new Place(() => ''));
  onTestFinished(() => {
    for (const place of taken) place.leave();
  });
  expect(taken.map((place) => place.take())).toEqual([true, true, true, true]);
  const spending = (micros: number, isKnownSmall: boolean) => {
    const place = new Place(() => '');
    taken.push(place);
    place.isKnownSmall = isKnownSmall;
    const budget = new Budget(undefined, { micros: 0, isAwaited: () => true, place });
    return () => budget.spend({ micros, bytes: 0 });
  };
  expect(spending(MAX_SMALL, false)).not.toThrow();
  expect(spending(MAX_STRETCH, true)).not.toThrow();
  expect(spending(MAX_SMALL + 1, false)).toThrow('took too long');
  expect(spending(MAX_STRETCH + 1, true)).toThrow('took too long');
  taken[0]!.leave();
  expect(spending(MAX_STRETCH + 1, false)).not.toThrow();
});

test('others have their turn between two stretches, since what follows from one is done after its turn has come', async () => {
  const budget = new Budget({ micros: MAX_STRETCH * 4, bytes: 0 });
  const happened: string[] = [];
  let isOver = false;
  const others = () => {
    happened.push('others');
    if (!isOver) setImmediate(others);
  };
  const stretches = [STRETCH, STRETCH, STRETCH, STRETCH].map(async (cost) => {
    const turn = budget.turnFor(cost);
    if (!turn) return;
    await turn;
    happened.push('stretch');
  });
  others();
  await Promise.all(stretches);
  isOver = true;
  expect(happened.filter((what) => what === 'stretch')).toHaveLength(3);
  expect(happened.join(' ')).not.toContain('stretch stretch');
});
