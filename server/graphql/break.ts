import { breaksOf, type Break as DomainBreak } from '../domain/breaks.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';
import { Definition } from './definition.ts';
import { Concept } from './enums.ts';
import { Quarter } from './quarter.ts';

const Break = builder.objectRef<DomainBreak>('Break').implement({
  description:
    "The quarter in which a company's figures turn to another definition than in the quarter before.",
  fields: (t) => ({
    concept: t.expose('concept', { type: Concept, description: 'What is defined otherwise.' }),
    from: t.field({
      type: Definition,
      description: 'The definition of the quarter before.',
      resolve: ({ from }, _, { snapshot }) => snapshot.definition(from),
    }),
    to: t.field({
      type: Definition,
      description: 'The definition of this quarter.',
      resolve: ({ to }, _, { snapshot }) => snapshot.definition(to),
    }),
    amountBefore: t.field({
      type: Amount,
      description:
        "This quarter's amount in the definition of the quarter before, to compare with the one that the quarter has; missing, NOT_COMPARABLE, where it is not known.",
      resolve: ({ amountBefore }) => amountBefore,
    }),
  }),
});

builder.objectField(Quarter, 'breaks', (t) =>
  t.field({
    type: [Break],
    description: 'Concepts whose definition is another than in the quarter directly before.',
    resolve: breaksOf,
  }),
);
