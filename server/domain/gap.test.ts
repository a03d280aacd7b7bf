import { describe, expect, test } from 'vitest';
import { view } from '../test/reviewed-views.ts';
import {
  amount,
  day,
  fact,
  gaps,
  madeUp,
  OVER_QUARTER,
  period,
  quarter,
  RATES,
  series,
  TWELVE_MONTHS,
  viewOf,
} from './testing.ts';
import type { Concept } from './vocabulary.ts';

describe('not disclosed is what a non-disclosure says so of', () => {
  const known = (concept: Concept) =>
    viewOf(
      series([fact('2025Q1', 1), fact('2025Q3', 3)], {}, [
        { concept, from: quarter('2025Q2'), until: quarter('2030Q4') },
      ]),
      RATES,
      { asOf: '2025-06-01' },
    );

  test('in its quarters, on every day', () => {
    const reasons = ['2025Q1', '2025Q2', '2030Q4', '2031Q1'].flatMap((of) =>
      gaps(amount(known('REVENUE'), 'revenue', of)),
    );
    expect(reasons).toEqual([
      'REVENUE 2025Q1 NOT_IN_DATASET',
      'REVENUE 2025Q2 NOT_DISCLOSED',
      'REVENUE 2030Q4 NOT_DISCLOSED',
      'REVENUE 2031Q1 NOT_YET_PUBLISHED',
    ]);
  });

  test('of a headline only where it holds for every concept that may fill it', () => {
    expect(gaps(amount(known('CAPEX_INCLUDING_LEASES'), 'headlineCapex', '2025Q2'))).toEqual([
      'CAPEX 2025Q2 NOT_YET_PUBLISHED',
    ]);
  });
});

test('what no fact is of, though of the company others are around it, is not in the dataset', () => {
  expect(gaps(amount(view('baidu'), 'cloudRevenue', '2024Q4'))).toEqual([
    'CLOUD_REVENUE 2024Q4 NOT_IN_DATASET',
  ]);
});

test('what comes after the newest quarter known is not yet published', () => {
  const fall = view('alibaba', { asOf: '2025-08-28' });
  expect(gaps(amount(fall, 'capex', '2025Q2', TWELVE_MONTHS))).toEqual([
    'CAPEX 2025Q2 NOT_YET_PUBLISHED',
  ]);
  expect(gaps(amount(fall, 'capex', '2030Q1'))).toEqual(['CAPEX 2030Q1 NOT_YET_PUBLISHED']);
});

test('newest is meant of the company: what is missing beside a figure of its quarter may be published', () => {
  const known = madeUp([
    fact('2026Q2', 90),
    fact('2026Q2', 9, { concept: 'REVENUE' }),
    fact('2026Q3', 100),
  ]);
  expect(gaps(amount(known, 'revenue', '2026Q3'))).toEqual(['REVENUE 2026Q3 NOT_IN_DATASET']);
});

test('what comes before the oldest quarter known is out of range', () => {
  expect(gaps(amount(view('alibaba'), 'capex', '2020Q2', TWELVE_MONTHS))).toEqual([
    'CAPEX 2019Q3 OUT_OF_RANGE',
    'CAPEX 2019Q4 OUT_OF_RANGE',
  ]);
  expect(gaps(amount(view('baidu'), 'capex', '2019Q3'))).toEqual(['CAPEX 2019Q3 OUT_OF_RANGE']);
});

test('what is known only within a longer period cannot be derived', () => {
  const year = period('2024-01-01', '2024-12-31');
  const known = madeUp([fact('2023Q4', 90), fact('2024Q4', 400, year), fact('2025Q1', 110)]);
  const quarters = ['2023Q3', '2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q2'];
  expect(quarters.flatMap((of) => gaps(amount(known, 'capex', of)))).toEqual([
    'CAPEX 2023Q3 OUT_OF_RANGE',
    'CAPEX 2024Q1 NOT_DERIVABLE',
    'CAPEX 2024Q2 NOT_DERIVABLE',
    'CAPEX 2024Q3 NOT_DERIVABLE',
    'CAPEX 2024Q4 NOT_DERIVABLE',
    'CAPEX 2025Q2 NOT_YET_PUBLISHED',
  ]);
});

test('a longer figure of another concept or of a later day derives nothing', () => {
  const year = { ...period('2024-01-01', '2024-12-31'), publishedOn: day('2025-04-22') };
  const facts = [fact('2023Q4', 90), fact('2024Q4', 400, year)];
  expect(gaps(amount(madeUp(facts, { asOf: '2025-04-22' }), 'capex', '2024Q2'))).toEqual([
    'CAPEX 2024Q2 NOT_DERIVABLE',
  ]);
  expect(gaps(amount(madeUp(facts, { asOf: '2025-04-21' }), 'capex', '2024Q2'))).toEqual([
    'CAPEX 2024Q2 NOT_YET_PUBLISHED',
  ]);
  expect(gaps(amount(madeUp(facts), 'revenue', '2024Q2'))).toEqual([
    'REVENUE 2024Q2 NOT_IN_DATASET',
  ]);
});

test.each([
  ['six months', '2024-07-01', ['2024Q3', '2024Q4']],
  ['nine months', '2024-04-01', ['2024Q2', '2024Q3', '2024Q4']],
  ['53 weeks', '2023-12-26', ['2024Q1', '2024Q2', '2024Q3', '2024Q4']],
])('%s cover their own quarters', (_, start, covered) => {
  const known = madeUp([fact('2024Q4', 300, period(start, '2024-12-31'))]);
  const quarters = ['2023Q4', '2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1'];
  const inside = quarters.filter((of) =>
    gaps(amount(known, 'capex', of))[0]!.endsWith('DERIVABLE'),
  );
  expect(inside).toEqual(covered);
});

test('a gap names the company', () => {
  const [gap] = amount(view('tencent'), 'cloudRevenue', '2025Q2').missing;
  expect(gap!.company.slug).toBe('tencent');
});

test('where no figure has a rate of its quarter, there is no exchange rate', () => {
  expect(gaps(amount(view('alibaba', { currency: 'EUR' }), 'capex', '2026Q2'))).toEqual([
    'CAPEX 2026Q2 NO_EXCHANGE_RATE',
  ]);
  expect(gaps(amount(view('alibaba', { currency: 'CNY' }), 'capex', '2026Q2'))).toEqual([]);
});

test('a quarter that two windows share is named once', () => {
  const sum = amount(view('oracle', { currency: 'EUR' }), 'capex', '2026Q3', TWELVE_MONTHS);
  expect(gaps(sum.growth(OVER_QUARTER))).toEqual([
    'CAPEX 2026Q2 NO_EXCHANGE_RATE',
    'CAPEX 2026Q3 NO_EXCHANGE_RATE',
  ]);
});

test('a headline that only the year is known of names the concept of the year', () => {
  const year = period('2024-01-01', '2024-12-31');
  const known = madeUp([fact('2024Q4', 300, { ...year, concept: 'CAPEX_INCLUDING_LEASES' })]);
  expect(gaps(amount(known, 'headlineCapex', '2024Q2'))).toEqual([
    'CAPEX_INCLUDING_LEASES 2024Q2 NOT_DERIVABLE',
  ]);
});
