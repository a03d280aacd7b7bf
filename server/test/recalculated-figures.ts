import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { schema } from '../graphql/schema.ts';
import type { Measure } from './known-figures.ts';
import type { GroupRecalculation } from './recalculated-groups.ts';
import type { Recalculated, Recalculation } from './recalculation.ts';

/** The concepts that fill an amount, the preferred one first; in a basis, where the field has bases. */
const AMOUNTS: Readonly<Record<string, Measure>> = {
  revenue: ['REVENUE'],
  cloudRevenue: ['CLOUD_REVENUE'],
  'capex CASH': ['CAPEX'],
  'capex HEADLINE': ['CAPEX_INCLUDING_LEASES', 'CAPEX'],
  operatingCashFlow: ['OPERATING_CASH_FLOW'],
  depreciation: ['DEPRECIATION_AND_AMORTIZATION'],
};

/** What fills capital expenditures, by basis. */
export const CAPEX: Readonly<Record<string, Measure>> = {
  CASH: AMOUNTS['capex CASH']!,
  HEADLINE: AMOUNTS['capex HEADLINE']!,
};

/** How many quarters the values of the schema's enums stand for. */
const QUARTERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Window: { QUARTER: 1, TRAILING_TWELVE_MONTHS: 4 },
  Span: { QUARTER: 1, YEAR: 4 },
};

/** The fields of measures that the recalculation compares, and those that other tests are about. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  Amount: ['amount', 'value', 'quality', 'missing', 'growth'],
  Growth: ['value', 'quality', 'missing'],
  Ratio: ['value', 'quality', 'missing', 'change'],
  RatioChange: ['value', 'points', 'quality', 'missing'],
  GrowthLead: ['value', 'points', 'quality', 'missing'],
};
const NOT_COMPARED: Readonly<Record<string, readonly string[]>> = {
  Amount: ['currency', 'excluded', 'explanation', 'facts', 'exchangeRates'],
  Growth: ['explanation', 'from', 'to'],
  Ratio: ['explanation', 'numerator', 'denominator'],
  RatioChange: ['explanation', 'from', 'to'],
  GrowthLead: ['explanation', 'baseline', 'challenger'],
};

/** What lies beside the figures of a quarter, in a comparison; the group's recalculation compares it. */
const OF_COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  ComparedQuarter: ['calendarQuarter', 'baseline', 'challenger', 'capexMultiple', 'growthLead'],
  Comparison: ['baseline', 'challenger', 'currency', 'quarters', 'latest', 'outgrowthRuns'],
};

/** Something of the schema that has to be recalculated, and is not. */
class Unknown extends Error {
  constructor(what: string) {
    super(
      `The recalculation does not know ${what}. Say in server/test/recalculated-figures.ts how it comes about.`,
    );
  }
}

/** A figure as the API is asked for it, and as it is worked out from the files. */
export interface Figure {
  readonly selection: string;
  recalculate(from: Recalculation | GroupRecalculation, quarter: number): Recalculated;
}

/** What is asked of every measure. */
export const MEASURE = 'value quality missing { company { slug } concept calendarQuarter reason }';

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

/** Every figure of a type of quarter, with every value of every argument. */
export function figuresOf(type: string, of: GraphQLSchema = schema): Figure[] {
  for (const measure of of.getPossibleTypes(of.getType('Measure') as never))
    checkFields(measure.name, of);
  const spans = Object.entries(quartersBy('Span', of));
  return measuresOf(type, of).flatMap((field) => {
    const named = getNamedType(field.type).name;
    return combinationsOf(field, type).flatMap(({ text, basis, window }): Figure[] => {
      const length = window === undefined ? 1 : quartersBy('Window', of)[window]!;
      const name = `${type}.${field.name}`;
      if (named === 'Amount') {
        const measure = amountOf(field.name, basis, name);
        return [
          {
            selection: `${text} { amount ${MEASURE} }`,
            recalculate: (from, quarter) => from.amount(measure, quarter, length),
          },
          ...spans.map(
            ([over, span]): Figure => ({
              selection: `${text} { growth(over: ${over}) { ${MEASURE} } }`,
              recalculate: (from, quarter) => from.growth(measure, quarter, length, span),
            }),
          ),
        ];
      }
      const [, above, below] = /^(.+?)To([A-Z].*)$/.exec(field.name) ?? [];
      if (named !== 'Ratio' || !above || !below) throw new Unknown(name);
      const [over, under] = [above, below].map((part) => amountOf(lowerFirst(part), basis, name));
      return [
        {
          selection: `${text} { ${MEASURE} }`,
          recalculate: (from, quarter) => from.ratio(over!, under!, quarter, length),
        },
        ...spans.map(
          ([name, span]): Figure => ({
            selection: `${text} { change(over: ${name}) { points ${MEASURE} } }`,
            recalculate: (from, quarter) => from.change(over!, under!, quarter, length, span),
          }),
        ),
      ];
    });
  });
}

/** A field with each combination of the values that its arguments take. */
function combinationsOf({ name, args }: GraphQLField<unknown, unknown>, type: string) {
  const others = args.filter((arg) => !['basis', 'window'].includes(arg.name));
  if (others.length > 0) throw new Unknown(`the argument ${others[0]!.name} of ${type}.${name}`);
  const valuesOf = (argument: string) => {
    const arg = args.find(({ name }) => name === argument);
    return arg ? valuesOfEnum(arg) : [undefined];
  };
  return valuesOf('window').flatMap((window) =>
    valuesOf('basis').map((basis) => {
      const given = Object.entries({ window, basis }).filter(([, value]) => value !== undefined);
      const text = given.map(([argument, value]) => `${argument}: ${value}`).join(', ');
      return { text: text ? `${name}(${text})` : name, window, basis };
    }),
  );
}

function valuesOfEnum({ type }: GraphQLArgument): string[] {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues().map(({ name }) => name) : [];
}

function quartersBy(name: string, of: GraphQLSchema): Readonly<Record<string, number>> {
  const type = of.getType(name);
  for (const value of isEnumType(type) ? type.getValues() : []) {
    if (QUARTERS[name]![value.name] === undefined) throw new Unknown(`${name}.${value.name}`);
  }
  return QUARTERS[name]!;
}

function amountOf(name: string, basis: string | undefined, field: string): Measure {
  const measure = AMOUNTS[name] ?? AMOUNTS[`${name} ${basis}`];
  if (!measure) throw new Unknown(basis ? `${field}(basis: ${basis})` : field);
  return measure;
}

/** Fails on a field of comparisons that the recalculation does not know. */
export function checkComparisons(of: GraphQLSchema = schema): void {
  for (const type of Object.keys(OF_COMPARISONS)) checkFields(type, of);
}

/** The windows or spans of the schema, each with how many quarters it has. */
export const quartersOf = (type: 'Window' | 'Span') => Object.entries(quartersBy(type, schema));

function checkFields(type: string, of: GraphQLSchema): void {
  const object = of.getType(type);
  const lists = [COMPARED, NOT_COMPARED, OF_COMPARISONS];
  const known = lists.flatMap((list) => list[type] ?? []);
  for (const name of isObjectType(object) ? Object.keys(object.getFields()) : []) {
    if (!known.includes(name)) throw new Unknown(`${type}.${name}`);
  }
}

const lowerFirst = (text: string) => `${text[0]!.toLowerCase()}${text.slice(1)}`;
