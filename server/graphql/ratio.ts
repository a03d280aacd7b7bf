import type { Ratio as DomainRatio } from '../domain/amount.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';
import { Measure } from './measure.ts';

export const Ratio = builder.objectRef<DomainRatio>('Ratio').implement({
  description: 'One amount over another, both over the same window.',
  interfaces: [Measure],
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'A fraction: 1.21 is 121 %; negative when what is divided is. Null, NOT_MEANINGFUL, over zero or less.',
    }),
    numerator: t.field({
      type: Amount,
      description: 'What is divided.',
      resolve: (ratio) => ratio.numerator,
    }),
    denominator: t.field({
      type: Amount,
      description: 'What it is divided by.',
      resolve: (ratio) => ratio.denominator,
    }),
  }),
});
