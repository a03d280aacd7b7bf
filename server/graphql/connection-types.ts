import type { ObjectRef } from '@pothos/core';
import { builder, type SchemaTypes } from './builder.ts';
import type { Connection, Edge } from './connection.ts';

const PageInfo = builder.objectRef<Connection<unknown>>('PageInfo').implement({
  description: 'Where a page lies in its connection.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether items follow the page.' }),
    hasPreviousPage: t.boolean({
      description: 'Whether items precede the page.',
      resolve: (page) => page.hasPreviousPage,
    }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'Cursor of the first item; null on an empty page.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'Cursor of the last item; null on an empty page.',
    }),
  }),
});

/** The connection and edge types of a type of item, e.g. `CompanyConnection` and `CompanyEdge`. */
export function connectionType<T>(
  names: { connection: string; edge: string },
  nodeType: ObjectRef<SchemaTypes, T, T>,
  what: string,
) {
  const EdgeType = builder.objectRef<Edge<T>>(names.edge).implement({
    description: `One of the ${what}, and its place in the connection.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Opaque; give it to `after` or `before`. It holds when items are added.',
      }),
      node: t.field({
        type: nodeType,
        description: 'The item itself.',
        // Pothos cannot work out what a resolver of a generic type may return.
        resolve: (edge) => edge.node as never,
      }),
    }),
  });
  return builder.objectRef<Connection<T>>(names.connection).implement({
    description: `A page of ${what}.`,
    fields: (t) => ({
      edges: t.field({
        type: [EdgeType],
        description: 'The items of the page with their cursors.',
        resolve: (page) => page.edges,
      }),
      nodes: t.field({
        type: [nodeType],
        description: 'The items of the page.',
        resolve: (page) => page.nodes as never,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Where the page lies in the connection.',
        resolve: (page) => page,
      }),
      totalCount: t.int({
        description: 'How many items the whole connection has.',
        resolve: (page) => page.totalCount,
      }),
    }),
  });
}
