import { expect, test } from 'vitest';
import { printed, quarterly } from '../testing.ts';
import { quartersOf } from './quarters.ts';

const reasons = (prints: Parameters<typeof quartersOf>[0]) =>
  quartersOf(prints).contradictions.map(({ value, reason }) => `${value}: ${reason}`);

test('a quarter with the value of its year is not taken: the year less nine months is', () => {
  // Oracle's revenue of fiscal 2022, as its companyfacts file has it.
  const prints = [
    printed('2021-06-01/2022-02-28', 30_600_000_000),
    printed('2021-06-01/2022-05-31', 42_440_000_000, { form: '10-K', filed: '2022-06-21' }),
    printed('2022-03-01/2022-05-31', 42_440_000_000, { form: '10-K', filed: '2022-06-21' }),
  ];
  expect(quarterly(prints)).toEqual({ '2022-05-31': '11840000000 DERIVED' });
  expect(reasons(prints)).toEqual(['42440000000: equals the year 2021-06-01 to 2022-05-31']);
  expect(quarterly(prints.slice(1))).toEqual({});
});

test('a quarter may be all of its year where the year-to-date figures bear it out', () => {
  const first = [
    printed('2023-01-01/2023-03-31', 5),
    printed('2023-01-01/2023-06-30', 5),
    printed('2023-01-01/2023-12-31', 5, { form: '10-K' }),
  ];
  const last = [
    printed('2023-01-01/2023-09-30', 0),
    printed('2023-10-01/2023-12-31', 5, { form: '10-K' }),
    printed('2023-01-01/2023-12-31', 5, { form: '10-K' }),
  ];
  expect(quarterly(first)['2023-03-31']).toBe('5 REPORTED');
  expect(quarterly(last)['2023-12-31']).toBe('5 REPORTED');
  expect([...reasons(first), ...reasons(last)]).toEqual([]);
});

test('of versions more than tenfold apart the one printed most is taken, of one against one neither', () => {
  const inMillions = printed('2023-01-01/2023-03-31', 1234, { filed: '2024-05-01' });
  const prints = [printed('2023-01-01/2023-03-31', 1_234_000_000), inMillions];
  expect(quarterly(prints)).toEqual({});
  expect(reasons(prints)).toHaveLength(2);
  const again = printed('2023-01-01/2023-03-31', 1_234_000_000, { filed: '2025-05-01' });
  expect(quarterly([...prints, again])).toEqual({ '2023-03-31': '1234000000 REPORTED' });
  expect(reasons([...prints, again])).toEqual([
    '1234: another filing prints 1234000000, more than tenfold apart',
  ]);
});

test('a difference more than tenfold apart from what was known is not taken', () => {
  const prints = [
    printed('2023-01-01/2023-09-30', 60),
    printed('2023-01-01/2023-12-31', 100, { form: '10-K', filed: '2024-02-05' }),
    printed('2023-01-01/2023-12-31', 62, { form: '10-K/A', filed: '2024-06-20' }),
  ];
  expect(quarterly(prints)).toEqual({ '2023-12-31': '40 DERIVED' });
  expect(reasons(prints)).toEqual([
    '2: a difference more than tenfold apart from 40, known before',
  ]);
});

test('where the quarters add up to other than the year, the one that is out of line is not taken', () => {
  const prints = (third: number) => [
    printed('2023-01-01/2023-03-31', 10),
    printed('2023-04-01/2023-06-30', 10),
    printed('2023-01-01/2023-06-30', 20),
    printed('2023-07-01/2023-09-30', third),
    printed('2023-01-01/2023-09-30', 30),
    printed('2023-01-01/2023-12-31', 40, { form: '10-K' }),
  ];
  expect(reasons(prints(10.3))).toEqual([]);
  expect(reasons(prints(50))).toEqual([
    '50: the quarters of 2023-01-01 to 2023-12-31 add up to 80, the year is 40',
  ]);
  expect(Object.keys(quarterly(prints(50)))).toEqual(['2023-03-31', '2023-06-30', '2023-12-31']);
});

test('four quarters that add up to other than the year are not taken where nothing tells which is wrong', () => {
  const quarters = ['01-01/2023-03-31', '04-01/2023-06-30', '07-01/2023-09-30', '10-01/2023-12-31'];
  const prints = quarters.map((period) => printed(`2023-${period}`, 10, { form: '10-K' }));
  const year = printed('2023-01-01/2023-12-31', 50, { form: '10-K' });
  expect(Object.keys(quarterly(prints))).toHaveLength(4);
  expect(quarterly([...prints, year])).toEqual({});
});

test('two figures of one filing for one period are not taken, unless one rounds the other', () => {
  const print = printed('2023-01-01/2023-03-31', 1_234_000_000);
  expect(quarterly([print, { ...print, value: 1_200_000_000 }])['2023-03-31']).toBe(
    '1234000000 REPORTED',
  );
  expect(quarterly([print, { ...print, value: 1_243_000_000 }])).toEqual({});
});

test('a figure filed before its period was over is not taken', () => {
  const early = printed('2023-01-01/2023-03-31', 5, { filed: '2023-03-31' });
  expect(quarterly([early])).toEqual({});
  expect(reasons([early])).toEqual(['5: filed before its period was over']);
});
