import { describe, expect, test } from 'vitest';
import { lineOf, quartersOf, reports, setAsideBy } from './testing.ts';

// What filings are like beside the plain case.

const given = (text: string, unit = 0.01) => lineOf(reports(text, { unit }));

const YEAR = `
  2023-05-02 10-Q 2023Q1 100
  2023-08-01 10-Q 2023Q1-2023Q2 210
  2023-10-31 10-Q 2023Q1-2023Q3 330
  2024-02-15 10-K 2023Q1-2023Q4 460`;

describe('an amended filing', () => {
  test('that corrects the year alone changes no quarter, as nobody says which one was wrong', () => {
    const line = given(`${YEAR}\n2024-04-15 10-K/A 2023Q1-2023Q4 455`);
    expect(quartersOf(line)).toEqual(quartersOf(given(YEAR)));
  });

  test('that corrects a quarter with its year to date is what the next quarter is taken from', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 10
      2023-08-01 10-Q 2023Q2 12
      2023-08-01 10-Q 2023Q1-2023Q2 22
      2023-09-01 10-Q/A 2023Q2 10
      2023-09-01 10-Q/A 2023Q1-2023Q2 20
      2023-10-31 10-Q 2023Q1-2023Q3 36`);
    expect(quartersOf(line, '2023-08-31')).toEqual(['2023Q1 10', '2023Q2 12']);
    expect(quartersOf(line)).toEqual([
      '2023Q1 10',
      '2023Q2 10',
      '2023Q3 16 = 2023Q1-2023Q3 36 − 2023Q1-2023Q2 20',
    ]);
  });
});

describe('what is printed again after a restatement is on its basis', () => {
  test('a year, less the nine months that were restated since', () => {
    const line = given(`${YEAR}
      2024-10-31 10-Q 2023Q1-2023Q3 320
      2025-02-15 10-K 2023Q1-2023Q4 460`);
    expect(quartersOf(line, '2025-02-14')).toContain(
      '2023Q4 130 = 2023Q1-2023Q4 460 − 2023Q1-2023Q3 330',
    );
    expect(quartersOf(line)).toContain('2023Q4 140 = 2023Q1-2023Q4 460 − 2023Q1-2023Q3 320');
  });

  test('the nine months, where a later report restates the year alone', () => {
    const amended = `${YEAR}\n2024-04-15 10-K/A 2023Q1-2023Q4 455`;
    const line = given(`${amended}\n2024-10-31 10-Q 2023Q1-2023Q3 330`);
    expect(quartersOf(line, '2024-10-30')).toEqual(quartersOf(given(amended)));
    expect(quartersOf(line)).toContain('2023Q4 125 = 2023Q1-2023Q4 455 − 2023Q1-2023Q3 330');
  });

  test('a year with which others were restated, and whose own nine months were restated a year later', () => {
    const line = given(`
      2023-10-31 10-Q 2023Q1-2023Q3 330
      2024-02-15 10-K 2023Q1-2023Q4 460
      2024-10-31 10-Q 2023Q1-2023Q3 330
      2024-10-31 10-Q 2024Q1-2024Q3 450
      2025-02-15 10-K 2023Q1-2023Q4 368
      2025-02-15 10-K 2024Q1-2024Q4 500
      2025-10-31 10-Q 2024Q1-2024Q3 356
      2026-02-15 10-K 2024Q1-2024Q4 500`);
    expect(quartersOf(line, '2026-02-14').filter((text) => text.startsWith('2024Q4'))).toEqual([]);
    expect(quartersOf(line)).toContain('2024Q4 144 = 2024Q1-2024Q4 500 − 2024Q1-2024Q3 356');
  });

  test('but a quarter that the same report prints stands as it is printed', () => {
    const line = given(`${YEAR}
      2024-10-31 10-Q 2023Q1-2023Q3 320
      2025-02-15 10-K 2023Q4 130
      2025-02-15 10-K 2023Q1-2023Q4 460`);
    expect(quartersOf(line)).toContain('2023Q4 130');
  });
});

describe('filings of one day', () => {
  test('are one document: three quarters that come late give each of them', () => {
    const late = YEAR.replace(/\d{4}-\d{2}-\d{2}/g, '2024-03-01');
    const quarters = (text: string) => quartersOf(given(text));
    expect(quarters(late)).toEqual(quarters(YEAR));
    expect(quarters(late)).toHaveLength(4);
  });

  test('are on one basis with what they restate', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 100
      2024-03-01 10-Q/A 2023Q1 90
      2024-03-01 10-Q 2023Q1-2023Q2 200
      2024-03-01 10-Q 2023Q1-2023Q3 320`);
    expect(quartersOf(line)).toEqual([
      '2023Q1 90',
      '2023Q2 110 = 2023Q1-2023Q2 200 − 2023Q1 90',
      '2023Q3 120 = 2023Q1-2023Q3 320 − 2023Q1-2023Q2 200',
    ]);
  });

  test('may bring a history of quarters at once, which later filings take up', () => {
    const line = given(`
      2024-05-01 S-1 2022Q1-2022Q4 460
      2024-05-01 S-1 2023Q1-2023Q4 500
      2024-05-01 S-1 2022Q4 130
      2024-05-01 S-1 2023Q1 115
      2024-05-01 S-1 2024Q1 150
      2024-08-01 10-Q 2023Q1-2023Q2 240
      2024-08-01 10-Q 2024Q1-2024Q2 310
      2024-11-01 10-Q 2023Q1-2023Q3 369`);
    expect(quartersOf(line)).toEqual([
      '2022Q4 130',
      '2023Q1 115',
      '2023Q2 125 = 2023Q1-2023Q2 240 − 2023Q1 115',
      '2023Q3 129 = 2023Q1-2023Q3 369 − 2023Q1-2023Q2 240',
      '2023Q4 131 = 2023Q1-2023Q4 500 − 2023Q1-2023Q3 369',
      '2024Q1 150',
      '2024Q2 160 = 2024Q1-2024Q2 310 − 2024Q1 150',
    ]);
  });
});

