import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import { addDays, formatDay } from './day.ts';
import type { Fact } from './fact.ts';
import { quartersOf } from './quarter.ts';
import { day, fact, madeUp, period, quarter, quarterOf } from './testing.ts';

const LATE = { publishedOn: day('2026-06-30') };

const superseded = (facts: readonly Fact[]) =>
  facts.map(({ value, supersededBy }) => [value, supersededBy?.value ?? null]);

test('a fact says what the document printed', () => {
  const [capex] = quarterOf(view('oracle'), '2025Q2').facts('CAPEX');
  const { concept, definition, value, currency, quality, isQuarterly, calendarQuarter } = capex!;
  expect({ concept, definition, value, currency, quality, isQuarterly, calendarQuarter }).toEqual({
    concept: 'CAPEX',
    definition: 'purchases-gross',
    value: 9_080_000_000,
    currency: 'USD',
    quality: 'DERIVED',
    isQuarterly: true,
    calendarQuarter: quarter('2025Q2'),
  });
  const days = [capex!.period.start, capex!.period.end, capex!.publishedOn];
  expect(days.map(formatDay)).toEqual(['2025-03-01', '2025-05-31', '2025-06-18']);
});

test('a fact stays in the currency that it was printed in', () => {
  const facts = quarterOf(view('alibaba', { currency: 'USD' }), '2025Q2').facts('CAPEX');
  const capex = facts.find(({ definition }) => definition === 'purchases-gross')!;
  expect([capex.value, capex.currency]).toEqual([38_676_000_000, 'CNY']);
});

test('a restatement supersedes what was printed first, from the day of its publication', () => {
  const depreciation = (asOf: string) =>
    superseded(
      quarterOf(view('amazon', { asOf }), '2022Q1').facts('DEPRECIATION_AND_AMORTIZATION'),
    );
  expect(depreciation('2023-04-27')).toEqual([
    [9_193_000_000, null],
    [8_978_000_000, 9_193_000_000],
  ]);
  expect(depreciation('2023-04-26')).toEqual([[8_978_000_000, null]]);
});

test('a figure of another definition stands beside it', () => {
  const cloud = quarterOf(view('microsoft'), '2023Q3').facts('CLOUD_REVENUE');
  expect(superseded(cloud)).toEqual([
    [20_013_000_000, null],
    [24_259_000_000, null],
  ]);
});

test('each of several versions is superseded by the next', () => {
  const facts = [30, 60, 90].map((late, version) =>
    fact('2025Q2', version, { publishedOn: addDays(day('2025-06-30'), late), id: version }),
  );
  expect(superseded(quarterOf(madeUp(facts), '2025Q2').facts())).toEqual([
    [2, null],
    [1, 2],
    [0, 1],
  ]);
});

test.each([
  ['another quarter', fact('2025Q3', 1, LATE)],
  ['the quarter after it', fact('2026Q1', 1, LATE)],
  ['another concept', fact('2025Q4', 1, { ...LATE, concept: 'REVENUE' })],
  ['a longer period', fact('2025Q4', 1, { ...LATE, ...period('2025-01-01', '2025-12-31') })],
])('%s does not supersede a fact', (_, rival) => {
  const known = madeUp([fact('2025Q4', 100), rival]);
  const facts = quartersOf(known).flatMap((quarter) => quarter.facts());
  expect(facts.map(({ supersededBy }) => supersededBy)).toEqual([null, null]);
});

test('a transition period of two months is no quarter, though it ends in one', () => {
  const [stub] = quarterOf(
    madeUp([fact('2025Q4', 1, period('2025-11-01', '2025-12-31'))]),
    '2025Q4',
  ).facts();
  expect([stub!.isQuarterly, stub!.calendarQuarter]).toEqual([false, quarter('2025Q4')]);
});

test('neither does a longer period another longer one', () => {
  const known = madeUp([
    fact('2025Q4', 400, period('2025-01-01', '2025-12-31')),
    fact('2025Q4', 200, { ...LATE, ...period('2025-07-01', '2025-12-31') }),
  ]);
  const facts = quarterOf(known, '2025Q4').facts();
  expect(superseded(facts)).toEqual([
    [200, null],
    [400, null],
  ]);
  expect(facts.map(({ isQuarterly }) => isQuarterly)).toEqual([false, false]);
});

test('a restated annual figure supersedes the annual figure of before', () => {
  const year = period('2025-01-01', '2025-12-31');
  const known = madeUp([fact('2025Q4', 400, year), fact('2025Q4', 410, { ...year, ...LATE })]);
  expect(superseded(quarterOf(known, '2025Q4').facts())).toEqual([
    [410, null],
    [400, 410],
  ]);
});

test('only a fact of the same period takes the place of another', () => {
  const facts = [
    fact('2025Q1', 1, { ...period('2024-11-25', '2025-02-16'), publishedOn: day('2025-03-15') }),
    fact('2025Q1', 2, { ...period('2025-02-17', '2025-05-11'), publishedOn: day('2025-06-15') }),
  ];
  expect(superseded(quarterOf(madeUp(facts), '2025Q1').facts())).toEqual([
    [2, null],
    [1, null],
  ]);
});
