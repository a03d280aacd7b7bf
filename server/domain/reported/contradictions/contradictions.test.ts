import { describe, expect, test } from 'vitest';
import { lineOf, quartersOf, reports, setAsideBy } from '../testing.ts';

const given = (text: string, unit = 1) => lineOf(reports(text, { unit }));

describe('a report that cannot be true is set aside from the day on which it is contradicted', () => {
  const QUARTERS = `
    2023-05-02 10-Q 2023Q1 100
    2023-08-01 10-Q 2023Q2 110
    2023-10-31 10-Q 2023Q3 120
    2024-02-15 10-K 2023Q1-2023Q4 460
    2024-05-02 10-Q 2024Q1 140
    2024-08-01 10-Q 2024Q2 150`;

  test.each([
    [
      'a year on the dates of a quarter',
      '2024-02-15 10-K 2023Q3 460',
      '2024-02-15 2023Q3 460 is the figure of 4 quarters',
    ],
    [
      'a table on the dates of the year before',
      '2025-02-15 10-K 2023Q2 150',
      '2025-02-15 2023Q2 150 is the figure of the year after',
    ],
    [
      'thousands for units',
      '2024-04-07 DEF14A 2023Q1-2023Q4 0.46',
      '2024-04-07 2023Q1-2023Q4 0.46 contradicts 460 of other reports',
    ],
    [
      'a flipped sign',
      '2024-05-02 10-Q 2023Q1 -100',
      '2024-05-02 2023Q1 -100 is negative, and cannot be',
    ],
    [
      'a year to date that falls',
      '2024-10-31 10-Q 2024Q1-2024Q2 120',
      '2024-10-31 2024Q1-2024Q2 120 is less than the 140 of 1 of its 2 quarters',
    ],
    [
      'the newest quarter in thousands',
      '2024-10-31 10-Q 2024Q3 0.16',
      '2024-10-31 2024Q3 0.16 is about a thousandth of the periods around it',
    ],
    [
      'zero for a figure',
      '2025-05-02 10-K 2024Q1 0',
      '2025-05-02 2024Q1 0 contradicts 140 of other reports',
    ],
  ])('%s', (_, mistake, reason) => {
    const line = given(`${QUARTERS}\n${mistake}`, 0.001);
    expect(setAsideBy(line)).toEqual([reason]);
    expect(quartersOf(line)).toEqual(quartersOf(given(QUARTERS, 0.001)));
  });

  test('a whole table of the wrong year is set aside, however small its figures', () => {
    const small = `
      2023-05-02 10-Q 2023Q1 20
      2023-08-01 10-Q 2023Q2 22
      2023-10-31 10-Q 2023Q3 24
      2024-05-02 10-Q 2024Q1 30
      2024-08-01 10-Q 2024Q2 32
      2024-10-31 10-Q 2024Q3 34`;
    const table = `
      2025-02-15 10-K 2023Q1 30
      2025-02-15 10-K 2023Q2 32
      2025-02-15 10-K 2023Q3 34`;
    expect(quartersOf(given(small + table))).toEqual(quartersOf(given(small)));
    // One alone may be alike by chance: the first quarter is restated.
    const one = given(`${small}\n2025-02-15 10-K 2023Q1 30`);
    expect(quartersOf(one)[0]).toBe('2023Q1 30');
  });

  test.each([
    -107, 0.107,
  ])('a figure that is that of the year after by chance is borne out by its mistake %d', (mistake) => {
    const line = given(
      `
      2023-05-02 10-Q 2023Q1 55
      2023-08-01 10-Q 2023Q1-2023Q2 ${mistake}
      2023-10-31 10-Q 2023Q1-2023Q3 156
      2024-05-02 10-Q 2024Q1 59
      2024-08-01 10-Q 2023Q1-2023Q2 107
      2024-08-01 10-Q 2024Q1-2024Q2 107`,
      0.001,
    );
    expect(quartersOf(line).slice(0, 3)).toEqual([
      '2023Q1 55',
      '2023Q2 52 = 2023Q1-2023Q2 107 − 2023Q1 55',
      '2023Q3 49 = 2023Q1-2023Q3 156 − 2023Q1-2023Q2 107',
    ]);
  });

  test('what may be negative keeps the sign that was reported first', () => {
    const line = lineOf(
      reports(`
        2023-08-01 10-Q 2023Q1-2023Q2 49
        2023-10-31 10-Q 2023Q1-2023Q3 80
        2024-08-01 10-Q 2023Q1-2023Q2 -49`),
      false,
    );
    expect(quartersOf(line)).toEqual(['2023Q3 31 = 2023Q1-2023Q3 80 − 2023Q1-2023Q2 49']);
    expect(setAsideBy(line)).toEqual([
      '2024-08-01 2023Q1-2023Q2 -49 contradicts 49 of other reports',
    ]);
  });

  const TO_DATE = `
    2023-05-02 10-Q 2023Q1 7
    2023-08-01 10-Q 2023Q1-2023Q2 16
    2023-10-31 10-Q 2023Q1-2023Q3 27
    2024-02-15 10-K 2023Q1-2023Q4 40`;

  test.each([
    ['a thousandth', '2024-05-02 10-Q 2024Q1 0.012', '2024-05-02 2024Q1 0.012'],
    ['a thousandfold', '2024-05-02 10-Q 2024Q1 12000', '2024-05-02 2024Q1 12000'],
  ])('%s of what was reported to date in the year before is no figure', (scale, mistake, refused) => {
    const line = lineOf(reports(`${TO_DATE}\n${mistake}`, { unit: 0.001 }), false);
    expect(setAsideBy(line)).toEqual([`${refused} is about ${scale} of the periods around it`]);
    expect(quartersOf(line)).toEqual(quartersOf(given(TO_DATE, 0.001)));
  });

  test.each([
    ['a thousandth', 0.027],
    ['a thousandfold', 27000],
  ])('%s of what was there to date before is no figure', (scale, mistake) => {
    const before = TO_DATE.split('\n').slice(0, 3).join('\n');
    const wrong = `${before}\n2023-10-31 10-Q 2023Q1-2023Q3 ${mistake}`;
    const line = lineOf(reports(wrong, { unit: 0.001 }), false);
    expect(setAsideBy(line)).toEqual([
      `2023-10-31 2023Q1-2023Q3 ${mistake} is about ${scale} of the periods around it`,
    ]);
    expect(quartersOf(line)).toEqual(quartersOf(given(before, 0.001)));
  });

  describe('that was reported right since stays set aside', () => {
    const NEXT = `
      2024-05-02 10-Q 2024Q1 120
      2024-08-01 10-Q 2024Q1-2024Q2 250
      2024-10-31 10-Q 2024Q1-2024Q3 380
      2025-02-15 10-K 2023Q1-2023Q4 460
      2025-02-15 10-K 2024Q1-2024Q4 520`;
    const filed = (year: string) => `
      2022-10-31 10-Q 2022Q1-2022Q3 290
      2023-02-15 10-K 2022Q1-2022Q4 400
      2023-05-02 10-Q 2023Q1 100
      2023-08-01 10-Q 2023Q1-2023Q2 210
      2023-10-31 10-Q 2023Q1-2023Q3 330
      2024-02-15 10-K 2023Q1-2023Q4 ${year}
      ${NEXT}`;

    test.each([
      ['a year in thousands', 0.46],
      ['a year a thousandfold', 460_000],
      ['the fourth quarter on the dates of the year', 130],
      ['a year below its nine months', 310],
    ])('%s', (_, mistake) => {
      const line = lineOf(reports(filed(String(mistake)), { unit: 0.001 }));
      const right = lineOf(reports(filed('460'), { unit: 0.001 }));
      expect(quartersOf(line)).toEqual(
        quartersOf(right)
          .filter((text) => !text.startsWith('2023Q4'))
          .toSpliced(4, 0, '2023Q4 130 = 2023Q1-2023Q4 460 − 2023Q1-2023Q3 330'),
      );
      expect(setAsideBy(line).filter((text) => text.includes('2023Q1-2023Q4 460 '))).toEqual([]);
    });
  });

  test.each([
    [460, 0.46],
    [0.46, 460],
    [460, 460_000],
  ])('of an annual report of %d and its amendment of %d on one day, what is around them tells which stands', (original, amended) => {
    const line = given(
      `
      2022-10-31 10-Q 2022Q1-2022Q3 290
      2023-02-15 10-K 2022Q1-2022Q4 400
      2023-05-02 10-Q 2023Q1 100
      2023-08-01 10-Q 2023Q1-2023Q2 210
      2023-10-31 10-Q 2023Q1-2023Q3 330
      2024-02-15 10-K 2023Q1-2023Q4 ${original}
      2024-02-15 10-K/A 2023Q1-2023Q4 ${amended}`,
      0.001,
    );
    expect(quartersOf(line).at(-1)).toBe('2023Q4 130 = 2023Q1-2023Q4 460 − 2023Q1-2023Q3 330');
    expect(setAsideBy(line)).toHaveLength(1);
  });

  test('a small first quarter of a year that became large is a figure', () => {
    const line = given(
      `
      2023-05-02 10-Q 2023Q1 0.05
      2023-08-01 10-Q 2023Q1-2023Q2 50
      2023-10-31 10-Q 2023Q1-2023Q3 75
      2024-02-15 10-K 2023Q1-2023Q4 100`,
      0.001,
    );
    expect(setAsideBy(line)).toEqual([]);
    expect(quartersOf(line)[0]).toBe('2023Q1 0.05');
  });

  test('a fourth quarter that nobody else reports goes with its table of the wrong year', () => {
    const ofYear = (year: number, [q1, q2, q3, q4]: readonly number[]) => `
      ${year}-05-02 10-Q ${year}Q1 ${q1}
      ${year}-08-01 10-Q ${year}Q2 ${q2}
      ${year}-10-31 10-Q ${year}Q3 ${q3}
      ${year + 1}-02-15 10-K ${year}Q1-${year}Q4 ${q1! + q2! + q3! + q4!}`;
    const filed = ofYear(2023, [100, 110, 120, 130]) + ofYear(2024, [140, 150, 160, 175]);
    const table = (q4: number) => `
      2025-02-15 10-K 2023Q1 140
      2025-02-15 10-K 2023Q2 150
      2025-02-15 10-K 2023Q3 160
      2025-02-15 10-K 2023Q4 ${q4}`;
    const line = given(filed + table(175));
    expect(setAsideBy(line)).toContain('2025-02-15 2023Q4 175 stands in a table of the year after');
    expect(quartersOf(line)).toEqual(quartersOf(given(filed)));
    // What the year leaves for it says that it is of its own year.
    expect(setAsideBy(given(filed + table(130)))).toHaveLength(3);
  });

  test('a table of single digits is set aside whole, unless its figures are all alike', () => {
    const filed = (q1: number, q2: number, q3: number) => `
      2023-05-02 10-Q 2023Q1 6
      2023-08-01 10-Q 2023Q2 7
      2023-10-31 10-Q 2023Q3 8
      2024-05-02 10-Q 2024Q1 ${q1}
      2024-08-01 10-Q 2024Q2 ${q2}
      2024-10-31 10-Q 2024Q3 ${q3}
      2025-02-15 10-K 2023Q1 ${q1}
      2025-02-15 10-K 2023Q2 ${q2}
      2025-02-15 10-K 2023Q3 ${q3}`;
    expect(quartersOf(given(filed(9, 5, 4))).slice(0, 3)).toEqual([
      '2023Q1 6',
      '2023Q2 7',
      '2023Q3 8',
    ]);
    expect(setAsideBy(given(filed(5, 5, 5)))).toEqual([]);
  });

  test('a third quarter on the dates of nine months costs only the nine months', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 90
      2023-08-01 10-Q 2023Q1-2023Q2 186
      2023-10-31 10-Q 2023Q3 103
      2023-10-31 10-Q 2023Q1-2023Q3 103`);
    expect(setAsideBy(line)).toEqual([
      '2023-10-31 2023Q1-2023Q3 103 is less than the 186 of 2 of its 3 quarters',
    ]);
    expect(quartersOf(line)).toContain('2023Q3 103');
  });

  test('a half-year on the dates of its second quarter is set aside once it is reported as a half-year', () => {
    const filed = `
      2023-05-02 10-Q 2023Q1 70
      2023-08-01 10-Q 2023Q2 160`;
    const line = given(`${filed}\n2024-08-01 10-Q 2023Q1-2023Q2 160`);
    expect(quartersOf(line, '2024-07-31')).toEqual(['2023Q1 70', '2023Q2 160']);
    expect(quartersOf(line)).toEqual(['2023Q1 70', '2023Q2 90 = 2023Q1-2023Q2 160 − 2023Q1 70']);
  });

  test('of two figures to date of which the later is less, the one that the quarters sum to stands', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 60
      2023-08-01 10-Q 2023Q2 66
      2023-08-01 10-Q 2023Q1-2023Q2 226
      2023-10-31 10-Q 2023Q3 73
      2023-10-31 10-Q 2023Q1-2023Q3 199`);
    expect(setAsideBy(line)).toEqual([
      '2023-10-31 2023Q1-2023Q2 226 is more than the 199 of 3 quarters',
    ]);
    expect(quartersOf(line)).toEqual(['2023Q1 60', '2023Q2 66', '2023Q3 73']);
  });

  test('a first report in thousands falls when two others are in units', () => {
    const line = given(
      `
      2023-05-02 10-Q 2023Q1 0.1
      2023-08-01 10-Q 2023Q2 110
      2023-10-31 10-Q 2023Q3 120`,
      0.001,
    );
    expect(quartersOf(line, '2023-06-01')).toEqual(['2023Q1 0.1']);
    expect(quartersOf(line)).toEqual(['2023Q2 110', '2023Q3 120']);
  });
});
