import type { Gap as DomainGap } from '../domain/gap.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { Concept, GapReason } from './enums.ts';

export const Gap = builder.objectRef<DomainGap>('Gap').implement({
  description: 'An input that a value lacks, and why.',
  fields: (t) => ({
    concept: t.expose('concept', { type: Concept, description: 'What is lacking.' }),
    company: t.field({
      type: Company,
      description: 'Whose figure is lacking.',
      resolve: ({ company }, _, { snapshot }) => snapshot.companyById(company.id),
    }),
    calendarQuarter: t.expose('calendarQuarter', {
      type: 'CalendarQuarter',
      description: 'The quarter that it is lacking for.',
    }),
    reason: t.expose('reason', { type: GapReason, description: 'Why it is lacking.' }),
  }),
});
