import { formatDay } from '../domain/day.ts';
import { Decimal } from '../domain/decimal.ts';
import type { Fact as DomainFact } from '../domain/fact.ts';
import { quarterOf, quartersOf } from '../domain/quarter.ts';
import { inScale } from './arguments.ts';
import { builder } from './builder.ts';
import { Definition } from './definition.ts';
import { Concept, Currency, Quality } from './enums.ts';
import { globalId, Node, nodeLoader } from './node.ts';
import { perspectiveKey, viewOf } from './perspective.ts';
import { Source } from './source.ts';

export const Fact = builder.objectRef<DomainFact>('Fact');

Fact.implement({
  description:
    'One figure as one document printed it. Facts are only ever added: a restatement is a new fact.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: 'Global id, of the fact as of the date that it was asked for.',
      resolve: (fact) => globalId('Fact', keyOf(fact)),
    }),
    concept: t.expose('concept', { type: Concept, description: 'What was measured.' }),
    definition: t.field({
      type: Definition,
      description: 'What the concept means in this series.',
      resolve: ({ definition }, _, { snapshot }) => snapshot.definition(definition),
    }),
    periodStart: t.field({
      type: 'Date',
      description: 'First day of the period that the figure covers.',
      resolve: ({ period }) => period.start,
    }),
    periodEnd: t.field({
      type: 'Date',
      description: 'Last day of the period that the figure covers.',
      resolve: ({ period }) => period.end,
    }),
    amount: t.field({
      type: 'Decimal',
      args: inScale,
      description: 'Exact, in whole units of `currency` unless `in` says otherwise.',
      resolve: (fact, args) => fact.amount(args.in ?? 1),
    }),
    currency: t.expose('currency', {
      type: Currency,
      description: 'The currency that the document printed; facts are never converted.',
    }),
    quality: t.expose('quality', { type: Quality, description: 'How the figure came about.' }),
    roundedTo: t.field({
      type: 'Decimal',
      description: 'The unit that it is rounded to: 1000000 for millions.',
      resolve: ({ roundedTo }) => new Decimal(roundedTo),
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      description: 'The day on which the figure became public.',
    }),
    source: t.field({
      type: Source,
      description: 'The document that printed it.',
      resolve: ({ id }, _, { documents }) => documents.sourceOf(id),
    }),
    note: t.string({
      nullable: true,
      description:
        'What else is to be known of it, e.g. how a figure that no document prints was worked out; null when there is nothing.',
      resolve: async ({ id }, _, { documents }) => (await documents.of(id)).note,
    }),
    locator: t.string({
      nullable: true,
      description:
        'Where in the document: an XBRL tag, a page, a table; null when it was not noted.',
      resolve: async ({ id }, _, { documents }) => (await documents.of(id)).locator,
    }),
    supersededBy: t.field({
      type: Fact,
      nullable: true,
      description:
        "The fact of the same period and definition that took this one's place by the `asOf` date, if any.",
      resolve: (fact) => fact.supersededBy,
    }),
    setAside: t.string({
      nullable: true,
      description:
        'Why no figure is taken from it, as known on the `asOf` date, e.g. that it is the figure of 4 quarters; null for all others.',
      resolve: (fact) => fact.setAside,
    }),
  }),
});

/** Slugs and tags have no such sign in them. */
const SEPARATOR = '|';

/** What tells a fact apart; those alike in all but their source are counted. */
function keyOf(fact: DomainFact): string {
  const identity = identityOf(fact);
  const twins = quarterOf(fact.view, fact.calendarQuarter)!
    .facts(fact.concept)
    .filter((other) => identityOf(other) === identity);
  const place = twins.findIndex(({ row }) => row === fact.row) + 1;
  const { view } = fact;
  return [view.company.slug, identity, place, ...perspectiveKey(view)].join(SEPARATOR);
}

function identityOf({ concept, definition, period, publishedOn }: DomainFact): string {
  const days = [period.start, period.end, publishedOn].map(formatDay);
  return [concept, definition, ...days].join(SEPARATOR);
}

nodeLoader('Fact', async (key, context) => {
  const [slug, concept, definition, start, end, publishedOn, place, ...perspective] =
    key.split(SEPARATOR);
  const view = await viewOf(slug!, perspective, context);
  const identity = [concept, definition, start, end, publishedOn].join(SEPARATOR);
  const twins = view && quartersOf(view).flatMap((quarter) => quarter.facts());
  return twins?.filter((fact) => identityOf(fact) === identity)[Number(place) - 1] ?? null;
});
