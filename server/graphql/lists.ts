import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { type Awaitable, andThen } from '../store/awaitable.ts';
import type { Context } from './context.ts';

const NAME = 'lists';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      lists: ListsPlugin<Types>;
    }
  }
}

type List = readonly unknown[] | null | undefined;

/** Pothos plugin: what holds of every list of the schema, so that no resolver has to think of it. */
class ListsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { type }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (type.kind !== 'List') return resolve;
    return (parent, args, context, info) => {
      const { budget } = context as Context;
      return andThen(resolve(parent, args, context, info) as Awaitable<List>, (list) => {
        if (list) budget.spend(list, info);
        return list;
      });
    };
  }
}

SchemaBuilder.registerPlugin(NAME, ListsPlugin);

export default NAME;
