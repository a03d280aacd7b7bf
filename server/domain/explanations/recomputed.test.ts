import { expect, test } from 'vitest';
import { COMPANIES, groupView, view } from '../../test/reviewed-views.ts';
import type { Amount } from '../amount.ts';
import { Growth, GrowthLead, Ratio, RatioChange } from '../amount.ts';
import { Comparison } from '../comparison.ts';
import { IndexNumber } from '../index-number.ts';
import { lineOfQuarter } from '../like-for-like.ts';
import {
  amount,
  day,
  fact,
  madeUp,
  measures,
  OVER_YEAR,
  period,
  TWELVE_MONTHS,
  valueOfMeasure,
} from '../testing.ts';
import { WINDOWS } from '../vocabulary.ts';
import { companyAmountsOf } from './company-amounts.ts';
import { type Explained, explain } from './explanation.ts';

/** What a printed number stands for: it was rounded to its last digit. */
interface Printed {
  readonly value: number;
  readonly off: number;
}

const NUMBER = /[−+]?[\d,]+(?:\.\d+)?/;

function read(text: string): Printed {
  const digits = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  const value = Number(text.replaceAll(',', '').replace('−', '-').replace('+', ''));
  return { value, off: 0.5 * 10 ** -digits };
}

/** The equations that an explanation prints, without its words. */
function equationsOf(text: string): string[][] {
  return text
    .replaceAll(/\([^()]*\)/g, '')
    .replace(/^[A-Z][^:]*: /, '')
    .replaceAll(/ m of [^,;]*, published \d{4}-\d\d-\d\d,?/g, '')
    .replaceAll(/ m (USD|CNY|HKD|EUR)\b/g, '')
    .split('; ')
    .map((equation) => equation.split(' = ').map((side) => side.trim()));
}

type Range = readonly [low: number, high: number];

/** What a side of an equation may come to; a divisor that is printed plainly, as a rate is, is exact. */
function rangeOf(side: string): { range: Range; exact: number | null } {
  const terms = side.split(/ (?=[−+] )/);
  let [low, high] = [0, 0];
  let exact: number | null = 0;
  for (const term of terms) {
    const sign = term.startsWith('− ') ? -1 : 1;
    const factors = term.replace(/^[−+] /, '').split(/ (?=[/×] )/);
    let range: Range = [1, 1];
    for (const factor of factors) {
      const { value, off } = read(NUMBER.exec(factor)![0]);
      const ends = [value - off, value + off];
      const operate = (a: number, b: number) => (factor.startsWith('/') ? a / b : a * b);
      const corners = range.flatMap((a) => ends.map((b) => operate(a, b)));
      range = [Math.min(...corners), Math.max(...corners)];
      if (factors.length > 1) exact = null;
      else if (exact !== null) exact += sign * value;
    }
    // The one of a growth rate is not rounded.
    if (factors.join() === '1') range = [1, 1];
    low += sign > 0 ? range[0] : -range[1];
    high += sign > 0 ? range[1] : -range[0];
  }
  return { range: [low, high], exact };
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^ (%|percentage points)/, 0.01],
  [/^( times|)/, 1],
];

/** What is wrong with the figures of an explanation. */
function errorIn(measure: Explained): string | null {
  const text = explain(measure);
  const value = valueOfMeasure(measure);
  if (value === null) return /^No value: \S/.test(text) ? null : text;
  for (const sides of equationsOf(text)) {
    const [left, right] = sides as [string, string | undefined];
    const [result, working] =
      right === undefined
        ? [left, undefined]
        : / [−+/×] /.test(left)
          ? [right, left]
          : [left, right];
    const number = NUMBER.exec(result)!;
    const rest = result.slice(number.index + number[0].length);
    const unit = UNITS.find(([words]) => words.test(rest))![1];
    const printed = read(number[0]);
    const [at, off] = [printed.value * unit, printed.off * unit];
    if (sides === equationsOf(text)[0]) {
      const told = unit === 1 && 'exact' in measure ? value / 1e6 : value;
      const isFine = Math.abs(told) < 0.1 || Math.abs(told - at) <= off * 1.001;
      if (!isFine) return `${text}: but ${told}`;
    }
    if (working === undefined) continue;
    const { range, exact } = rangeOf(working);
    const isSum = exact !== null && unit === 1;
    const isRight = isSum
      ? Math.abs(exact - at) < 1e-6
      : range[0] <= at + off * 1.001 && at - off * 1.001 <= range[1];
    if (!isRight) return `${text}: but ${isSum ? exact : range.join(' to ')}`;
  }
  return null;
}

/** The amounts that a measure compares. */
function amountsOf(measure: Explained): Amount[] {
  if (measure instanceof RatioChange) return [measure.from, measure.to].flatMap(amountsOf);
  if (measure instanceof GrowthLead) {
    return [measure.baseline, measure.challenger].flatMap(amountsOf);
  }
  if (measure instanceof Growth || measure instanceof IndexNumber) {
    return [measure.from, measure.to];
  }
  if (measure instanceof Ratio) return [measure.numerator, measure.denominator];
  return [measure];
}

