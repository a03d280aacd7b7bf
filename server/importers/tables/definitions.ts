import type { Definition } from '../../generated/prisma/client.ts';
import { longest } from './order.ts';
import { BY_RANK, rank } from './rank.ts';
import { tableOf } from './table.ts';
import { definition, text } from './types.ts';

export const definitions = tableOf<Definition, never>()(
  {
    slug: { ...definition, meaning: "The definition's short name, by which facts refer to it." },
    description: {
      ...text,
      meaning: 'What a concept means in one series, for a reader.',
      stays: longest,
    },
    rank: {
      ...rank,
      meaning:
        'Which of several definitions goes first where a company printed them all: the one of the smallest rank, of equal ones the first by slug.',
    },
  },
  {
    stored: 'definition',
    meaning: 'What a concept means in one series.',
    identity: ['slug'],
    order: BY_RANK,
  },
);
