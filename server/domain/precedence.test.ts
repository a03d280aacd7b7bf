import fc from 'fast-check';
import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import type { FactRecord } from './fact-columns.ts';
import {
  account,
  amount,
  anyFacts,
  anyQuarter,
  day,
  FIRST,
  fact,
  madeUp,
  period,
  SECOND,
} from './testing.ts';

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

test('of one day and quality, the definition that stands first in the list counts', () => {
  expect(counted({ definition: SECOND }, { definition: FIRST })).toBe(2);
  const cloud = amount(view('baidu'), 'cloudRevenue', '2025Q3');
  expect([cloud.definition, cloud.value(1e6)]).toEqual(['ai-cloud', 6_200]);
});

test('the publication day outweighs the quality', () => {
  expect(counted({ ...EARLIER, quality: 'REPORTED' }, { ...LATER, quality: 'ESTIMATED' })).toBe(2);
  const cloud = amount(view('baidu'), 'cloudRevenue', '2024Q3');
  expect([cloud.definition, cloud.value(1e6)]).toEqual(['ai-cloud-infra', 3_200]);
});

test('the publication day outweighs the definition', () => {
  expect(counted({ ...EARLIER, definition: FIRST }, { ...LATER, definition: SECOND })).toBe(2);
});

test('the quality outweighs the definition', () => {
  const derived = { definition: FIRST, quality: 'DERIVED' } as const;
  expect(counted(derived, { definition: SECOND, quality: 'REPORTED' })).toBe(2);
});

test('equal in all of it, the fact that was there first counts', () => {
  expect(counted({ id: 8 }, { id: 7 })).toBe(2);
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
