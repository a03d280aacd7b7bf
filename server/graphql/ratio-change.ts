import type { RatioChange as DomainRatioChange } from '../domain/amount.ts';
import { builder } from './builder.ts';
import { Measure } from './measure.ts';
import { countOf, overCount } from './over-count.ts';
import { Ratio } from './ratio.ts';

const RatioChange = builder.objectRef<DomainRatioChange>('RatioChange').implement({
  description: 'A ratio less an earlier one, each amount like for like with its past.',
  interfaces: [Measure],
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'A fraction: from 1.02 to 1.21 is 0.19. Negative when the ratio fell.',
    }),
    points: t.exposeFloat('points', {
      nullable: true,
      description: 'The same in percentage points: 19.',
    }),
    from: t.field({
      type: Ratio,
      description: 'The earlier ratio, in the definitions that are compared.',
      resolve: (change) => change.from,
    }),
    to: t.field({
      type: Ratio,
      description: 'The later ratio, in the definitions that are compared.',
      resolve: (change) => change.to,
    }),
  }),
});

builder.objectField(Ratio, 'change', (t) =>
  t.field({
    type: RatioChange,
    args: overCount,
    description: 'Change of the ratio over `count` quarters or years, each amount like for like.',
    resolve: (ratio, { over, count }) => ratio.change(over, countOf(over, count)),
  }),
);
