import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../src/csv.ts';
import { toNumber } from '../src/decimals.ts';
import { formatGrowth, formatMoney, formatPercent } from '../src/format.ts';

test('a decimal becomes the nearest double, in the unit asked for', () => {
  expect(toNumber('38676000000')).toBe(38_676_000_000);
  expect(toNumber('38676000000', 'BILLION')).toBe(38.676);
  expect(toNumber('-0.07', 'THOUSAND')).toBe(-0.00007);
  expect(toNumber(null, 'MILLION')).toBeNull();
});

test('a number becomes itself again', () => {
  fc.assert(fc.property(fc.integer(), (number) => toNumber(String(number)) === number));
});

test("money is printed in the reader's language, shortened", () => {
  const capex = { amount: '38676000000', currency: 'CNY' };
  expect(formatMoney(capex, { locale: 'en' })).toBe('CN¥38.7B');
  expect(formatMoney(capex, { locale: 'zh-CN' })).toBe('¥386.8亿');
  expect(formatMoney({ ...capex, amount: '-5000000000' }, { locale: 'en' })).toBe('-CN¥5.0B');
});

test('money is printed to the last digit where that is asked for', () => {
  const exact = { amount: '12345678901234567.89', currency: 'USD' };
  const intl = { notation: 'standard' } as const;
  expect(formatMoney(exact, { locale: 'en', digits: 2, intl })).toBe('$12,345,678,901,234,567.89');
});

test('fractions are printed in per cent, growth with its sign', () => {
  expect(formatPercent(0.5714, { locale: 'en' })).toBe('57.1%');
  expect(formatGrowth(0.5714, { locale: 'en' })).toBe('+57.1%');
  expect(formatGrowth(-0.3046, { locale: 'de' })).toBe('-30,5\u00a0%');
  expect(formatGrowth(0.5714, { locale: 'en', digits: 0 })).toBe('+57%');
});

test('a missing value is printed as one', () => {
  expect(formatMoney({ amount: null, currency: 'USD' })).toBe('–');
  expect(formatPercent(null, { missing: 'n/a' })).toBe('n/a');
  expect(formatGrowth(null)).toBe('–');
});

test('rows become CSV, and what needs quotes has them', () => {
  const rows = [
    { name: 'A, "B"\nC', amount: '1.50' },
    { name: 'D', amount: null },
  ];
  const columns = {
    name: (row: (typeof rows)[0]) => row.name,
    'amount, USD': (row: (typeof rows)[0]) => row.amount,
  };
  expect(toCsv(rows, columns)).toBe('name,"amount, USD"\r\n"A, ""B""\nC",1.50\r\nD,\r\n');
  expect(toCsv([], columns)).toBe('name,"amount, USD"\r\n');
});
