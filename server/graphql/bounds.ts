import type { Bounds as DomainBounds } from '../domain/bounds.ts';
import { builder } from './builder.ts';

export const Bounds = builder.objectRef<DomainBounds>('Bounds').implement({
  description:
    'The value before rounding lies between these; they are equal where every input is exact. In the unit of the value, money in whole units of the currency.',
  fields: (t) => ({
    low: t.exposeFloat('low', { description: 'No less than this; at most the value.' }),
    high: t.exposeFloat('high', { description: 'No more than this; at least the value.' }),
  }),
});
