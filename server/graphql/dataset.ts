import { type CalendarQuarter, parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import type { Catalog } from '../store/catalog.ts';
import type { Summary } from '../store/summary.ts';
import { builder } from './builder.ts';
import { notFound } from './errors.ts';

const Dataset = builder.objectRef<Catalog & Summary>('Dataset').implement({
  description: 'What the dataset holds, and which version of it this is.',
  fields: (t) => ({
    version: t.string({
      description: 'Changes with every import; two answers of one version agree with each other.',
      resolve: ({ version }) => String(version),
    }),
    importedAt: t.expose('importedAt', {
      type: 'DateTime',
      description: 'When the newest import was made.',
    }),
    companies: t.int({
      description: 'How many companies.',
      resolve: ({ companies }) => companies.length,
    }),
    quarters: t.exposeInt('quarters', { description: "How many fiscal quarters of companies'." }),
    facts: t.exposeInt('facts', {
      description: 'How many reported figures, every version of each.',
    }),
    sources: t.exposeInt('sources', { description: 'How many documents.' }),
    from: t.field({
      type: 'CalendarQuarter',
      description: 'The oldest calendar quarter with a figure.',
      resolve: ({ from }) => quarterOf(from),
    }),
    to: t.field({
      type: 'CalendarQuarter',
      description: 'The newest calendar quarter with a figure.',
      resolve: ({ to }) => quarterOf(to),
    }),
  }),
});

builder.queryField('dataset', (t) =>
  t.field({
    type: Dataset,
    description: 'What the dataset holds, and which version of it this is.',
    resolve: async (_, __, { snapshot, prisma }) => ({
      ...snapshot.catalog,
      ...(await snapshot.summary(prisma)),
    }),
  }),
);

function quarterOf(text: string | null): CalendarQuarter {
  if (text === null) throw notFound('The dataset holds no facts yet; import some.');
  return parseCalendarQuarter(text)!;
}
