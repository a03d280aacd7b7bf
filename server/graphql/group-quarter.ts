import {
  type GroupQuarter as DomainGroupQuarter,
  groupQuarterOf,
  groupQuartersOf,
} from '../domain/group-quarter.ts';
import { andThen } from '../store/awaitable.ts';
import { inGroupPerspective, inNewest, inQuarters } from './arguments.ts';
import { builder } from './builder.ts';
import { Figures } from './figures.ts';
import { Group } from './group.ts';
import { newest } from './newest.ts';
import { Quarter } from './quarter.ts';

export const GroupQuarter = builder.objectRef<DomainGroupQuarter>('GroupQuarter').implement({
  description:
    'One calendar quarter of a group: the sums over the members that publish a concept, in one currency, as known on one day.',
  interfaces: [Figures],
  fields: (t) => ({
    group: t.field({
      type: Group,
      description: 'Whose quarter it is.',
      resolve: ({ view }, _, { snapshot }) => snapshot.groupIn(view),
    }),
    members: t.field({
      type: [Quarter],
      description:
        "The members' own quarters, in the same currency; without members that no figure of the quarter is known of.",
      resolve: (quarter) => quarter.members,
    }),
  }),
});

builder.objectFields(Group, (t) => ({
  quarters: t.field({
    type: [GroupQuarter],
    args: {
      ...inQuarters,
      ...inNewest,
      ...inGroupPerspective,
    },
    description:
      'Oldest first. Sums over the members that publish the concept. While one of those lacks a quarter, the sum is missing, and says which and why; members with a non-disclosure are left out and are in `excluded`.',
    resolve: (group, { from, to, last, currency, asOf }, { snapshot }) => {
      return andThen(snapshot.groupView(group, currency, asOf), (view) =>
        newest(groupQuartersOf(view, from ?? undefined, to ?? undefined), last),
      );
    },
  }),
  quarter: t.field({
    type: GroupQuarter,
    nullable: true,
    args: {
      calendarQuarter: t.arg({
        type: 'CalendarQuarter',
        required: true,
        description: 'The quarter wanted.',
      }),
      ...inGroupPerspective,
    },
    description: 'One quarter; null when no figure of any member was known on the `asOf` date.',
    resolve: (group, { calendarQuarter, currency, asOf }, { snapshot }) =>
      andThen(snapshot.groupView(group, currency, asOf), (view) =>
        groupQuarterOf(view, calendarQuarter),
      ),
  }),
}));
