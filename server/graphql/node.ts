import { brandWithType } from '@pothos/core';
import type { GraphQLSchema } from 'graphql';
import { type Awaitable, andThen } from '../store/awaitable.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { badUserInput } from './errors.ts';

type Load = (key: string, context: Context, schema: GraphQLSchema) => Awaitable<object | null>;

const loaders = new Map<string, Load>();

/** How many nodes one `nodes` field may ask for. */
const MAX_NODES = 100;

/** An object with a global id: `typename` and `key` name it in any version of the dataset. */
export const Node = builder.interfaceRef<object>('Node').implement({
  description: 'An object that can be fetched again by its id.',
  fields: (t) => ({
    id: t.id({
      description: 'Names the object in every answer; opaque, and the same in every version.',
      resolve: () => {
        throw new Error('Each type of node has an id of its own.');
      },
    }),
  }),
});

/** Registers how a type of node is found by its key; null when there is none. */
export function nodeLoader(typename: string, load: Load): void {
  loaders.set(typename, load);
}

/** The global id of a node. */
export function globalId(typename: string, key: string): string {
  return Buffer.from(`${typename}:${key}`).toString('base64url');
}

/** What a global id names. Throws BAD_USER_INPUT for text that cannot be an id; PostgreSQL takes none with a NUL. */
export function readId(id: string, argument: string): { typename: string; key: string } {
  const text = Buffer.from(id, 'base64url').toString();
  const [, typename, key] = /^([A-Za-z]+):([^\0]+)$/.exec(text) ?? [];
  if (typename && key && loaders.has(typename) && globalId(typename, key) === id) {
    return { typename, key };
  }
  throw badUserInput(`${JSON.stringify(id)} is not an id; take one from an \`id\` field.`, {
    argument,
  });
}

function loadNode(
  id: string,
  argument: string,
  context: Context,
  schema: GraphQLSchema,
): Awaitable<object | null> {
  const { typename, key } = readId(id, argument);
  return andThen(loaders.get(typename)!(key, context, schema), (node) => {
    if (node) brandWithType(node, typename as never);
    return node;
  });
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'The object with an id; null when there is none.',
    args: { id: t.arg.id({ required: true, description: 'As an `id` field gave it.' }) },
    resolve: (_, { id }, context, { schema }) => loadNode(id, 'id', context, schema),
  }),
  nodes: t.field({
    type: t.listRef(Node, { nullable: true }),
    description: `The objects with these ids, in their order; null where there is none. At most ${MAX_NODES}.`,
    args: {
      ids: t.arg.idList({ required: true, description: 'As `id` fields gave them.' }),
    },
    resolve: (_, { ids }, context, { schema }) => {
      if (ids.length > MAX_NODES) {
        throw badUserInput(`ids takes at most ${MAX_NODES}, and here are ${ids.length}.`, {
          argument: 'ids',
        });
      }
      return ids.map((id) => loadNode(id, 'ids', context, schema));
    },
  }),
}));
