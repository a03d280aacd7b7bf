import { expect, test } from 'vitest';
import { boundsWords, columnPrinter, type Unit } from '../src/charts/print.ts';

const UNITS: Unit[] = [
  { kind: 'MONEY', currency: 'USD', isDifference: false, isChange: false },
  { kind: 'FRACTION', currency: 'USD', isDifference: true, isChange: false },
  { kind: 'INDEX', currency: 'USD', isDifference: false, isChange: false },
];

test('bounds are printed so exactly that the figure lies between them', () => {
  for (const unit of UNITS) {
    for (const [value, width] of [
      [3.96, 0.001],
      [3.96, 0.3],
      [123.4, 0.00004],
    ] as const) {
      const scale = unit.kind === 'MONEY' ? 1e9 : 1;
      const [low, at, high] = [value - width, value, value + width].map((each) => each * scale);
      const words = boundsWords({ low: low!, high: high! }, at!, unit);
      const [said, from, to] = [...words.matchAll(/[\d,.]*\d/g)].map(([text]) =>
        Number(text.replaceAll(',', '')),
      );
      expect(from, words).toBeLessThan(said!);
      expect(to, words).toBeGreaterThan(said!);
    }
  }
});

test('amounts of a column are in one unit, with as many digits each', () => {
  const columns = [
    [854.7e6, 1.7e9, null],
    [45.4e9, -12.3e6],
    [1.02e12, 853e9],
    [-3e6, 2e6],
  ];
  const texts = columns.map((values) => {
    const print = columnPrinter(values, 'USD');
    return values.flatMap((value) => (value === null ? [] : print(value)));
  });
  expect(texts).toEqual([
    ['$0.85B', '$1.70B'],
    ['$45.40B', '−$0.01B'],
    ['$1,020.0B', '$853.0B'],
    ['−$3.0M', '$2.0M'],
  ]);
});

test('what documents print exactly has no bounds to tell', () => {
  expect(boundsWords({ low: 2, high: 2 }, 2, UNITS[0]!)).toBe('');
});
