import { builder } from './builder.ts';
import { type Entry, glossary } from './glossary-entries.ts';

const GlossaryEntry = builder.objectRef<Entry>('GlossaryEntry').implement({
  description: 'What a name in the figures means.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description:
        'A concept, a field of the figures, a rule, a word such as a reason or a verdict, or the definition of a fact.',
    }),
    definition: t.exposeString('definition', { description: 'What it stands for.' }),
    formula: t.exposeString('formula', {
      nullable: true,
      description: 'How it is worked out; null for what documents print, and for words.',
    }),
    unit: t.exposeString('unit', { description: 'What it is counted in; none for words.' }),
    coordinate: t.exposeString('coordinate', {
      nullable: true,
      description: 'Where it stands in this schema, e.g. Figures.capexToRevenue.',
    }),
  }),
});

builder.queryField('glossary', (t) =>
  t.field({
    type: [GlossaryEntry],
    args: {
      search: t.arg.string({
        description:
          'Only entries with this text, in any letter case, in their name or their definition.',
      }),
    },
    description:
      'Every concept, computed measure and rule, every reason, quality and verdict, and every definition of the facts: its meaning, formula and unit.',
    resolve: (_, { search }, { snapshot }, { schema }) => {
      const entries = glossary(schema, snapshot.catalog.definitions);
      const text = search?.toLowerCase() ?? '';
      return entries.filter(({ name, definition }) =>
        [name, definition].some((each) => each.toLowerCase().includes(text)),
      );
    },
  }),
);
