import { formatCalendarQuarter, parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import { type Quarter as DomainQuarter, quarterOf } from '../domain/quarter.ts';
import { andThen } from '../store/awaitable.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { Concept } from './enums.ts';
import { Fact } from './fact.ts';
import { Figures } from './figures.ts';
import { globalId, Node, nodeLoader } from './node.ts';
import { perspectiveKey, viewOf } from './perspective.ts';

export const Quarter = builder.objectRef<DomainQuarter>('Quarter').implement({
  description: 'One fiscal quarter of one company, in one currency, as known on one day.',
  interfaces: [Node, Figures],
  fields: (t) => ({
    id: t.id({
      description: 'Global id, of the quarter in the currency and as of the date asked for.',
      resolve: (quarter) => globalId('Quarter', keyOf(quarter)),
    }),
    company: t.field({
      type: Company,
      description: 'Whose quarter it is.',
      resolve: ({ company }, _, { snapshot }) => snapshot.companyById(company.id),
    }),
    fiscalYear: t.int({
      description: 'The calendar year in which the fiscal year ends.',
      resolve: ({ fiscalQuarter }) => fiscalQuarter.year,
    }),
    fiscalQuarter: t.int({
      description: "The quarter of the company's fiscal year, 1 to 4.",
      resolve: ({ fiscalQuarter }) => fiscalQuarter.quarter,
    }),
    fiscalLabel: t.exposeString('fiscalLabel', { description: 'E.g. FY2026 Q1.' }),
    periodStart: t.field({
      type: 'Date',
      description: 'First day of the fiscal quarter.',
      resolve: ({ period }) => period.start,
    }),
    periodEnd: t.field({
      type: 'Date',
      description: 'Last day of the fiscal quarter.',
      resolve: ({ period }) => period.end,
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'When the first of its figures became public.',
    }),
    facts: t.field({
      type: [Fact],
      args: {
        concept: t.arg({ type: Concept, description: 'Only facts of this concept.' }),
      },
      description:
        'Every fact that is of this quarter or of a longer period that ends with it, in every version, newest first.',
      resolve: (quarter, { concept }) => quarter.facts(concept),
    }),
  }),
});

builder.objectField(Fact, 'quarter', (t) =>
  t.field({
    type: Quarter,
    description:
      'The quarter that the figure is of; of a year-to-date or annual figure, the one in which it ends.',
    resolve: ({ view, calendarQuarter }) => quarterOf(view, calendarQuarter)!,
  }),
);

function keyOf({ view, calendarQuarter }: DomainQuarter): string {
  const quarter = formatCalendarQuarter(calendarQuarter);
  return [view.company.slug, quarter, ...perspectiveKey(view)].join(':');
}

nodeLoader('Quarter', (key, context) => {
  const [slug, text, ...perspective] = key.split(':');
  const quarter = parseCalendarQuarter(text ?? '');
  if (quarter === undefined) return null;
  return andThen(viewOf(slug!, perspective, context), (view) => view && quarterOf(view, quarter));
});
