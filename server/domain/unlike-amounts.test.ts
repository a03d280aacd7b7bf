import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import { Growth, Ratio } from './amount.ts';
import { Comparison } from './comparison.ts';
import { GroupAmount } from './group-amount.ts';
import { GroupQuarter } from './group-quarter.ts';
import { GroupView } from './group-view.ts';
import { CAPEX } from './measures.ts';
import { amount, ONE_QUARTER, quarter, TWELVE_MONTHS } from './testing.ts';

const group = { slug: 'made-up', name: 'Made up' };
const inDollars = view('alibaba', { currency: 'USD' });
const inYuan = view('alibaba', { currency: 'CNY' });
const dollars = amount(inDollars, 'capex', '2025Q2');
const yuan = amount(inYuan, 'capex', '2025Q2');
const twelveMonths = amount(inDollars, 'capex', '2025Q2', TWELVE_MONTHS);
const quarterBefore = amount(inDollars, 'capex', '2025Q1');
const inDollarsGroup = new GroupView(group, [inDollars], 'USD');
const sumOf = (...amounts: (typeof dollars)[]): GroupAmount =>
  new GroupAmount(
    inDollarsGroup,
    CAPEX.CASH,
    quarter('2025Q2'),
    ONE_QUARTER,
    amounts.map((amount) => ({ company: inDollars.company, amount })),
    [],
    () => sumOf(...amounts),
  );

test('dollars are not divided by yuan', () => {
  expect(() => new Ratio(dollars, yuan)).toThrow(
    'Figures in USD and in CNY cannot be added, divided or compared: convert them to one currency.',
  );
  expect(new Ratio(dollars, dollars).value).toBe(1);
});

test('yuan do not grow from dollars', () => {
  expect(() => new Growth(dollars, yuan)).toThrow('Figures in USD and in CNY');
});

test('yuan are not added to dollars', () => {
  expect(() => sumOf(dollars, yuan)).toThrow('Figures in USD and in CNY');
  expect(sumOf(dollars).value()).toBe(dollars.value());
});

test('a group in dollars has no member in yuan', () => {
  const mixed = new GroupView(group, [inDollars, inYuan], 'USD');
  const sum = () => new GroupQuarter(mixed, quarter('2025Q2')).amount(CAPEX.CASH, ONE_QUARTER);
  expect(sum).toThrow('Figures in USD and in CNY');
});

test('a group in dollars is not compared with one in yuan', () => {
  const inYuanGroup = new GroupView(group, [inYuan], 'CNY');
  expect(() => new Comparison(inDollarsGroup, inYuanGroup)).toThrow('Figures in USD and in CNY');
});

test('a quarter and twelve months are not added, divided or compared', () => {
  const refusal =
    'Amounts over 4 and over 1 quarters cannot be added, divided or compared: ask for one window.';
  expect(() => new Ratio(twelveMonths, dollars)).toThrow(refusal);
  expect(() => new Growth(twelveMonths, dollars)).toThrow(refusal);
  expect(() => sumOf(twelveMonths)).toThrow('Amounts over 1 and over 4 quarters');
});

test('one quarter is compared with another, but neither added to nor divided by it', () => {
  expect(new Growth(quarterBefore, dollars).value).not.toBeNull();
  const refusal =
    'Amounts up to 2025Q2 and up to 2025Q1 cannot be added or divided: ask for one quarter.';
  expect(() => new Ratio(dollars, quarterBefore)).toThrow(refusal);
  expect(() => sumOf(quarterBefore)).toThrow(refusal);
});
