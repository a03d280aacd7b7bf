import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { figureItem, ITEMS, type Item } from '../domain/measures.ts';
import {
  COMPARED,
  type Cost,
  INTROSPECTED,
  LEAF,
  OBJECT,
  SEVERAL_QUARTERS,
  SINCE,
  TWO_AMOUNTS,
  WEIGHTS,
} from './cost-weights.ts';
import { IntrospectionSize } from './introspection-size.ts';

/**
 * The types of objects that may stand for several companies, or quarters, so that all that is asked of them costs as many
 * times as much; it is paid for as they come out, as what is in lists is.
 */
export const OF_SEVERAL = new Set([
  'GroupQuarter',
  'ComparedQuarter',
  'Measure',
  'MemberAmount',
  'Vintage',
]);

const NOTHING: Cost = { micros: 0, bytes: 0 };
/** One for each selection of parsed documents, which are cached. */
const known = new WeakMap<SelectionSetNode, Cost>();

export const plus = (a: Cost, b: Cost): Cost => ({
  micros: a.micros + b.micros,
  bytes: a.bytes + b.bytes,
});

export const times = ({ micros, bytes }: Cost, factor: number): Cost => ({
  micros: micros * factor,
  bytes: bytes * factor,
});

/** Where the parts of a document are found. */
export interface Places {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>;
}

/** What an object costs with all that is selected of it, but for the items of lists within it. */
export function selectionCost(
  set: SelectionSetNode | undefined,
  type: GraphQLCompositeType,
  places: Places,
): Cost {
  if (!set) return NOTHING;
  const found = known.get(set);
  if (found) return found;
  // A fragment within itself is another rule's error; here it must only come to an end.
  known.set(set, NOTHING);
  const costs = set.selections.map((selection) => costOf(selection, type, places));
  const cost = costs.reduce(plus, NOTHING);
  known.set(set, cost);
  return cost;
}

/** What an object of a field that is being executed costs with all that is selected of it. */
export function costBelow(info: GraphQLResolveInfo): Cost {
  const type = getNamedType(info.returnType);
  if (!isCompositeType(type)) return NOTHING;
  return info.fieldNodes
    .map(({ selectionSet }) => selectionCost(selectionSet, type, info))
    .reduce(plus);
}

function costOf(selection: SelectionNode, type: GraphQLCompositeType, places: Places): Cost {
  if (selection.kind === Kind.FIELD) return fieldCost(selection, type, places);
  const fragment =
    selection.kind === Kind.FRAGMENT_SPREAD ? places.fragments[selection.name.value] : selection;
  const condition =
    fragment?.typeCondition && places.schema.getType(fragment.typeCondition.name.value);
  const inner = condition && isCompositeType(condition) ? condition : type;
  return selectionCost(fragment?.selectionSet, inner, places);
}

function fieldCost(node: FieldNode, parent: GraphQLCompositeType, places: Places): Cost {
  const name = node.name.value;
  const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
  if (name === '__schema' || name === '__type') {
    return times(INTROSPECTED, new IntrospectionSize(places.schema, places.fragments).of(node));
  }
  if (!field) return LEAF;
  const type = getNamedType(field.type);
  const weight = WEIGHTS[`${parent.name}.${name}`] ?? WEIGHTS[name];
  const key = { micros: 0, bytes: (node.alias ?? node.name).value.length };
  if (!isCompositeType(type)) return plus({ ...LEAF, ...weight }, key);
  const own = plus({ ...OBJECT, ...weight }, key);
  if (isListType(getNullableType(field.type)) || OF_SEVERAL.has(type.name)) return own;
  const size = sizeOfWindow(node, field) * (SIZES[type.name] ?? sizeOfItem(name));
  const below = selectionCost(node.selectionSet, type, places);
  return { micros: own.micros * size + below.micros * size, bytes: own.bytes + below.bytes * size };
}

/** How many times as much all costs that is asked of a measure, by its type. */
const SIZES: Readonly<Record<string, number>> = {
  Ratio: TWO_AMOUNTS,
  Growth: COMPARED,
  RatioChange: COMPARED * TWO_AMOUNTS,
  GrowthLead: COMPARED,
};

function sizeOfItem(name: string): number {
  return name in ITEMS && 'less' in figureItem(name as Item) ? TWO_AMOUNTS : 1;
}

function sizeOfWindow(node: FieldNode, { args }: GraphQLField<unknown, unknown>): number {
  if (!args.some(({ name }) => name === 'window')) return 1;
  if (node.arguments?.some(({ name }) => name.value === 'since')) return SINCE;
  const window = node.arguments?.find(({ name }) => name.value === 'window')?.value;
  const isOne = !window || (window.kind === Kind.ENUM && window.value === 'QUARTER');
  return isOne ? 1 : SEVERAL_QUARTERS;
}
