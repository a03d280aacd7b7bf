import {
  type GroupQuarter as DomainGroupQuarter,
  groupQuarterOf,
  groupQuartersOf,
} from '../domain/group-quarter.ts';
import { andThen } from '../store/awaitable.ts';
import { inGroupPerspective, inQuarters } from './arguments.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';
import { Figures } from './figures.ts';
import { Group } from './group.ts';
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
      last: t.arg.int({ description: 'Only the newest n of them, 0 or more.' }),
      ...inGroupPerspective,
    },
    description:
      'Oldest first. Sums over the members that publish the concept. While one of those lacks a quarter, the sum is missing, and says which and why; members with a non-disclosure are left out and are in `excluded`.',
    resolve: (group, { from, to, last, currency, asOf }, { snapshot }) => {
      if (last != null && last < 0) {
        throw badUserInput(`last takes a number from 0, not ${last}.`, { argument: 'last' });
      }
      return andThen(snapshot.groupView(group, currency, asOf), (view) => {
        const quarters = groupQuartersOf(view, from ?? undefined, to ?? undefined);
        return quarters.slice(last == null ? 0 : Math.max(0, quarters.length - last));
      });
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
