import type { IndexNumber as DomainIndexNumber } from '../domain/index-number.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';
import { Measure } from './measure.ts';

builder.objectRef<DomainIndexNumber>('IndexNumber').implement({
  description:
    'An amount in percent of what it was in a base period, like for like: to / from × 100.',
  interfaces: [Measure],
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        '157.1 is 57.1 % more than in the base. Null, NOT_MEANINGFUL, over a base of zero or less.',
    }),
    from: t.field({
      type: Amount,
      description: 'The amount of the base, in the definition that is compared.',
      resolve: (index) => index.from,
    }),
    to: t.field({
      type: Amount,
      description: 'The amount that is compared, which may be of an earlier period.',
      resolve: (index) => index.to,
    }),
  }),
});
