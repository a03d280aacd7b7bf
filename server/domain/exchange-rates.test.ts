import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REVIEWED_RATES, view } from '../test/reviewed-views.ts';
import { quarterBetween } from './arbitraries.testing.ts';
import { addQuarters } from './calendar-quarter.ts';
import { Decimal } from './decimal.ts';
import { convert, ExchangeRates } from './exchange-rates.ts';
import { amount, OVER_QUARTER, OVER_YEAR, quarter, rate, ratio, TWELVE_MONTHS } from './testing.ts';
import { CURRENCIES } from './vocabulary.ts';

const Q2 = quarter('2025Q2');
const alibaba = (currency?: 'USD' | 'CNY' | 'HKD') =>
  view('alibaba', { asOf: '2025-09-01', currency });

test('nothing is converted by default', () => {
  const capex = amount(alibaba(), 'capex', '2025Q2');
  expect(capex.currency).toBe('CNY');
  expect(capex.exact()).toEqual(new Decimal(38_676_000_000));
  expect(capex.exchangeRates).toEqual([]);
  expect(new ExchangeRates([]).conversion('CNY', 'CNY', Q2)).toEqual({ legs: [], factor: 1 });
});

test("a quarter's flow is converted at that quarter's average rate, to the cent", () => {
  const capex = amount(alibaba('USD'), 'capex', '2025Q2');
  expect(capex.exact()!.toFixed()).toBe('5347084929.01');
  expect(capex.value()).toBeCloseTo(5_347_084_929.01, 1);
  expect(capex.exchangeRates).toEqual([rate('USD', 'CNY', '2025Q2', '7.2331')]);
});

test('a cross rate leads through USD', () => {
  const capex = amount(alibaba('HKD'), 'capex', '2025Q2');
  expect(capex.exact()!.toFixed()).toBe('41743087915.28');
  expect(capex.exchangeRates).toEqual([
    rate('USD', 'CNY', '2025Q2', '7.2331'),
    rate('USD', 'HKD', '2025Q2', '7.8067'),
  ]);
});

test('each quarter of a trailing sum is converted at its own rate', () => {
  const capex = amount(alibaba('USD'), 'capex', '2025Q2', TWELVE_MONTHS);
  expect(capex.exact()!.toFixed()).toBe('15592258408.91');
  expect(capex.value()).toBeCloseTo(15_592_258_408.91, 1);
  expect(capex.exchangeRates.map(({ average }) => average)).toEqual([
    '7.1641',
    '7.1896',
    '7.2728',
    '7.2331',
  ]);
});

test('growth is in the currency asked for, and so is a ratio', () => {
  expect(amount(alibaba('USD'), 'capex', '2025Q2').growth(OVER_QUARTER).value).toBeCloseTo(
    0.5800536,
    7,
  );
  expect(
    amount(alibaba('USD'), 'capex', '2025Q2', TWELVE_MONTHS).growth(OVER_YEAR).value,
  ).toBeCloseTo(2.0226139, 7);
  const inYuan = ratio(alibaba(), 'capex', 'revenue', '2025Q2').value!;
  expect(ratio(alibaba('USD'), 'capex', 'revenue', '2025Q2').value).toBeCloseTo(inYuan, 12);
});

test('a rate given the other way round divides', () => {
  const rates = new ExchangeRates([rate('CNY', 'USD', '2025Q2', '0.125')]);
  expect(rates.conversion('CNY', 'USD', Q2)!.factor).toBe(0.125);
  expect(rates.conversion('USD', 'CNY', Q2)!.factor).toBe(8);
});

test('without a rate of that very quarter there is no conversion', () => {
  const rates = new ExchangeRates([rate('USD', 'CNY', '2025Q2', '7.2331')]);
  expect(rates.conversion('CNY', 'USD', Q2)).not.toBeNull();
  expect(rates.conversion('CNY', 'USD', addQuarters(Q2, 1))).toBeNull();
  expect(rates.conversion('CNY', 'USD', addQuarters(Q2, -1))).toBeNull();
  expect(rates.conversion('CNY', 'EUR', Q2)).toBeNull();
  expect(rates.conversion('EUR', 'CNY', Q2)).toBeNull();
});

test('an amount converted there and back is the same amount, up to sixty digits', () => {
  const anyCurrency = fc.constantFrom(...CURRENCIES);
  const anyQuarter = quarterBetween('2022Q1', '2026Q1');
  const anyAmount = fc.integer({ min: 1, max: 1e15 });
  fc.assert(
    fc.property(anyCurrency, anyCurrency, anyQuarter, anyAmount, (from, to, quarter, whole) => {
      const there = REVIEWED_RATES.conversion(from, to, quarter)!;
      const back = REVIEWED_RATES.conversion(to, from, quarter)!;
      const again = convert(convert(new Decimal(whole), there), back);
      expect(again.toDecimalPlaces(30)).toEqual(new Decimal(whole));
      expect(there.factor * back.factor).toBeCloseTo(1, 12);
      expect(convert(new Decimal(whole), there).div(whole).toNumber()).toBeCloseTo(
        there.factor,
        12,
      );
    }),
  );
});
