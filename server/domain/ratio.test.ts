import fc from 'fast-check';
import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import { anyFacts, anyQuarter } from './arbitraries.testing.ts';
import { lengthOf } from './reported/quarter-range.ts';
import {
  amount,
  fact,
  gaps,
  madeUp,
  OVER_QUARTER,
  OVER_YEAR,
  ratio,
  TWELVE_MONTHS,
} from './testing.ts';

const alibaba = view('alibaba', { asOf: '2025-09-01' });

test('a ratio divides two amounts of one quarter', () => {
  const capexToRevenue = ratio(alibaba, 'capex', 'revenue', '2025Q2');
  expect(capexToRevenue.value).toBeCloseTo(38_676 / 247_652, 12);
  expect(capexToRevenue.numerator.value(1e6)).toBe(38_676);
  expect(capexToRevenue.denominator.value(1e6)).toBe(247_652);
});

test('numerator and denominator cover the same window', () => {
  const { numerator, denominator, value } = ratio(
    alibaba,
    'capex',
    'cloudRevenue',
    '2025Q2',
    TWELVE_MONTHS,
  );
  expect([numerator.quarters, denominator.quarters].map(lengthOf)).toEqual([4, 4]);
  expect(value).toBeCloseTo(112_554 / (29_610 + 31_742 + 30_127 + 33_398), 12);
});

test('its change is in percentage points, over the quarter or the year', () => {
  const capexToRevenue = ratio(alibaba, 'capex', 'revenue', '2025Q2');
  expect(capexToRevenue.change(OVER_YEAR).points).toBeCloseTo(10.64495, 5);
  expect(capexToRevenue.change(OVER_QUARTER).points).toBeCloseTo(5.20829, 5);
});

test('its change is missing while one of its four amounts is', () => {
  const fall = view('alibaba', { asOf: '2025-08-28' });
  expect(ratio(fall, 'capex', 'revenue', '2025Q2').change(OVER_YEAR).points).toBeNull();
  expect(ratio(alibaba, 'capex', 'revenue', '2020Q2').change(OVER_YEAR).points).toBeNull();
  const inEuro = view('alibaba', { currency: 'EUR' });
  expect(ratio(inEuro, 'capex', 'revenue', '2026Q2').change(OVER_QUARTER).points).toBeNull();
});

test('a ratio lacks what either amount lacks', () => {
  expect(gaps(ratio(view('tencent'), 'capex', 'cloudRevenue', '2025Q2'))).toEqual([
    'CLOUD_REVENUE 2025Q2 NOT_DISCLOSED',
  ]);
  expect(gaps(ratio(view('kingsoft-cloud'), 'capex', 'cloudRevenue', '2026Q2'))).toEqual([
    'CAPEX 2026Q2 NOT_YET_PUBLISHED',
    'CLOUD_REVENUE 2026Q2 NOT_YET_PUBLISHED',
  ]);
});

test('a ratio over a loss, or over nothing, is not meaningful', () => {
  const toCashFlow = ratio(view('amazon'), 'capex', 'operatingCashFlow', '2022Q1');
  expect(toCashFlow.denominator.value()).toBe(-2_790e6);
  expect([toCashFlow.value, toCashFlow.quality]).toEqual([null, null]);
  expect(gaps(toCashFlow)).toEqual(['OPERATING_CASH_FLOW 2022Q1 NOT_MEANINGFUL']);
  const known = madeUp([fact('2025Q2', 100), fact('2025Q2', 0, { concept: 'REVENUE' })]);
  const toNothing = ratio(known, 'capex', 'revenue', '2025Q2');
  expect([toNothing.value, toNothing.quality]).toEqual([null, null]);
  expect(gaps(toNothing)).toEqual(['REVENUE 2025Q2 NOT_MEANINGFUL']);
});

test('neither growth from a loss nor the change of a ratio over one is told', () => {
  const facts = [fact('2025Q1', 100), fact('2025Q2', 150)];
  const flow = { concept: 'OPERATING_CASH_FLOW' } as const;
  const known = madeUp([...facts, fact('2025Q1', -200, flow), fact('2025Q2', 300, flow)]);
  expect(amount(known, 'operatingCashFlow', '2025Q2').growth(OVER_QUARTER).value).toBeNull();
  expect(ratio(known, 'capex', 'operatingCashFlow', '2025Q2').value).toBe(0.5);
  expect(
    ratio(known, 'capex', 'operatingCashFlow', '2025Q2').change(OVER_QUARTER).points,
  ).toBeNull();
});

test('neither ratios nor growth change when every amount is scaled', () => {
  const isNear = (a: number | null, b: number | null) =>
    a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * (1 + Math.abs(a));
  fc.assert(
    fc.property(
      anyFacts,
      anyQuarter,
      fc.integer({ min: 2, max: 1000 }),
      (facts, quarter, factor) => {
        const scaled = facts.map((fact) => ({
          ...fact,
          value: String(Number(fact.value) * factor),
        }));
        const [some, more] = [facts, scaled].map((facts) => {
          const known = madeUp(facts);
          const growth = amount(known, 'capex', quarter).growth(OVER_QUARTER);
          return { growth: growth.value, ratio: ratio(known, 'capex', 'revenue', quarter).value };
        });
        return isNear(some!.growth, more!.growth) && isNear(some!.ratio, more!.ratio);
      },
    ),
  );
});
