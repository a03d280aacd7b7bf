import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../src/csv.ts';
import { toNumber } from '../src/decimals.ts';
import {
  formatGrowth,
  formatMoney,
  formatMultiple,
  formatPercent,
  formatPoints,
} from '../src/format.ts';

test('a decimal becomes the nearest double, in the unit asked for', () => {
  expect(toNumber('38676000000')).toBe(38_676_000_000);
  expect(toNumber('38676000000', 'BILLION')).toBe(38.676);
  expect(toNumber('-0.07', 'THOUSAND')).toBe(-0.00007);
  expect(toNumber(null, 'MILLION')).toBeNull();
});

test('a number becomes itself again', () => {
  fc.assert(fc.property(fc.integer(), (number) => toNumber(String(number)) === number));
});

test("money is printed in the reader's language, in English unless another is asked for, and shortened", () => {
  const capex = { amount: '38676000000', currency: 'CNY' };
  expect(formatMoney(capex)).toBe('CN¥38.7B');
  expect(formatMoney(capex, { locale: 'zh-CN' })).toBe('¥386.8亿');
  expect(formatMoney({ ...capex, amount: '-5000000000' })).toBe('-CN¥5.0B');
});

test('an amount is printed alike whether it is a text, a number or in an answer', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      const inAnswer = formatMoney({ amount: String(number), currency: 'USD' });
      expect(formatMoney(number, { currency: 'USD' })).toBe(inAnswer);
      expect(formatMoney(String(number), { currency: 'USD' })).toBe(inAnswer);
    }),
  );
});

test('a number without a currency is refused, wherever a chart or `map` passes it, and never printed in one', () => {
  const format: (...given: unknown[]) => string = formatMoney as never;
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(0, {}, { currency: null }), (number, given) => {
      const mend = `give it, e.g. formatMoney(${number}, { currency: 'CNY' })`;
      expect(() => format(number, given)).toThrow(mend);
      expect(() => [String(number)].map(format)).toThrow(TypeError);
    }),
  );
  expect(format(null, { currency: null })).toBe('–');
});

test('money is printed to the last digit where that is asked for', () => {
  const exact = { amount: '12345678901234567.89', currency: 'USD' };
  const intl = { notation: 'standard' } as const;
  expect(formatMoney(exact, { digits: 2, intl })).toBe('$12,345,678,901,234,567.89');
});

test('fractions are printed in per cent or as multiples, growth and points with their sign', () => {
  expect(formatPercent(0.5714)).toBe('57.1%');
  expect(formatGrowth(0.5714)).toBe('+57.1%');
  expect(formatGrowth(-0.3046, { locale: 'de' })).toBe('-30,5\u00a0%');
  expect(formatGrowth(0.5714, { digits: 0 })).toBe('+57%');
  expect(formatPoints(40.546)).toBe('+40.5 pp');
  expect(formatPoints(-1, { unit: ' points', digits: 0 })).toBe('-1 points');
  expect(formatMultiple(9.409)).toBe('9.4×');
});

test('a measure of an answer is printed in its own unit', () => {
  const growthLead = { value: 0.40546, points: 40.546 };
  expect(formatGrowth(growthLead)).toBe('+40.5%');
  expect(formatPoints(growthLead)).toBe('+40.5 pp');
  expect(formatMultiple({ value: 2 })).toBe('2.0×');
  expect(formatPercent({ value: null })).toBe('–');
});

const FORMATS: [string, (value: null | undefined, missing?: string) => string][] = [
  ['formatMoney', (value, missing) => formatMoney(value, { missing })],
  ['formatPercent', (value, missing) => formatPercent(value, { missing })],
  ['formatGrowth', (value, missing) => formatGrowth(value, { missing })],
  ['formatPoints', (value, missing) => formatPoints(value, { missing })],
  ['formatMultiple', (value, missing) => formatMultiple(value, { missing })],
];

test.each(
  FORMATS,
)('%s prints a dash where there is no value, or what is asked for', (_, format) => {
  for (const value of [null, undefined]) {
    expect(format(value)).toBe('–');
    expect(format(value, 'n/a')).toBe('n/a');
  }
  expect(formatMoney({ amount: null, currency: 'USD' }, { missing: '' })).toBe('');
  expect(formatPercent(Number.NaN)).toBe('–');
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

test('a cell takes measures and days, and is empty where a value is missing', () => {
  const cells = [
    { amount: '1.50', value: 1.5 },
    { amount: null, value: null },
    { value: 0.25, points: 25 },
    { value: null },
    new Date('2025-06-30'),
    Number.NaN,
    undefined,
    false,
  ];
  const csv = toCsv(cells, { cell: (cell) => cell });
  expect(csv.trimEnd().split('\r\n')).toEqual([
    'cell',
    '1.50',
    '',
    '0.25',
    '',
    '2025-06-30',
    '',
    '',
    'false',
  ]);
});

test('each is a function for `map` and for the axes of charts, which pass a place, too', () => {
  const money = { amount: '1900000000', currency: 'USD' };
  expect([money, null].map(formatMoney)).toEqual(['$1.9B', '–']);
  const fractions = [0.5, null, { value: 0.25 }];
  expect(fractions.map(formatPercent)).toEqual(['50.0%', '–', '25.0%']);
  expect(fractions.map(formatGrowth)).toEqual(['+50.0%', '–', '+25.0%']);
  expect(fractions.map(formatMultiple)).toEqual(['0.5×', '–', '0.3×']);
  expect([40.5, null].map(formatPoints)).toEqual(['+40.5 pp', '–']);
});
