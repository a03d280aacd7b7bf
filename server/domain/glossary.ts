import { type FigureItem, ITEMS, type Item, RATIOS, type RatioName, TAXONOMY } from './measures.ts';
import { keysOf } from './table.ts';
import { CONCEPTS } from './vocabulary.ts';

/** What a name in the figures means. */
export interface GlossaryEntry {
  readonly name: string;
  readonly definition: string;
  readonly formula: string | null;
  readonly unit: string;
}

const MONEY = 'whole units of the currency';
const FRACTION = 'fraction';
const FRACTION_OR_POINTS = 'fraction as value, percentage points as points';

/** Every concept, measure and definition: made from what the figures are computed with. */
export function glossary(
  definitions: readonly { slug: string; description: string }[],
): GlossaryEntry[] {
  const entries = [
    ...CONCEPTS.map((name) => entry(name, TAXONOMY[name].meaning, null, MONEY)),
    ...keysOf(ITEMS).flatMap(itemEntries),
    ...keysOf(RATIOS).map(ratioEntry),
    ...COMPUTED,
  ];
  return definitions.reduce(withDefinition, entries);
}

/** A definition of facts may have the name of a measure; then one entry explains both. */
function withDefinition(
  entries: GlossaryEntry[],
  { slug, description }: { slug: string; description: string },
): GlossaryEntry[] {
  const namesake = entries.find(({ name }) => name === slug);
  if (!namesake) return [...entries, entry(slug, description, null, MONEY)];
  const definition = `${namesake.definition} As the definition of a fact: ${description}`;
  return entries.map((each) => (each === namesake ? { ...each, definition } : each));
}

const COMPUTED = [
  entry(
    'window: TRAILING_TWELVE_MONTHS',
    'Four consecutive calendar quarters in one definition, each converted at its own average rate; missing while one of the four is.',
    'quarter + the three quarters before it',
    MONEY,
  ),
  entry(
    'growth',
    'How much an amount grew over the quarter or the year, both amounts in one definition; missing from a base of zero or less.',
    'to / from − 1',
    FRACTION,
  ),
  entry(
    'change',
    'Change of a ratio over the quarter or the year, each amount in one definition.',
    'ratio − earlier ratio',
    FRACTION_OR_POINTS,
  ),
  entry(
    'capexMultiple',
    "How many times the challenger's capital expenditures the baseline's are.",
    'capex of the baseline / capex of the challenger',
    'multiple',
  ),
  entry(
    'growthLead',
    "How much faster the challenger's capital expenditures grew than the baseline's.",
    'growth of the challenger − growth of the baseline',
    FRACTION_OR_POINTS,
  ),
];

function entry(
  name: string,
  definition: string,
  formula: string | null,
  unit: string,
): GlossaryEntry {
  return { name, definition, formula, unit };
}

function itemEntries(name: Item): GlossaryEntry[] {
  const item = ITEMS[name];
  if (!('bases' in item)) return [amountEntry(name, item)];
  return keysOf(item.bases).map((basis) =>
    amountEntry(`${name}(basis: ${basis})`, item.bases[basis]),
  );
}

function amountEntry(name: string, item: FigureItem): GlossaryEntry {
  const { definition } = item;
  const formula =
    'less' in item ? `${item.of.name} − ${item.less.name}` : item.concepts.join(', else ');
  return entry(name, definition, formula, MONEY);
}

function ratioEntry(name: RatioName): GlossaryEntry {
  const { numerator, denominator, definition } = RATIOS[name];
  return entry(name, definition, `${ITEMS[numerator].name} / ${ITEMS[denominator].name}`, FRACTION);
}
