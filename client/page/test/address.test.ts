import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, viewOf } from '../src/state/address.ts';
import { type Condition, conditionText, SCREENED_NAMES } from '../src/state/screened.ts';
import {
  CURRENCIES,
  ITEMS,
  PAGES,
  PERIODS,
  SHOWS,
  START,
  TABS,
  VERDICTS,
  type View,
} from '../src/state/view.ts';

const slug = fc.stringMatching(/^[a-z]{1,8}(-[a-z]{1,5})?$/);
const key = fc.oneof(
  slug,
  slug.map((name) => `@${name}`),
  fc.tuple(slug, slug).map((names) => names.join('~')),
);
const quarter = fc
  .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => `${year}Q${number}`);
const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
const maybe = (of: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), of);

const condition = fc
  .record<Condition>({
    figure: fc.constantFrom(...SCREENED_NAMES),
    is: fc.constantFrom('over', 'under'),
    number: fc.integer({ min: -1_000, max: 1_000 }).map((tenths) => tenths / 10 + 0),
  })
  .map(conditionText);

const views: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom(...PAGES),
  of: fc.uniqueArray(key, { minLength: 1, maxLength: 5 }),
  item: fc.constantFrom(...ITEMS),
  over: fc.constantFrom(...ITEMS, '' as const),
  show: fc.constantFrom(...SHOWS),
  by: fc.constantFrom(...PERIODS),
  basis: fc.constantFrom('CASH', 'HEADLINE'),
  currency: fc.constantFrom(...CURRENCIES),
  from: maybe(quarter),
  to: fc.constant(''),
  base: quarter,
  asOf: maybe(day),
  tab: fc.constantFrom(...TABS),
  scale: fc.constantFrom('own', 'one'),
  point: maybe(fc.tuple(key, fc.oneof(quarter, fc.constant('FY2025'))).map((of) => of.join('.'))),
  verdict: fc.constantFrom(...VERDICTS, '' as const),
  claim: maybe(slug),
  find: fc.string(),
  company: maybe(slug),
  where: fc.uniqueArray(condition, { maxLength: 3 }),
  whose: maybe(slug),
  which: fc.constantFrom('newest', 'every'),
  order: fc.constantFrom(...SCREENED_NAMES),
  first: fc.constantFrom('most', 'least'),
  after: fc.string(),
  version: maybe(fc.stringMatching(/^[0-9a-f]{64}$/)),
  embed: fc.constantFrom('', 'yes'),
});

/** Views that there are: a ratio has two items and no index. */
const anyView = views.map((view) => ({
  ...view,
  over: view.over === view.item || view.show === 'INDEX' ? ('' as const) : view.over,
}));

test('the address of a view is read as that view, without a complaint', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const { search } = new URL(addressOf(view), 'http://localhost');
      expect(viewOf(search)).toEqual({ view, complaints: [] });
    }),
  );
});

test('the first page has no parameters', () => {
  expect(addressOf(START)).toBe('/');
});

test('whatever an address says, there is a view, and each part that cannot be read is named', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string())), (pairs) => {
      const { view, complaints } = viewOf(`?${new URLSearchParams(pairs)}`);
      expect(Object.keys(view)).toEqual(Object.keys(START));
      const unknown = pairs.filter(([name]) => !Object.hasOwn(START, name));
      for (const [name] of unknown) expect(complaints.join(' ')).toContain(name);
    }),
  );
  const { view, complaints } = viewOf('?currency=GBP&asOf=2025-02-30&from=2025Q5&item=CAPEX');
  expect(complaints).toHaveLength(3);
  expect(view).toEqual(START);
});

test('of what fits nowhere together, the address is told, and the rest is shown', () => {
  const { view, complaints } = viewOf('?from=2025Q1&to=2024Q1&item=REVENUE&over=REVENUE');
  expect(complaints).toEqual(['2025Q1 is after 2024Q1.', 'REVENUE over itself is 1.']);
  expect(view).toEqual({ ...START, item: 'REVENUE' });
  expect(viewOf('?show=INDEX&over=REVENUE').view).toEqual({ ...START, over: 'REVENUE' });
});
