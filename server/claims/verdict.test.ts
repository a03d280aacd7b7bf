import { describe, expect, test } from 'vitest';
import type { Outcome, Verdict } from './claim.ts';
import { decisive, verdictOn } from './verdict.ts';

const outcome = (figure: number | null, more: Partial<Outcome> = {}): Outcome => ({
  figure,
  bounds: null,
  holds: null,
  details: [],
  ...more,
});
const ITSELF = { substitute: null };

const printed = (figure: number, precision: number, to = figure) => ({
  printed: { from: figure, to, precision },
});

describe('a printed figure is', () => {
  test.each([
    ['reproduced when it is ours, rounded to its last digit', 291, 1, 291.349, 'REPRODUCED'],
    ['reproduced to its decimals', 0.5, 0.1, 0.5499, 'REPRODUCED'],
    ['reproduced from half-way, which rounds to both', 74, 1, 74.5, 'REPRODUCED'],
    ['reproduced to the tens, where it is printed in tens', 120, 10, 118.6, 'REPRODUCED'],
    ['not reproduced by another last digit', 0.5, 0.1, 0.5501, 'CONTRADICTED'],
    ['approximate within 5 % of it', 100, 1, 105, 'APPROXIMATE'],
    ['approximate below it too', 100, 1, 95, 'APPROXIMATE'],
    ['contradicted beyond 5 % of it', 100, 1, 105.6, 'CONTRADICTED'],
    ['contradicted by the other sign', 100, 1, -100, 'CONTRADICTED'],
    ['approximate where it is negative', -100, 1, -104, 'APPROXIMATE'],
    ['contradicted where it is negative', -100, 1, -106, 'CONTRADICTED'],
    ['not checkable where an input is missing', 100, 1, null, 'NOT_CHECKABLE'],
  ] as const)('%s', (_, figure, precision, computed, verdict) => {
    expect(verdictOn(printed(figure, precision), ITSELF, outcome(computed))).toBe(verdict);
  });

  test('reproduced where rounding of the inputs leaves it open, and only there', () => {
    const verdict = (low: number, high: number) =>
      verdictOn(printed(30, 1), ITSELF, outcome(31.03, { bounds: { low, high } }));
    expect(verdict(27.1, 35.1)).toBe('REPRODUCED');
    expect(verdict(30.5, 31.5)).toBe('APPROXIMATE');
  });
});

test.each([
  [22.6, 'REPRODUCED'],
  [24, 'REPRODUCED'],
  [25.4, 'REPRODUCED'],
  [26.2, 'APPROXIMATE'],
  [21.9, 'APPROXIMATE'],
  [26.3, 'CONTRADICTED'],
] as const)('of a printed range of 23 to 25, %s is %s', (computed, verdict) => {
  expect(verdictOn(printed(23, 1, 25), ITSELF, outcome(computed))).toBe(verdict);
});

test.each([
  [true, 'REPRODUCED'],
  [false, 'CONTRADICTED'],
  [null, 'NOT_CHECKABLE'],
] as const)('a statement that holds: %s, is %s', (holds, verdict) => {
  expect(verdictOn({ printed: null }, ITSELF, outcome(1, { holds }))).toBe(verdict);
});

test('what only stands in for what is spoken of checks nothing, whatever comes out', () => {
  const substitute = { substitute: 'nobody publishes it' };
  expect(verdictOn(printed(1, 1), substitute, outcome(1))).toBe('NOT_CHECKABLE');
  expect(verdictOn({ printed: null }, substitute, outcome(1, { holds: true }))).toBe(
    'NOT_CHECKABLE',
  );
});

test('the stated reading counts, whatever others come to; without one the best does, the first of equals', () => {
  const reading = (isStated: boolean | null, verdict: Verdict) => ({
    reading: { isStated },
    verdict,
  });
  const stated = reading(true, 'CONTRADICTED');
  const best = reading(null, 'APPROXIMATE');
  expect(decisive([reading(false, 'REPRODUCED'), stated])).toBe(stated);
  const open = [reading(null, 'CONTRADICTED'), best, reading(null, 'APPROXIMATE')];
  expect(decisive(open)).toBe(best);
});
