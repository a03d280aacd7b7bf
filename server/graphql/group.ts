import type { CompanyGroup } from '../store/company-group.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { findGroup, GroupBy } from './group-by.ts';
import { groupKey, groupWithKey } from './group-key.ts';
import { globalId, Node, nodeLoader } from './node.ts';

export const Group = builder.objectRef<CompanyGroup>('Group').implement({
  description:
    'Companies whose figures are added up and compared: a group of the dataset, or one of any companies.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: 'Global id; of any companies, the same in whatever order they were given.',
      resolve: (group, _, { budget }) => {
        const id = globalId('Group', groupKey(group));
        // It names each company of any, and may be asked for under a thousand names.
        budget.spend({ micros: 0, bytes: id.length });
        return id;
      },
    }),
    slug: t.exposeString('slug', {
      nullable: true,
      description:
        "The group's short name in addresses and arguments, e.g. us-hyperscalers; null for a group of any companies.",
    }),
    name: t.exposeString('name', {
      description:
        "The group's name as readers know it; of any companies, their names, the first five of many.",
    }),
    description: t.exposeString('description', {
      description: 'Which companies belong to the group, and why.',
    }),
    members: t.field({
      type: [Company],
      description: 'The companies in the group; of any companies, by slug.',
      resolve: ({ members }) => members,
    }),
  }),
});

nodeLoader('Group', (key, { snapshot }) => groupWithKey(key, snapshot));

builder.objectField(Company, 'groups', (t) =>
  t.field({
    type: [Group],
    description: 'The groups of the dataset that the company belongs to.',
    resolve: (company, _, { snapshot }) => snapshot.groupsOf(company),
  }),
);

builder.queryFields((t) => ({
  group: t.field({
    type: Group,
    nullable: true,
    args: { by: t.arg({ type: GroupBy, required: true, description: 'Which group.' }) },
    description: 'A group of the dataset, null when there is none; or one of any companies.',
    resolve: (_, { by }, { snapshot }) => findGroup(by, 'by', snapshot),
  }),
  groups: t.field({
    type: [Group],
    description: 'Every group of the dataset.',
    resolve: (_, __, { snapshot }) => snapshot.catalog.groups,
  }),
}));
