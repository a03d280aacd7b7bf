import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
} from 'graphql';
import { indexOf } from './known-figures.ts';
import { sinceQuarter, WINDOWS, type Window } from './windows.ts';

/** From which quarters on amounts are asked for; none is before some, and most companies lack the first. */
const SINCE = ['2020Q3', '2025Q1'];

/** Something of the schema that has to be recalculated, and is not. */
export class Unknown extends Error {
  constructor(what: string) {
    super(
      `The recalculation does not know ${what}. Say in server/test/recalculated-figures.ts how it comes about.`,
    );
  }
}

/** The arguments of a call, by their names; of `since`, its quarter as the window. */
export type Given = Readonly<Record<string, string | undefined>>;

const TAKEN = ['basis', 'window', 'since', 'of', 'to'];

/** A field with each combination of the values that its arguments take. */
export function callsOf(
  { name, args }: GraphQLField<unknown, unknown>,
  type: string,
  of: GraphQLSchema,
  whole: string,
) {
  const other = args.find((arg) => !TAKEN.includes(arg.name));
  if (other) throw new Unknown(`the argument ${other.name} of ${type}.${name}`);
  const takes = (argument: string) => args.find(({ name }) => name === argument);
  let calls: Given[] = [{}];
  for (const arg of args.filter(({ name }) => name !== 'since')) {
    const values = valuesOfEnum(arg);
    calls = calls.flatMap((call) => values.map((value) => ({ ...call, [arg.name]: value })));
  }
  if (takes('since')) {
    const plain = calls.filter(({ window }) => window === 'QUARTER');
    const since = SINCE.flatMap((from) => plain.map((call) => ({ ...call, window: from })));
    calls.push(...since);
  }
  const differing = calls.filter((call) => !call.of || call.of !== call.to);
  // The basis is of capital expenditures alone.
  const different = differing.filter(
    ({ of, to, basis }) => !of || basis !== 'HEADLINE' || [of, to].includes('CAPEX'),
  );
  return different.map((given) => {
    const text = Object.entries(given).map(([argument, value]) =>
      SINCE.includes(value!) ? `since: "${value}"` : `${argument}: ${value}`,
    );
    return {
      text: text.length > 0 ? `${name}(${text.join(', ')})` : name,
      given,
      window: windowOf(given.window ?? whole, of),
    };
  });
}

function windowOf(name: string, of: GraphQLSchema): Window {
  if (SINCE.includes(name)) return sinceQuarter(indexOf(name));
  checkValues('Window', WINDOWS, of);
  return WINDOWS[name]!;
}

function valuesOfEnum({ type }: GraphQLArgument): string[] {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues().map(({ name }) => name) : [];
}

/** Fails on a value of an enum that the recalculation does not know. */
export function checkValues(name: string, known: object, of: GraphQLSchema): void {
  const type = of.getType(name);
  for (const value of isEnumType(type) ? type.getValues() : []) {
    if (!(value.name in known)) throw new Unknown(`${name}.${value.name}`);
  }
}
