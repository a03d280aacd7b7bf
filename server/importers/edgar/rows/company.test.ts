import { expect, test } from 'vitest';
import type { TaggedReports } from '../read/reported.ts';
import { reported } from '../testing.ts';
import {
  companyName,
  companySlug,
  filerName,
  fiscalYearEndMonth,
  reportingCurrency,
} from './company.ts';

test.each([
  ['ALPHABET INC.', 'Alphabet Inc.', 'Alphabet', 'alphabet'],
  ['Meta Platforms, Inc.', 'Meta Platforms, Inc.', 'Meta Platforms', 'meta-platforms'],
  ['ORACLE CORP', 'Oracle Corp', 'Oracle', 'oracle'],
  [
    'INTERNATIONAL BUSINESS MACHINES CORP',
    'International Business Machines Corp',
    'International Business Machines',
    'international-business-machines',
  ],
  ['AT&T INC.', 'AT&T Inc.', 'AT&T', 'at-t'],
  ['COSTCO WHOLESALE CORP /NEW', 'Costco Wholesale Corp', 'Costco Wholesale', 'costco-wholesale'],
  [
    'Alibaba Group Holding Ltd',
    'Alibaba Group Holding Ltd',
    'Alibaba Group Holding',
    'alibaba-group-holding',
  ],
  ["L'Oréal & Søn S.A.", "L'Oréal & Søn S.A.", "L'Oréal & Søn", 'loreal-son'],
  [
    'Vestas Wind Systems A/S',
    'Vestas Wind Systems A/S',
    'Vestas Wind Systems A/S',
    'vestas-wind-systems-a-s',
  ],
  ['', '', '', 'cik-1234'],
  ['株式会社', '株式会社', '株式会社', 'cik-1234'],
])('%s: the name without capitals, without its legal form, and the slug', (entity, ...expected) => {
  const slug = companySlug(entity, '0000001234', new Set());
  expect([filerName(entity), companyName(entity), slug]).toEqual(expected);
});

test('a slug that is taken gets the CIK', () => {
  expect(companySlug('Delta Inc', '0000001234', new Set(['delta']))).toBe('delta-1234');
});

test.each([
  ['Ørsted Inc', 'orsted'],
  ['ÆRØ Œuvre Corp', 'aero-oeuvre'],
  ['Großmann Łódź Đuro', 'grossmann-lodz-duro'],
  ['Þórður Ħal Ñandú Çelik', 'thordur-hal-nandu-celik'],
  ['ØRSTED İSTANBUL ILICALI', 'orsted-istanbul-ilicali'],
])('the slug of %s is in plain letters: %s', (entity, slug) => {
  expect(companySlug(entity, '0000001234', new Set())).toBe(slug);
});

const annual = (...periods: string[]): TaggedReports => ({
  tag: 'us-gaap:Revenues',
  currency: 'USD',
  reported: periods.map((period) =>
    reported(period, 1, { form: '10-K', filed: `${Number(period.slice(0, 4)) + 2}-02-01` }),
  ),
});
const quarterly = (filed: string, ...periods: string[]): TaggedReports => ({
  ...annual(),
  reported: periods.map((period) => reported(period, 1, { filed })),
});

test.each([
  [12, ['2022-01-01/2022-12-31', '2023-01-01/2023-12-31']],
  [5, ['2022-06-01/2023-05-31', '2023-06-01/2024-05-31']],
  [9, ['2022-09-25/2023-09-30', '2023-10-01/2024-09-28']],
  [1, ['2022-01-30/2023-01-28', '2023-01-29/2024-02-03']],
  [12, ['2022-01-02/2022-12-31', '2023-01-01/2023-12-30', '2019-12-30/2021-01-03']],
])('the fiscal year ends in month %d, years of 52 and 53 weeks too', (month, periods) => {
  expect(fiscalYearEndMonth([annual(...periods)])).toBe(month);
});

test('a company that moved its year end has the one of its newest annual report', () => {
  const moved = annual('2021-01-01/2021-12-31', '2022-07-01/2023-06-30');
  expect(fiscalYearEndMonth([moved])).toBe(6);
});

test('twelve months in a quarterly report are no fiscal year', () => {
  const trailing = quarterly('2023-11-01', '2022-04-01/2023-03-31', '2022-10-01/2023-09-30');
  expect(fiscalYearEndMonth([annual('2022-01-01/2022-12-31'), trailing])).toBe(12);
});

test('before the first annual report, the year ends where the year to date began', () => {
  const toDate = quarterly('2023-11-01', '2023-07-01/2023-09-30', '2023-04-01/2023-09-30');
  expect(fiscalYearEndMonth([toDate])).toBe(3);
  expect(fiscalYearEndMonth([])).toBeUndefined();
});

test('the reporting currency is the one of most figures, whether the dataset has it or not', () => {
  const statements = annual('2022-01-01/2022-12-31', '2023-01-01/2023-12-31');
  const translated = { ...annual('2023-01-01/2023-12-31'), currency: 'USD' };
  expect(reportingCurrency([translated, { ...statements, currency: 'CAD' }])).toBe('CAD');
  expect(reportingCurrency([])).toBeUndefined();
});
