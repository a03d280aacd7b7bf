import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filings } from '../../../test/generated-filings.ts';
import { linesOf } from '../lines.ts';
import { reports } from '../testing.ts';
import { areUndisputed } from './undisputed.ts';

const RUNS = { numRuns: 400 };

test('of what is undisputed, nothing is ever set aside, whichever tags are one line', () => {
  const property = fc.property(
    filings(),
    fc.boolean(),
    fc.boolean(),
    ({ reports }, isNeverNegative, areTags) => {
      if (!areUndisputed(reports, isNeverNegative)) return;
      for (const { lines } of linesOf(reports, isNeverNegative, () => areTags)) {
        for (const { line } of lines) expect(line.setAside).toEqual([]);
      }
    },
  );
  fc.assert(property, RUNS);
});

const ORDINARY = `
  2023-04-30 10-Q 2023Q1 60
  2023-07-30 10-Q 2023Q1-2023Q2 126
  2024-02-20 10-K 2023Q1-2023Q4 280
  2024-04-30 10-Q 2023Q1 60
`;

test('reports that agree, again and in coarser units, are undisputed', () => {
  expect(areUndisputed(reports(ORDINARY), true)).toBe(true);
  expect(areUndisputed(reports(`${ORDINARY}\n2024-04-30 10-Q 2024Q1 100 100`), true)).toBe(true);
});

test.each([
  ['a restatement', '2024-04-30 10-Q 2023Q1 58'],
  ['a payment below zero', '2024-04-30 10-Q 2024Q1 -1'],
  ['a year to date that falls', '2024-04-30 10-Q 2023Q1-2023Q3 110'],
  ['a year that has less than its end', '2024-04-30 10-Q 2023Q3-2023Q4 281'],
  ['a year on the dates of a quarter', '2024-04-30 10-Q 2024Q1 280'],
  ['thousands for units', '2024-04-30 10-Q 2024Q1 60000'],
])('%s is to be looked at', (_, line) => {
  expect(areUndisputed(reports(`${ORDINARY}\n${line}`), true)).toBe(false);
});

test('what is published before its period is over is to be looked at', () => {
  const early = reports(ORDINARY).map((each, place) => ({ ...each, isOver: place > 0 }));
  expect(areUndisputed(early, true)).toBe(false);
});
