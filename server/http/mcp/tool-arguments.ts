import type { TOOLS } from './generated/tools.ts';
import type { ToolError } from './tool-refusal.ts';

type Tool = (typeof TOOLS)[number];
type Variables = Readonly<Record<string, unknown>>;

/** What of JSON Schema the arguments of tools are described with. */
interface Described {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  /** One property and no more, where it is there. */
  readonly minProperties?: number;
}

interface Fault {
  readonly message: string;
  readonly argument: string;
}

/** What says how much of a list to give, beside `last`. */
const TELLING = ['last', 'from', 'first', 'after'];

/** A call's arguments, with the tool's own for how much of a list it gives where the call does not say. */
export function withDefaults(variables: Variables, { unlessTold }: Tool): Variables {
  const telling = 'last' in unlessTold ? TELLING : Object.keys(unlessTold);
  const isTold = telling.some((name) => variables[name] != null);
  return isTold ? variables : { ...variables, ...unlessTold };
}

/** What is wrong with the form of a call's arguments, and what would do. What they say is for GraphQL to check. */
export function faultIn(variables: Variables, { name, inputSchema }: Tool): ToolError | undefined {
  const fault = ofArguments(inputSchema, variables, name) ?? turnedRound(variables);
  return fault && { code: 'BAD_USER_INPUT', ...fault };
}

function ofArguments(described: Described, variables: Variables, tool: string): Fault | undefined {
  const { properties = {}, required = [] } = described;
  const names = Object.keys(properties);
  const unknown = Object.keys(variables).find((each) => !names.includes(each));
  if (unknown !== undefined) {
    const takes = names.length > 0 ? `takes ${names.join(', ')}` : 'takes none';
    const message = `${tool} has no argument ${JSON.stringify(unknown)}; it ${takes}.`;
    return { message, argument: unknown };
  }
  return (
    ofMissing(required, variables, properties, '') ??
    firstOf(Object.entries(variables), ([name, value]) => faultOf(properties[name]!, value, name))
  );
}

function turnedRound({ from, to }: Variables): Fault | undefined {
  if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return undefined;
  return {
    message: `from takes a quarter up to that of to, ${to}, not ${from}.`,
    argument: 'from',
  };
}

/** The first fault in the value of an argument, or of what is in it at a path. */
function faultOf(described: Described, value: unknown, path: string): Fault | undefined {
  if (value === null || value === undefined) return undefined;
  const { items, properties } = described;
  if (items) {
    // As in GraphQL, one alone is a list of it.
    const list = Array.isArray(value) ? value : [value];
    return firstOf(list, (each, place) => faultOf(items, each, `${path}[${place}]`));
  }
  const fault = (argument: string) => ({
    message: `${path} takes ${wordsFor(described)}, not ${shortened(value)}.`,
    argument,
  });
  if (!properties) return isOne(described, value) ? undefined : fault(path);
  if (typeof value !== 'object' || Array.isArray(value)) return fault(path);
  const given = Object.entries(value).filter(([, each]) => each !== null);
  const unknown = given.find(([name]) => !Object.hasOwn(properties, name));
  if (unknown) return fault(`${path}.${unknown[0]}`);
  if (described.minProperties && given.length !== described.minProperties) return fault(path);
  return (
    ofMissing(described.required ?? [], value as Variables, properties, `${path}.`) ??
    firstOf(given, ([name, each]) => faultOf(properties[name]!, each, `${path}.${name}`))
  );
}

function ofMissing(
  required: readonly string[],
  given: Variables,
  properties: Readonly<Record<string, Described>>,
  before: string,
): Fault | undefined {
  const name = required.find((each) => given[each] === null || given[each] === undefined);
  if (name === undefined) return undefined;
  const argument = `${before}${name}`;
  return { message: `${argument} is missing; it takes ${wordsFor(properties[name]!)}.`, argument };
}

function isOne({ type, enum: words, pattern }: Described, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type !== 'string') return typeof value === type;
  if (typeof value !== 'string') return false;
  return words ? words.includes(value) : !pattern || new RegExp(pattern).test(value);
}

const PLAIN: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  string: 'a text',
};

/** What would do, in words. */
function wordsFor({ type, enum: words, pattern, items, properties, ...rest }: Described): string {
  if (items) return `a list, each of ${wordsFor(items)}`;
  if (properties) {
    const names = Object.keys(properties).join(', ');
    return rest.minProperties
      ? `an object with one of ${names}, e.g. ${EXAMPLES.find(([name]) => name in properties)![1]}`
      : `an object with any of ${names}`;
  }
  if (words) return `one of ${words.join(', ')}`;
  if (pattern) return pattern.includes('Q') ? 'a quarter like 2025Q2' : 'a day like 2025-06-30';
  return PLAIN[type]!;
}

/** How one thing of several is named, by a way in which it can be. */
const EXAMPLES = [
  ['ticker', '{"ticker":"BABA"}'],
  ['slug', '{"slug":"us-hyperscalers"}'],
  ['company', '{"company":{"ticker":"BABA"}}'],
] as const;

/** So much of a value is shown. */
const SHOWN = 60;

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

function firstOf<Item>(
  items: readonly Item[],
  fault: (item: Item, place: number) => Fault | undefined,
): Fault | undefined {
  for (const [place, item] of items.entries()) {
    const found = fault(item, place);
    if (found) return found;
  }
  return undefined;
}
