import { expect, test } from 'vitest';
import { COMPANIES, groupView, view } from '../test/reviewed-views.ts';
import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import { type Explained, explain } from './explanations/explanation.ts';
import { GroupView } from './group-view.ts';
import { measures, quarter, type ViewOptions, valueOfMeasure } from './testing.ts';
import type { View } from './view.ts';

const OPTIONS: readonly ViewOptions[] = [
  { asOf: '2022-06-30', currency: 'USD' },
  { asOf: '2023-11-01', currency: 'CNY' },
  { asOf: '2025-09-01' },
  { currency: 'EUR' },
];

/** Seen in turn, each from two of the sides. */
const GROUPS = [
  ['us-hyperscalers', 'china-cloud'],
  ['china-hyperscalers', 'us-ai-infrastructure'],
];

/** Every eighth quarter of a view, one before all and one after: enough to have met each reason. */
function someOf(known: View | GroupView): CalendarQuarter[] {
  const quarters = known.knownQuarters();
  const [first, last] = [quarters[0], quarters.at(-1)].map((end) => end ?? quarter('2024Q4'));
  const some = quarters.filter((_, place) => place % 8 === quarters.length % 8);
  return [addQuarters(first!, -1), ...some, addQuarters(last!, 1)];
}

/** A group of companies none of which publishes cloud revenue. */
function silent({ currency = 'USD', asOf }: ViewOptions): GroupView {
  const members = ['meta', 'tencent'].map((company) => view(company, { currency, asOf }));
  return new GroupView({ slug: 'silent', name: 'Silent' }, members, currency);
}

/** The measures of companies and groups that a law does not hold of, explained. */
function exceptions(options: ViewOptions, holds: (measure: Explained) => boolean): string[] {
  const views = [
    ...COMPANIES.map((company) => view(company, options)),
    ...GROUPS[OPTIONS.indexOf(options) % GROUPS.length]!.map((group) => groupView(group, options)),
    silent(options),
  ];
  const all = views.flatMap((known) => someOf(known).flatMap((of) => measures(known, of)));
  expect(all.length).toBeGreaterThan(1000);
  return all.filter((measure) => !holds(measure)).map(explain);
}

/** A measure has a value and a quality, or it says what it lacks. */
function isConsistent(measure: Explained): boolean {
  const value = valueOfMeasure(measure);
  return value === null
    ? measure.quality === null && measure.missing.length > 0
    : Number.isFinite(value) && measure.quality !== null && measure.missing.length === 0;
}

/** Bounds are there where no input is estimated and nothing may be divided by zero, and the value lies between. */
function isBounded(measure: Explained): boolean {
  const value = valueOfMeasure(measure);
  const { bounds, quality } = measure;
  if (value === null || quality === 'ESTIMATED') return bounds === null;
  return bounds === null ? 'missing' in measure : bounds.low <= value && value <= bounds.high;
}

/** Amounts count in any unit alike, and definitions are told exactly of those that have a value. */
function isOneAmount(measure: Explained): boolean {
  if (!('exact' in measure)) return true;
  const [value, exact] = [measure.value(), measure.exact()];
  if (value === null || exact === null) {
    return value === exact && measure.definitions.length === 0 && measure.exact(1e9) === null;
  }
  const inBillions = exact.div(1e9);
  return (
    measure.definitions.length > 0 &&
    measure.exact(1e9)!.equals(inBillions) &&
    Math.abs(exact.toNumber() - value) <= 0.05 &&
    Math.abs(measure.value(1e9)! - value / 1e9) <= 1e-9 * Math.abs(value / 1e9)
  );
}

test.each([
  ['quality is null and something missing exactly where the value is', isConsistent],
  ['the value lies within its bounds, and an estimate has none', isBounded],
  ['an amount is the same in any unit, and says its definitions where it has a value', isOneAmount],
])('%s', (_, holds) => {
  for (const options of OPTIONS) expect(exceptions(options, holds).slice(0, 3)).toEqual([]);
});
