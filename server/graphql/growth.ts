import type { Growth as DomainGrowth } from '../domain/amount.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';
import { Measure } from './measure.ts';
import { countOf, overCount } from './over-count.ts';

export const Growth = builder.objectRef<DomainGrowth>('Growth').implement({
  description: 'How much an amount grew from an earlier one: to / from − 1.',
  interfaces: [Measure],
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'A fraction: 0.57 is +57 %, negative for a decline.',
    }),
    annualRate: t.exposeFloat('annualRate', {
      nullable: true,
      description:
        'The same for each year, compounded, as a fraction; null over less than a year, and where the growth is below −100 %.',
    }),
    from: t.field({
      type: Amount,
      description: 'The earlier amount, in the definition that is compared.',
      resolve: (growth) => growth.from,
    }),
    to: t.field({
      type: Amount,
      description: 'The later amount, in the definition that is compared.',
      resolve: (growth) => growth.to,
    }),
  }),
});

builder.objectField(Amount, 'growth', (t) =>
  t.field({
    type: Growth,
    args: overCount,
    description:
      'Growth over `count` quarters or years, in this currency, like for like: all quarters in one definition. NOT_MEANINGFUL from zero or less, and over QUARTER of a year-to-date or `since` window, or of a year.',
    resolve: (amount, { over, count }) => amount.growth(over, countOf(over, count)),
  }),
);
