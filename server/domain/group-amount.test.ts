import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPANIES, groupView, view } from '../test/reviewed-views.ts';
import { anyDay, anyFacts, anyQuarter } from './arbitraries.testing.ts';
import { Decimal } from './decimal.ts';
import { explain } from './explanations/explanation.ts';
import { GroupView } from './group-view.ts';
import {
  amount,
  FIRST,
  fact,
  gaps,
  madeUpGroup,
  OVER_QUARTER,
  OVER_YEAR,
  ratio,
  SECOND,
  TWELVE_MONTHS,
} from './testing.ts';
import { CURRENCIES } from './vocabulary.ts';

const asOf = '2025-09-01';
const china = groupView('china-hyperscalers', { asOf });
const inYuan = groupView('china-hyperscalers', { asOf, currency: 'CNY' });
const us = groupView('us-hyperscalers', { asOf });
const percent = (fraction: number | null) => Number((fraction! * 100).toFixed(2));

test.each([
  ['us-hyperscalers', '2025Q2', 'capex', asOf, '291.349'],
  ['us-hyperscalers', '2025Q2', 'headlineCapex', asOf, '317.578'],
  ['china-hyperscalers', '2025Q2', 'capex', asOf, '30.964'],
  ['us-hyperscalers', '2023Q3', 'capex', undefined, '143.945'],
  ['china-hyperscalers', '2023Q3', 'capex', undefined, '7.618'],
  ['us-hyperscalers', '2026Q2', 'capex', undefined, '510.703'],
  ['china-hyperscalers', '2026Q2', 'capex', undefined, '42.558'],
] as const)('%s, twelve months to %s, %s as of %s: USD %5$s bn', (group, of, item, asOf, expected) => {
  const sum = amount(groupView(group, { asOf }), item, of, TWELVE_MONTHS);
  expect(sum.value(1e9)!.toFixed(3)).toBe(expected);
  expect(sum.exact(1e9)!.toFixed(3)).toBe(expected);
});

test('china-hyperscalers: capex in yuan grew by 168.44 % over the year to 2025Q2, by 11.99 % over the quarter', () => {
  const capex = amount(inYuan, 'capex', '2025Q2');
  expect(percent(capex.growth(OVER_YEAR).value)).toBe(168.44);
  expect(percent(capex.growth(OVER_QUARTER).value)).toBe(11.99);
});

test.each([
  [china, 'cloudRevenue', '2025Q2', 106.46],
  [us, 'cloudRevenue', '2025Q2', 96.41],
  [china, 'revenue', '2024Q2', 5.23],
  [china, 'revenue', '2025Q2', 13.25],
  [us, 'revenue', '2024Q2', 15.71],
  [us, 'revenue', '2025Q2', 22.74],
] as const)('$0.group.slug: capex over $1 in $2 is $3 %', (group, item, of, expected) => {
  expect(percent(ratio(group, 'capex', item, of).value)).toBe(expected);
});

test('a sum is that of its members, each in the currency of the group', () => {
  const members = { Acme: [fact('2025Q2', 70, { currency: 'CNY' })], Byte: [fact('2025Q2', 5)] };
  expect(amount(madeUpGroup(members), 'capex', '2025Q2').value()).toBe(15);
  expect(amount(madeUpGroup(members, { currency: 'CNY' }), 'capex', '2025Q2').value()).toBe(105);
  expect(amount(madeUpGroup(members), 'capex', '2025Q2').exact(10)).toEqual(new Decimal('1.5'));
});

test('any sum is that of its members, as is its exact value, or is missing with theirs', () => {
  fc.assert(
    fc.property(
      anyFacts,
      anyFacts,
      anyQuarter,
      anyDay,
      fc.constantFrom(...CURRENCIES),
      (some, others, quarter, asOf, currency) => {
        const group = madeUpGroup({ Acme: some, Byte: others }, { asOf, currency });
        const sum = amount(group, 'revenue', quarter);
        const parts = group.members.map((member) => amount(member, 'revenue', quarter));
        const values = parts.map((part) => part.value());
        const expected = values.includes(null) ? null : values[0]! + values[1]!;
        expect(sum.value()).toBe(expected);
        // From zero on, since what rounds to nothing from below is a zero with a sign of its own.
        const total = () => Decimal.sum(0, ...parts.map((part) => part.exact()!)).toNumber();
        expect(sum.exact()?.toNumber() ?? null).toBe(expected === null ? null : total());
        expect(gaps(sum)).toEqual(parts.flatMap(gaps));
      },
    ),
  );
});

test('while a member has not reported, the sum is missing and names it', () => {
  // Tencent reported on 2025-08-13, Baidu on 2025-08-20, Alibaba on 2025-08-29.
  const missingOn = (asOf: string) => {
    const sum = amount(groupView('china-hyperscalers', { asOf }), 'capex', '2025Q2');
    expect([sum.value(), sum.exact(), sum.quality]).toEqual([null, null, null]);
    expect(new Set(gaps(sum))).toEqual(new Set(['CAPEX 2025Q2 NOT_YET_PUBLISHED']));
    return sum.missing.map(({ company }) => company.slug);
  };
  expect(missingOn('2025-08-13')).toEqual(['alibaba', 'baidu']);
  expect(missingOn('2025-08-28')).toEqual(['alibaba']);
  expect(
    explain(amount(groupView('china-hyperscalers', { asOf: '2025-08-13' }), 'capex', '2025Q2')),
  ).toBe(
    'No value: capex of Alibaba Group was not yet published (2025Q2); capex of Baidu was not yet published (2025Q2)',
  );
  expect(amount(china, 'capex', '2025Q2').missing).toEqual([]);
});

