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
      resolve: (group, _, { snapshot, budget }, info) =>
        budget.spend(snapshot.members(group), info),
    }),
  }),
});

nodeLoader('Group', (slug, { snapshot }) => snapshot.group(slug));

builder.objectField(Company, 'groups', (t) =>
  t.field({
    type: [Group],
    description: 'The groups that the company belongs to.',
    resolve: (company, _, { snapshot, budget }, info) =>
      budget.spend(snapshot.groupsOf(company), info),
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
    resolve: (_, __, { snapshot, budget }, info) => budget.spend(snapshot.catalog.groups, info),
  }),
}));
