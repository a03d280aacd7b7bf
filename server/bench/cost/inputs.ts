import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** Draws a number from 0 to 1. */
export type Draw = () => number;

export function pick<T>(list: readonly T[], draw: Draw): T {
  return list[Math.floor(draw() * list.length)]!;
}

const id = (text: string) => Buffer.from(text).toString('base64url');
const day = (draw: Draw) =>
  new Date(Date.UTC(2019, 0, 1) + Math.floor(draw() * 2_800) * 86_400_000)
    .toISOString()
    .slice(0, 10);

/** Values that there is something of, by the name of an argument, or of its type. */
const VALUES: Record<string, (draw: Draw, slugs: readonly string[]) => string> = {
  first: () => '100',
  last: () => '100',
  count: (draw) => String(1 + Math.floor(draw() * 12)),
  fiscalYear: () => '2024',
  fiscalQuarter: () => '2',
  Int: () => '1',
  Float: (draw) => (draw() * 2 - 0.5).toFixed(3),
  Boolean: () => 'true',
  group: (draw) => groupIn(draw),
  GroupSlug: (draw) => groupIn(draw),
  company: (draw, slugs) => JSON.stringify(pick(slugs, draw)),
  search: () => '"a"',
  slug: (draw, slugs) => JSON.stringify(pick(slugs, draw)),
  String: (draw, slugs) => JSON.stringify(pick(slugs, draw)),
  ID: (draw, slugs) => {
    const slug = pick(slugs, draw);
    const groups = names.groups.map((group) => `Group:${group}`);
    return JSON.stringify(id(pick([`Company:${slug}`, `Quarter:${slug}:2025Q2`, ...groups], draw)));
  },
  CalendarQuarter: (draw) =>
    JSON.stringify(pick(['2014Q1', '2021Q4', '2024Q3', '2025Q2', '2026Q1'], draw)),
  Date: (draw) => JSON.stringify(day(draw)),
};

/** The companies and groups that documents may name; set before any is made. */
export const names: { slugs: readonly string[]; groups: readonly string[] } = {
  slugs: ['alibaba'],
  groups: [],
};

const groupIn = (draw: Draw) =>
  JSON.stringify(names.groups.length > 0 ? pick(names.groups, draw) : 'none');

/** How many a list takes at most, where that is fewer than a hundred. */
const MOST: Record<string, number> = { measures: 20 };

/** Arguments with their brackets; nothing, where there are none. */
export function inputsOf(
  args: readonly GraphQLArgument[],
  draw: Draw,
  isGiven = ({ name }: GraphQLArgument) => draw() < chanceOf(name),
): string {
  const given = args.filter((arg) => isRequiredArgument(arg) || isGiven(arg));
  if (given.length === 0) return '';
  return `(${given.map(({ name, type }) => `${name}: ${inputValue(name, type, draw)}`).join(', ')})`;
}

/** Cursors are hardly ever right, and both ends of a page are refused together. */
function chanceOf(name: string): number {
  if (name === 'after' || name === 'before' || name === 'last') return 0;
  return name === 'first' ? 0.9 : 0.35;
}

function inputValue(name: string, type: GraphQLInputType, draw: Draw): string {
  if (isNonNullType(type)) return inputValue(name, type.ofType, draw);
  if (isListType(type)) {
    const length = Math.min(pick([1, 3, 9, 30, 100], draw), MOST[name] ?? 100);
    const values = Array.from({ length }, () => inputValue(name, type.ofType, draw));
    // Of a table's subjects and measures, each is taken once.
    return `[${[...new Set(values)].join(', ')}]`;
  }
  if (isEnumType(type)) return pick(type.getValues(), draw).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const given = type.isOneOf
      ? [oneOf(fields, type.name, draw)]
      : fields.filter((field) => isRequiredInputField(field) || draw() < 0.3);
    return `{ ${given.map((field) => inputOf(field, type.name, draw)).join(', ')} }`;
  }
  return (VALUES[name] ?? VALUES[type.name]!)(draw, names.slugs);
}

/** By its slug, where it has one; a group also by its companies. */
function oneOf(fields: readonly GraphQLInputField[], type: string, draw: Draw): GraphQLInputField {
  const isOfCompanies = type === 'GroupBy' && (names.groups.length === 0 || draw() < 0.5);
  const name = isOfCompanies ? 'companies' : 'slug';
  return fields.find((field) => field.name === name) ?? pick(fields, draw);
}

function inputOf({ name, type }: GraphQLInputField, of: string, draw: Draw): string {
  return `${name}: ${inputValue(of === 'GroupBy' && name === 'slug' ? 'GroupSlug' : name, type, draw)}`;
}
