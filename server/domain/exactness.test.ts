import fc from 'fast-check';
import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import { anyFacts, anyQuarter } from './arbitraries.testing.ts';
import { Decimal, plain } from './decimal.ts';
import { amount, fact, madeUp, ONE_QUARTER, TWELVE_MONTHS } from './testing.ts';

const of2025 = (values: readonly (string | number)[]) =>
  madeUp(values.map((value, place) => fact(`2025Q${place + 1}`, value)));

test('fractions add up exactly, as decimals and as doubles', () => {
  const sum = amount(of2025(['0.1', '0.2', '0.1', '0.2']), 'capex', '2025Q4', TWELVE_MONTHS);
  expect(0.1 + 0.2 + 0.1 + 0.2).not.toBe(0.6);
  expect(sum.exact()!.toFixed()).toBe('0.6');
  expect(sum.value()).toBe(0.6);
});

test('a value with more digits than a double holds keeps every one of them', () => {
  const long = '123456789012345678901234567890.1234';
  const facts = of2025([long, long, long, long]);
  expect(amount(facts, 'capex', '2025Q1').exact()!.toFixed()).toBe(long);
  expect(amount(facts, 'capex', '2025Q1').facts[0]!.amount(1).toFixed()).toBe(long);
  expect(amount(facts, 'capex', '2025Q4', TWELVE_MONTHS).exact()!.toFixed()).toBe(
    '493827156049382715604938271560.4936',
  );
  expect(amount(facts, 'capex', '2025Q4', TWELVE_MONTHS).value()).toBe(4.938271560493827e29);
});

test('the next whole number after the last that every double reaches is kept too', () => {
  const facts = of2025(['9007199254740993']);
  expect(amount(facts, 'capex', '2025Q1').exact()!.toFixed()).toBe('9007199254740993');
});

test('an amount is given in any scale, exactly', () => {
  const revenue = amount(view('kingsoft-cloud'), 'revenue', '2024Q2');
  expect([1, 1e3, 1e6, 1e9].map((scale) => revenue.exact(scale)!.toFixed())).toEqual([
    '1891764000',
    '1891764',
    '1891.764',
    '1.891764',
  ]);
  expect([1, 1e3, 1e6, 1e9].map((scale) => revenue.value(scale))).toEqual([
    1891764000, 1891764, 1891.764, 1.891764,
  ]);
  expect(revenue.facts[0]!.amount(1e9).toFixed()).toBe('1.891764');
  expect(revenue.facts[0]!.value).toBe(1891764000);
});

test('a converted amount is rounded to cents before it is scaled', () => {
  const capex = amount(view('alibaba', { currency: 'USD' }), 'capex', '2025Q2');
  expect(capex.exact(1e6)!.toFixed()).toBe('5347.08492901');
  expect(capex.value(1e6)).toBeCloseTo(5347.08492901, 7);
});

test('decimals are written plainly, never with an exponent', () => {
  expect(plain(new Decimal('1e30'))).toBe(`1${'0'.repeat(30)}`);
  expect(plain(new Decimal('0.0000000001'))).toBe('0.0000000001');
  expect(plain(new Decimal('38676000000'))).toBe('38676000000');
});

test('without conversion, the value is the double nearest to the exact amount', () => {
  const anyScale = fc.constantFrom(1, 1e3, 1e9);
  const anyWindow = fc.constantFrom(ONE_QUARTER, TWELVE_MONTHS);
  fc.assert(
    fc.property(anyFacts, anyQuarter, anyWindow, anyScale, (facts, quarter, window, scale) => {
      const capex = amount(madeUp(facts), 'capex', quarter, window);
      return capex.value(scale) === (capex.exact(scale)?.toNumber() ?? null);
    }),
  );
});

test('a double is the exact amount even where a term has more digits than a double holds', () => {
  const sum = (...values: string[]) => {
    const flows = values.map((value, place) =>
      fact(`2025Q${place + 1}`, value, { concept: 'OPERATING_CASH_FLOW' }),
    );
    return amount(madeUp(flows), 'operatingCashFlow', '2025Q4', TWELVE_MONTHS).value();
  };
  expect(sum('9007199254740993', '-9007199254740990', '0', '0')).toBe(3);
  expect(sum('4503599627370496.3', '0.3', '0', '0')).toBe(4503599627370497);
});
