import { EARLIEST_QUARTER, LATEST_QUARTER } from '../domain/calendar-quarter.ts';
import type { NonDisclosure as StoredNonDisclosure } from '../store/catalog-parts.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { Concept } from './enums.ts';

const NonDisclosure = builder.objectRef<StoredNonDisclosure>('NonDisclosure').implement({
  description:
    'That a company does not publish a concept, and how that is known. Without one, nothing is NOT_DISCLOSED.',
  fields: (t) => ({
    concept: t.expose('concept', { type: Concept, description: 'What it does not publish.' }),
    from: t.field({
      type: 'CalendarQuarter',
      nullable: true,
      description: 'The first quarter that this holds for; null where it always has.',
      resolve: ({ from }) => (from === EARLIEST_QUARTER ? null : from),
    }),
    until: t.field({
      type: 'CalendarQuarter',
      nullable: true,
      description: 'The last quarter that it holds for; null where it still does.',
      resolve: ({ until }) => (until === LATEST_QUARTER ? null : until),
    }),
    kind: t.exposeString('kind', {
      description:
        'NOT_SEPARATE: part of another line. NO_SUCH_BUSINESS: there is nothing to publish.',
    }),
    note: t.exposeString('note', { description: 'How that is known.' }),
  }),
});

builder.objectField(Company, 'nonDisclosures', (t) =>
  t.field({
    type: [NonDisclosure],
    description: 'What the company is known not to publish, on every `asOf` date alike.',
    resolve: (company, _, { snapshot }) => snapshot.nonDisclosures(company),
  }),
);
