import type { Amount as DomainAmount } from '../domain/amount.ts';
import { linesNeeded } from '../domain/measures.ts';
import { type Vintage as DomainVintage, vintagesOf } from '../domain/vintages.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';
import type { Cost } from './cost-weights.ts';
import { plus, times } from './selection-cost.ts';

/** What one amount of a company costs, as known on one day, and each quarter that it spans. */
const OF_ONE_DAY: Cost = { micros: 14, bytes: 0 };
const OF_ONE_QUARTER: Cost = { micros: 2, bytes: 0 };

/** The amount is worked out for each day on which anything became known. */
function costOf({ days, parts, quarters, item }: DomainAmount): Cost {
  const lines = linesNeeded(item).length;
  const ofOneAmount = plus(
    OF_ONE_DAY,
    times(OF_ONE_QUARTER, lines * Math.max(0, quarters.last - quarters.first + 1)),
  );
  return times(ofOneAmount, days.length * Math.max(1, parts.length));
}

const Vintage = builder.objectRef<DomainVintage>('Vintage').implement({
  description: 'What an amount was, as known on some days.',
  fields: (t) => ({
    validFrom: t.expose('validFrom', {
      type: 'Date',
      description: 'The first day on which this was the answer.',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which it was; null for the newest.',
    }),
    amount: t.field({
      type: Amount,
      description:
        'The amount as known on these days; without a value where a figure was withdrawn.',
      resolve: ({ amount }) => amount,
    }),
  }),
});

builder.objectField(Amount, 'vintages', (t) =>
  t.field({
    type: [Vintage],
    description:
      'Every value that this amount has had up to the `asOf` date, newest first, from the day on which there first was one; a new one only where the value or its reason changed.',
    resolve: (amount, _, { budget }) => {
      const turn = budget.turnFor(costOf(amount));
      return turn ? turn.then(() => vintagesOf(amount)) : vintagesOf(amount);
    },
  }),
);
