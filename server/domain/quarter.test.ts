import { expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import { formatDay } from './day.ts';
import type { Period } from './period.ts';
import { day, fact, period, quarter, quarterOf, RATES, series } from './testing.ts';
import { View } from './view.ts';

const span = ({ start, end }: Period) => [start, end].map(formatDay);

test('a quarter is named in both calendars', () => {
  const label = (company: string, of: string) => quarterOf(view(company), of).fiscalLabel;
  expect(label('alibaba', '2025Q2')).toBe('FY2026 Q1');
  expect(label('oracle', '2025Q2')).toBe('FY2025 Q4');
  expect(label('microsoft', '2025Q2')).toBe('FY2025 Q4');
  expect(label('tencent', '2025Q2')).toBe('FY2025 Q2');
});

test('its days are those that the documents print', () => {
  expect(span(quarterOf(view('oracle'), '2024Q1').period)).toEqual(['2023-12-01', '2024-02-29']);
  const weeks = series([fact('2025Q4', 1, period('2025-10-27', '2026-01-25'))], {
    fiscalYearEndMonth: 1,
  });
  const known = quarterOf(new View(weeks, RATES), '2025Q4');
  expect(span(known.period)).toEqual(['2025-10-27', '2026-01-25']);
  expect(known.fiscalLabel).toBe('FY2026 Q4');
});

test('its days are not those of a figure that is set aside', () => {
  const weeks = series([
    fact('2025Q1', 100, period('2024-12-29', '2025-03-29')),
    fact('2025Q1', -100, { ...period('2025-01-01', '2025-03-31'), publishedOn: day('2026-04-30') }),
  ]);
  expect(span(quarterOf(new View(weeks, RATES), '2025Q1').period)).toEqual([
    '2024-12-29',
    '2025-03-29',
  ]);
});

test('its days are whole months where only a longer period is printed', () => {
  const year = series([fact('2025Q1', 4, period('2024-04-01', '2025-03-31'))], {
    fiscalYearEndMonth: 3,
  });
  const known = quarterOf(new View(year, RATES), '2025Q1');
  expect(span(known.period)).toEqual(['2025-01-01', '2025-03-31']);
});

test('it was published when the first of its figures was', () => {
  expect(formatDay(quarterOf(view('microsoft'), '2023Q3').publishedOn!)).toBe('2023-10-24');
  expect(formatDay(quarterOf(view('tencent'), '2025Q1').publishedOn!)).toBe('2025-05-14');
});

test('its facts are every version known on the day, newest first', () => {
  const days = (asOf?: string) =>
    quarterOf(view('microsoft', { asOf }), '2023Q3')
      .facts('CLOUD_REVENUE')
      .map(({ publishedOn }) => formatDay(publishedOn));
  expect(days()).toEqual(['2024-10-30', '2023-10-24']);
  expect(days('2024-10-29')).toEqual(['2023-10-24']);
  expect(days('2023-10-23')).toEqual([]);
});

test('its facts are of all concepts, unless one is asked for', () => {
  const tencent = quarterOf(view('tencent'), '2025Q1');
  const concepts = tencent.facts().map(({ concept }) => concept);
  expect(concepts[0]).toBe('OPERATING_CASH_FLOW');
  expect(concepts.toSorted()).toEqual([
    'CAPEX',
    'DEPRECIATION_AND_AMORTIZATION',
    'OPERATING_CASH_FLOW',
    'REVENUE',
  ]);
  expect(tencent.facts('REVENUE').map(({ value }) => value)).toEqual([180_022_000_000]);
});

test('it speaks for its company, in the currency of the view', () => {
  const { company, currency, calendarQuarter } = quarterOf(
    view('alibaba', { currency: 'USD' }),
    '2025Q2',
  );
  expect([company.name, currency, calendarQuarter]).toEqual([
    'Alibaba Group',
    'USD',
    quarter('2025Q2'),
  ]);
  expect(quarterOf(view('alibaba'), '2025Q2').currency).toBe('CNY');
});
