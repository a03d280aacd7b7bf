import { expect, test } from 'vitest';
import { exact, unitOf } from './exact.ts';

test.each([
  [0, '0'],
  [-5, '-5'],
  [123_456_789_012_345, '123456789012345'],
  [0.1, '0.1'],
  [0.0001, '0.0001'],
])('%d is kept as the decimal that it was reported as', (value, text) => {
  expect(exact(value)).toBe(text);
});

test.each([
  [[12_000_000, 34_500_000], 100_000],
  [[12_000_000, 34_567_890], 10],
  [[12_000_000, 0], 1_000_000],
  // Round figures of a billion do not say that it counts in billions.
  [[12_000_000_000], 1_000_000],
  [[12_000_000, 0.5], 0.0001],
  [[0], 1_000_000],
])('a document with %j counts in units of %d', (values, unit) => {
  expect(unitOf(values)).toBe(unit);
});
