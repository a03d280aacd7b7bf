import {
  type ComparedQuarter as DomainComparedQuarter,
  Comparison as DomainComparison,
  type QuarterRun as DomainQuarterRun,
} from '../domain/comparison.ts';
import { SPANS, WINDOWS } from '../domain/vocabulary.ts';
import { all, andThen } from '../store/awaitable.ts';
import { inBasis, inGroupPerspective, inNewest, inQuarters, inWindow } from './arguments.ts';
import { builder } from './builder.ts';
import { QUARTER_COMPARED } from './cost-weights.ts';
import { Currency, Span } from './enums.ts';
import { Group } from './group.ts';
import { GroupBy, requireGroup } from './group-by.ts';
import { GroupQuarter } from './group-quarter.ts';
import { GrowthLead } from './growth-lead.ts';
import { newest } from './newest.ts';
import { Ratio } from './ratio.ts';
import { times } from './selection-cost.ts';

const overYear = builder.args((t) => ({
  over: t.field({
    type: Span,
    required: true,
    defaultValue: SPANS.YEAR,
    description: 'What each quarter is compared with.',
  }),
}));

const ComparedQuarter = builder.objectRef<DomainComparedQuarter>('ComparedQuarter').implement({
  description: 'One calendar quarter of two groups, in one currency.',
  fields: (t) => ({
    calendarQuarter: t.expose('calendarQuarter', {
      type: 'CalendarQuarter',
      description: 'The quarter that is compared.',
    }),
    baseline: t.field({
      type: GroupQuarter,
      nullable: true,
      description: "The baseline's quarter; null when no figure of it is known.",
      resolve: (quarter) => quarter.baseline,
    }),
    challenger: t.field({
      type: GroupQuarter,
      nullable: true,
      description: "The challenger's quarter; null when no figure of it is known.",
      resolve: (quarter) => quarter.challenger,
    }),
    capexMultiple: t.field({
      type: Ratio,
      args: { ...inWindow, ...inBasis },
      description:
        'Capital expenditures, baseline over challenger: 6.5 means that the baseline spends 6.5 times as much.',
      resolve: (quarter, { window, basis }) => quarter.capexMultiple(WINDOWS[window], basis),
    }),
    growthLead: t.field({
      type: GrowthLead,
      args: { ...overYear, ...inWindow, ...inBasis },
      description:
        "The challenger's growth of capital expenditures less the baseline's, over the quarter or the year.",
      resolve: (quarter, { over, window, basis }) =>
        quarter.growthLead(over, WINDOWS[window], basis),
    }),
  }),
});

const QuarterRun = builder.objectRef<DomainQuarterRun>('QuarterRun').implement({
  description: 'An unbroken run of calendar quarters.',
  fields: (t) => ({
    from: t.expose('from', { type: 'CalendarQuarter', description: 'The first quarter.' }),
    to: t.expose('to', { type: 'CalendarQuarter', description: 'The last quarter.' }),
    quarters: t.exposeInt('quarters', { description: 'How many quarters.' }),
    ongoing: t.exposeBoolean('ongoing', {
      description: 'Whether it reaches the newest quarter that both growth rates are known of.',
    }),
  }),
});

const Comparison = builder.objectRef<DomainComparison>('Comparison').implement({
  description: 'Two groups side by side, quarter by quarter, in one currency.',
  fields: (t) => ({
    baseline: t.field({
      type: Group,
      description: 'The group that is compared with.',
      resolve: ({ baseline }, _, { snapshot }) => snapshot.groupIn(baseline),
    }),
    challenger: t.field({
      type: Group,
      description: 'The group that is compared.',
      resolve: ({ challenger }, _, { snapshot }) => snapshot.groupIn(challenger),
    }),
    currency: t.field({
      type: Currency,
      description: 'The currency of every amount below.',
      resolve: ({ baseline }) => baseline.currency,
    }),
    quarters: t.field({
      type: [ComparedQuarter],
      args: { ...inNewest },
      description: 'Every quarter that a figure of either group is known of, oldest first.',
      resolve: (comparison, { last }) => newest(comparison.quarters, last),
    }),
    latest: t.field({
      type: ComparedQuarter,
      nullable: true,
      description:
        "The newest quarter in which both groups' capital expenditures are known; null without one.",
      resolve: (comparison, _, { budget }) =>
        andThen(budget.turnFor(times(QUARTER_COMPARED, comparison.size)), () => comparison.latest),
    }),
    outgrowthRuns: t.field({
      type: [QuarterRun],
      args: { ...overYear, ...inBasis },
      description:
        "Unbroken runs of quarters in which the challenger's capital expenditures grew faster than the baseline's, oldest first.",
      resolve: (comparison, { over, basis }, { budget }) =>
        andThen(budget.turnFor(times(QUARTER_COMPARED, comparison.size)), () =>
          comparison.outgrowthRuns(over, basis),
        ),
    }),
  }),
});

builder.queryField('comparison', (t) =>
  t.field({
    type: Comparison,
    args: {
      baseline: t.arg({
        type: GroupBy,
        required: true,
        description: 'The group to compare with, e.g. that with the slug us-hyperscalers.',
      }),
      challenger: t.arg({
        type: GroupBy,
        required: true,
        description: 'The group that is compared, e.g. that with the slug china-hyperscalers.',
      }),
      ...inQuarters,
      ...inGroupPerspective,
    },
    description:
      'Any two groups side by side, quarter by quarter, in one currency. NOT_FOUND when there is no group with a slug.',
    resolve: (_, { from, to, currency, asOf, ...groups }, { snapshot }) => {
      const find = (argument: 'baseline' | 'challenger') =>
        snapshot.groupView(requireGroup(groups[argument], argument, snapshot), currency, asOf);
      return andThen(
        all([find('baseline'), find('challenger')]),
        ([baseline, challenger]) =>
          new DomainComparison(baseline!, challenger!, from ?? undefined, to ?? undefined),
      );
    },
  }),
);
