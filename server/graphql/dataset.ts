import { type CalendarQuarter, quarterFromNumber } from '../domain/calendar-quarter.ts';
import { dayFromNumber } from '../domain/day.ts';
import type { Summary } from '../importers/summary.ts';
import { andThen } from '../store/awaitable.ts';
import type { Catalog } from '../store/catalog.ts';
import { citationOf, LICENCE } from '../store/citation.ts';
import { builder } from './builder.ts';
import { notFound } from './errors.ts';

type Held = Omit<Catalog, 'summary'> & Summary;

const Dataset = builder.objectRef<Held>('Dataset').implement({
  description: 'What the dataset holds, and which version of it this is.',
  fields: (t) => ({
    version: t.exposeString('version', {
      description:
        'A digest of the content, 64 hexadecimal digits: the same content has the same version on any server, in whatever order it came. Two answers of one version agree with each other.',
    }),
    sequence: t.exposeInt('sequence', {
      description:
        "How many imports have changed this server's database; other servers count otherwise.",
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
    licence: t.string({
      description: 'The licence of the compilation, by its SPDX name.',
      resolve: () => LICENCE.name,
    }),
    citation: t.string({
      description: 'How to cite this version of the dataset, in a sentence.',
      resolve: ({ version, completeTo }) =>
        citationOf(version, completeTo === null ? null : dayFromNumber(completeTo)),
    }),
  }),
});

builder.queryField('dataset', (t) =>
  t.field({
    type: Dataset,
    description: 'What the dataset holds, and which version of it this is.',
    resolve: (_, __, { snapshot, stored }) =>
      andThen(snapshot.summary(stored), (summary) => ({ ...snapshot.catalog, ...summary })),
  }),
);

function quarterOf(number: number | null): CalendarQuarter {
  if (number === null) throw notFound('The dataset holds no facts yet; import some.');
  return quarterFromNumber(number);
}
