import { expect, test } from 'vitest';
import { listed, millions, percent, signedPercent } from './format.ts';

test.each([
  [38_676_000_000, '38,676'],
  [5_347_084_929.01, '5,347.1'],
  [1_234_567_000_000, '1,234,567'],
  [999_960_000, '1,000'],
  [1_891_764_000, '1,891.8'],
  [-7_040_000_000, '−7,040'],
  [50_000, '0.1'],
  [-49_999, '−0.05'],
  [12_345, '0.012'],
  [99, '0.000099'],
  [0.01, '0.00000001'],
  [0, '0'],
])('%d is %s m', (value, text) => {
  expect(millions(value)).toBe(text);
});

test.each([
  [0.15617, '15.6 %', '+15.6 %'],
  [-0.30459, '−30.5 %', '−30.5 %'],
  [2.1979, '219.8 %', '+219.8 %'],
  [-0.0004, '0.0 %', '+0.0 %'],
  [0, '0.0 %', '+0.0 %'],
])('%d is a percentage to one digit', (fraction, plain, signed) => {
  expect(percent(fraction)).toBe(plain);
  expect(signedPercent(fraction)).toBe(signed);
});

test('words in a row are joined as in a sentence', () => {
  expect(listed([])).toBe('');
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b'])).toBe('a and b');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
});