test('twelve months of a group are missing while a quarter of one member is', () => {
  const four = ['2024Q3', '2024Q4', '2025Q1', '2025Q2'].map((of) => fact(of, 1));
  const whole = madeUpGroup({ Acme: four, Byte: four });
  expect(amount(whole, 'capex', '2025Q2', TWELVE_MONTHS).value()).toBe(8);
  const hole = madeUpGroup({ Acme: four, Byte: four.toSpliced(1, 1) });
  expect(amount(hole, 'capex', '2025Q2', TWELVE_MONTHS).value()).toBeNull();
  expect(gaps(amount(hole, 'capex', '2025Q2', TWELVE_MONTHS))).toEqual([
    'CAPEX 2024Q4 NOT_IN_DATASET',
  ]);
});

test('a sum is as weak as its weakest member', () => {
  const weak = { quality: 'ESTIMATED' } as const;
  const group = madeUpGroup({ Acme: [fact('2025Q2', 1)], Byte: [fact('2025Q2', 1, weak)] });
  expect(amount(group, 'capex', '2025Q2').quality).toBe('ESTIMATED');
});

test('growth compares each member like for like, then sums', () => {
  const restated = [
    fact('2024Q2', 10, { definition: SECOND }),
    fact('2025Q2', 20, { definition: SECOND }),
    fact('2025Q2', 500, { definition: FIRST }),
  ];
  const group = madeUpGroup({ Acme: restated, Byte: [fact('2024Q2', 30), fact('2025Q2', 40)] });
  expect(amount(group, 'capex', '2025Q2').value()).toBe(540);
  const growth = amount(group, 'capex', '2025Q2').growth(OVER_YEAR);
  expect([growth.from.value(), growth.to.value(), growth.value]).toEqual([40, 60, 0.5]);
  expect(explain(growth)).toContain('like for like: Acme as second');
});

test("a group's growth explains itself", () => {
  const growth = amount(groupView('us-cloud', { asOf }), 'cloudRevenue', '2024Q3').growth(
    OVER_YEAR,
  );
  expect(explain(growth)).toBe(
    '68,497 m USD (2024Q3) / 56,083 m USD (2023Q3) − 1 = +22.1 %, Oracle rounded to 0.1 bn, Oracle to 31 August 2024, Oracle to 31 August 2023',
  );
  expect(explain(growth.from)).toBe(
    'Cloud revenue of US cloud providers, 2023Q3: 20,013 (Microsoft) + 23,059 (Amazon) + 8,411 (Alphabet) + 4,600 (Oracle) = 56,083 m USD (Microsoft as intelligent-cloud-2024; Amazon as aws; Alphabet as google-cloud; Oracle as cloud-services), Oracle rounded to 0.1 bn, Oracle to 31 August 2023',
  );
});

test('growth is missing where one member cannot be compared, and names it', () => {
  const changed = [
    fact('2024Q2', 10, { definition: FIRST }),
    fact('2025Q2', 20, { definition: SECOND }),
  ];
  const group = madeUpGroup({ Acme: changed, Byte: [fact('2024Q2', 30), fact('2025Q2', 40)] });
  const growth = amount(group, 'capex', '2025Q2').growth(OVER_YEAR);
  expect(growth.value).toBeNull();
  expect(growth.missing.map(({ company, reason }) => [company.name, reason])).toEqual([
    ['Acme', 'NOT_COMPARABLE'],
  ]);
});

test('growth from nothing is not meaningful, for every member that is counted', () => {
  const group = madeUpGroup({
    Acme: [fact('2025Q1', 0), fact('2025Q2', 1)],
    Byte: [fact('2025Q1', 0), fact('2025Q2', 2)],
  });
  expect(gaps(amount(group, 'capex', '2025Q2').growth(OVER_QUARTER))).toEqual([
    'CAPEX 2025Q1 NOT_MEANINGFUL',
    'CAPEX 2025Q1 NOT_MEANINGFUL',
  ]);
});

test('a sum can be added up again from its facts and exchange rates', () => {
  const sum = amount(china, 'capex', '2025Q2', TWELVE_MONTHS);
  expect(sum.facts).toHaveLength(12);
  expect(sum.exchangeRates).toHaveLength(4);
  const averages = new Map(
    sum.exchangeRates.map(({ calendarQuarter, average }) => [calendarQuarter, Number(average)]),
  );
  const again = sum.facts.reduce(
    (total, fact) => total + fact.value / averages.get(fact.calendarQuarter)!,
    0,
  );
  expect(sum.value()).toBeCloseTo(again, 1);
});

test('a group of one company has the figures of that company', () => {
  for (const company of COMPANIES) {
    const alone = view(company, { currency: 'USD' });
    const group = new GroupView({ slug: 'alone', name: 'Alone' }, [alone], 'USD');
    for (const quarter of alone.knownQuarters()) {
      const [ours, theirs] = [alone, group].map((of) => [
        ratio(of, 'capex', 'cloudRevenue', quarter, TWELVE_MONTHS).value,
        ratio(of, 'headlineCapex', 'revenue', quarter).change(OVER_YEAR).value,
        ratio(of, 'operatingCashFlow', 'depreciation', quarter).value,
      ]);
      expect(theirs, `${company} ${quarter}`).toEqual(ours);
      expect(amount(group, 'capex', quarter, TWELVE_MONTHS).exact()).toEqual(
        amount(alone, 'capex', quarter, TWELVE_MONTHS).exact(),
      );
    }
  }
});
