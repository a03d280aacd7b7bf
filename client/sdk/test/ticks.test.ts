import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyTicks } from '../src/ticks.ts';

const labels = (values: (number | null | undefined)[], options: object = {}) =>
  moneyTicks(values, { currency: 'USD', ...options }).map(({ label }) => label);

test('ticks are round, from zero to the greatest value, and no label is there twice', () => {
  expect(labels([450e6, 1.9e9])).toEqual(['$0', '$500M', '$1B', '$1.5B', '$2B']);
  expect(labels([38.676e9], { currency: 'CNY', locale: 'zh-CN' })).toEqual([
    '¥0',
    '¥100亿',
    '¥200亿',
    '¥300亿',
    '¥400亿',
  ]);
});

test('where there are losses, they go below zero', () => {
  expect(labels([-3e9, 5e9])).toEqual(['-$4B', '-$2B', '$0', '$2B', '$4B', '$6B']);
});

test('missing values count for nothing, and without any there is zero', () => {
  expect(labels([null, undefined, Number.NaN, 1e9], { count: 3 })).toEqual(['$0', '$500M', '$1B']);
  expect(labels([null])).toEqual(['$0']);
});

test('ticks are equally far apart, hold all values, are about as many as asked for, and say what they are', () => {
  const amount = fc.integer({ min: -1e13, max: 1e13 });
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1 }),
      fc.integer({ min: 2, max: 12 }),
      (values, count) => {
        const ticks = moneyTicks(values, { currency: 'USD', count });
        const all = ticks.map(({ value }) => value);
        const step = all.length > 1 ? all[1]! - all[0]! : 0;
        for (const [index, value] of all.entries()) {
          expect(value).toBeCloseTo(all[0]! + index * step, 5);
        }
        expect(all).toContain(0);
        expect(Math.min(...all)).toBeLessThanOrEqual(Math.min(0, ...values));
        expect(Math.max(...all)).toBeGreaterThanOrEqual(Math.max(0, ...values));
        expect(all.length).toBeLessThanOrEqual(count + 2);
        for (const { value, label } of ticks) expect(numberIn(label)).toBeCloseTo(value, 3);
      },
    ),
  );
});

const UNITS: Record<string, number> = { '': 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

function numberIn(label: string): number {
  const [, sign, digits, unit] = /^(-?)\$([\d.]+)([KMBT]?)$/.exec(label)!;
  return (sign ? -1 : 1) * Number(digits) * UNITS[unit!]!;
}