describe('a restatement', () => {
  test('in a current report counts like one in any other', () => {
    const line = given(`${YEAR}
      2024-04-01 8-K 2023Q1 80
      2024-04-01 8-K 2023Q2 88
      2024-04-01 8-K 2023Q3 96
      2024-04-01 8-K 2023Q4 104
      2024-04-01 8-K 2023Q1-2023Q4 368`);
    expect(quartersOf(line, '2024-03-31')).toEqual(quartersOf(given(YEAR)));
    expect(quartersOf(line)).toEqual(['2023Q1 80', '2023Q2 88', '2023Q3 96', '2023Q4 104']);
  });

  test('may come twice: the newest stands, and each stood from its day on', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 100
      2024-05-02 10-Q 2023Q1 90
      2025-05-02 10-K 2023Q1 85`);
    const known = ['2024-05-01', '2024-05-02', '2025-05-01', '2025-05-02'];
    expect(known.flatMap((day) => quartersOf(line, day))).toEqual([
      '2023Q1 100',
      '2023Q1 90',
      '2023Q1 90',
      '2023Q1 85',
    ]);
  });

  test('of the year parts what was reported before it from what comes first after it', () => {
    const line = given(`
      2023-10-31 10-Q 2023Q1-2023Q3 196
      2024-02-15 10-K 2023Q1-2023Q4 260
      2024-05-02 8-K 2023Q1-2023Q4 266
      2024-05-02 10-Q 2023Q1 67
      2024-08-01 10-Q 2023Q1-2023Q2 138
      2024-10-31 10-Q 2023Q1-2023Q3 200`);
    // Nine months of before less half a year of after would be 58.
    expect(quartersOf(line, '2024-10-30')).toEqual([
      '2023Q1 67',
      '2023Q2 71 = 2023Q1-2023Q2 138 − 2023Q1 67',
      '2023Q4 64 = 2023Q1-2023Q4 260 − 2023Q1-2023Q3 196',
    ]);
    expect(quartersOf(line)).toContain('2023Q4 66 = 2023Q1-2023Q4 266 − 2023Q1-2023Q3 200');
  });

  test('of a year that had been reported before parts nothing', () => {
    const line = given(`
      2023-02-15 10-K 2022Q1-2022Q4 391
      2023-08-01 10-Q 2022Q1-2022Q2 177
      2023-08-01 10-Q 2023Q1-2023Q2 192
      2023-10-12 8-K 2022Q1-2022Q4 380
      2023-11-02 10-Q 2022Q1-2022Q3 285
      2023-11-02 10-Q 2023Q1-2023Q3 315`);
    expect(quartersOf(line)).toContain('2023Q3 123 = 2023Q1-2023Q3 315 − 2023Q1-2023Q2 192');
  });
});

test('a quarter before may follow from twelve months to the end of any quarter', () => {
  const line = given(`
    2023-05-02 10-Q 2023Q1 100
    2023-08-01 10-Q 2023Q2 110
    2023-10-31 10-Q 2023Q3 120
    2023-10-31 10-Q 2022Q4-2023Q3 420`);
  expect(quartersOf(line)[0]).toBe(
    '2022Q4 90 = 2022Q4-2023Q3 420 − 2023Q1 100 − 2023Q2 110 − 2023Q3 120',
  );
});

test('a flow may turn from one sign to the other, within a year and over it', () => {
  const flow = `
    2023-05-02 10-Q 2023Q1 -30
    2023-08-01 10-Q 2023Q1-2023Q2 -49
    2023-10-31 10-Q 2023Q1-2023Q3 20
    2024-05-02 10-Q 2023Q1 -30
    2024-05-02 10-Q 2024Q1 30`;
  const line = lineOf(reports(flow), false);
  expect(setAsideBy(line)).toEqual([]);
  expect(quartersOf(line)).toEqual([
    '2023Q1 -30',
    '2023Q2 -19 = 2023Q1-2023Q2 -49 − 2023Q1 -30',
    '2023Q3 69 = 2023Q1-2023Q3 20 − 2023Q1-2023Q2 -49',
    '2024Q1 30',
  ]);
});

test('releases in tenths of billions give way to the filings, and change nothing a year later', () => {
  const line = given(`
    2023-05-01 8-K 2023Q1 1300 100
    2023-05-09 10-Q 2023Q1 1291 1
    2023-08-01 8-K 2023Q2 1500 100
    2023-08-09 10-Q 2023Q1-2023Q2 2822 1
    2024-05-01 8-K 2023Q1 1300 100
    2024-08-01 8-K 2023Q2 1500 100`);
  expect(quartersOf(line, '2023-08-05')).toEqual(['2023Q1 1291', '2023Q2 1500']);
  expect(quartersOf(line)).toEqual([
    '2023Q1 1291',
    '2023Q2 1531 = 2023Q1-2023Q2 2822 − 2023Q1 1291',
  ]);
});

describe('nothing is a figure like any other', () => {
  test('a payment to date that stays what it was leaves nothing for the quarter', () => {
    const line = given(`
      2023-05-02 10-Q 2023Q1 500
      2023-08-01 10-Q 2023Q1-2023Q2 500
      2023-10-31 10-Q 2023Q1-2023Q3 800
      2024-02-15 10-K 2023Q1-2023Q4 800
      2024-05-02 10-Q 2023Q1 500
      2024-10-31 10-Q 2023Q1-2023Q3 800`);
    expect(setAsideBy(line)).toEqual([]);
    expect(quartersOf(line).map((text) => text.split(' =')[0])).toEqual([
      '2023Q1 500',
      '2023Q2 0',
      '2023Q3 300',
      '2023Q4 0',
    ]);
  });

  test('so it does where figures are not rounded at all', () => {
    const line = given('2023-05-02 10-Q 2023Q1 500\n2023-08-01 10-Q 2023Q1-2023Q2 500', 0);
    expect(quartersOf(line)[1]).toBe('2023Q2 0 = 2023Q1-2023Q2 500 − 2023Q1 500');
  });

  test('small figures are alike by chance: three quarters and one may both round to 2', () => {
    const history = `
      2024-05-01 S-1 2023Q1-2023Q3 2
      2024-05-01 S-1 2023Q3 2`;
    expect(setAsideBy(given(history, 1))).toEqual([]);
    expect(setAsideBy(given(history, 0.001))).toHaveLength(1);
  });

  test('a small figure may become that of the year before', () => {
    const line = given(
      `
      2023-05-02 10-Q 2023Q1 3
      2024-05-02 10-Q 2023Q1 4
      2024-05-02 10-Q 2024Q1 4`,
      1,
    );
    expect(quartersOf(line)).toEqual(['2023Q1 4', '2024Q1 4']);
  });
});

describe('a payment to date that falls', () => {
  const TOO_LARGE = `
    2023-05-02 10-Q 2023Q1 90
    2023-08-01 10-Q 2023Q1-2023Q2 22
    2023-10-31 10-Q 2023Q1-2023Q3 36`;

  test('speaks against the later figure, as long as there is but one of them', () => {
    expect(quartersOf(given(TOO_LARGE), '2023-10-30')).toEqual(['2023Q1 90']);
  });

  test('speaks against the first one, where two documents are below it', () => {
    const line = given(TOO_LARGE);
    expect(quartersOf(line)).toEqual(['2023Q3 14 = 2023Q1-2023Q3 36 − 2023Q1-2023Q2 22']);
    expect(setAsideBy(line)).toContain('2023-10-31 2023Q1 90 is more than the 22 of 2 quarters');
  });

  test('and the first one is made good a year later', () => {
    const line = given(`${TOO_LARGE}\n2024-05-02 10-Q 2023Q1 10`);
    expect(quartersOf(line).slice(0, 2)).toEqual([
      '2023Q1 10',
      '2023Q2 12 = 2023Q1-2023Q2 22 − 2023Q1 10',
    ]);
  });
});
