import { expect, test } from 'vitest';
import { FIRST, fact, madeUp, period, quarterOf } from './testing.ts';

const year = (start: string, end: string, publishedOn: string) =>
  fact('2025Q2', 400, { ...period(start, end), form: 'ANNUAL', ...published(publishedOn) });
const published = (text: string) => ({ publishedOn: period(text, text).periodStart });
const labels = (view: ReturnType<typeof madeUp>, ...quarters: string[]) =>
  quarters.map((of) => quarterOf(view, of).fiscalLabel);

const MOVED = [
  year('2021-01-01', '2021-12-31', '2022-02-20'),
  year('2022-01-01', '2022-12-31', '2023-02-20'),
  // The year end moves from December to June; half a year is in between.
  year('2023-07-01', '2024-06-30', '2024-08-20'),
];

test('a quarter is named by the year end in force then', () => {
  const view = madeUp(MOVED);
  expect(
    labels(view, '2022Q1', '2022Q4', '2023Q1', '2023Q2', '2023Q3', '2024Q2', '2024Q3'),
  ).toEqual([
    'FY2022 Q1',
    'FY2022 Q4',
    'FY2023 Q3',
    'FY2023 Q4',
    'FY2024 Q1',
    'FY2024 Q4',
    'FY2025 Q1',
  ]);
});

test('and by what was known of it on the day', () => {
  const view = madeUp(MOVED, { asOf: '2024-08-19' });
  expect(labels(view, '2023Q1', '2024Q2')).toEqual(['FY2023 Q1', 'FY2024 Q2']);
});

test('a company without an annual report has the year end that it is listed with', () => {
  const view = madeUp([fact('2025Q2', 100, { definition: FIRST })]);
  expect(labels(view, '2025Q2')).toEqual(['FY2025 Q2']);
});

test('twelve months in a quarterly report are no fiscal year', () => {
  const twelveMonths = {
    ...year('2022-04-01', '2023-03-31', '2023-05-01'),
    form: 'QUARTERLY' as const,
  };
  expect(labels(madeUp([...MOVED.slice(0, 2), twelveMonths]), '2023Q1')).toEqual(['FY2023 Q1']);
});
