import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { schema } from '../graphql/schema.ts';
import { callsOf, checkValues, type Given, Unknown } from './figure-calls.ts';
import type { Item, Term } from './known-figures.ts';
import { quotient, type Recalculated } from './measured.ts';
import { type Figures, GroupRecalculation, membersOf } from './recalculation.ts';
import type { Span, Window } from './windows.ts';

const OPERATING_CASH_FLOW: Term = ['OPERATING_CASH_FLOW'];
const PURCHASES: Term = ['CAPEX'];

/** What fills capital expenditures, by basis. */
export const CAPEX: Readonly<Record<string, Item>> = {
  CASH: [PURCHASES],
  HEADLINE: [['CAPEX_INCLUDING_LEASES', 'CAPEX']],
};

/** The concepts that fill an amount, the preferred one first; in a basis, where the field has bases. */
const AMOUNTS: Readonly<Record<string, Item>> = {
  revenue: [['REVENUE']],
  cloudRevenue: [['CLOUD_REVENUE']],
  'capex CASH': CAPEX.CASH!,
  'capex HEADLINE': CAPEX.HEADLINE!,
  operatingCashFlow: [OPERATING_CASH_FLOW],
  depreciation: [['DEPRECIATION_AND_AMORTIZATION']],
  freeCashFlow: [OPERATING_CASH_FLOW, PURCHASES],
};

/** How many quarters a span of the schema has. */
const SPANS: Readonly<Record<string, number>> = { QUARTER: 1, YEAR: 4 };
const COUNTS = [1, 2, 3, 5];
/** What changes of ratios are asked over; there are many ratios. */
const COUNTS_OF_CHANGES: Readonly<Record<string, readonly number[]>> = {
  QUARTER: [1, 2],
  YEAR: [1, 3, 5],
};

/** What shares are of. */
const WHOLES = ['us-hyperscalers', 'china-cloud'];

/** The fields of measures that the recalculation compares, and those that other tests are about. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  Amount: [
    ...['amount', 'value', 'quality', 'bounds', 'missing', 'growth', 'shareOf'],
    ...['from', 'to', 'definitions', 'parts', 'vintages'],
  ],
  Growth: ['value', 'annualRate', 'quality', 'bounds', 'missing'],
  Ratio: ['value', 'quality', 'bounds', 'missing', 'change'],
  RatioChange: ['value', 'points', 'quality', 'bounds', 'missing'],
  GrowthLead: ['value', 'points', 'quality', 'bounds', 'missing'],
};
const NOT_COMPARED: Readonly<Record<string, readonly string[]>> = {
  Amount: ['currency', 'excluded', 'explanation', 'facts', 'exchangeRates'],
  Growth: ['explanation', 'from', 'to'],
  Ratio: ['explanation', 'numerator', 'denominator'],
  RatioChange: ['explanation', 'from', 'to'],
  GrowthLead: ['explanation', 'baseline', 'challenger'],
  // Cells of a table, which are compared with the fields of quarters.
  IndexNumber: ['value', 'quality', 'bounds', 'missing', 'explanation', 'from', 'to'],
};

/** What lies beside the figures of a quarter, in a comparison; the group's recalculation compares it. */
const OF_COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  ComparedQuarter: ['calendarQuarter', 'baseline', 'challenger', 'capexMultiple', 'growthLead'],
  Comparison: ['baseline', 'challenger', 'currency', 'quarters', 'latest', 'outgrowthRuns'],
};

/** A figure as the API is asked for it, and as it is worked out from the files. */
export interface Figure {
  readonly selection: string;
  /** What a growth rate is compounded over. */
  readonly span?: Span;
  recalculate(from: Figures, quarter: number): Recalculated;
}

/** What is asked of every measure, and of amounts; documents that select it end with these fragments. */
export const FRAGMENTS = `
fragment M on Measure { value quality bounds { low high } missing { company { slug } concept calendarQuarter reason } }
fragment A on Amount { ...M amount definitions { slug } parts { company { slug } amount { value } } }`;

/** The fields of a type that are measures, as the schema has them. */
export function measuresOf(
  type: string,
  of: GraphQLSchema = schema,
): GraphQLField<unknown, unknown>[] {
  const measure = of.getType('Measure');
  const object = of.getType(type);
  if (!isObjectType(object) || !isInterfaceType(measure)) throw new Error(`There is no ${type}.`);
  return Object.values(object.getFields()).filter((field) => {
    const named = getNamedType(field.type);
    return isObjectType(named) && named.getInterfaces().includes(measure);
  });
}

/**
 * Every figure of a type of quarter or year, with every value of every argument; over the window that a year is,
 * where its fields take none.
 */
