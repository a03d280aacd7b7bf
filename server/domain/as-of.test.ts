import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPANIES, view } from '../test/reviewed-views.ts';
import { anyDay, anyFacts, anyQuarter, dayBetween } from './arbitraries.testing.ts';
import { greatest, least } from './brand.ts';
import { formatCalendarQuarter } from './calendar-quarter.ts';
import { END_OF_TIME } from './day.ts';
import { latestQuarterWith } from './latest-quarter.ts';
import { quarterOf, quartersOf } from './quarter.ts';
import { account, amount, day, fact, gaps, madeUp, period, quarter } from './testing.ts';
import type { View } from './view.ts';

const quartersIn = (view: View) => quartersOf(view).map(({ calendarQuarter }) => calendarQuarter);
const labels = (view: View) => quartersIn(view).map(formatCalendarQuarter);
const latest = (view: View) => labels(view).at(-1);

test('a figure exists from the day of its publication, not on the day before', () => {
  const before = amount(view('alibaba', { asOf: '2025-08-28' }), 'capex', '2025Q2');
  expect(before.value()).toBeNull();
  expect(gaps(before)).toEqual(['CAPEX 2025Q2 NOT_YET_PUBLISHED']);
  expect(amount(view('alibaba', { asOf: '2025-08-29' }), 'capex', '2025Q2').value(1e6)).toBe(
    38_676,
  );
});

test('before a restatement the figure is the one first printed', () => {
  const depreciation = (asOf: string) =>
    amount(view('amazon', { asOf }), 'depreciation', '2022Q1').value(1e6);
  expect(depreciation('2022-04-28')).toBe(8_978);
  expect(depreciation('2023-04-26')).toBe(8_978);
  expect(depreciation('2023-04-27')).toBe(9_193);
});

test('without a day, everything is known', () => {
  expect(view('alibaba').asOf).toBe(END_OF_TIME);
  expect(latest(view('alibaba'))).toBe('2026Q2');
});

test('a quarter is there once any fact of it is known, and the latest one is the newest of them', () => {
  expect(latest(view('alibaba', { asOf: '2025-08-28' }))).toBe('2025Q1');
  expect(latest(view('alibaba', { asOf: '2025-08-29' }))).toBe('2025Q2');
  const early = view('alibaba', { asOf: '2025-08-28' });
  expect(quarterOf(early, quarter('2025Q2'))).toBeNull();
  expect(quarterOf(early, quarter('2025Q1'))!.calendarQuarter).toBe(quarter('2025Q1'));
  expect(latestQuarterWith(early, [])!.calendarQuarter).toBe(quarter('2025Q1'));
});

test('a quarter that only a longer period covers is there', () => {
  const facts = [fact('2025Q4', 400, period('2025-01-01', '2025-12-31'))];
  expect(labels(madeUp(facts))).toEqual(['2025Q1', '2025Q2', '2025Q3', '2025Q4']);
  expect(labels(madeUp(facts, { asOf: '2025-12-31' }))).toEqual([]);
});

test('a figure that is dated after its publication makes no quarter known', () => {
  const misdated = fact('2028Q1', 3, { publishedOn: day('2025-04-30') });
  expect(labels(madeUp([fact('2025Q1', 1), misdated]))).toEqual(['2025Q1']);
});

test('before the first publication there is nothing, and of a company without facts never', () => {
  for (const nothing of [view('alibaba', { asOf: '2019-12-31' }), madeUp([])]) {
    expect(quartersOf(nothing)).toEqual([]);
    expect(latestQuarterWith(nothing, [])).toBeNull();
    expect(quarterOf(nothing, quarter('2025Q2'))).toBeNull();
    expect(amount(nothing, 'capex', '2025Q2').value()).toBeNull();
  }
});

test('quarters come oldest first, from one to another, both included, without those in between that are unknown', () => {
  const known = madeUp([fact('2025Q4', 4), fact('2025Q1', 1), fact('2025Q2', 2)]);
  const between = (from: string, to: string) =>
    quartersOf(known, quarter(from), quarter(to)).map((of) =>
      formatCalendarQuarter(of.calendarQuarter),
    );
  expect(labels(known)).toEqual(['2025Q1', '2025Q2', '2025Q4']);
  expect(between('2025Q2', '2025Q4')).toEqual(['2025Q2', '2025Q4']);
  expect(between('2020Q1', '2025Q1')).toEqual(['2025Q1']);
});

test('a fact that is published later never changes an earlier view', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, anyDay, anyQuarter, (facts, others, asOf, quarter) => {
      const later = others.filter(({ publishedOn }) => publishedOn > asOf);
      const before = madeUp(facts, { asOf });
      const after = madeUp([...later, ...facts], { asOf });
      expect(quartersIn(after)).toEqual(quartersIn(before));
      expect(account(after, quarter)).toEqual(account(before, quarter));
    }),
    { numRuns: 20 },
  );
});

test('as days pass, quarters are only ever added', () => {
  const anyPastDay = dayBetween('2022-01-01', '2026-12-31');
  fc.assert(
    fc.property(fc.constantFrom(...COMPANIES), anyPastDay, anyPastDay, (company, one, other) => {
      const [early, late] = [least(one, other), greatest(one, other)];
      expect(quartersIn(view(company, { asOf: late }))).toEqual(
        expect.arrayContaining(quartersIn(view(company, { asOf: early }))),
      );
    }),
  );
});
