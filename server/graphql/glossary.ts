import { type GlossaryEntry as DomainGlossaryEntry, glossary } from '../domain/glossary.ts';
import { builder } from './builder.ts';

const GlossaryEntry = builder.objectRef<DomainGlossaryEntry>('GlossaryEntry').implement({
  description: 'What a name in the figures means.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'A concept, a field of the figures, or the definition of a fact.',
    }),
    definition: t.exposeString('definition', { description: 'What it stands for.' }),
    formula: t.exposeString('formula', {
      nullable: true,
      description: 'How it is worked out; null for what documents print.',
    }),
    unit: t.exposeString('unit', { description: 'What it is counted in.' }),
  }),
});

builder.queryField('glossary', (t) =>
  t.field({
    type: [GlossaryEntry],
    description:
      'Every concept, every computed measure and every definition of the facts: its meaning, formula and unit.',
    resolve: (_, __, { snapshot }) => glossary(snapshot.catalog.definitions),
  }),
);
