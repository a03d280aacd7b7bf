import { type GraphQLSchema, isEnumType } from 'graphql';
import {
  type FigureItem,
  ITEMS,
  type Item,
  RATIOS,
  type RatioName,
  TAXONOMY,
} from '../domain/measures.ts';
import { keysOf } from '../domain/table.ts';
import { CONCEPTS } from '../domain/vocabulary.ts';
import { FRACTION, MONEY, NO_UNIT, RULES } from './glossary-rules.ts';

/** What a name in the figures means. */
export interface Entry {
  readonly name: string;
  readonly definition: string;
  readonly formula: string | null;
  readonly unit: string;
  /** Where it stands in the schema, e.g. Figures.capexToRevenue. */
  readonly coordinate: string;
}

/** The enums whose values are words of the figures. */
const WORDS = ['Quality', 'GapReason', 'Verdict'];

/** Every concept, measure, rule, word and definition: made from what the figures and the schema are made from. */
export function glossary(
  schema: GraphQLSchema,
  definitions: readonly { slug: string; description: string }[],
): Entry[] {
  const entries = [
    ...CONCEPTS.map((name) => entry(name, TAXONOMY[name].meaning, null, MONEY, `Concept.${name}`)),
    ...keysOf(ITEMS).flatMap(itemEntries),
    ...keysOf(RATIOS).map(ratioEntry),
    ...RULES.map(({ name, definition, formula = null, unit = NO_UNIT, coordinate }) =>
      entry(name, definition, formula, unit, coordinate),
    ),
    ...WORDS.flatMap((name) => wordEntries(schema, name)),
  ];
  return definitions.reduce(withDefinition, entries);
}

/** A definition of facts may have the name of a measure; then one entry explains both. */
function withDefinition(
  entries: Entry[],
  { slug, description }: { slug: string; description: string },
): Entry[] {
  const namesake = entries.find(({ name }) => name === slug);
  if (!namesake) return [...entries, entry(slug, description, null, MONEY, 'Definition.slug')];
  const definition = `${namesake.definition} As the definition of a fact: ${description}`;
  return entries.map((each) => (each === namesake ? { ...each, definition } : each));
}

function entry(
  name: string,
  definition: string,
  formula: string | null,
  unit: string,
  coordinate: string,
): Entry {
  return { name, definition, formula, unit, coordinate };
}

function itemEntries(name: Item): Entry[] {
  const item = ITEMS[name];
  const coordinate = `Figures.${name}`;
  if (!('bases' in item)) return [amountEntry(name, item, coordinate)];
  const onBasis = (basis: string) => `${name}(basis: ${basis})`;
  const bases = keysOf(item.bases);
  return [
    entry(name, item.definition, bases.map(onBasis).join(' or '), MONEY, coordinate),
    ...bases.map((basis) => amountEntry(onBasis(basis), item.bases[basis], `CapexBasis.${basis}`)),
  ];
}

function amountEntry(name: string, item: FigureItem, coordinate: string): Entry {
  const formula =
    'less' in item ? `${item.of.name} − ${item.less.name}` : item.concepts.join(', else ');
  return entry(name, item.definition, formula, MONEY, coordinate);
}

function ratioEntry(name: RatioName): Entry {
  const { numerator, denominator, definition } = RATIOS[name];
  const formula = `${ITEMS[numerator].name} / ${ITEMS[denominator].name}`;
  return entry(name, definition, formula, FRACTION, `Figures.${name}`);
}

/** The values of an enum, as the schema describes them. */
function wordEntries(schema: GraphQLSchema, typename: string): Entry[] {
  const type = schema.getType(typename);
  const values = isEnumType(type) ? type.getValues() : [];
  return values.map(({ name, description }) =>
    entry(name, description!, null, NO_UNIT, `${typename}.${name}`),
  );
}
