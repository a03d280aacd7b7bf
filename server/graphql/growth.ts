import type { Growth as DomainGrowth } from '../domain/amount.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';
import { Span } from './enums.ts';
import { Measure } from './measure.ts';

export const Growth = builder.objectRef<DomainGrowth>('Growth').implement({
  description: 'How much an amount grew from an earlier one: to / from − 1.',
  interfaces: [Measure],
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'A fraction: 0.57 is +57 %, negative for a decline.',
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
    args: {
      over: t.arg({ type: Span, required: true, description: 'What to compare with.' }),
    },
    description:
      'Growth from the quarter before or from the same quarter of the year before, in this currency, like for like: all quarters in one definition.',
    resolve: (amount, { over }) => amount.growth(over),
  }),
);
