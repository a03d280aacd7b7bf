import { builder } from './builder.ts';
import { Company } from './company.ts';
import { globalId, Node, nodeLoader } from './node.ts';

export const Group = builder.prismaObject('Group', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: 'Global id.',
      resolve: ({ slug }) => globalId('Group', slug),
    }),
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    description: t.exposeString('description'),
    members: t.field({
      type: [Company],
      description: 'The companies in the group.',
      resolve: (group, _, { snapshot }) => snapshot.members(group),
    }),
  }),
});

nodeLoader('Group', (slug, { snapshot }) => snapshot.group(slug));

builder.objectField(Company, 'groups', (t) =>
  t.field({
    type: [Group],
    description: 'The groups that the company belongs to.',
    resolve: (company, _, { snapshot }) => snapshot.groupsOf(company),
  }),
);

builder.queryFields((t) => ({
  group: t.field({
    type: Group,
    nullable: true,
    args: { slug: t.arg.string({ required: true, description: 'E.g. us-hyperscalers.' }) },
    description: 'A group by its slug; null when there is none.',
    resolve: (_, { slug }, { snapshot }) => snapshot.group(slug),
  }),
  groups: t.field({
    type: [Group],
    description: 'Every group.',
    resolve: (_, __, { snapshot }) => snapshot.catalog.groups,
  }),
}));
