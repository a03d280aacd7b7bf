import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  type Cost,
  INTROSPECTED,
  LEAF,
  OBJECT,
  ONE_QUARTER,
  SEVERAL_QUARTERS,
  SINCE,
  WEIGHTS,
} from './cost-weights.ts';
import { IntrospectionSize } from './introspection-size.ts';

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
  const own = plus({ ...OBJECT, ...weight, ...ofWindow(node, field) }, key);
  if (isListType(getNullableType(field.type))) return own;
  const below = selectionCost(node.selectionSet, type, places);
  return plus(own, times(below, isSince(node) ? SINCE : 1));
}

function ofWindow(node: FieldNode, { args }: GraphQLField<unknown, unknown>): Partial<Cost> {
  if (!args.some(({ name }) => name === 'window')) return {};
  const window = node.arguments?.find(({ name }) => name.value === 'window')?.value;
  const isOne = !window || (window.kind === Kind.ENUM && window.value === 'QUARTER');
  if (isSince(node)) return { micros: SEVERAL_QUARTERS * SINCE };
  return { micros: isOne ? ONE_QUARTER : SEVERAL_QUARTERS };
}

function isSince(node: FieldNode): boolean {
  return node.arguments?.some(({ name }) => name.value === 'since') ?? false;
}
