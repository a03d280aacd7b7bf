import type { Group } from '../../generated/prisma/client.ts';
import { longest } from './order.ts';
import { BY_RANK, rank } from './rank.ts';
import { tableOf } from './table.ts';
import { matching, slug, text } from './types.ts';

const each = (members: string) => `regexp_split_to_table(${members}, ' +')`;

export const groups = tableOf<Group, 'id', 'members'>()(
  {
    slug: { ...slug, meaning: "The group's short name in addresses." },
    name: { ...text, meaning: "The group's name as readers know it.", stays: longest },
    description: {
      ...text,
      meaning: 'Which companies belong to the group, and why.',
      stays: longest,
    },
    members: {
      ...matching(/^\S+( +\S+)*$/, 'expected slugs of companies, with spaces between them'),
      meaning: 'Its companies, by their slugs, with spaces between them.',
      into: (given) => `regexp_replace(${given}, ' +', ' ', 'g')`,
      out: () => `(
        select string_agg(company.slug, ' ' order by member.position)
        from group_member member join company on company.id = member.company_id
        where member.group_id = stored.id)`,
      refersTo: { table: 'company', key: 'id', each },
      isElsewhere: true,
    },
    rank: {
      ...rank,
      meaning:
        'Where it stands in the list of groups; of equal ranks, the first by slug goes first.',
    },
  },
  {
    stored: '"group"',
    meaning: 'Named sets of companies, whose figures are added up and compared.',
    identity: ['slug'],
    order: BY_RANK,
    afterwards: [
      `insert into group_member (group_id, company_id, position)
       select stored.id, company.id, member.position
       from stage_groups staged
       join "group" stored on stored.slug = staged.slug
       cross join ${each('staged.members')} with ordinality as member(slug, position)
       join company on company.slug = member.slug
       on conflict do nothing`,
    ],
  },
);
