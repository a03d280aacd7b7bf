import { CAPEX, ITEMS, type Item as ItemName, TAXONOMY } from '../domain/measures.ts';
import { SERIES_UNITS } from '../domain/series-table/measure.ts';
import { PERIOD_KINDS } from '../domain/series-table/period-kind.ts';
import { keysOf, tableOf } from '../domain/table.ts';
import {
  CAPEX_BASES,
  CONCEPTS,
  CURRENCIES,
  GAP_REASONS,
  QUALITIES,
  SPANS,
  WINDOWS,
  YEAR_KINDS,
} from '../domain/vocabulary.ts';
import { builder } from './builder.ts';

/** A name of the domain as the schema writes it in an enum: capexToRevenue is CAPEX_TO_REVENUE. */
export function constantCase(name: string): string {
  return name.replace(/[A-Z]/g, '_$&').toUpperCase();
}

/** An enum of the domain's own words, each with what it means; a word without one does not compile. */
function wordEnum<const Word extends string>(
  name: string,
  description: string,
  words: readonly Word[],
  meanings: Record<Word, string>,
) {
  return builder.enumType(name, {
    description,
    values: tableOf(words, (word) => ({ value: word, description: meanings[word] })) as {
      [W in Word]: { value: W; description: string };
    },
  });
}

export const Currency = wordEnum('Currency', 'A currency, by its ISO 4217 code.', CURRENCIES, {
  USD: 'US dollar.',
  CNY: 'Chinese yuan (renminbi).',
  HKD: 'Hong Kong dollar.',
  EUR: 'Euro.',
});

export const Concept = wordEnum(
  'Concept',
  "The reported concepts, in XBRL's sense of the word. Amounts are in whole units of the currency.",
  CONCEPTS,
  tableOf(CONCEPTS, (concept) => TAXONOMY[concept].meaning),
);

export const Item = builder.enumType('Item', {
  description: 'What figures can be asked for by name. Amounts are in whole units of the currency.',
  values: Object.fromEntries(
    keysOf(ITEMS).map((value) => [
      constantCase(value),
      { value, description: ITEMS[value].definition },
    ]),
  ) as Record<string, { value: ItemName; description: string }>,
});

export const Quality = wordEnum(
  'Quality',
  'How a figure came about. Of several inputs, a computed value carries the weakest.',
  QUALITIES,
  {
    REPORTED: 'Printed in a document.',
    DERIVED: 'The difference of printed figures, e.g. nine months less six.',
    ESTIMATED: 'Worked out from a rounded figure, e.g. a printed growth rate.',
  },
);

export const CapexBasis = wordEnum(
  'CapexBasis',
  'What counts as capital expenditures: what was paid, or what the company headlines.',
  CAPEX_BASES,
  tableOf(CAPEX_BASES, (basis) => CAPEX[basis].definition),
);

export const GapReason = wordEnum('GapReason', 'Why a value is missing.', GAP_REASONS, {
  NOT_DISCLOSED: 'The company is known not to publish this concept for the quarter.',
  NOT_YET_PUBLISHED: 'Of a quarter this late, nothing was known of the company on the `asOf` date.',
  NOT_IN_DATASET:
    'The dataset has figures of the company around it, and not this one; whether the company published it is not known here.',
  OUT_OF_RANGE: "The quarter lies before the company's oldest one in the dataset.",
  NOT_DERIVABLE: 'Only figures of longer periods are known, and no difference of them gives it.',
  NOT_COMPARABLE: 'The quarters needed are known only in different definitions.',
  NOT_MEANINGFUL: 'Growth from a base of zero or less, or a ratio over zero or less.',
  NO_EXCHANGE_RATE: 'No average exchange rate is known for that quarter.',
});

export const Window = wordEnum(
  'Window',
  'The time that a figure spans, up to the end of its quarter.',
  keysOf(WINDOWS),
  {
    QUARTER: 'The quarter itself.',
    TRAILING_TWELVE_MONTHS:
      'The quarter and the three before it; missing while one of the four is.',
    FISCAL_YEAR_TO_DATE:
      "From the first quarter of the company's fiscal year on: the whole year in its fourth quarter. Missing for a group whose members' years do not end with the same quarter.",
    CALENDAR_YEAR_TO_DATE:
      'From the first quarter of the calendar year on: the whole year in its fourth quarter.',
  },
);

export const YearKind = wordEnum('YearKind', 'Whose year a year is.', YEAR_KINDS, {
  FISCAL: "The company's fiscal year.",
  CALENDAR: 'The calendar year.',
});

export const Period = wordEnum('Period', 'What the rows of series are.', keysOf(PERIOD_KINDS), {
  QUARTER: 'Calendar quarters.',
  FISCAL_YEAR:
    'Fiscal years, by their number: each its own of every company. Missing, as NOT_COMPARABLE, for a group whose members have years of other quarters.',
  CALENDAR_YEAR: 'Calendar years.',
  TRAILING_TWELVE_MONTHS: 'Twelve months up to the end of each calendar quarter.',
});

export const SeriesUnit = wordEnum(
  'SeriesUnit',
  'What the values of a series are counted in.',
  SERIES_UNITS,
  {
    MONEY: 'Whole units of the currency of the series.',
    FRACTION: 'A fraction: 0.15 is 15 %, or 15 percentage points where it is a change of a ratio.',
    INDEX: '100 in the base.',
  },
);

export const Span = builder.enumType('Span', {
  description:
    'What a growth rate or a change looks back to: the quarter before, or the same quarter of the year before.',
  values: {
    QUARTER: { value: SPANS.QUARTER, description: 'The quarter before.' },
    YEAR: { value: SPANS.YEAR, description: 'The same quarter of the year before.' },
  } as const,
});

export const Scale = builder.enumType('Scale', {
  description: 'The unit that an amount is counted in.',
  values: {
    ONE: { value: 1, description: 'Whole units of the currency.' },
    THOUSAND: { value: 1e3, description: 'Thousands.' },
    MILLION: { value: 1e6, description: 'Millions.' },
    BILLION: { value: 1e9, description: 'Billions: thousands of millions.' },
  } as const,
});

export const OrderDirection = wordEnum(
  'OrderDirection',
  'The direction of an order. Missing values come last in both.',
  ['ASC', 'DESC'],
  { ASC: 'Smallest or first first.', DESC: 'Largest or last first.' },
);
