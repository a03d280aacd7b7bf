import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import {
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  getNamedType,
  isCompositeType,
} from 'graphql';
import { type Awaitable, andThen } from '../store/awaitable.ts';
import { type Budget, MAX_STRETCH } from './budget.ts';
import type { Context } from './context.ts';
import { type Cost, FAILURE, ITEM, LEAF } from './cost-weights.ts';
import { sizeOf } from './measure-size.ts';
import { costBelow, OF_SEVERAL, plus, times } from './selection-cost.ts';

const NAME = 'lists';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      lists: ListsPlugin<Types>;
    }
  }
}

/**
 * Pothos plugin: what comes out of a list, or stands for several companies, is paid for from the request's
 * budget, and so is a field that fails, so that no resolver has to think of it.
 */
class ListsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    given: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { type, args }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const resolve = Object.values(args).some(mayBeRefused) ? withFailures(given) : given;
    const isOfSeveral =
      type.kind === 'Object' && OF_SEVERAL.has(this.buildCache.getTypeConfig(type.ref).name);
    if (type.kind !== 'List' && !isOfSeveral) return resolve;
    return (parent, args, context, info) => {
      const { budget } = context as Context;
      // What it asks for is refused already, and this would be thrown away.
      if (budget.isOver && type.kind === 'List') return [];
      return andThen(resolve(parent, args, context, info) as Awaitable<unknown>, (answer) => {
        if (!answer) return answer;
        if (Array.isArray(answer)) return inTurns(answer, budget, info);
        return later(answer, budget.turnFor(costOf([answer], info)));
      });
    };
  }
}

/** Values of enums are all known before anything is executed. */
function mayBeRefused({ type }: { readonly type: { readonly kind: string } }): boolean {
  return type.kind !== 'Enum';
}

function withFailures<Context>(
  resolve: GraphQLFieldResolver<unknown, Context, object>,
): GraphQLFieldResolver<unknown, Context, object> {
  return (parent, args, context, info) => {
    const { budget } = context as { budget: Budget };
    if (budget.isOver) budget.spend(FAILURE);
    try {
      return resolve(parent, args, context, info);
    } catch (error) {
      budget.spend(FAILURE);
      throw error;
    }
  };
}

/** What comes out of a list, once its request has a turn for what is asked of it; a part at a time, where that is much. */
function inTurns(items: readonly unknown[], budget: Budget, info: GraphQLResolveInfo) {
  const cost = costOf(items, info);
  if (cost.micros <= MAX_STRETCH) return later(items, budget.turnFor(cost));
  return items.map((item) => later(item, budget.turnFor(costOf([item], info))));
}

function later<T>(what: Awaitable<T>, turn: Promise<void> | undefined): Awaitable<T> {
  if (!turn) return what;
  const there = what instanceof Promise ? Promise.all([what, turn]) : turn;
  const promise = there.then(() => what);
  // Nobody waits for it where something beside it is refused.
  promise.catch(() => {});
  return promise;
}

/** What an item of a field costs; as many times as much as its size, where it may stand for several. */
interface ItemCost {
  readonly of: Cost;
  readonly isOfSeveral: boolean;
}

/** One for each field of parsed documents, which are cached. */
const itemCosts = new WeakMap<GraphQLResolveInfo['fieldNodes'], ItemCost>();

function costOf(items: readonly unknown[], info: GraphQLResolveInfo): Cost {
  let cost = itemCosts.get(info.fieldNodes);
  if (!cost) {
    cost = itemCostOf(info);
    itemCosts.set(info.fieldNodes, cost);
  }
  const { of, isOfSeveral } = cost;
  const { length } = items;
  if (!isOfSeveral) return times(of, length);
  let size = 0;
  for (const item of items) size += sizeOf(item);
  return {
    micros: of.micros * size + LEAF.micros * length,
    bytes: of.bytes * size + LEAF.bytes * length,
  };
}

function itemCostOf(info: GraphQLResolveInfo): ItemCost {
  const type = getNamedType(info.returnType);
  if (!isCompositeType(type)) return { of: ITEM, isOfSeveral: false };
  const selected = costBelow(info);
  const isOfSeveral = OF_SEVERAL.has(type.name);
  return { of: isOfSeveral ? selected : plus(selected, LEAF), isOfSeveral };
}

SchemaBuilder.registerPlugin(NAME, ListsPlugin);

export default NAME;
