import type { GrowthLead as DomainGrowthLead } from '../domain/amount.ts';
import { builder } from './builder.ts';
import { Growth } from './growth.ts';
import { Measure } from './measure.ts';

export const GrowthLead = builder.objectRef<DomainGrowthLead>('GrowthLead').implement({
  description: "A challenger's growth less a baseline's, over the same quarters.",
  interfaces: [Measure],
  fields: (t) => ({
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'A fraction: 0.40 when the challenger grew by 60 % and the baseline by 20 %. Negative when the baseline grew faster.',
    }),
    points: t.exposeFloat('points', {
      nullable: true,
      description: 'The same in percentage points: 40.',
    }),
    baseline: t.field({
      type: Growth,
      description: 'The growth that is compared with.',
      resolve: (lead) => lead.baseline,
    }),
    challenger: t.field({
      type: Growth,
      description: 'The growth that is compared.',
      resolve: (lead) => lead.challenger,
    }),
  }),
});
