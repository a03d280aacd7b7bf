import { describe, expect, test } from 'vitest';
import { lineOf, quartersOf, reports } from './testing.ts';

const given = (text: string, unit = 1) => lineOf(reports(text, { unit }));

describe('a quarter is a report of it, or the difference of two that start alike', () => {
  test('payments are reported to date: each quarter is taken from the one before', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 10
      2023-08-01 10-Q 2023Q1-2023Q2 22
      2023-10-31 10-Q 2023Q1-2023Q3 36
      2024-02-15 10-K 2023Q1-2023Q4 56`);
    expect(quartersOf(line)).toEqual([
      '2023Q1 10',
      '2023Q2 12 = 2023Q1-2023Q2 22 − 2023Q1 10',
      '2023Q3 14 = 2023Q1-2023Q3 36 − 2023Q1-2023Q2 22',
      '2023Q4 20 = 2023Q1-2023Q4 56 − 2023Q1-2023Q3 36',
    ]);
    expect(quartersOf(line, '2023-10-30')).toHaveLength(2);
  });

  test('the fourth quarter is the year less three quarters where there are no nine months', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 100
      2023-08-01 10-Q 2023Q2 110
      2023-10-31 10-Q 2023Q3 120
      2024-02-15 10-K 2023Q1-2023Q4 460`);
    expect(quartersOf(line)[3]).toBe(
      '2023Q4 130 = 2023Q1-2023Q4 460 − 2023Q1 100 − 2023Q2 110 − 2023Q3 120',
    );
  });

  test('a year alone gives no quarter', () => {
    expect(quartersOf(given('2024-02-15 20-F 2023Q1-2023Q4 460'))).toEqual([]);
  });

  test('on one day, a report comes before a difference', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 100
      2023-08-01 10-Q 2023Q1-2023Q2 213
      2023-08-01 10-Q 2023Q2 110`);
    expect(quartersOf(line)).toContain('2023Q2 110');
  });
});

describe('the operands of a difference are on one basis', () => {
  const SOLD_IN_MID_YEAR = `
    2023-05-02 10-Q 2023Q1 100
    2023-08-01 10-Q 2023Q1-2023Q2 210
    2023-08-01 10-Q 2023Q2 110
    2024-05-02 10-Q 2023Q1 100
    2024-05-02 10-Q 2024Q1 140
    2024-08-01 10-Q 2023Q1-2023Q2 168
    2024-08-01 10-Q 2023Q2 88
    2024-08-01 10-Q 2024Q1-2024Q2 230
    2024-08-01 10-Q 2024Q2 118`;

  test('a first quarter that was not reported again follows from the restated half-year', () => {
    const line = given(SOLD_IN_MID_YEAR);
    expect(quartersOf(line)).toEqual([
      '2023Q1 80 = 2023Q1-2023Q2 168 − 2023Q2 88',
      '2023Q2 88',
      '2024Q1 112 = 2024Q1-2024Q2 230 − 2024Q2 118',
      '2024Q2 118',
    ]);
    expect(quartersOf(line, '2024-05-31')).toEqual(['2023Q1 100', '2023Q2 110', '2024Q1 140']);
  });

  test('a year that is restated with the years before it gives no quarter with nine months of before', () => {
    const line = given(`
      2023-10-31 10-Q 2023Q1-2023Q3 330
      2024-02-15 10-K 2023Q1-2023Q4 460
      2024-10-31 10-Q 2023Q1-2023Q3 330
      2024-10-31 10-Q 2024Q1-2024Q3 450
      2025-02-15 10-K 2023Q1-2023Q4 368
      2025-02-15 10-K 2024Q1-2024Q4 500`);
    expect(quartersOf(line)).toEqual(['2023Q4 130 = 2023Q1-2023Q4 460 − 2023Q1-2023Q3 330']);
  });

  test('it does with nine months that were restated themselves', () => {
    const line = given(`
      2023-10-31 10-Q 2023Q1-2023Q3 330
      2024-02-15 10-K 2023Q1-2023Q4 460
      2024-10-31 10-Q 2023Q1-2023Q3 264
      2024-10-31 10-Q 2024Q1-2024Q3 356
      2025-02-15 10-K 2023Q1-2023Q4 368
      2025-02-15 10-K 2024Q1-2024Q4 495`);
    expect(quartersOf(line)).toEqual([
      '2023Q4 104 = 2023Q1-2023Q4 368 − 2023Q1-2023Q3 264',
      '2024Q4 139 = 2024Q1-2024Q4 495 − 2024Q1-2024Q3 356',
    ]);
  });
});

describe('what only rounds a figure is the same figure, and the exacter one stands', () => {
  test('whole millions a year later change no figure in thousands', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 10123 1
      2023-08-01 10-Q 2023Q1-2023Q2 22357 1
      2024-05-02 10-Q 2023Q1 10000 1000
      2024-08-01 10-Q 2023Q1-2023Q2 22000 1000`);
    expect(quartersOf(line)).toEqual([
      '2023Q1 10123',
      '2023Q2 12234 = 2023Q1-2023Q2 22357 − 2023Q1 10123',
    ]);
  });

  test('a release in tenths of billions gives way to the filing that has the digits', () => {
    const line = given(`
      2023-05-01 8-K 2023Q1 1300 100
      2023-05-09 10-Q 2023Q1 1291 1`);
    expect(quartersOf(line, '2023-05-05')).toEqual(['2023Q1 1300']);
    expect(quartersOf(line)).toEqual(['2023Q1 1291']);
  });

  test('a figure that is off by a unit of its own is restated', () => {
    expect(quartersOf(given('2023-05-02 10-Q 2023Q1 100\n2024-05-02 10-Q 2023Q1 101'))).toEqual([
      '2023Q1 101',
    ]);
  });
});
