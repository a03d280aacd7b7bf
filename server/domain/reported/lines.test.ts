import { expect, test } from 'vitest';
import { END_OF_TIME, parseDay } from '../day.ts';
import { linesOf } from './lines.ts';
import { quartersOf, reports } from './testing.ts';

const definitionsOn = (text: string, day?: string, isTag = true) =>
  linesOf(reports(text), true, () => isTag)
    .findLast(({ from }) => from <= (day ? parseDay(day)! : END_OF_TIME))
    ?.lines.map(({ definitions }) => definitions);

const TURNS = `
  2023-10-31 10-Q 2023Q1-2023Q3 36 1 0
  2024-02-15 10-K 2023Q1-2023Q4 56 1 1
  2024-10-31 10-Q 2024Q1-2024Q3 56 1 0
  2025-02-15 10-K 2023Q1-2023Q4 56 1 1
  2025-02-15 10-K 2024Q1-2024Q4 86 1 1`;

test('tags that take turns in quarterly and annual reports are one line from the second year on', () => {
  expect(definitionsOn(TURNS, '2024-12-31')).toEqual([[0], [1]]);
  expect(definitionsOn(TURNS)).toEqual([[0, 1]]);
  const { line } = linesOf(reports(TURNS), true, () => true).at(-1)!.lines[0]!;
  expect(quartersOf(line)).toEqual([
    '2023Q4 20 = 2023Q1-2023Q4 56 − 2023Q1-2023Q3 36',
    '2024Q4 30 = 2024Q1-2024Q4 86 − 2024Q1-2024Q3 56',
  ]);
});

const BOTH = `
  2023-05-02 10-Q 2023Q1 100 1 0
  2024-05-02 10-Q 2023Q1 100 1 1
  2024-05-02 10-Q 2024Q1 140 1 1`;

test('tags that agree wherever both are reported are one line', () => {
  expect(definitionsOn(BOTH, '2023-12-31')).toEqual([[0]]);
  expect(definitionsOn(BOTH)).toEqual([[0, 1]]);
});

test('they are two lines from the day on which they disagree', () => {
  const later = `${BOTH}\n2024-08-01 10-Q 2024Q1 139 1 0`;
  expect(definitionsOn(later, '2024-07-31')).toEqual([[0, 1]]);
  expect(definitionsOn(later)).toEqual([[0], [1]]);
});

test('definitions of our own are never one line, whatever they agree on', () => {
  expect(definitionsOn(BOTH, undefined, false)).toEqual([[0], [1]]);
});

test('that both report nothing for a period makes tags no one line', () => {
  const nothing = BOTH.replace(/2023Q1 100/g, '2023Q1 0');
  expect(definitionsOn(nothing)).toEqual([[0], [1]]);
});

test('tags that agree for years and then part are two lines for the years before, too', () => {
  const years = `
    2022-05-02 10-Q 2022Q1 80 1 0
    2023-05-02 10-Q 2022Q1 80 1 1
    2023-05-02 10-Q 2023Q1 100 1 1
    2024-05-02 10-Q 2023Q1 100 1 0
    2024-05-02 10-Q 2024Q1 120 1 0
    2025-05-02 10-Q 2024Q1 115 1 1
    2025-05-02 10-Q 2025Q1 130 1 1`;
  const linesOn = (day: string) =>
    linesOf(reports(years), true, () => true)
      .findLast(({ from }) => from <= parseDay(day)!)!
      .lines.map(({ line }) => quartersOf(line, day));
  expect(linesOn('2025-05-01')).toEqual([['2022Q1 80', '2023Q1 100', '2024Q1 120']]);
  expect(linesOn('2025-05-02')).toEqual([
    ['2022Q1 80', '2023Q1 100', '2024Q1 120'],
    ['2022Q1 80', '2023Q1 100', '2024Q1 115', '2025Q1 130'],
  ]);
});

test('a tag that agrees with two others, which disagree, is one line with the first of them', () => {
  const three = `
    2023-05-02 10-Q 2023Q1 100 1 0
    2023-05-02 10-Q 2022Q1 80 1 2
    2024-05-02 10-Q 2023Q1 100 1 1
    2024-05-02 10-Q 2022Q1 80 1 1
    2025-05-02 10-Q 2025Q1 150 1 0
    2025-05-02 10-Q 2025Q1 110 1 2`;
  expect(definitionsOn(three, '2024-12-31')).toEqual([[0, 1, 2]]);
  expect(definitionsOn(three)).toEqual([[0, 1], [2]]);
});
