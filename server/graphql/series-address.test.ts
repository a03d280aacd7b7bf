import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { dayBetween, quarterBetween } from '../domain/arbitraries.testing.ts';
import { CAPEX, ITEMS } from '../domain/measures.ts';
import { PERIOD_KINDS } from '../domain/series-table/period-kind.ts';
import { keysOf } from '../domain/table.ts';
import { CURRENCIES, SPANS } from '../domain/vocabulary.ts';
import { addressOf, argumentsIn, SERIES_CSV } from './series-address.ts';
import type { SeriesArguments } from './series-arguments.ts';

const slug = fc.stringMatching(/^[A-Za-z0-9._-]{1,12}$/);
const quarter = quarterBetween('1990Q1', '2030Q4');
const item = fc.constantFrom(...keysOf(ITEMS));
const someOf = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 1, maxLength: 8 });

const anySeries: fc.Arbitrary<SeriesArguments> = fc.record(
  {
    subjects: someOf(
      fc.oneof(
        slug.map((slug) => ({ company: { slug } })),
        slug.map((slug) => ({ group: { slug } })),
        someOf(slug).map((slugs) => ({ group: { companies: slugs.map((slug) => ({ slug })) } })),
      ),
    ),
    measures: someOf(
      fc.record(
        {
          item,
          basis: fc.constantFrom(...keysOf(CAPEX)),
          over: item,
          growth: fc.constantFrom(...Object.values(SPANS)),
          indexedTo: quarter,
        },
        { requiredKeys: ['item', 'basis'] },
      ),
    ),
    by: fc.constantFrom(...keysOf(PERIOD_KINDS)),
    from: quarter,
    to: quarter,
    last: fc.nat(),
    currency: fc.constantFrom(...CURRENCIES),
    asOf: dayBetween('1990-01-01', '2030-12-31'),
  },
  { requiredKeys: ['subjects', 'measures', 'by'] },
);

const searchOf = (address: string) => address.slice(`${SERIES_CSV}?`.length);

test('what is read from an address is what it was written from', () => {
  fc.assert(
    fc.property(anySeries, (series) => {
      expect(argumentsIn(searchOf(addressOf(series)))).toEqual(series);
    }),
    { numRuns: 500 },
  );
});

test('no sign of an address has to be escaped, and one that escapes them all is read the same', () => {
  fc.assert(
    fc.property(anySeries, (series) => {
      const address = addressOf(series);
      expect(new URL(address, 'http://localhost').href).toBe(`http://localhost${address}`);
      const escaped = new URLSearchParams(searchOf(address)).toString();
      expect(argumentsIn(escaped)).toEqual(series);
    }),
  );
});

test('whatever an address says, it is read, or refused', () => {
  const word = fc.constantFrom(
    'subjects',
    'measures',
    'by',
    'from',
    'asOf',
    'x',
    '=',
    '&',
    ':',
    '/',
    '~',
    ',',
    '%',
    'capex',
    'growth',
    'YEAR',
    'group',
    'a',
    '',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 20 }), (words) => {
      try {
        const series = argumentsIn(words.join(''));
        expect(argumentsIn(searchOf(addressOf(series)))).toEqual(series);
      } catch (error) {
        expect(error).toBeInstanceOf(GraphQLError);
        expect((error as GraphQLError).extensions.code).toBe('BAD_USER_INPUT');
      }
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['measures=capex:growth=YEAR:growth=YEAR', 'an option twice'],
  ['measures=capex:growth', 'an option without a value'],
  ['measures=capex:growth=MONTH', 'an option with another value'],
  ['measures=capex/revenue/capex', 'three items'],
  ['measures=toString', 'what every object has'],
  ['measures=capex,', 'an empty part'],
  ['measures=capex:indexedTo=2024', 'a year for a quarter'],
])('a measure is not read from %s: %s', (measures) => {
  expect(() => argumentsIn(`subjects=alibaba&${measures}`)).toThrow(/^measures takes capex, /);
});

test.each([
  'group:',
  'companies:',
  'a~b',
  'group:a~b',
  'companies:a~',
  'team:a',
  ',',
  'a b',
])('a subject is not read from %j', (subject) => {
  const text = encodeURIComponent(subject);
  expect(() => argumentsIn(`subjects=${text}&measures=capex`)).toThrow(/^subjects takes slugs /);
});

test('a table whose address would be too long has none', () => {
  const companies = Array.from({ length: 1_000 }, (_, place) => ({ slug: `company-${place}` }));
  const measures = [{ item: 'capex', basis: 'CASH' }] as const;
  expect(() =>
    addressOf({ subjects: [{ group: { companies } }], measures, by: 'QUARTER' }),
  ).toThrow(/longer than 8000 characters/);
});
