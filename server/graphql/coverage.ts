import { Coverage as DomainCoverage } from '../domain/coverage.ts';
import { CONCEPTS, type Concept as ConceptName } from '../domain/vocabulary.ts';
import type { Company as StoredCompany } from '../generated/prisma/client.ts';
import { andThen } from '../store/awaitable.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import type { Context } from './context.ts';
import { Definition } from './definition.ts';
import { Concept } from './enums.ts';
import { notFound } from './errors.ts';
import { Gap } from './gap.ts';
import { noSuchGroup } from './nearest.ts';

/** A concept of a company; what the company's figures cover is worked out for whoever asks. */
interface Asked {
  readonly company: StoredCompany;
  readonly concept: ConceptName;
}

const seen = ({ company, concept }: Asked, { snapshot }: Context) =>
  andThen(snapshot.view(company), (view) => new DomainCoverage(view, concept));

const Coverage = builder.objectRef<Asked>('Coverage').implement({
  description: "What a company's quarterly figures of one concept cover, and what they lack.",
  fields: (t) => ({
    company: t.field({ type: Company, description: 'Whose.', resolve: ({ company }) => company }),
    concept: t.expose('concept', { type: Concept, description: 'Of what.' }),
    from: t.field({
      type: 'CalendarQuarter',
      nullable: true,
      description: 'The first quarter with a figure; null without any.',
      resolve: (asked, _, context) =>
        andThen(seen(asked, context), ({ quarters }) => quarters[0] ?? null),
    }),
    to: t.field({
      type: 'CalendarQuarter',
      nullable: true,
      description: 'The last quarter with a figure; null without any.',
      resolve: (asked, _, context) =>
        andThen(seen(asked, context), ({ quarters }) => quarters.at(-1) ?? null),
    }),
    quarters: t.int({
      description: 'How many quarters have a figure.',
      resolve: (asked, _, context) =>
        andThen(seen(asked, context), ({ quarters }) => quarters.length),
    }),
    gaps: t.field({
      type: [Gap],
      description: "The quarters between the company's first and last that lack one, and why.",
      resolve: (asked, _, context) => andThen(seen(asked, context), ({ gaps }) => gaps),
    }),
    definitions: t.field({
      type: [Definition],
      description: 'What the figures mean, the newest meaning first.',
      resolve: (asked, _, context) =>
        andThen(seen(asked, context), ({ definitions }) =>
          definitions.map((slug) => context.snapshot.definition(slug)),
        ),
    }),
    completeTo: t.field({
      type: 'Date',
      nullable: true,
      description:
        "The publication day of the newest document that a figure of the company's was taken from; null without any.",
      resolve: (asked, _, context) => andThen(seen(asked, context), ({ completeTo }) => completeTo),
    }),
  }),
});

const coverageOf = (company: StoredCompany): Asked[] =>
  CONCEPTS.map((concept) => ({ company, concept }));

builder.objectField(Company, 'coverage', (t) =>
  t.field({
    type: [Coverage],
    description: "What the company's figures cover, and what they lack: an entry for each concept.",
    resolve: coverageOf,
  }),
);

builder.queryField('coverage', (t) =>
  t.field({
    type: [Coverage],
    args: {
      group: t.arg.string({
        description: 'Only members of this group, by its slug. Default: all.',
      }),
    },
    description:
      "What each company's figures cover, and what they lack: an entry for each company and concept, companies by name.",
    resolve: (_, { group: slug }, { snapshot }) => {
      if (slug == null) return snapshot.catalog.companies.flatMap(coverageOf);
      const group = snapshot.group(slug);
      if (!group) throw notFound(noSuchGroup(slug, snapshot), 'group');
      return group.members.flatMap(coverageOf);
    },
  }),
);
