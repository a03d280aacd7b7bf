import { expect, test } from 'vitest';
import { groupView } from '../test/reviewed-views.ts';
import { explain } from './explanations/explanation.ts';
import { amount, fact, madeUpGroup, notDisclosed, OVER_QUARTER, ratio } from './testing.ts';

const us = groupView('us-hyperscalers', { asOf: '2025-09-01' });

test('a figure that the dataset merely lacks is never left out of a sum', () => {
  const revenue = { concept: 'REVENUE' } as const;
  const group = madeUpGroup({ Acme: [fact('2025Q2', 4e6, revenue)], Byte: [fact('2025Q2', 1)] });
  const sum = amount(group, 'revenue', '2025Q2');
  expect([sum.value(), sum.excluded]).toEqual([null, []]);
  expect(explain(sum)).toBe('No value: revenue of Byte is not in the dataset (2025Q2)');
});

test('a sum leaves out the members that a non-disclosure speaks of, in its quarters only', () => {
  const revenue = { concept: 'REVENUE' } as const;
  const group = madeUpGroup(
    {
      Acme: [fact('2025Q1', 3e6, revenue), fact('2025Q2', 4e6, revenue)],
      Byte: [fact('2025Q1', 1e6, revenue), fact('2025Q2', 1)],
    },
    {},
    { Byte: [notDisclosed('REVENUE', '2025Q2', '2025Q3')] },
  );
  const sum = amount(group, 'revenue', '2025Q2');
  expect(sum.excluded.map(({ company, reason }) => [company.name, reason])).toEqual([
    ['Byte', 'NOT_DISCLOSED'],
  ]);
  expect(explain(sum)).toMatch(/: 4 \(Acme\) = 4 m USD \(first\), without Byte$/);
  const before = amount(group, 'revenue', '2025Q1');
  expect([before.value(), before.excluded]).toEqual([4e6, []]);
  // The same members before and after: 4 over 3, not 4 over 4.
  expect(sum.growth(OVER_QUARTER).from.value()).toBe(3e6);
  expect(amount(us, 'capex', '2025Q2').excluded).toEqual([]);
});

test('a figure that is there counts, whatever a non-disclosure says', () => {
  const facts = { Acme: [fact('2025Q2', 4)], Byte: [fact('2025Q2', 1)] };
  const group = madeUpGroup(facts, {}, { Byte: [notDisclosed('CAPEX')] });
  const sum = amount(group, 'capex', '2025Q2');
  expect([sum.value(), sum.excluded]).toEqual([5, []]);
});

test('an item that no member has a figure of is missing for each of them, for its own reason', () => {
  const group = madeUpGroup({ Acme: [fact('2025Q2', 4)], Byte: [fact('2025Q2', 1)] });
  const depreciation = amount(group, 'depreciation', '2025Q2');
  expect(depreciation.value()).toBeNull();
  expect(depreciation.missing.map(({ company, reason }) => [company.name, reason])).toEqual(
    ['Acme', 'Byte'].map((name) => [name, 'NOT_IN_DATASET']),
  );
});

test('a ratio counts the members that publish both, above and below the line', () => {
  const { numerator, denominator } = ratio(us, 'capex', 'cloudRevenue', '2025Q2');
  for (const side of [numerator, denominator]) {
    expect(side.excluded.map(({ company }) => company.name)).toEqual(['Meta Platforms']);
    expect(explain(side)).toMatch(/ m USD \(.*\), without Meta Platforms$/);
  }
});

test('a ratio whose halves no member publishes both of lacks what each of them keeps back', () => {
  const group = madeUpGroup(
    { Acme: [fact('2025Q2', 1)], Byte: [fact('2025Q2', 1, { concept: 'REVENUE' })] },
    {},
    { Acme: [notDisclosed('REVENUE')], Byte: [notDisclosed('CAPEX')] },
  );
  const { value, missing } = ratio(group, 'capex', 'revenue', '2025Q2');
  expect(value).toBeNull();
  expect(missing.map(({ company, concept, reason }) => [company.name, concept, reason])).toEqual([
    ['Acme', 'REVENUE', 'NOT_DISCLOSED'],
    ['Byte', 'CAPEX', 'NOT_DISCLOSED'],
  ]);
});
