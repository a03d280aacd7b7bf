import { Ratio as DomainRatio } from '../domain/amount.ts';
import { GroupQuarter } from '../domain/group-quarter.ts';
import { andThen } from '../store/awaitable.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';
import type { Cost } from './cost-weights.ts';
import { GroupBy, requireGroup } from './group-by.ts';
import { sizeOfPart } from './measure-size.ts';
import { Ratio } from './ratio.ts';
import { costBelow, plus, times } from './selection-cost.ts';

/** What a member's amount in the whole costs, beside what is asked of the share: the whole is asked of each. */
const OF_ONE_MEMBER: Cost = { micros: 5, bytes: 0 };

builder.objectField(Amount, 'shareOf', (t) =>
  t.field({
    type: Ratio,
    args: {
      group: t.arg({
        type: GroupBy,
        required: true,
        description: 'What it is a share of. NOT_FOUND when there is no such group.',
      }),
    },
    description:
      "This amount over the same amount of a group, as a fraction, in this currency and as of this day; e.g. a company's share of a group.",
    resolve: (amount, { group }, { snapshot, budget }, info) => {
      const { currency, asOf, calendarQuarter, item, window } = amount;
      const of = requireGroup(group, 'group', snapshot);
      const ofOne = plus(OF_ONE_MEMBER, costBelow(info));
      budget.spend(times(ofOne, of.members.length * sizeOfPart(amount)));
      const whole = snapshot.groupView(of, currency, asOf);
      return andThen(
        whole,
        (view) =>
          new DomainRatio(amount, new GroupQuarter(view, calendarQuarter).amount(item, window)),
      );
    },
  }),
);
