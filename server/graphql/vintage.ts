import { type Vintage as DomainVintage, vintagesOf } from '../domain/vintages.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';

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
    resolve: vintagesOf,
  }),
);
