import fc from 'fast-check';
import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import { anyFacts, anyQuarter } from './arbitraries.testing.ts';
import type { FactRecord } from './fact-columns.ts';
import { account, amount, day, FIRST, fact, gaps, madeUp, period, SECOND } from './testing.ts';

const EARLIER = { publishedOn: day('2025-07-30') };
const LATER = { publishedOn: day('2026-07-29') };

/** The value that counts of two facts of one quarter, however they are ordered. */
function counted(loser: Partial<FactRecord>, winner: Partial<FactRecord>): number {
  const facts = [fact('2025Q2', 1, { id: 1, ...loser }), fact('2025Q2', 2, { id: 2, ...winner })];
  const [value, other] = [facts, facts.toReversed()].map(
    (facts) => amount(madeUp(facts), 'capex', '2025Q2').value()!,
  );
  expect(value).toBe(other);
  return value!;
}

test('the newest fact by publication day counts', () => {
  expect(counted(EARLIER, LATER)).toBe(2);
  const restated = amount(view('amazon'), 'depreciation', '2022Q1');
  expect(restated.value(1e6)).toBe(9_193);
});

test('of one day, reported goes before derived and derived before estimated', () => {
  expect(counted({ quality: 'DERIVED' }, { quality: 'REPORTED' })).toBe(2);
  expect(counted({ quality: 'ESTIMATED' }, { quality: 'DERIVED' })).toBe(2);
  expect(counted({ quality: 'ESTIMATED' }, { quality: 'REPORTED' })).toBe(2);
});

test('of definitions that are known in the newest quarter, the one that stands first in the list counts', () => {
  expect(counted({ definition: SECOND }, { definition: FIRST })).toBe(2);
});

test('the publication day outweighs the quality within a definition', () => {
  expect(counted({ ...EARLIER, quality: 'REPORTED' }, { ...LATER, quality: 'ESTIMATED' })).toBe(2);
});

test('the definition outweighs the publication day', () => {
  expect(counted({ ...LATER, definition: SECOND }, { ...EARLIER, definition: FIRST })).toBe(2);
});

test('the definition outweighs the quality', () => {
  const derived = { definition: FIRST, quality: 'DERIVED' } as const;
  expect(counted({ definition: SECOND, quality: 'REPORTED' }, derived)).toBe(2);
});

test('of two figures that differ in nothing else, neither counts', () => {
  const known = madeUp([fact('2025Q2', 1, { id: 8 }), fact('2025Q2', 2, { id: 7 })]);
  expect(gaps(amount(known, 'capex', '2025Q2'))).toEqual(['CAPEX 2025Q2 NOT_DERIVABLE']);
});

test('a longer period never counts as the quarter that it ends in', () => {
  const annual = { ...period('2025-01-01', '2025-12-31'), ...LATER };
  const facts = [fact('2025Q4', 400, annual), fact('2025Q4', 100)];
  expect(amount(madeUp(facts), 'capex', '2025Q4').value()).toBe(100);
});

test('no figure depends on the order in which the facts come', () => {
  const anyOrder = anyFacts.chain((facts) =>
    fc.tuple(
      fc.constant(facts),
      fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
    ),
  );
  fc.assert(
    fc.property(anyOrder, anyQuarter, ([facts, shuffled], quarter) => {
      expect(account(madeUp(shuffled), quarter)).toEqual(account(madeUp(facts), quarter));
    }),
    { numRuns: 20 },
  );
});