/** The months of a quarter that begins with February to March, or ends with May, are not the calendar's. */
function monthsHidden(last: number, quarter: number): boolean {
  const calendar = new Date(Date.UTC(Math.floor(quarter / 4), ((quarter % 4) + 1) * 3, 0));
  return Math.abs(last - calendar.getTime() / 86_400_000) > 16;
}

/** What an explanation has to say beside its figures, and does not. */
function untoldIn(measure: Explained): string[] {
  if (valueOfMeasure(measure) === null) return [];
  const text = explain(measure);
  const needed = amountsOf(measure)
    .flatMap(companyAmountsOf)
    .flatMap((each) => {
      const { view: known, item, calendarQuarter, conceptLine, facts, definitions } = each;
      const coarsest = Math.max(...facts.map(({ roundedTo }) => roundedTo));
      const own = lineOfQuarter(known, item, calendarQuarter);
      const [last] = facts.slice(-1);
      return [
        ...(each.quality === 'ESTIMATED' ? ['estimated'] : []),
        ...(coarsest > 1e6 ? [`rounded to ${coarsest / 1e9} bn`] : []),
        ...(own?.line === conceptLine?.line ? [] : definitions),
        ...(monthsHidden(last!.period.end, calendarQuarter) ? [/\bto \d+ [A-Z][a-z]+ \d{4}/] : []),
      ];
    });
  const isTold = (words: string | RegExp) =>
    typeof words === 'string' ? text.includes(words) : words.test(text);
  return [...new Set(needed)].filter((words) => !isTold(words)).map((words) => `${words}: ${text}`);
}

const GROUPS = ['us-hyperscalers', 'china-hyperscalers', 'us-cloud', 'china-cloud'];

/** Every measure of all companies and of groups, of every seventh quarter. */
function measuresIn(currency?: 'USD'): Explained[] {
  const views = [
    ...COMPANIES.map((company) => view(company, { currency })),
    ...GROUPS.map((group) => groupView(group, { currency: currency ?? 'CNY' })),
  ];
  return views.flatMap((known) =>
    known
      .knownQuarters()
      .filter((_, place) => place % 7 === 1)
      .flatMap((quarter) => measures(known, quarter)),
  );
}

/** Every multiple and lead of two groups. */
function comparisons(): Explained[] {
  const pairs = [
    ['us-hyperscalers', 'china-hyperscalers'],
    ['us-cloud', 'china-cloud'],
  ] as const;
  return pairs.flatMap(([baseline, challenger]) =>
    new Comparison(groupView(baseline), groupView(challenger)).quarters.flatMap((quarter) =>
      Object.values(WINDOWS).flatMap((window) => [
        quarter.capexMultiple(window, 'HEADLINE'),
        quarter.growthLead(OVER_YEAR, window, 'CASH'),
      ]),
    ),
  );
}

test.each([
  ['in the reporting currency', () => measuresIn()],
  ['converted', () => measuresIn('USD')],
  ['of two groups', comparisons],
])('every explanation recomputes from its own figures, and tells what they hide: %s', (_, all) => {
  const found = all();
  expect(found.filter((each) => valueOfMeasure(each) !== null).length).toBeGreaterThan(100);
  expect(found.flatMap((each) => errorIn(each) ?? []).slice(0, 5)).toEqual([]);
  expect(found.flatMap(untoldIn).slice(0, 5)).toEqual([]);
});

test('a difference, a print of a window and what is converted recompute, too', () => {
  const year = { ...period('2024-01-01', '2024-12-31'), publishedOn: day('2025-02-14') };
  const nineMonths = { ...period('2024-01-01', '2024-09-30'), publishedOn: day('2024-11-01') };
  const facts = [fact('2024Q4', 56_125_000, year), fact('2024Q3', 36_070_000, nineMonths)];
  for (const currency of ['USD', 'CNY'] as const) {
    const known = madeUp(facts, { currency });
    const quarter = amount(known, 'capex', '2024Q4');
    expect(quarter.value()).toBeCloseTo(20_055_000 * (currency === 'CNY' ? 7 : 1), 0);
    expect(errorIn(quarter)).toBeNull();
  }
  const printed = amount(madeUp(facts), 'capex', '2024Q4', TWELVE_MONTHS);
  expect([printed.value(), errorIn(printed)]).toEqual([56_125_000, null]);
  expect(explain(amount(madeUp(facts, { currency: 'CNY' }), 'capex', '2024Q4'))).toBe(
    'Capex of Acme, 2024Q4: 20.055 m USD × 7 = 140.4 m CNY; 20.055 m USD = 56.125 m of the 4 quarters to 2024Q4, published 2025-02-14, − 36.07 m of the 3 quarters to 2024Q3, published 2024-11-01 (first; derived)',
  );
});
