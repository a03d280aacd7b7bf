import { formatDay } from '../domain/day.ts';
import { outcomeOf } from '../domain/guidance.ts';
import { andThen } from '../store/awaitable.ts';
import type { Guidance as StoredGuidance } from '../store/guidance.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { Concept, Currency } from './enums.ts';
import { globalId, Node, nodeLoader } from './node.ts';
import { Source } from './source.ts';

const Guidance = builder.objectRef<StoredGuidance>('Guidance').implement({
  description: 'What a company said that it would spend.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: 'Global id.',
      resolve: (guidance, _, { snapshot }) =>
        globalId('Guidance', keyOf(guidance, snapshot.companyById(guidance.companyId).slug)),
    }),
    company: t.field({
      type: Company,
      description: 'Who said it.',
      resolve: ({ companyId }, _, { snapshot }) => snapshot.companyById(companyId),
    }),
    concept: t.expose('concept', { type: Concept, description: 'What it spoke of.' }),
    basis: t.exposeString('basis', {
      description: "What it counts, in the company's sense, e.g. cash-capex-and-finance-leases.",
    }),
    periodStart: t.expose('periodStart', {
      type: 'Date',
      nullable: true,
      description: 'First day of the period; null where it names none.',
    }),
    periodEnd: t.expose('periodEnd', {
      type: 'Date',
      nullable: true,
      description: 'Last day of the period; null where it names none.',
    }),
    low: t.expose('low', {
      type: 'Decimal',
      nullable: true,
      description:
        'Lower end, in whole units of `currency`, positive when money is spent; null where it gives only an upper one.',
    }),
    high: t.expose('high', {
      type: 'Decimal',
      nullable: true,
      description: 'Upper end, in whole units of `currency`; null for "at least".',
    }),
    currency: t.expose('currency', { type: Currency, description: 'The currency of both ends.' }),
    saidOn: t.expose('saidOn', { type: 'Date', description: 'The day on which it was said.' }),
    source: t.field({
      type: Source,
      description: 'Where it was said.',
      resolve: ({ sourceId }, _, { documents }) => documents.source(sourceId),
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What else was said with it; null when there is nothing.',
    }),
    outcome: t.field({
      type: Amount,
      nullable: true,
      args: {
        asOf: t.arg({
          type: 'Date',
          description: 'As known at the end of this day. Default: all that is known.',
        }),
      },
      description:
        'What came of it: the amount of that period on the basis nearest to it, in `currency`; its explanation says which, and its gaps what is not there yet. Null where no period of one to four quarters is named.',
      resolve: ({ periodStart, periodEnd, ...guidance }, { asOf }, { snapshot }) => {
        if (periodStart === null || periodEnd === null) return null;
        const { companyId, currency } = guidance;
        const period = { start: periodStart, end: periodEnd };
        return andThen(snapshot.view(snapshot.companyById(companyId), { currency, asOf }), (view) =>
          outcomeOf(view, { ...guidance, period }),
        );
      },
    }),
  }),
});

builder.objectField(Company, 'guidance', (t) =>
  t.field({
    type: [Guidance],
    args: {
      asOf: t.arg({
        type: 'Date',
        description: 'Only what was said by the end of this day. Default: all that is known.',
      }),
    },
    description: 'What the company said that it would spend, newest statement first.',
    resolve: (company, { asOf }, { snapshot }) =>
      snapshot.guidance(company).filter(({ saidOn }) => asOf == null || saidOn <= asOf),
  }),
);

nodeLoader('Guidance', (key, { snapshot }) => {
  const slug = key.slice(0, key.indexOf(SEPARATOR));
  const company = snapshot.company('slug', slug);
  return (company && snapshot.guidance(company).find((each) => keyOf(each, slug) === key)) ?? null;
});

/** Slugs have no such sign in them. */
const SEPARATOR = '|';

function keyOf({ concept, basis, sourceSlug, ...guidance }: StoredGuidance, slug: string): string {
  const { periodStart, periodEnd, saidOn } = guidance;
  const days = [periodStart, periodEnd, saidOn].map((day) => (day === null ? '' : formatDay(day)));
  return [slug, concept, basis, ...days, sourceSlug].join(SEPARATOR);
}