export function figuresOf(
  type: string,
  of: GraphQLSchema = schema,
  whole: string = 'QUARTER',
): Figure[] {
  for (const measure of of.getPossibleTypes(of.getType('Measure') as never))
    checkFields(measure.name, of);
  const spans = spansOf(of);
  return measuresOf(type, of).flatMap((field) => {
    const named = getNamedType(field.type).name;
    return callsOf(field, type, of, whole).flatMap(({ text, given, window }): Figure[] => {
      const name = `${type}.${field.name}`;
      if (named === 'Amount') {
        return amountFigures(text, amountOf(field.name, given.basis, name), window, spans);
      }
      const [above, below] = itemsOf(field.name, given);
      if (named !== 'Ratio' || !above || !below) throw new Unknown(name);
      const [over, under] = [above, below].map((item) => amountOf(item, given.basis, name));
      return ratioFigures(text, over!, under!, window, spans);
    });
  });
}

/** An amount, its growth over each span, and its share of groups. */
function amountFigures(text: string, item: Item, window: Window, spans: Span[]): Figure[] {
  return [
    {
      selection: `${text} { ...A }`,
      recalculate: (from, quarter) => from.amount(item, quarter, window),
    },
    ...spans.map(
      (span): Figure => ({
        selection: `${text} { growth(over: ${span.name}, count: ${span.count}) { annualRate ...M } }`,
        span,
        recalculate: (from, quarter) => from.growth(item, quarter, window, span),
      }),
    ),
    ...WHOLES.map(
      (group): Figure => ({
        selection: `${text} { shareOf(group: { slug: "${group}" }) { ...M } }`,
        recalculate: (from, quarter) =>
          quotient([
            from.amount(item, quarter, window),
            wholeOf(group, from).amount(item, quarter, window),
          ]),
      }),
    ),
  ];
}

const wholes = new WeakMap<Figures, Map<string, GroupRecalculation>>();

/** A group seen from where another's figures are. */
function wholeOf(group: string, from: Figures): GroupRecalculation {
  const known = wholes.get(from) ?? new Map<string, GroupRecalculation>();
  wholes.set(from, known);
  const { currency, asOf, added } = from;
  const whole = known.get(group) ?? new GroupRecalculation(membersOf(group), currency, asOf, added);
  known.set(group, whole);
  return whole;
}

/** A ratio and its change over each span. */
function ratioFigures(
  text: string,
  above: Item,
  below: Item,
  window: Window,
  spans: Span[],
): Figure[] {
  return [
    {
      selection: `${text} { ...M }`,
      recalculate: (from, quarter) => from.ratio(above, below, quarter, window),
    },
    ...spans
      .filter(({ name, count }) => COUNTS_OF_CHANGES[name]!.includes(count))
      .map(
        (span): Figure => ({
          selection: `${text} { change(over: ${span.name}, count: ${span.count}) { points ...M } }`,
          recalculate: (from, quarter) => from.change(above, below, quarter, window, span),
        }),
      ),
  ];
}

/** The items of a ratio, by the name of its field or by its arguments. */
function itemsOf(name: string, { of, to }: Given): (string | undefined)[] {
  if (name === 'ratio') return [of, to].map((item) => item && camelCase(item));
  const [, above, below] = /^(.+?)To([A-Z].*)$/.exec(name) ?? [];
  return [above, below && camelCase(below)];
}

function spansOf(of: GraphQLSchema): Span[] {
  checkValues('Span', SPANS, of);
  return Object.entries(SPANS).flatMap(([name, quarters]) =>
    COUNTS.map((count) => ({ name, count, quarters: quarters * count })),
  );
}

function amountOf(name: string, basis: string | undefined, field: string): Item {
  const item = AMOUNTS[name] ?? AMOUNTS[`${name} ${basis}`];
  if (!item) throw new Unknown(basis ? `${field}(basis: ${basis})` : field);
  return item;
}

/** Fails on a field of comparisons that the recalculation does not know. */
export function checkComparisons(of: GraphQLSchema = schema): void {
  for (const type of Object.keys(OF_COMPARISONS)) checkFields(type, of);
}

/** The spans of the schema, one of each. */
export const SINGLE_SPANS: readonly Span[] = spansOf(schema).filter(({ count }) => count === 1);

function checkFields(type: string, of: GraphQLSchema): void {
  const object = of.getType(type);
  const lists = [COMPARED, NOT_COMPARED, OF_COMPARISONS];
  const known = lists.flatMap((list) => list[type] ?? []);
  for (const name of isObjectType(object) ? Object.keys(object.getFields()) : []) {
    if (!known.includes(name)) throw new Unknown(`${type}.${name}`);
  }
}

/** freeCashFlow for FREE_CASH_FLOW and FreeCashFlow. */
function camelCase(name: string): string {
  const words = name.includes('_') || name === name.toUpperCase() ? name.split('_') : [name];
  const [first, ...others] = words.map((word) =>
    words.length > 1 || word === word.toUpperCase() ? word.toLowerCase() : word,
  );
  const capital = (word: string) => `${word[0]!.toUpperCase()}${word.slice(1)}`;
  return `${first![0]!.toLowerCase()}${first!.slice(1)}${others.map(capital).join('')}`;
}
