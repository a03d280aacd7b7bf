import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDay, anyFacts } from './arbitraries.testing.ts';
import { addQuarters, formatCalendarQuarter } from './calendar-quarter.ts';
import { END_OF_TIME } from './day.ts';
import type { FactRecord } from './fact-columns.ts';
import { day, FIRST, fact, QUARTERS, quarter, SECOND, series } from './testing.ts';

/** `print(FIRST, '2024Q1 2024Q2')`: figures of quarters in a definition. */
const print = (definition: number, quarters: string, details: Partial<FactRecord> = {}) =>
  quarters.split(' ').map((of) => fact(of, 100, { definition, ...details }));

/** The definition that each quarter of 2024 and 2025 is taken from: first, second or none, e.g. `1 1 2 –`. */
function definitionsOf(facts: readonly FactRecord[], asOf?: string): string {
  const lines = series(facts).lines('CAPEX');
  return QUARTERS.map((quarter) => {
    const line = lines.lineOf(quarter, asOf ? day(asOf) : END_OF_TIME);
    return line ? line.definitions[0]! + 1 : '–';
  }).join(' ');
}

const rankOf = (facts: readonly FactRecord[], asOf?: string) =>
  series(facts)
    .lines('CAPEX')
    .ranked(asOf ? day(asOf) : END_OF_TIME)
    .map(({ definitions }) => definitions[0]! + 1);

const EARLY = '2024Q1 2024Q2 2024Q3 2024Q4';
const LATE = '2025Q1 2025Q2 2025Q3 2025Q4';

describe('the definition of a series is the one in which the newest quarter is known', () => {
  test('it holds for the unbroken run of quarters that leads to the newest', () => {
    expect(definitionsOf([...print(FIRST, EARLY), ...print(SECOND, `2024Q3 2024Q4 ${LATE}`)])).toBe(
      '1 1 2 2 2 2 2 2',
    );
  });

  test('of several that are known in it, the first in order', () => {
    expect(definitionsOf([...print(SECOND, `${EARLY} ${LATE}`), ...print(FIRST, LATE)])).toBe(
      '2 2 2 2 1 1 1 1',
    );
  });

  test('a lone comparative before the run makes no zigzag', () => {
    expect(
      definitionsOf([...print(FIRST, `${EARLY} 2025Q1`), ...print(SECOND, '2024Q2 2025Q2 2025Q3')]),
    ).toBe('1 1 1 1 1 2 2 –');
  });

  test('a quarter that no definition has ends a run, and the rule starts again before it', () => {
    expect(
      definitionsOf([
        ...print(FIRST, '2024Q1 2024Q2 2025Q1'),
        ...print(SECOND, '2024Q2 2025Q1 2025Q2'),
      ]),
    ).toBe('1 1 – – 2 2 – –');
  });

  test('it is another one as of the day before the first figure in a new definition', () => {
    const facts = [
      ...print(FIRST, EARLY),
      ...print(SECOND, '2024Q3 2024Q4 2025Q1', { publishedOn: day('2025-05-01') }),
    ];
    expect(definitionsOf(facts, '2025-04-30')).toBe('1 1 1 1 – – – –');
    expect(definitionsOf(facts, '2025-05-01')).toBe('1 1 2 2 2 – – –');
  });

  test('in two currencies, a definition is two', () => {
    const facts = [...print(FIRST, EARLY, { currency: 'CNY' }), ...print(FIRST, LATE)];
    const lines = series(facts).lines('CAPEX');
    const currency = (of: string) => lines.lineOf(quarter(of), END_OF_TIME)!.currency;
    expect(['2024Q4', '2025Q1'].map(currency)).toEqual(['CNY', 'USD']);
  });
});

describe('definitions rank by the newest quarter that they are known in', () => {
  test('whatever was known before', () => {
    expect(rankOf([...print(FIRST, EARLY), ...print(SECOND, '2025Q1')])).toEqual([2, 1]);
  });

  test('then by their order', () => {
    expect(rankOf([...print(SECOND, LATE), ...print(FIRST, '2025Q4')])).toEqual([1, 2]);
  });

  test('as of a day by what was known on it', () => {
    const facts = [...print(FIRST, EARLY), ...print(SECOND, '2024Q4 2025Q1')];
    expect(rankOf(facts, '2025-04-29')).toEqual([1, 2]);
    expect(rankOf(facts, '2025-04-30')).toEqual([2, 1]);
  });
});

test('a quarter has a definition whenever its figure is known in any', () => {
  const property = fc.property(anyFacts, anyDay, (facts, asOf) => {
    const lines = series(facts).lines('CAPEX');
    for (const quarter of QUARTERS) {
      const isKnown = lines.ranked(asOf).some((line) => line.find(quarter, asOf) !== -1);
      expect(lines.lineOf(quarter, asOf) !== undefined, formatCalendarQuarter(quarter)).toBe(
        isKnown,
      );
    }
  });
  fc.assert(property, { numRuns: 30 });
});

test('the definition of a quarter is that of the quarter after it, if it is known in that', () => {
  const property = fc.property(anyFacts, anyDay, (facts, asOf) => {
    const lines = series(facts).lines('CAPEX');
    for (const quarter of QUARTERS) {
      const after = lines.lineOf(addQuarters(quarter, 1), asOf);
      if (after && after.find(quarter, asOf) !== -1)
        expect(lines.lineOf(quarter, asOf)).toBe(after);
    }
  });
  fc.assert(property, { numRuns: 30 });
});
